# A therapist's hours, who is told when they do not look, and being away.
# German says "Sie" to therapists and "du" to clients (the lines away-client…).

hours-on = { $days } { $start } bis { $end }
hours-days = { $first } bis { $last }
hours-none = noch nicht gesagt

therapist-zone-kept = Ihre Uhrzeit ist die von { $zone }.
hours-ask = Wann arbeiten Sie? Alles, was ich Ihnen sage, wartet auf diese Zeiten. Nur Sicherheitshinweise kommen sofort. Drücken Sie etwas, oder schreiben Sie es so: Mo-Do 9-17, Fr 9-13
hours-office = Montag bis Freitag, 9 bis 17
hours-long = Montag bis Freitag, 8 bis 19
hours-any = Zu jeder Zeit
hours-wrong = Das habe ich nicht verstanden. Bitte schreiben Sie es so: Mo-Do 9-17, Fr 9-13. Jeder Tag endet später, als er beginnt. Mit /cancel bleibt alles, wie es ist.
hours-kept = Ihre Zeiten: { $hours }.
contact-ask = Wer darf es erfahren, wenn Sie einen Sicherheitshinweis nicht ansehen? Drücken Sie einen Namen aus dem Team, oder schreiben Sie einen Namen und wie die Person erreichbar ist.
contact-none = Ich habe niemanden
contact-long = Bitte schreiben Sie es in höchstens { $most } Zeichen.
contact-is = Wenn Sie nicht hinsehen: { $name }
contact-operator = Wenn Sie nicht hinsehen: wer diesen Bot betreibt
set-hours = Ihre Zeiten ändern
set-contact = Ändern, wer es dann erfährt

away-ask = Wann sind Sie zurück? Drücken Sie etwas, oder schreiben Sie den Tag. Zum Beispiel: 15. März
away-d3 = In 3 Tagen
away-w1 = In 1 Woche
away-w2 = In 2 Wochen
away-w3 = In 3 Wochen
away-when = Diesen Tag habe ich nicht verstanden, oder er ist schon vorbei. Bitte schreiben Sie es so: 15. März. Mit /cancel bleibt alles, wie es ist.
away-who = Zurück am { $back }. Wer vertritt Sie bis dahin? Die Vertretung erfährt, was Sie erfahren würden, und liest von dem, was Ihre Klient:innen schreiben, nur die Worte bei einem Sicherheitshinweis.
away-nobody = Niemand
away-set = Sie sind weg bis { $back }. Ihre Klient:innen erfahren davon. Alles außer Sicherheitshinweisen wartet auf Sie.
away-asked = Ich habe { $name } gebeten, Sie bis { $back } zu vertreten. Sie erfahren die Antwort. Bis dahin ändert sich nichts.
away-no-clients = Sie haben hier niemanden, bei dem eine Vertretung nötig wäre.
away-now = Sie sind weg bis { $back }.
away-end = Ich bin zurück
away-back = Willkommen zurück. Was gewartet hat, kommt jetzt, in Ihren Zeiten.
away-over = Willkommen zurück. Was auf Sie gewartet hat, kommt jetzt.
away-over-covered = Willkommen zurück. { $name } hat Sie bis jetzt vertreten. Was auf Sie gewartet hat, kommt jetzt.
cover-asked = { $name } ist weg bis { $back } und fragt, ob Sie die Vertretung übernehmen, für { $count ->
    [one] 1 Person
   *[other] { $count } Personen
   }. Sie würden erfahren, was { $name } erfährt, und von dem, was Klient:innen schreiben, nur die Worte bei einem Sicherheitshinweis lesen.
cover-yes = Ja, ich übernehme
cover-no = Ich kann nicht
cover-begun = Danke. Sie vertreten { $name } bis { $back }, für: { $clients }.
cover-agreed = { $name } vertritt Sie bis { $back }. Ihre Klient:innen erfahren davon.
cover-refused = { $name } kann Sie nicht vertreten. Mit /away fragen Sie jemand anderen oder niemanden.
cover-refused-kept = In Ordnung. { $name } erfährt davon.
cover-ended = { $name } ist zurück. Ihre Vertretung ist beendet für: { $clients }.
away-client = { $name } ist weg und am { $back } zurück. Anfragen kommen wie vereinbart, und was du schreibst, bleibt. Im Notfall: /crisis
away-client-covered = { $name } ist weg und am { $back } zurück. Bis dahin übernimmt { $cover } und erfährt, wie es läuft, liest aber nicht, was du schreibst, nur die Worte bei einem Sicherheitshinweis. Im Notfall: /crisis
away-client-over = { $name } ist zurück.
