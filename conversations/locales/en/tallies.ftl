# What adds up over all sheets of a kind. To the client first, then to the therapist.

tally-own = You have looked back on { $count } of these so far. { $question } { $said }
tally-said = { $label } { $count }
tally-line = { $title }: looked back on { $count } so far. { $name }: { $said }
tally-beside = not counted: { $said }
tally-expected = before, { $label } was { $mean } on average of { $count }
tally-mean = { $name }: { $before } → { $after } on average of { $count } so far
