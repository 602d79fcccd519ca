# Programs: practices one after another. The therapist's form, the proposal, each step announced.
# German says "du" to clients and "Sie" to therapists.

program-button = Lieber ein Programm
program-about = <b>{ $title }</b>: { $about }
program-preview = <b>Das wird { $name } sehen.</b> Noch ist nichts geschickt.
program-head = { $count ->
    [one] Das ist ein Vorschlag aus deiner Therapie. Du entscheidest.
   *[other] Das ist ein Vorschlag aus deiner Therapie, in { $count } Schritten. Du entscheidest.
}
program-title = <b>{ $title }</b>
program-step = <b>Schritt { $number }:</b> { $title }, etwa { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}; { $schedule }, { $weeks ->
    [one] 1 Woche
   *[other] { $weeks } Wochen
} lang. { $begins }
program-begins-at-once = Beginnt, wenn du ja sagst.
program-begins-after-completion = { $count ->
    [0] Beginnt, wenn der Schritt davor vorbei ist.
    [one] Beginnt nach 1 Blatt aus dem Schritt davor, oder wenn der vorbei ist.
   *[other] Beginnt nach { $count } Blättern aus dem Schritt davor, oder wenn der vorbei ist.
}
program-begins-after-days = { $days ->
    [one] Beginnt 1 Tag nach dem Ende des Schritts davor.
   *[other] Beginnt { $days } Tage nach dem Ende des Schritts davor.
}
program-begins-interval = { $days ->
    [one] Beginnt 1 Tag nach dem Anfang des Schritts davor.
   *[other] Beginnt { $days } Tage nach dem Anfang des Schritts davor.
}
program-no = Bevor ein weiterer Schritt beginnt, hörst du von mir. Dann kannst du nein dazu sagen.
link-announced = Der nächste Schritt, den ihr vereinbart habt: <b>{ $title }</b>, etwa { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}; { $schedule }. Er beginnt am { $day }, wenn das für dich passt.
link-yes = Ja, weiter
link-no = Nein, diesen nicht
link-kept = Gut. { $title } beginnt dann.
link-refused = Das ist in Ordnung. { $title } beginnt nicht. Dein:e Therapeut:in erfährt davon.
link-begun = { $title } hat am { $began } begonnen und geht bis { $until }. Du kannst es ruhen lassen oder beenden, wann du willst.
link-not-now = Du hast zu { $title } nein gesagt. Es beginnt also nicht. Du kannst es dir anders überlegen.
link-waits = { $title } wartet, bis eine andere Übung endet. Dann melde ich mich.
told-link-waits = { $title } wartet bei { $name }: Es laufen so viele Übungen, wie gleichzeitig laufen dürfen. Wenn eine endet, wird es wieder angekündigt.
told-link = { $name } geht zum nächsten Schritt: { $title }.
told-link-refused = { $name } sagt nein zum nächsten Schritt: { $title }. Was danach kommt, wartet.
assignment-chained = kommt später dran
assignments-line-chained = <b>{ $name }</b>: { $title }. { $schedule }. { $state }
