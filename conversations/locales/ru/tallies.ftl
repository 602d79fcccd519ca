# What adds up over all sheets of a kind. To the client first, then to the therapist.

tally-own = Таких листов с итогом пока { $count }. { $question } { $said }
tally-said = { $label } { $count }
tally-line = { $title }: с итогом пока { $count }. { $name }: { $said }
tally-beside = не считается: { $said }
tally-expected = до этого «{ $label }» в среднем { $mean } (листов: { $count })
tally-mean = { $name }: { $before } → { $after } пока в среднем (листов: { $count })
