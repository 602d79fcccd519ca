# One claim, one key: say only what is true now (homework/safety/consents.py lists those in use).
# German says "du": clients read this.
consent-title = <b>Bevor du beginnst</b>
consent-what = Dieser Bot bringt dir Übungen, { $carers ->
    [one] die du und { $therapist } vereinbart. Er stellt eine Frage nach der anderen. Was du schreibst, bewahrt er für euch beide auf.
   *[other] die du mit { $therapist } vereinbarst. Er stellt eine Frage nach der anderen. Was du schreibst, bewahrt er für dich und für sie auf.
}

consent-telegram = • Chats mit Bots sind nicht von Ende zu Ende verschlüsselt. Telegram hat Kopien von dem, was du und der Bot schreiben.
consent-kept = • Auch die Praxis bewahrt auf, was du schreibst. Es liegt verschlossen da, mit einem eigenen Schlüssel für dich.
consent-operator = • Wer diesen Bot für die Praxis betreibt, verwahrt den Schlüssel. Diese Person könnte also lesen, was du schreibst.

consent-who = • { $therapist } { $carers ->
    [one] kann ein Blatt lesen, wenn es geschlossen ist: so, wie ihr beide es vereinbart habt.
   *[other] können ein Blatt lesen, wenn es geschlossen ist: so, wie ihr es vereinbart habt.
} Ein Blatt schließt, wenn du fertig bist, wenn du es beendest oder wenn seine Zeit um ist. Geht ein Blatt über Tage, dann schließt jeder Teil für sich. Bis dahin { $carers ->
    [one] sieht
   *[other] sehen
} { $therapist } nur, dass du begonnen hast und wie weit du bist.
consent-when = • Niemand liest in diesem Chat live mit. { $therapist } { $carers ->
    [one] liest
   *[other] lesen
}, wenn Zeit ist, oft erst vor der nächsten Sitzung.

consent-emergency = • Dieser Bot ist nicht für den Notfall. Schick jederzeit /crisis. Dann siehst du, wen du anrufen kannst. Das geht auch, wenn du dem Rest nicht zustimmst.
consent-screening = • Dieser Bot prüft nicht, ob in deinen Worten eine Gefahr steckt. Bitte rechne nicht damit, dass es jemand merkt. Wenn du in Gefahr bist, ruf an.
consent-screening-on = • Ein Programm sucht in deinen Worten nach einigen, die Gefahr bedeuten können. Es übersieht manches und kann sich irren. Findet es etwas, siehst du, wen du anrufen kannst, und { $therapist } { $carers ->
    [one] bekommt
   *[other] bekommen
} eine Notiz, oft erst in der Arbeitszeit. Sie kann die gefundenen Worte zeigen, auch aus einem Blatt, das du nicht teilst. { $carers ->
    [one] Ist { $therapist } weg, bekommt sie auch, wer vertritt. Sieht { $therapist } nicht nach,
   *[other] Ist jemand von ihnen weg, bekommt sie auch, wer vertritt. Sieht niemand von ihnen nach,
} erfährt jemand aus dem Kollegium oder die Praxis, dass es eine Notiz gibt. Bitte rechne nicht damit, dass es jemand merkt. Wenn du in Gefahr bist, ruf an.

consent-right-no = • Du kannst jetzt nein sagen. Du kannst auch später aufhören: Nach /stop kommt nichts mehr von selbst. Du brauchst keinen Grund zu nennen.
consent-right-pause = • /pause hält die Nachrichten eine Zeit lang an.
consent-right-privacy = • /privacy zeigt, was von dir da ist und wer was davon gelesen hat.
consent-right-copy = • /export schickt dir eine Kopie davon.
consent-right-erase = • /forget löscht es: sofort, oder in höchstens 30 Tagen, wo eine Praxis nach dem Gesetz Akten aufhebt. Was bei Telegram liegt, haben wir nicht in der Hand.
consent-after-care = • Wenn die Begleitung hier endet, bleibt noch { $count } Tage gespeichert, was du geschrieben hast. Dann wird es gelöscht. 14 Tage vorher sage ich es dir.

consent-question = Stimmst du zu?
consent-agree = Ich stimme zu
consent-decline = Nein, ich stimme nicht zu

consent-changed-4 = Neu: Jetzt steht da, wie lange gespeichert bleibt, was du geschrieben hast, wenn die Begleitung hier endet: { $count } Tage.
consent-changed-screening-on = Neu: Ein Programm sucht jetzt in deinen Worten nach einigen, die Gefahr bedeuten können. Es übersieht manches.
consent-changed-screening-off = Neu: Kein Programm sucht mehr in deinen Worten nach Zeichen von Gefahr, oder nicht in dieser Sprache.
consent-changed-days = Neu: Wenn die Begleitung hier endet, bleibt noch { $count } Tage gespeichert, was du geschrieben hast.
