# What a client may do with what is kept about them.
# German says "du" to clients and "Sie" to therapists (the lines told-… and erase-…).

command-export = eine Kopie von dem, was hier von dir ist

command-stop = nichts mehr, um das du nicht bittest

stop-done = Erledigt. Von selbst schicke ich nichts mehr. Nichts zählt gegen dich, und was du geschrieben hast, bleibt. Dein:e Therapeut:in erfährt davon. Mit /log kannst du trotzdem schreiben, und /crisis antwortet immer. Mit /start kommen wieder Nachrichten.
stop-still = Ich schicke schon nichts mehr von selbst. Mit /start kommen wieder Nachrichten.
stop-undo = Wieder Nachrichten bekommen
start-back = Schön, dass du da bist. Nachrichten kommen wieder wie vereinbart. Dein:e Therapeut:in erfährt davon.
today-stopped = Ich schicke nichts von selbst. So hast du es gewählt.
when-back = wenn wieder Nachrichten kommen
told-stopped = { $name } hat den Bot gebeten, nichts von selbst zu schicken. Nichts davon zählt als ausgefallen. Schreiben geht weiter, und die Rückkehr jederzeit.
told-came-back = { $name } möchte wieder Nachrichten. Anfragen kommen wie vereinbart.
digest-erased-on = möchte, dass alles gelöscht wird: am { DATETIME($day, dateStyle: "medium") } geschieht es von selbst, also vorher aufheben, was aufzuheben ist
digest-messages-stopped = hat die Nachrichten angehalten
assign-sent-stopped = Für { $name } aufgehoben, aber nicht geschickt: Die Nachrichten sind angehalten. Bei der Rückkehr wird es gezeigt. Wenn es wichtig ist, sprechen Sie mit { $name }.

export-page = Deine Kopie, zum Lesen. Sie öffnet sich im Browser deines Handys.
export-media = Deine Sprachnachrichten und Fotos, und Dateien, die zu deinen Übungen gehören.
export-data = Dasselbe für Programme, mit jedem Datum und jeder Uhrzeit. Heb beides dort auf, wo sonst niemand mitliest.
export-just-made = Deine Kopie ist gerade erst gemacht. Sie steht oben oder kommt gleich.

command-forget = löschen, was hier von dir ist

forget-copy = Du möchtest, dass alles gelöscht wird. Ab jetzt schicke ich nichts von selbst. Noch ist nichts gelöscht. Möchtest du zuerst eine Kopie? Danach kann niemand mehr eine machen.
forget-copy-button = Zuerst eine Kopie schicken
forget-once-button = Ohne Kopie weiter
forget-keep-button = Alles behalten
forget-once = Das löscht, was du geschrieben hast und was hier vereinbart war, für dich und in der Therapie. Dein:e Therapeut:in erfährt, dass du es wolltest. Nicht gelöscht wird, was dort in eigenen Notizen steht, und auch nicht, was Telegram von diesem Chat hat. Alles löschen?
forget-twice-button = Ja, alles löschen
forget-twice = Niemand kann es rückgängig machen: nicht du, nicht dein:e Therapeut:in, nicht die Praxis. Bist du sicher?
forget-erase-button = Jetzt löschen
forget-begins = Es wird jetzt gelöscht. Eine letzte Nachricht sagt dir, wenn es fertig ist.
forget-done = Es ist fertig. Alles, was hier von dir war, ist gelöscht. Auch der Schlüssel dazu ist gelöscht: Alte Sicherungen bleiben damit auch zu. Was noch in diesem Chat steht, liegt bei Telegram: Dort kannst du den Chat löschen. Wenn du Hilfe brauchst, zeigt /crisis weiter, wen du anrufen kannst. Alles Gute.
forget-waits = Dein Wunsch ist notiert. Dein:e Therapeut:in erfährt davon. Vielleicht gibt es Akten, die das Gesetz verlangt. Die kommen zuerst, dann wird hier alles gelöscht. Spätestens am { $day } geschieht es von selbst. Bis dahin schicke ich nichts von selbst.
forget-kept = Nichts ist gelöscht. Von selbst schicke ich weiter nichts, bis du es möchtest.
retention-announced = Hier liest niemand mehr. Am { $day } wird gelöscht, was du geschrieben hast. Danach kann es niemand zurückholen. Wenn du eine Kopie willst, schick vorher /export. Wenn du es jetzt gelöscht haben möchtest, schick /forget.
told-erased = { $name } wollte hier alles löschen lassen, und es ist geschehen. Niemand kann es zurückholen.
told-forget = { $name } möchte hier alles löschen lassen. Bitte sichern Sie zuerst außerhalb dieses Bots, was Sie nach dem Gesetz aufheben: /export macht eine Datei aus dem, was geteilt ist. Dann drücken Sie den Knopf. Am { $day } geschieht es von selbst.
told-keeps = { $name } möchte nun doch alles behalten. Nichts ist gelöscht.
erase-ask-button = Jetzt löschen
erase-ask = Alles von { $name } löschen, wie gewünscht? Das lässt sich nicht rückgängig machen.
erase-yes-button = Ja, löschen
erase-no-button = Noch nicht
erase-begins = Alles von { $name } wird jetzt gelöscht. Eine letzte Nachricht geht noch dorthin.
erase-later = Noch ist nichts gelöscht. Am { $day } wird alles von { $name } von selbst gelöscht.

copy-title = Was hier von dir ist
copy-file = kopie-{ $day }
copy-made = Gemacht am { $day }, deine Zeit ({ $zone }).
copy-about = Hier heißt du „{ $name }“. Wer dich hier behandelt: { $carers }.
copy-agreed = Was vorgeschlagen und vereinbart wurde
copy-under-way = Blätter, die noch offen sind
copy-entries = Was du geschrieben hast
copy-entry = Geschlossen am { $day }
copy-trail = Wer wann was damit gemacht hat
copy-rest = Die Datei, die mit dieser Seite kam, enthält dasselbe und mehr: jedes Mal, wenn etwas geplant, geschickt, geöffnet und beantwortet wurde. Notizen, die in der Therapie nur für dort geführt werden, sind nicht darin. Auch nicht, was Telegram von diesem Chat hat.

privacy-read-head = <b>Wer zuletzt was von dir gelesen hat</b>
privacy-read-nothing = Hier hat noch niemand etwas von dir geöffnet.
privacy-read = • { $when }: { $words }

trail-you = du
trail-house = der Bot
trail-a-sheet = ein Blatt
trail-read-page = deine Seite geöffnet ({ $who })
trail-read-brief = eine Zusammenfassung für die Sitzung bekommen ({ $who })
trail-read-entry = „{ $title }“ gelesen ({ $who })
trail-read-practice = angesehen, was mit dir vereinbart ist ({ $who })
trail-read-list = eine Liste von dir angesehen ({ $who })
trail-share-all = alles von „{ $title }“ geteilt ({ $who })
trail-share-summary = nur die Zahlen von „{ $title }“ geteilt ({ $who })
trail-share-nothing = „{ $title }“ für sich behalten ({ $who })
trail-export = um eine Kopie gebeten ({ $who })
trail-client-consent = der Einwilligung zugestimmt ({ $who })
trail-client-pause = eine Pause begonnen ({ $who })
trail-client-resume = die Pause beendet ({ $who })
trail-client-stop = die Nachrichten angehalten ({ $who })
trail-client-start = wieder Nachrichten erlaubt ({ $who })
trail-forget-ask = gefragt, wie man alles löscht ({ $who })
trail-forget-keep = doch alles behalten ({ $who })
trail-forget-order = um das Löschen von allem gebeten ({ $who })

set-tidy-on = Chat nach einem Blatt aufräumen
set-tidy-off = Chat so lassen
set-tidy-now-on = An. Zehn Minuten nach einem Blatt lösche ich seine Fragen und deine Antworten aus diesem Chat. Was du geschrieben hast, bleibt gespeichert, und /progress zeigt es. Die letzte Nachricht eines Blatts bleibt. Telegram lässt mich nur löschen, was jünger als 48 Stunden ist; ich sage es dir, wenn etwas älter ist. Was Telegram selbst aufbewahrt, weiß ich nicht.
set-tidy-now-off = Aus. Aus diesem Chat wird nichts mehr gelöscht.
tidy-refused = Telegram hat mich die Nachrichten eines Blatts nicht löschen lassen. Halte sie gedrückt, um sie selbst zu löschen. Was du geschrieben hast, bleibt gespeichert.
tidy-older =
    { $count ->
        [one] Eine Nachricht des Blatts ist
       *[other] { $count } Nachrichten des Blatts sind
    } älter als 48 Stunden, und Telegram lässt sie mich nicht löschen. Halte sie gedrückt, um sie selbst zu löschen.
