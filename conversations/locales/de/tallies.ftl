# What adds up over all sheets of a kind. To the client first, then to the therapist.
# German says "du" to clients; the lines for therapists address nobody.

tally-own = Bis jetzt hast du auf { $count } davon zurückgeschaut. { $question } { $said }
tally-said = { $label } { $count }
tally-line = { $title }: bisher { $count } im Rückblick. { $name }: { $said }
tally-beside = nicht gezählt: { $said }
tally-expected = vorher war { $label } im Mittel von { $count } bei { $mean }
tally-mean = { $name }: { $before } → { $after } bisher im Mittel von { $count }
