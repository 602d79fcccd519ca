# What adds up over all sheets of a kind. To the client first, then to the therapist.

tally-own = You have looked back on { $count } of these so far. { $question } { $said }
tally-said = { $label } { $count }
tally-line = { $title }: looked back on { $count } so far. { $name }: { $said }
tally-beside = not counted: { $said }
tally-expected = before, { $label } was { $mean } on average of { $count }
tally-mean = { $name }: { $before } → { $after } on average of { $count } so far

# What practice shows: facts for the therapist, no advice.

fact-times = { $what }: { $count } ×
fact-items = From the list so far: { $items }
fact-fear = Newest: fear at the start { $start }, at its most { $peak }, at the end { $end }
fact-fear-expected = Newest: fear expected { $expected }; at the start { $start }, at its most { $peak }, at the end { $end }
fact-safety = Newest: planned to leave out { $planned }, done all the same { $kept } of them and { $more } more
fact-style = Newest, { $item }: { $style }
fact-often = { $count } times in { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
fact-still = No shift over the last { $days } days of practice: { $before } → { $after } on average
fact-stage = The last { $count } were all “{ $stage }”: { $before } → { $after } on average
fact-worse = Felt worse in { $count } of { $all }
fact-dose = Written { $count } ×, { $minutes } minutes in all
fact-size = { $size }: { $count } of { $all }
fact-sizes = Done, whole or in part, by how long it was to take: { $sizes }
fact-belief = { $name }, believed below { $mark }: { $count } of the last { $all }
fact-belief-sides = { $said }; with facts written down on both sides: { $both } of them

# What fills the days of somebody who notes them: facts for the therapist, no advice.

days-kinds = { $name } on average by kind, from { $least } notes of a kind on: { $kinds }
days-kind = { $label } { $mean } ({ $count } ×)
days-little-joy = { $joy } { $little } or less, { $done } { $much } or more: { $count } of { $all } notes
days-newest = { $said }, the newest { $words }
days-empty = Parts of the day with nothing noted, on { $days } days with notes: { $parts }
