# What a therapist reads. Short sentences, a number always with what it counts.
# German says "Sie" to therapists and "du" to clients (the lines proposal-…, agreed-…, adjust-…).

therapist-welcome = Willkommen, { $name }. Hier schlagen Sie Übungen vor und lesen, was Ihre Klient:innen gemacht haben. Nichts hier wird live mitgelesen. Ihre Klient:innen wissen das.
therapist-zone-ask = In welcher Stadt arbeiten Sie? Ich brauche Ihre Uhrzeit für die Übersicht.
therapist-zone-first = Sagen Sie mir zuerst, wo Sie arbeiten: Schreiben Sie eine Stadt.
therapist-ready = Die Übersicht kommt um 08:00 Uhr, oder wenn Ihre Zeiten beginnen. Mit /settings ändern Sie das alles. Jetzt können Sie die erste Person einladen.
therapist-settings = <b>Ihre Einstellungen</b>
    Ihr Ort: { $zone }
    Ihre Zeiten: { $hours }
    Übersicht: { $days } um { $time }
set-digest-time = Uhrzeit der Übersicht ändern
set-digest-time-ask = Um welche Zeit kommt die Übersicht? Zum Beispiel: 8:30
set-digest-time-wrong = Das habe ich nicht verstanden. Bitte schreiben Sie eine Uhrzeit wie 8:30. Mit /cancel bleibt alles, wie es ist.
set-digest-time-done = Die Übersicht kommt um { $time } Uhr.
set-digest-time-outside = Die Übersicht kommt um { $time } Uhr. Wo das außerhalb Ihrer Zeiten liegt, kommt sie, wenn die beginnen.
set-own-practice = Meine eigene Übung
digest-daily = Jeden Tag
digest-work = Montag bis Freitag
digest-weekly = Montags
digest-set-daily = Die Übersicht kommt jeden Tag.
digest-set-work = Die Übersicht kommt von Montag bis Freitag.
digest-set-weekly = Die Übersicht kommt montags.
digest-change-on = { DATETIME($day, dateStyle: "medium") }: { $changes }

invite-first = Jemanden einladen
invite-another = Noch jemanden einladen
invite-name = Welchen Codenamen bekommt diese Person? Bitte keinen echten Namen. Zum Beispiel: Fuchs
invite-name-long = Ein Codename hat 1 bis { $most } Zeichen.
invite-name-taken = { $name } gibt es bei Ihnen schon. Bitte wählen Sie einen anderen Codenamen.
invite-myself = Selbst ausprobieren
invite-self-already = Sie probieren es hier schon selbst aus. /today zeigt Ihre eigene Übung.
invite-link = Link für <b>{ $name }</b>. Er gilt einmal, { $hours } Stunden lang. Bitte geben Sie ihn selbst weiter:
    { $link }
invite-again = Ein neuer Link
self-code-name = ich, zum Ausprobieren
confirm-yes = Ja, das ist die Person
confirm-no = Nein
confirm-done = { $name } ist bestätigt. Jetzt können Sie etwas vorschlagen.
confirm-rejected = Die Verbindung zu { $name } ist gelöst. Es wurde nichts dorthin geschickt. Sie können einen neuen Link machen.
told-joined = { $name } ist beigetreten und sieht die Nummer <b>{ $number }</b>. Bitte fragen Sie nach, welche Nummer zu sehen ist. Ist es die richtige Person?
told-under-age = { $name } sagt, noch nicht 18 zu sein. Es wurde nichts weiter gefragt, nur die Hilfetelefone wurden gezeigt. Bitte finden Sie gemeinsam einen anderen Weg.
told-declined = { $name } hat der Einwilligung nicht zugestimmt. Es ist nichts gespeichert. Falls sich das ändert: Mit /invite machen Sie einen neuen Link.
told-declined-anew = { $name } hat der geänderten Einwilligung nicht zugestimmt. Darum öffnet sich dort jetzt kein Blatt. Bitte sprechen Sie darüber.
told-accepted = { $name } hat angenommen: { $title }.
told-accepted-waits = { $name } hat zu { $title } ja gesagt. Es wartet: Es laufen so viele Übungen, wie gleichzeitig laufen dürfen. Wenn eine endet, wird { $name } wieder gefragt.
told-not-now = { $name } sagt „jetzt nicht“ zu: { $title }.
told-adjust = { $name } hätte { $title } gern anders: „{ $wish }“
told-paused = { $name } macht Pause bis { $until }.
told-resumed = { $name } hat die Pause beendet.
told-too-much = { $name } sagt, dass die Übung heute zu viel ist, und möchte, dass Sie es wissen.
told-help-opened = { $name } hat „Hilfe jetzt“ geöffnet und möchte, dass Sie es wissen.
told-help-behind = { $name } hat „Hilfe jetzt“ geöffnet und möchte, dass { $carer } es weiß. { $carer } ist hier gerade nicht zu erreichen. Sie sind der Ersatzkontakt: Bitte erreichen Sie { $carer }.
told-help-operator = { $name } hat „Hilfe jetzt“ geöffnet und möchte, dass es die Praxis weiß. Hier nicht zu erreichen: { $carer }. Bitte erreichen Sie { $carer } jetzt.
told-help-operator-contact = { $name } hat „Hilfe jetzt“ geöffnet und möchte, dass { $carer } es weiß; { $carer } ist hier nicht zu erreichen. Ersatzkontakt: { $contact }. Bitte erreichen Sie jetzt jemanden von ihnen.
told-unreachable = { $name } ist nicht erreichbar: Der Bot ist blockiert oder der Chat gelöscht. Nichts davon zählt gegen { $name }.
told-client-ended = Dein:e Therapeut:in hat „{ $title }“ beendet. Dafür kommt nichts mehr.

clients-none = Hier ist noch niemand.
clients-head = { $count ->
    [one] Sie haben hier 1 Klient:in.
   *[other] Sie haben hier { $count } Klient:innen.
}
entry-button-new = Neu: { $day } { $title }
entry-button = { $day } { $title }
entry-of = { $name }

assign-nobody = Hier ist noch niemand, für den Sie etwas vorschlagen können. Klient:innen treten über Ihren Link bei, und Sie bestätigen sie.
assign-who = Für wen?
assign-for = Für <b>{ $name }</b>. Ein paar kurze Fragen. Am Ende sehen Sie, was { $name } sehen wird.
assign-now = Eine Übung vorschlagen
assign-again = Neu vorschlagen
assign-client-gone = Diese Person ist nicht mehr bei Ihnen. Darum kann nichts vorgeschlagen werden.
assign-preview = <b>Das wird { $name } sehen.</b> Noch ist nichts geschickt.
    Die nächsten Termine, in der Zeit dort:
    { $dates }
assign-preview-log = <b>Das wird { $name } sehen.</b> Noch ist nichts geschickt.
    Hierfür meldet sich nichts: Es beginnt mit /log.
assign-send = Schicken
assign-discard = Verwerfen
assign-sent = An { $name } geschickt. Es beginnt mit der Zusage.
assign-sent-away = { $name } ist gerade nicht erreichbar. Nach der Rückkehr steht es unter /today.
assign-discarded = Verworfen. Es wurde nichts geschickt.
assignments-none = Gerade ist nichts vereinbart.
assignments-line = <b>{ $name }</b>: { $title }. { $schedule }. { $state }, bis { $until }
assignment-active = vereinbart
assignment-proposed = wartet auf Antwort
assignment-not-now = jetzt nicht
assignment-waits = ja gesagt; wartet, bis eine andere Übung endet
assignment-adjusting = anders gewünscht
assignment-end-short = Beenden
assignment-ended-state = beendet
assignment-draft = noch nicht geschickt
assignment-end-sure = „{ $title }“ für { $name } beenden? Was geschrieben ist, bleibt.
assignment-end-yes = Ja, beenden
assignment-ended = Beendet: { $title }.

proposal-head = Das ist ein Vorschlag aus deiner Therapie. Du entscheidest.
proposal-why = <b>Wozu:</b> { $why }
proposal-what = <b>Was:</b> { $title }, etwa { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
proposal-enough = <b>Genug ist:</b> { $enough }
proposal-when = <b>Wann:</b> { $schedule }, bis { $until }
proposal-share-all = Dein:e Therapeut:in kann lesen, was du schreibst. Du kannst das bei jedem Blatt ändern.
proposal-share-summary = Dein:e Therapeut:in sieht die Zahlen und wozu sie gehören, etwa „traurig 80“, aber nicht deine anderen Worte. Du kannst das bei jedem Blatt ändern.
proposal-share-nothing = Dein:e Therapeut:in sieht nur, dass du es gemacht hast. Du kannst das bei jedem Blatt ändern.
proposal-accept = Ja
proposal-adjust = Etwas ändern
proposal-not-now = Jetzt nicht
proposal-accept-later = Doch ja
agreed-now = Vereinbart. Zu diesen Zeiten frage ich dich als Nächstes:
    { $dates }
    Mit /log kannst du jederzeit beginnen, mit /pause eine Pause machen.
agreed-log = Vereinbart. Es meldet sich nichts: Du beginnst mit /log, wann du magst.
adjust-ask = Was wäre anders besser? Schreib es in deinen Worten. Dein:e Therapeut:in liest es.
adjust-ask-times = Was wäre anders besser? Drück eine Zeit, um sie zu verschieben. Oder schreib es in deinen Worten. Dein:e Therapeut:in liest es.
adjust-told-active = Dein:e Therapeut:in erfährt davon. Bis ihr etwas anderes vereinbart, bleibt alles, wie es ist.
adjust-told = Dein:e Therapeut:in erfährt davon und macht einen neuen Vorschlag. Bis dahin meldet sich nichts.
not-now-kept = Das ist in Ordnung. Es meldet sich nichts. Dein:e Therapeut:in erfährt davon.

weekday-short-1 = Mo
weekday-short-2 = Di
weekday-short-3 = Mi
weekday-short-4 = Do
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = So
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = März
month-short-4 = Apr
month-short-5 = Mai
month-short-6 = Juni
month-short-7 = Juli
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Okt
month-short-11 = Nov
month-short-12 = Dez

reading-head = { $title }, { $state }, geschrieben in { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
reading-done = fertig
reading-partial = zum Teil fertig
reading-recalled = { $state }, aus der Erinnerung
reading-changed = { $state }, später geändert
reading-changed-step = { $label } (später geändert)
reading-kept = Die Worte und Zahlen werden nicht geteilt.
reading-summary = Nur die Zahlen werden geteilt:
reading-no-numbers = Es wurde keine Zahl genannt.
reading-notes = Auch geschrieben

library-head = <b>Die Arbeitsblätter.</b> Drücken Sie eines, um seine Schritte zu sehen.
library-sheet = <b>{ $title }</b>, { $form }, etwa { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
form-full = volle Form
form-light = kurze Form
form-minute = Ein-Minuten-Form
kind-info = (zum Lesen)
kind-text = (Worte)
kind-choice = (eine Auswahl)
kind-multi = (mehrere möglich)
kind-scale = (Einschätzung)
kind-moods = (Gefühle, jedes eingeschätzt)
kind-text_list = (mehrere kurze Texte)
kind-number = (Zahl)
kind-date = (Datum)
kind-time = (Uhrzeit)
kind-yes_no = (ja oder nein)
kind-clock = (eine Uhr)
kind-pick = (eines von vorher)
kind-rerate = (noch einmal einschätzen)
