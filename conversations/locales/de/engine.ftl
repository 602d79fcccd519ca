# What the conversation itself says. Plain words, short, kind; no praise and no advice.
# German says "du" to clients. Lines that therapists meet in their forms too address nobody.

# Die Frage
ask-progress = { $step } von { $count }
ask-pinned = <i>{ $label }:</i> { $answer }
ask-ends = 0 = { $low } · { $max } = { $high }
ask-so-far = Bis jetzt: { $answer }
ask-answer-now = Die Antwort im Moment: { $answer }
ask-locked = Deine ersten Worte bleiben, wie sie sind. Was du jetzt schickst, kommt darunter.
ask-skip-offer = Auslassen geht auch. Das ist in Ordnung.
ask-skip-offer-cannot = Du kannst auch „Geht noch nicht“ drücken. Das ist in Ordnung.
ask-more-moods = Noch ein Gefühl? Schick es, oder drück „Das ist alles“.
ask-more-texts = Noch etwas? Schick es, oder drück „Das ist alles“.
ask-more-new = Ist jetzt ein neues Gefühl da? Schick es, oder drück „Das ist alles“.
ask-type-choice = Die ersten Buchstaben zu schreiben geht auch.
ask-unsure-too-much = Ist es gerade zu viel, oder ist das deine Antwort?
ask-unsure-pause = Willst du hier erst einmal aufhören, oder ist das deine Antwort?
ask-unsure-back = Willst du zurückgehen, oder ist das deine Antwort?

# Knöpfe
button-ok = Weiter
button-yes = Ja
button-no = Nein
button-today = Heute
button-yesterday = Gestern
button-tomorrow = Morgen
button-done = Fertig
button-all = Das ist alles
button-cannot-yet = Geht noch nicht
button-keep = So lassen
button-clear = Leer lassen
button-anew = Hier neu beginnen
button-chosen = ☑ { $label }
button-open = ☐ { $label }
button-back = Zurück
button-skip = Auslassen
button-pause = Pause
button-smaller-light = Kürzere Form
button-smaller-minute = Ein-Minuten-Form
button-unsure-light = Zu viel: lieber die kürzere Form
button-unsure-minute = Zu viel: eine Minute reicht
button-unsure-too-much = Zu viel: zur Seite legen
button-unsure-pause = Zur Seite legen
button-unsure-mine = Das ist meine Antwort
button-help = Hilfe jetzt
button-edit = ✎ { $label }
button-finish = Fertig
button-undo = Wieder herausnehmen
button-resume = Jetzt weiter

# Was nicht angenommen wurde, mit einem Beispiel
refuse-empty = Die Nachricht kam ohne Worte an. Bitte noch einmal schreiben.
refuse-rating = Bitte eine Zahl von 0 bis { $max } schicken, zum Beispiel { $example }. Ungefähr reicht.
refuse-rating-range = Die Skala geht von 0 bis { $max }. Welche Zahl darauf kommt am nächsten?
refuse-rating-which = Ist das { $first } oder { $last } auf der Skala von 0 bis { $max }? Bitte eine drücken, oder die Zahl noch einmal schreiben.
refuse-rating-between = Hier braucht es eine einzige Zahl. Welche kommt am nächsten: { $first }, { $last } oder eine dazwischen?
refuse-rating-several = Welche Zahl auf der Skala von 0 bis { $max } ist es? Bitte eine drücken, oder eine Zahl schicken.
refuse-unlikely = Bei „{ $label }“ hast du vorhin { $earlier } angegeben. Wenn { $given } stimmt, gib es bitte noch einmal an.
refuse-moods = Bitte für jedes Gefühl ein Wort schicken. Eine Zahl dazu geht auch, zum Beispiel: traurig { $high }, wütend { $low }
refuse-choice = Bitte einen der Knöpfe drücken, oder schreiben, was darauf steht.
refuse-pick = Bitte einen der Knöpfe drücken, oder seine Nummer schicken, zum Beispiel 1.
refuse-yes-no = Bitte Ja oder Nein drücken.
refuse-number = Bitte eine Zahl schicken, zum Beispiel 20.
refuse-number-range = Bitte eine Zahl von { $min } bis { $max } schicken.
refuse-number-whole = Bitte eine ganze Zahl schicken, zum Beispiel 20.
refuse-date = Bitte einen Tag schicken, zum Beispiel: heute, Freitag, 5. Mai.
refuse-date-which = Das kann { DATETIME($first, dateStyle: "full") } oder { DATETIME($last, dateStyle: "full") } sein. Welcher Tag ist es? Bitte den Monat als Wort schreiben.
refuse-time = Bitte eine Uhrzeit schicken, zum Beispiel 18:30 oder 18 Uhr.
refuse-over = Diese Zeit ist schon vorbei. Bitte eine schicken, die noch kommt.
refuse-over-today = Diese Zeit ist heute schon vorbei. Bitte eine spätere schicken, oder mit „Zurück“ einen anderen Tag wählen.
refuse-long = Das sind { $length } Zeichen. Hier ist Platz für { $limit }. Bitte kürzer schicken.
refuse-info = Hier braucht es keine Antwort. Nach dem Lesen bitte „Weiter“ drücken.
refuse-none-yet = Hier steht noch nichts. Bitte etwas schicken, oder „Auslassen“ drücken.
refuse-more = Bitte mindestens { $min } wählen.
refuse-required = Das Blatt braucht diese Antwort. Ein paar Worte reichen.
refuse-required-closest = Das Blatt braucht diese Antwort. Was am ehesten passt, reicht.
refuse-required-cannot-yet = Das Blatt braucht diese Antwort. Wenn sie heute nicht kommt: „Geht noch nicht“ drücken.
refuse-first = Das ist die erste Frage.
refuse-no-smaller = Hiervon gibt es keine kürzere Form.
refuse-locked = Diese Antwort bleibt so, wie sie damals war. So lässt sich später vergleichen.

# Was eine Frage annimmt
wanted-words = Bitte in eigenen Worten antworten.
wanted-list = Bitte die Antworten einzeln schreiben, eine in jeder Nachricht.
wanted-review = Eine Zeile drücken, um sie zu ändern. Oder Fertig.

# Was geschehen ist
said-noted = Die Worte stehen jetzt neben den Antworten.
said-reworded-taken = Geändert. „{ $label }“ ist jetzt: { $answer }
said-reworded-unclear = In der Änderung finde ich keine Antwort auf „{ $label }“. Also bleibt: { $answer }. Die Nachricht lässt sich noch einmal ändern.
said-reworded-overtaken = „{ $label }“ wurde seitdem neu beantwortet. Es bleibt, wie es ist: { $answer }
said-reworded-locked = „{ $label }“ bleibt so, wie es damals war. So lässt es sich später vergleichen: { $answer }
said-reworded-planned = „{ $label }“ bleibt: { $answer }. Der nächste Teil ist schon danach geplant.
said-reworded-unread = Darin finde ich keine Antwort auf „{ $label }“. Also bleibt: { $answer }. Du kannst auf die Frage noch einmal antworten.
said-reworded-note = Neben den Antworten geändert.
said-added = Steht jetzt bei „{ $label }“.
said-taken-back = Wieder aus „{ $label }“ herausgenommen.
said-stale = Diese Frage hat schon eine Antwort.
said-smaller-light = Das ist jetzt die kürzere Form. Alles, was du geschrieben hast, bleibt.
said-smaller-minute = Das ist jetzt die Ein-Minuten-Form. Alles, was du geschrieben hast, bleibt.
said-put-aside = Zur Seite gelegt. Was geschrieben ist, bleibt. Mit dem Knopf geht es weiter.
said-next-now = Jetzt kommt der nächste Teil.
said-next-later = Dieser Teil ist fertig und bleibt hier. Der nächste kommt am { DATETIME($date, dateStyle: "full") } um { $time } Uhr.
said-again-later = Das ist in Ordnung. Ich frage dich wieder am { DATETIME($date, dateStyle: "full") } um { $time } Uhr.
said-done = Alles ist da. Hier ist es in deinen Worten:
said-partial = Alles ist da. Was offen ist, kann offen bleiben. Hier ist es in deinen Worten:
said-stopped = Hier geschlossen. Was geschrieben ist, bleibt.
said-closed-form = Hier geschlossen. Nichts wurde gesendet.
said-stopped-empty = Hier geschlossen. Es wurde nichts aufgeschrieben.
said-expired = Dieses Blatt ist jetzt geschlossen. Was du geschrieben hast, bleibt.
said-expired-empty = Dieses Blatt ist jetzt geschlossen.

# Antworten, wieder gezeigt
settled-answer = → <b>{ $answer }</b>
shown-line = <b>{ $label }</b>
    { $answer }
shown-skipped = ausgelassen
shown-cannot-yet = „Geht noch nicht“
shown-yes = ja
shown-no = nein
shown-read = gelesen
shown-none = nichts
shown-rated = { $name } { $rating }
shown-unrated = { $name }
shown-change = { $name } { $before } → { $after }
shown-pair = { $before } → { $after }
shown-unit = { $number } { $unit }
shown-day = { DATETIME($day, dateStyle: "full") }
review-title = <b>Das ist es bis jetzt.</b> Eine Zeile drücken, um sie zu ändern. Oder Fertig.
review-notes = <i>Auch da:</i>
    { $notes }
review-settled = Hier waren die Antworten zum Durchsehen.
said-nothing = In Ordnung. Diesmal wurde nichts aufgeschrieben.
button-clock-start = Uhr starten
button-clock-on = Weiterlaufen lassen
button-clock-done = Ich bin fertig
button-clock-stop = Stopp
clock-before = { $minutes ->
    [one] Die Uhr läuft 1 Minute.
   *[other] Die Uhr läuft { $minutes } Minuten.
} Ohne die Uhr geht es auch: Schick danach die Minuten.
clock-stands = Die Uhr steht bei { $done } von { $minutes } Minuten. Sie geht weiter, wenn du magst.
clock-runs = { $minutes ->
    [one] Die Uhr läuft: 1 Minute.
   *[other] Die Uhr läuft: { $minutes } Minuten.
}
clock-any-time = Du kannst jederzeit aufhören.
clock-into = Was du hier schickst, bleibt. Du kannst jederzeit aufhören.
clock-rated = → { $rating }
clock-so-far = { $done } von { $minutes } Minuten
refuse-clock = Drück den ersten Knopf, dann läuft die Uhr. Oder schick, wie viele Minuten es waren, zum Beispiel 5.
said-stopped-clock = Danke. Hier ist Schluss. Was du geschrieben hast, bleibt.
shown-clock = { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
shown-clock-short = unter einer Minute
shown-clock-rating = { $minutes } Min.: { $rating }
