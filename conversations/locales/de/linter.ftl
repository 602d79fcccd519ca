# What does not fit a client about a practice. What is refused says what would fit; what is warned
# of says what to do.
# German says "Sie".

assign-refused = <b>So kann es nicht geschickt werden:</b>
assign-look = <b>Bitte sehen Sie das an, bevor Sie es schicken:</b>
assign-point = • { $text }
assign-change = Zum Ändern die Zeile unten drücken, dann noch einmal Fertig.
assign-would-fit = { $count ->
    [one] Das würde passen. Einmal drücken übernimmt es:
   *[other] Jedes davon würde passen. Einmal drücken übernimmt es:
}
assign-end-first = Oder beenden Sie zuerst eine davon:

assign-problem-no-why = Noch steht nicht da, wozu es ist. Wer weiß, wozu etwas gut ist, macht es öfter. Drücken Sie „Wozu“ und sagen Sie es in ein oder zwei Sätzen.
assign-problem-why = Das Wozu ist länger als zwei Sätze. Bitte kürzen Sie es: Drücken Sie „Wozu“ und schreiben Sie es neu.
assign-problem-end = Es hat kein Ende, das man sehen kann. Bitte wählen Sie eines: Höchstens { $count } Wochen sind möglich.
assign-problem-never = Keiner dieser Tage kommt vor dem Ende. Bitte wählen Sie frühere Tage oder eine längere Zeit: Drücken Sie „Bis“.
assign-problem-quiet = { $time } Uhr liegt in der Ruhezeit von { $name } ({ $quiet }).
assign-problem-quiet-between = Zwischen { $first } und { $last } liegen Ruhezeiten von { $name } ({ $quiet }).
assign-problem-quiet-waking = So lange nach dem Aufwachen ist es bei { $name } { $time } Uhr, in der Ruhezeit ({ $quiet }).
assign-problem-later = Zwei Stunden nach dem Schreiben wird { $name } gefragt, wie es geht. Bei einem Beginn um { $time } kommt das um { $at } Uhr, in der Ruhezeit ({ $quiet }).
assign-time-on = { $time } am { $days }
assign-fits-one = { $first } würde passen.
assign-fits-two = { $first } oder { $second } würde passen.
assign-problem-relaxation = Auf der Seite von { $name } steht: keine Entspannung. Bitte nehmen Sie ein anderes Blatt. Wenn sich das geändert hat, ändern Sie zuerst die Seite.
assign-problem-expressive-writing = Auf der Seite von { $name } steht: kein expressives Schreiben. Bitte nehmen Sie ein anderes Blatt. Wenn sich das geändert hat, ändern Sie zuerst die Seite.
assign-problem-hierarchy = Eine Exposition ist ein Schritt von einer Liste, die Sie beide gemacht haben, und { $name } hat noch keine. Etwa zehn Situationen, jede mit einer Zahl von 0 bis 100: Der Knopf unten beginnt sie.

assign-warn-grade = Was { $name } lesen wird, ist schwerer als Schulstufe { $most }. Bis dahin lesen die meisten mit Leichtigkeit, auch an einem schlechten Tag. Kürzere Sätze und Wörter aus dem Alltag helfen.
assign-warn-grade-words = Was { $name } lesen wird, ist schwerer als Schulstufe { $most }. Bis dahin lesen die meisten mit Leichtigkeit, auch an einem schlechten Tag. Kürzere Sätze und Wörter aus dem Alltag helfen. Die längsten Wörter: { $hard }.
assign-warn-unread = { $count } Einträge von { $name } warten darauf, gelesen zu werden. Bitte lesen Sie zuerst diese: Was niemand liest, wird bald nicht mehr geschrieben. /clients zeigt sie.

load-minutes = Damit wären es etwa { $minutes } Minuten am Tag, im Mittel über die Woche. Für { $name } sind { $most } das Höchste. Wenn es so viel braucht, sagen Sie bitte, warum.
load-minutes-told = Damit wären es etwa { $minutes } Minuten am Tag, im Mittel über die Woche. { $name } hat gesagt, dass { $most } machbar sind. Wenn es so viel braucht, sagen Sie bitte, warum.
load-prompts = Damit gäbe es { $count } Anfragen an einem Tag. Für { $name } sind { $most } das Höchste.
load-prompts-beside = Damit wären es { $count } Anfragen an einem Tag neben der Selbstbeobachtung; { $most } ist das Höchste für { $name }.
load-practices = Damit gäbe es { $count } Übungen gleichzeitig. Für { $name } sind { $most } das Höchste.
load-series = Damit gäbe es { $count } Reihen von Selbstbeobachtung. Eine gleichzeitig ist das Höchste.

assign-cut-light = die kurze Form
assign-cut-minute = die Ein-Minuten-Form
assign-cut-times = { $count ->
    [one] einmal am Tag
   *[other] { $count }-mal am Tag
}
assign-cut-days = nur { $days }
assign-end-button = Beenden: { $title }
assign-say-why = Es braucht so viel: Grund sagen
assign-why-ask = Warum braucht es so viel für { $name }? Ein Satz reicht. { $name } sieht ihn nicht.
assign-why-wrong = Bitte sagen Sie es in einem Satz mit höchstens { $most } Zeichen. Mit /cancel bleibt alles, wie es ist.
practice-reason = Warum es mehr ist, als in einen Tag passt (das sehen nur Sie): { $reason }
assign-warn-few = Expressives Schreiben ist für drei oder vier Mal gedacht. So eingestellt kommt es { $count ->
    [one] einmal
   *[other] { $count }-mal
}.
assign-few = 4-mal, jeden zweiten Tag
