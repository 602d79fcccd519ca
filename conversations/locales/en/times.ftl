# My times: a client moves the times of a practice, inside the therapist's limits.

set-times = My times
times-which = Which time should be different?
times-none = No agreed practice has a time that you can move.
times-button = { $time } { $title }
times-ask = <b>{ $title }</b> comes at { $time }. Which time is better? Anything from { $first } to { $last } works. Press one, or type it.
times-unread = I did not understand that. Please write a time like 18:30. /cancel keeps it as it is.
times-limits = You and your therapist agreed on times from { $first } to { $last }. Please choose one of those. For another one, ask your therapist.
times-close = That is less than an hour from another time of the same practice. Please choose one further away.
times-moved = { $title }: { $time } now, no longer { $before }. Your therapist is told.
times-quiet = That was inside your quiet hours, so they now go from { $start } to { $end }.
times-next = Next: { $when }.
times-wake = I wake up at { $work }, on free days at { $free }
times-wake-work = When do you usually wake up on a working day? Press one, or type it.
times-wake-free = And on a free day?
times-wake-done = You wake up at { $work }, on free days at { $free }. What comes after waking up follows it.
told-times-moved = { $name } moved { $title } from { $before } to { $time }.

limits-button = They may move times: { $first } to { $last }
limits-button-none = They may not move times
limits-ask = Between which times may they move the times of this practice themselves?
limits-none = Not at all
limits-choice = { $first } to { $last }
