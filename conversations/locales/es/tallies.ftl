# What adds up over all sheets of a kind. To the client first, then to the therapist.

tally-own = Hasta ahora miraste atrás en { $count } de estas. { $question } { $said }
tally-said = { $label } { $count }
tally-line = { $title }: hasta ahora, { $count } con mirada atrás. { $name }: { $said }
tally-beside = sin contar: { $said }
tally-expected = antes, { $label } era { $mean } de media en { $count }
tally-mean = { $name }: { $before } → { $after } hasta ahora, de media en { $count }
