# Die Begleitung endet oder geht mit jemand anderem weiter.
# German says "Sie" to therapists and "du" to clients (carer-…, told-care-…, join-youth).
care-button = Begleitung endet oder geht woanders weiter
care-ask = <b>Begleitung: { $name }</b>
    Was ändert sich? Es geschieht nichts, bevor Sie es bestätigt haben.
care-end = Die Begleitung endet hier
care-next = Jemand anderes übernimmt
care-beside = Jemand begleitet mit mir
care-end-ask = Endet die Begleitung von { $name } hier, klingelt nichts mehr, und Sie lesen von da an nichts mehr. { $name } erfährt davon. Was geschrieben wurde, bleibt noch { $count } Tage, dann wird es gelöscht; Sie beide hören 14 Tage vorher davon. Nehmen Sie vorher mit, was aufzubewahren ist.
care-alert-first = Zu { $name } gibt es einen Sicherheitshinweis, den noch niemand angesehen hat. /alerts zeigt ihn. Danach kann die Begleitung enden.
care-report = Der Bericht zum Drucken
care-records = Die Datei für Ihre Akten
care-end-ask-beside = Endet Ihre Begleitung von { $name }, lesen Sie von da an nichts mehr. { $name } erfährt davon. Die Begleitung geht weiter mit { $others }: was eingestellt ist, läuft weiter, und was geschrieben wurde, bleibt hier. Nehmen Sie vorher mit, was aufzubewahren ist.
care-ended-beside = Ihre Begleitung von { $name } ist zu Ende. { $name } erfährt davon. Sie geht weiter mit { $others }.
care-end-yes = Jetzt beenden
care-not-now = Jetzt nicht
care-ended = Die Begleitung von { $name } ist hier zu Ende. { $name } erfährt davon.
care-whom-next = Wer übernimmt { $name }? Zuerst wird die andere Person gefragt, dann { $name }. Bis beide zustimmen, ändert sich nichts.
care-whom-beside = Wer begleitet { $name } mit Ihnen? Zuerst wird die andere Person gefragt, dann { $name }. Bis beide zustimmen, ändert sich nichts.
care-nobody = Hier gibt es sonst niemanden.
care-asked = { $who } wird gefragt. Nach einem Ja wird { $name } gefragt.
heir-asked-next = { $name } fragt, ob Sie eine Begleitung übernehmen. Den Codenamen erfahren Sie, wenn auch die Person selbst zustimmt.
heir-asked-beside = { $name } fragt, ob Sie eine Begleitung mit übernehmen. Den Codenamen erfahren Sie, wenn auch die Person selbst zustimmt.
heir-yes = Ja
heir-no = Das geht nicht
heir-agreed = Danke. Jetzt wird die Person gefragt.
heir-refused = In Ordnung. Wer gefragt hat, erfährt davon.
told-heir-refused = { $who } kann { $name } nicht begleiten. Es hat sich nichts geändert.
carer-asked-next = { $therapist } könnte dich hier von jetzt an begleiten, anstelle der bisherigen Person. Die liest dann nichts mehr. { $therapist } liest neue Blätter so, wie du sie teilst. Auch deine Übungen, deine Listen und dein Sicherheitsplan sind dann zu sehen. Darf { $therapist } auch lesen, was du früher geschrieben hast, so wie du es geteilt hast?
carer-asked-beside = { $therapist } könnte dich hier mit begleiten. Dann lesen beide neue Blätter so, wie du sie teilst. { $therapist } sieht auch deine Übungen, deine Listen und deinen Sicherheitsplan. Darf { $therapist } auch lesen, was du früher geschrieben hast, so wie du es geteilt hast? Bei „nur neue Blätter“ liest das Frühere dann nur noch du.
carer-asked-back = { $therapist } hat dir den Link gegeben und könnte dich hier von jetzt an begleiten. { $therapist } liest dann neue Blätter so, wie du sie teilst. Auch deine Übungen, deine Listen und dein Sicherheitsplan sind dann zu sehen. Darf { $therapist } auch lesen, was du früher geschrieben hast, so wie du es geteilt hast?
carer-with = Ja, das auch
carer-without = Ja, aber nur neue Blätter
carer-no = Nein
carer-kept-with = Gut. { $therapist } begleitet dich hier von jetzt an. /progress zeigt und ändert, wer welches Blatt lesen darf.
carer-kept-without = Gut. { $therapist } begleitet dich hier von jetzt an. Was du früher geschrieben hast, ist jetzt privat: Blätter, Notizen für eine Sitzung und Worte zu einem Sicherheitshinweis. Hier liest es niemand außer dir. /progress ändert das für jedes Blatt. Worte zu einem Hinweis, den noch niemand gesehen hat, kann man noch lesen, damit jemand helfen kann. { $therapist } sieht auch deine Übungen, deine Listen, deinen Sicherheitsplan und wann es einen Hinweis gab.
carer-kept-no = In Ordnung. Es hat sich nichts geändert, und { $therapist } liest nichts von dir.
told-heir-not-wanted = Jemand wurde gefragt, ob Sie die Begleitung hier übernehmen, und möchte es nicht. Es hat sich nichts geändert, und Sie müssen nichts tun.
told-back-no = { $name } hat Ihren Link benutzt und möchte nicht, dass Sie hier begleiten. Sie lesen nichts, und der Codename steht nicht mehr in /clients.
told-back-lapsed = { $name } hat Ihren Link benutzt und nicht gesagt, ob Sie hier begleiten. Nach 14 Tagen ist die Frage zu Ende. Sie lesen nichts; /invite macht einen neuen Link.
told-carer-no = { $name } möchte nicht, dass { $who } hier begleitet. Es hat sich nichts geändert.
told-carer-yes = { $name } hat zugestimmt: { $who } begleitet hier von jetzt an.
told-handed-over = { $name } hat zugestimmt und wird jetzt von { $who } begleitet. Sie lesen nichts mehr.
told-care-goes-on = { $who } begleitet dich hier nicht mehr und liest von jetzt an nichts mehr. { $others } { $count ->
    [one] begleitet dich weiter
   *[other] begleiten dich weiter
}.
told-care-ended = Deine Begleitung hier durch { $therapist } ist zu Ende. Es klingelt nichts mehr, und niemand liest hier jetzt. Was du geschrieben hast, bleibt noch { $count } Tage und wird dann gelöscht; 14 Tage vorher sage ich es dir. /export schickt dir eine Kopie, /forget löscht es sofort. /crisis antwortet immer.
told-retention = { $name }: Die Begleitung hier ist zu Ende. Am { $day } wird gelöscht, was geschrieben wurde, und niemand kann es zurückholen. { $name } erfährt es auch.
trail-care-end = die Begleitung hier beendet ({ $who })
trail-care-next = jemanden gefragt, ob er oder sie übernimmt ({ $who })
trail-care-beside = jemanden gefragt, ob er oder sie mit begleitet ({ $who })
trail-carer-with = einer anderen Begleitung zugestimmt, auch für Früheres ({ $who })
trail-carer-without = einer anderen Begleitung zugestimmt, nur für neue Blätter ({ $who })
trail-carer-no = eine andere Begleitung abgelehnt ({ $who })

minor-button = Einwilligung festhalten
minor-ask = Wie alt ist { $name }?
minor-13-15 = 13 bis 15
minor-16-17 = 16 oder 17
minor-guardian = Liegt die Einwilligung der Sorgeberechtigten von { $name } vor, so wie das Gesetz es verlangt, außerhalb dieses Bots?
minor-guardian-yes = Ja, sie liegt vor
minor-kept = Gespeichert. { $name } wird jetzt selbst gefragt. Unter /crisis stehen Angebote für junge Menschen zuerst.
join-youth = Dein:e Therapeut:in sagt: Jemand, der für dich sorgt, ist damit einverstanden, dass du diesen Bot nutzt. Mitlesen kann sie oder er hier nicht. Jetzt bist du dran: Lies das bitte und sag Ja oder Nein.
trail-client-guardian = festgehalten, dass Sorgeberechtigte einverstanden sind ({ $who })
