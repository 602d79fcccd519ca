# Worksheets over days, and points of a series. To the client first, then to the therapist.
# German says "du" to clients and "Sie" to therapists.

part-moved = Diese Zeit liegt in deiner Ruhezeit. Ich habe sie an deren Ende verschoben. Mit /settings kannst du die Ruhezeit ändern.
part-recall = Heute ist der Tag, den du gewählt hast. Du brauchst nicht zu antworten: Wie es war, frage ich am { $when }.
part-today = { $title }: Der nächste Teil kommt: { $when }.
part-begin-early = Jetzt machen: { $title }
part-log-running = „{ $title }“ läuft gerade. Der nächste Teil kommt: { $when }.
part-log-waiting = „{ $title }“ läuft gerade, und der nächste Teil ist offen.
part-log-go-on = Jetzt den nächsten Teil
part-log-another = Noch eins beginnen
part-over = Das ist geschlossen. /log beginnt ein neues.

points-today = <b>Heute bis jetzt</b>
points-none = Heute keine Zahlen.
points-name = <b>{ $name }</b>:
state-default = Stimmung

points-range = { $name }: { $count ->
    [one] 1 Antwort, { $low }
   *[other] { $count } Antworten, von { $low } bis { $high }
}
points-range-mean = { $name }: { $count } Antworten, von { $low } bis { $high }, im Mittel { $mean }
points-summary = { $text }
points-day = <b>{ DATETIME($day, dateStyle: "medium") }</b>
points-at = { $time } { $points }
points-recalled = { $time } { $points } (aus der Erinnerung)
points-about = { $value } („{ $text }“)
points-changed = { $said } (später geändert)
points-note = „{ $text }“
points-kept = { $count ->
    [one] 1 weitere Antwort wird nicht geteilt.
   *[other] { $count } weitere Antworten werden nicht geteilt.
}

assign-problem-close = { $first } und { $second } liegen weniger als eine Stunde auseinander. Jede Anfrage ist eine Stunde offen. Bitte lassen Sie so viel dazwischen.
assign-problem-name-long = Einer der Namen ist zu lang. Bitte höchstens { $most } Zeichen für jeden: Drücken Sie „Zustände“.
assign-problem-name-twice = Zwei der Namen sind gleich. Bitte drücken Sie „Zustände“ und beginnen Sie diese Liste neu.

proposal-states = <b>Du schätzt ein:</b> { $names }
proposal-many = <b>Gut zu wissen:</b> Das sind { $count } Anfragen am Tag, mehr als die üblichen { $usual }. Sag nur ja, wenn das für dich passt.

digest-under-way = { $title } läuft gerade, der nächste Teil am { $when }
reading-open = läuft gerade
reading-head-days = { $title }, { $state }, { $days ->
    [0] begonnen und zuletzt geschrieben am selben Tag
    [one] 1 Tag vom Plan bis zum letzten Teil
   *[other] { $days } Tage vom Plan bis zum letzten Teil
}
reading-pair-short = { $before } „{ $first }“ | { $after } „{ $second }“
reading-brought = { $label }: { $said }
reading-added = { $first }
    <i>Später dazu:</i> { $added }
reading-put-off = <b>Verschoben</b>
    { $said }
points-button = { $title }: { $count }
points-button-new = Neu: { $title }: { $count }
