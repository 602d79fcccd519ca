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
digest-erased-on = wants everything erased: on { DATETIME($day, dateStyle: "medium") } it happens by itself, so take first what is to be kept
digest-messages-stopped = stopped messages
assign-sent-stopped = Kept for { $name }, but not sent: they stopped messages. They see it when they come back. If it matters, speak with them.

export-page = Your copy, to read. It opens in the browser of your phone.
export-media = Your voice notes and photos, and files that belong to your practices.
export-data = The same for programs, with every date and time. Keep both where nobody else reads along.
export-just-made = Your copy was made just now. It stands above, or comes in a moment.

command-forget = erase what is kept about you

forget-copy = You want everything erased. From now on I send nothing on my own. Nothing is erased yet. Would you like a copy first? Afterwards nobody can make one.
forget-copy-button = Send me a copy first
forget-once-button = Go on without a copy
forget-keep-button = Keep everything
forget-once = This erases what you wrote and what was agreed here, for you and for your therapist. Your therapist is told that you wanted it. It does not erase what they have in their own notes, nor what Telegram holds of this chat. Erase everything?
forget-twice-button = Yes, erase everything
forget-twice = It cannot be undone: not by you, not by your therapist, not by the practice. Are you sure?
forget-erase-button = Erase it now
forget-begins = It is being erased now. One last message tells you when it is done.
forget-done = It is done. All that was kept about you here is erased, and so is the key that opened it: old backups stay shut too. What still stands in this chat is with Telegram: you can delete the chat there. If you need help, /crisis still shows who you can call. Take care.
forget-waits = Your wish is kept. Your therapist is told. They may have to keep records by law, so they do that first, and then erase everything here. On { $day } at the latest it happens by itself. Until then I send nothing on my own.
forget-kept = Nothing is erased. I still send nothing on my own until you want it.
retention-announced = Nobody reads here any more. On { $day } what you wrote is erased, and nobody can bring it back. If you want a copy, send /export before. If you want it erased now, send /forget.
told-erased = { $name } wanted everything erased here, and it is done. Nobody can bring it back.
told-forget = { $name } wants everything erased here. Please keep first what you must keep by law, outside this bot: /export makes a file of what is shared. Then press the button. On { $day } it happens by itself.
told-keeps = { $name } wants everything kept after all. Nothing is erased.
erase-ask-button = Erase it now
erase-ask = Erase everything of { $name }, as they wish? It cannot be undone.
erase-yes-button = Yes, erase it
erase-no-button = Not yet
erase-begins = Everything of { $name } is being erased now. They get one last message.
erase-later = Nothing is erased yet. On { $day } everything of { $name } is erased by itself.

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

privacy-read-head = <b>Who read what of yours lately</b>
privacy-read-nothing = Nobody has opened anything of yours here yet.
privacy-read = • { $when }: { $words }

trail-you = you
trail-house = the bot
trail-a-sheet = a sheet
trail-read-page = { $who } opened your page
trail-read-brief = { $who } got a summary for the session
trail-read-entry = { $who } read “{ $title }”
trail-read-practice = { $who } looked at what is agreed with you
trail-read-list = { $who } looked at a list of yours
trail-share-all = { $who } shared all of “{ $title }”
trail-share-summary = { $who } shared only the numbers of “{ $title }”
trail-share-nothing = { $who } kept “{ $title }” private
trail-export = { $who } asked for a copy
trail-client-consent = { $who } agreed to the consent text
trail-client-pause = { $who } began a pause
trail-client-resume = { $who } ended the pause
trail-client-stop = { $who } stopped messages
trail-client-start = { $who } let messages come again
trail-forget-ask = { $who } asked how to erase everything
trail-forget-keep = { $who } kept everything after all
trail-forget-order = { $who } asked for everything to be erased

set-tidy-on = Tidy my chat after a sheet
set-tidy-off = Leave my chat as it is
set-tidy-now-on = On. Ten minutes after a sheet I delete its questions and your answers from this chat. What you wrote stays kept, and /progress shows it. The last message of a sheet stays. Telegram lets me delete only what is younger than 48 hours; I tell you when something is older. What Telegram itself keeps, I do not know.
set-tidy-now-off = Off. Nothing is deleted from this chat any more.
tidy-refused = Telegram did not let me delete the messages of a sheet. Press and hold them to delete them yourself. What you wrote stays kept.
tidy-older =
    { $count ->
        [one] One message of the sheet is
       *[other] { $count } messages of the sheet are
    } older than 48 hours, and Telegram does not let me delete them. Press and hold them to delete them yourself.
