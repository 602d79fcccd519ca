# Worksheets over days, and points of a series. To the client first, then to the therapist.

part-moved = That time lies in your quiet hours, so I moved it to their end. /settings changes your quiet hours.
part-today = { $title }: the next part comes { $when }.
part-begin-early = Do it now: { $title }
part-log-running = "{ $title }" is under way. The next part comes { $when }.
part-log-waiting = "{ $title }" is under way, and its next part is open.
part-log-go-on = Do the next part now
part-log-another = Begin another one
part-over = This one is closed. /log starts a new one.

points-today = <b>Today so far</b>
points-none = No numbers today.
points-name = <b>{ $name }</b>:
state-default = mood

points-range = { $name }: { $count ->
    [one] 1 answer, { $low }
   *[other] { $count } answers, from { $low } to { $high }
}
points-range-mean = { $name }: { $count } answers, from { $low } to { $high }, mean { $mean }
points-summary = { $text }
points-day = <b>{ DATETIME($day, dateStyle: "medium") }</b>
points-at = { $time } { $points }
points-note = “{ $text }”
points-kept = { $count ->
    [one] 1 more answer they keep to themselves.
   *[other] { $count } more answers they keep to themselves.
}
