# What a client may do with what is kept about them.

command-export = a copy of what is kept about you

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
