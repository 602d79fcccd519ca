# The next session: for the therapist, then what the client is told.

command-session = the next session's date
session-nobody = Nobody is here yet. A client joins by your link and you confirm them.
session-who = The next session with whom?
session-button = { $name }: { $when }
session-now = The next session with <b>{ $name }</b>: <b>{ $when }</b>, your time. To move it, press, or type a day and a time, such as: Thu 14:00
session-none = When is the next session with <b>{ $name }</b>? Press, or type a day and a time, such as: Thu 14:00
session-week-on = A week on: { $when }
session-pick = Another day
session-clear = No date
session-day = On which day? You can also type a day and a time, such as: Thu 14:00
session-hour = At what time on { $day }? You can also type it, such as: 14:30
session-unread = I could not read "{ $text }" as a day and a time that are still to come. Please write it like this: Thu 14:00, or 4 March at 2 pm. /cancel keeps it as it is.
session-set = The next session with { $name }: <b>{ $when }</b>, your time.
session-cleared = No next session with { $name } is set now.
session-hanging = { $title } comes { $when }, their time.
session-hanging-late = { $title }: its time for this session is over, so it does not come again before it.
session-hanging-open = { $title } waits until the next date is set.
session-page = Next session

told-client-session = Your next session is on <b>{ $when }</b>, your time.
told-client-session-cleared = The date of your next session is open at the moment.
told-client-hanging = { $title } comes { $when }.
told-client-hanging-not = { $title } does not ring for now. You can always begin it with /log.
