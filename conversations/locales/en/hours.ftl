# A therapist's hours, who is told when they do not look, and being away.

hours-on = { $days } { $start } to { $end }
hours-days = { $first } to { $last }
hours-none = not told yet

therapist-zone-kept = Your time is that of { $zone }.
hours-ask = When do you work? All I tell you waits for these hours; only alerts come at once. Press one, or type it like this: Mon-Thu 9-17, Fri 9-13
hours-office = Monday to Friday, 9 to 17
hours-long = Monday to Friday, 8 to 19
hours-any = At any time
hours-wrong = I did not understand that. Please write it like this: Mon-Thu 9-17, Fri 9-13. Each day ends later than it begins. /cancel keeps it as it is.
hours-kept = Your hours: { $hours }.
contact-ask = Who may be told when you do not look at an alert? Press a colleague, or write a name and how to reach them.
contact-none = I have none
contact-long = Please write it in { $most } letters or fewer.
contact-is = When you do not look: { $name }
contact-operator = When you do not look: whoever runs this bot
set-hours = Change your hours
set-contact = Change who is told when you do not look

away-ask = When are you back? Press one, or type the day. For example: 15 March
away-d3 = In 3 days
away-w1 = In 1 week
away-w2 = In 2 weeks
away-w3 = In 3 weeks
away-when = I did not understand that day, or it is not ahead. Please write it like this: 15 March. /cancel keeps it as it is.
away-who = Back on { $back }. Who stands in until then? They are told what you would be told, and of what clients write read only the words at a safety flag.
away-nobody = Nobody
away-set = You are away until { $back }. Your clients are told. All but alerts waits for you.
away-asked = I asked { $name } to stand in until { $back }. You are told when they answer; until then nothing changes.
away-no-clients = You have no clients here that somebody could stand in for.
away-now = You are away until { $back }.
away-end = I am back
away-back = Welcome back. What waited comes now, in your hours.
away-over = Welcome back. What waited for you comes now.
away-over-covered = Welcome back. { $name } stood in for you until now. What waited for you comes now.
cover-asked = { $name } is away until { $back } and asks whether you stand in for { $count ->
    [one] 1 client
   *[other] { $count } clients
   }. You would be told what { $name } is told, and of what clients write read only the words at a safety flag.
cover-yes = Yes, I stand in
cover-no = I cannot
cover-begun = Thank you. You stand in for { $name } until { $back }, for: { $clients }.
cover-agreed = { $name } stands in for you until { $back }. Your clients are told.
cover-refused = { $name } cannot stand in. /away asks somebody else, or nobody.
cover-refused-kept = All right. { $name } is told.
cover-ended = { $name } is back. You do not stand in any more for: { $clients }.
away-client = { $name } is away and back on { $back }. Prompts come as agreed, and what you write is kept. In an emergency: /crisis
away-client-covered = { $name } is away and back on { $back }. Until then { $cover } stands in and is told how it goes, but does not read what you write, except the words at a safety note. In an emergency: /crisis
away-client-over = { $name } is back.
