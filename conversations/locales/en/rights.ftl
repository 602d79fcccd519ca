# What a client may do with what is kept about them.

command-export = a copy of what is kept about you

command-stop = nothing more that you did not ask for

stop-done = Done. I send nothing more on my own. Nothing counts against you, and what you wrote is kept. Your therapist is told. You can still write with /log, and /crisis always answers. /start brings messages back.
stop-still = I already send nothing on my own. /start brings messages back.
stop-undo = Let messages come again
start-back = Good to see you. Messages come again as agreed. Your therapist is told.
today-stopped = I send nothing on my own. That is what you chose.
when-back = when messages come again
told-stopped = { $name } asked the bot to send nothing on its own. Nothing counts as missed. They can still write, and come back when they like.
told-came-back = { $name } wants messages again. Prompts come as agreed.
digest-stopped = stopped messages
assign-sent-stopped = Kept for { $name }, but not sent: they stopped messages. They see it when they come back. If it matters, speak with them.

export-page = Your copy, to read. It opens in the browser of your phone.
export-data = The same for programs, with every date and time. Keep both where nobody else reads along.
export-just-made = Your copy was made just now. It stands above, or comes in a moment.

copy-title = What is kept about you
copy-file = copy-{ $day }
copy-made = Made on { $day }, your time ({ $zone }).
copy-about = You are called “{ $name }” here. Who cares for you here: { $carers }.
copy-agreed = What was suggested and agreed
copy-under-way = Sheets that are still open
copy-entries = What you wrote
copy-entry = Closed on { $day }
copy-trail = Who did what with it, and when
copy-rest = The file that came with this page holds the same and more: each time something was planned, sent, opened and answered. It does not hold notes that your therapist keeps for themselves. What Telegram holds of this chat is not in it.

trail-you = you
trail-house = the bot
trail-a-sheet = a sheet
trail-read-page = { $who } opened your page
trail-read-entry = { $who } read “{ $title }”
trail-export = { $who } asked for a copy
trail-client-consent = { $who } agreed to the consent text
trail-client-pause = { $who } began a pause
trail-client-resume = { $who } ended the pause
trail-client-stop = { $who } stopped messages
trail-client-start = { $who } let messages come again
