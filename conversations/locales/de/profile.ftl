# What a client tells about their days. Each question may be skipped and is never put twice.
# German says "du" to clients and "Sie" to therapists (the lines profile-told-… and suggest-…).

profile-one = Eine Frage, wenn du magst. Dein:e Therapeut:in sieht die Antwort, wenn es um neue Vorschläge geht.
profile-skip = Auslassen
profile-done = Fertig
profile-thanks = Danke. Mit /settings kannst du es ändern.
profile-skipped = Das ist in Ordnung. Du findest es in /settings.
profile-minutes = Wie viele Minuten am Tag sind für dich machbar?
profile-minutes-5 = 5
profile-minutes-10 = 10
profile-minutes-15 = 15
profile-minutes-30 = 30
profile-minutes-45 = 45
profile-best = Wann passt es dir gut? Drück alles, was stimmt.
profile-best-morning = Am Morgen
profile-best-midday = Mittags
profile-best-afternoon = Nachmittags
profile-best-evening = Am Abend
profile-days = Wie sind deine Tage?
profile-days-work = Unter der Woche Arbeit, Schule
profile-days-shifts = Schichtdienst
profile-days-home = Meist zu Hause
profile-days-varies = Jeder Tag ist anders
profile-hard = Fällt dir etwas davon schwer? Drück alles, was stimmt.
profile-hard-reading = Lesen
profile-hard-writing = Schreiben
profile-hard-focus = Bei der Sache bleiben
profile-hard-none = Nichts davon
profile-way = Wie antwortest du gern?
profile-way-taps = Mit Knöpfen
profile-way-words = In meinen Worten
profile-way-either = Beides

set-profile = Über meine Tage
profile-head = <b>Über deine Tage.</b> Dein:e Therapeut:in sieht das, wenn es um neue Vorschläge geht. Drück eine Zeile, um sie zu ändern.
profile-line = { $question } { $answer }
profile-unsaid = nicht gesagt
profile-name-minutes = Minuten am Tag:
profile-name-best = Gute Zeiten:
profile-name-days = Meine Tage:
profile-name-hard = Fällt mir schwer:
profile-name-way = Ich antworte gern:

profile-told = { $name } sagt: { $said }
profile-told-minutes = { $answer } Minuten am Tag sind machbar
profile-told-best = gute Zeiten: { $answer }
profile-told-days = Tage: { $answer }
profile-told-hard = schwer: { $answer }
profile-told-way = antwortet gern: { $answer }

suggest-full = Voll
suggest-light = Kurz
suggest-minute = Eine Minute
suggest-fits = { $form } (passt zum Gesagten)
