# Worksheets over days, and points of a series. To the client first, then to the therapist.

part-moved = That time lies in your quiet hours, so I moved it to their end. /settings changes your quiet hours.
part-recall = Today is the day you picked. You need not answer: I ask how it went on { $when }.
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
points-recalled = { $time } { $points } (from memory)
points-about = { $value } (“{ $text }”)
points-changed = { $said } (changed afterwards)
points-note = “{ $text }”
points-kept = { $count ->
    [one] 1 more answer they keep to themselves.
   *[other] { $count } more answers they keep to themselves.
}

assign-problem-close = { $first } and { $second } lie less than an hour apart. Each prompt is open for an hour, so please leave that much between them.
assign-problem-name-long = One of the names is too long. Please keep each at { $most } letters or fewer: press "States".
assign-problem-name-twice = Two of the names are the same. Please press "States" and begin that list again.

proposal-states = <b>You rate:</b> { $names }
proposal-many = <b>Please note:</b> that is { $count } prompts a day, more than the usual { $usual }. Say yes only if that is fine for you.

digest-under-way = { $title } is under way, its next part on { $when }
reading-open = under way
reading-head-days = { $title }, { $state }, { $days ->
    [0] begun and last written on one day
    [one] 1 day from the plan to the last part
   *[other] { $days } days from the plan to the last part
}
reading-pair-short = { $before } “{ $first }” | { $after } “{ $second }”
reading-brought = { $label }: { $said }
reading-added = { $first }
    <i>Added later:</i> { $added }
reading-put-off = <b>Put off</b>
    { $said }
points-button = { $title }: { $count }
points-button-new = New: { $title }: { $count }
