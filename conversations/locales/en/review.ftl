# Reading entries one by one, and what is left at them.
command-review = read what is new, one by one
command-nudge = ask a client by hand how it is going
review-none = Nothing waits to be read. /clients shows everybody.
review-none-of = Nothing of { $names } waits to be read.
review-all = All that waits
review-next = Next ›
review-discuss = For the session
review-discuss-on = ☑ For the session
review-well = Well spotted
review-well-on = ☑ Well spotted
review-comment = Comment
review-comment-where = What is your comment about? Its words go to { $name }.
review-comment-whole = All of it
review-comment-ask = Please write your comment on “{ $label }”. { $name } will read it, and can answer. /cancel leaves it.
review-comment-sent = Kept. { $name } gets it in a few minutes, on one message with whatever else you leave at this entry.
review-too-long = That is { $length } characters long. There is room for { $limit }. Please send it shorter.
review-remark-discuss = { $who } wants to speak of this in the session.
review-remark-well = { $who }: well spotted.
review-remark-comment = { $who } on “{ $label }”: { $text }
review-remark-answer = Answer: { $text }

# What the client is told
told-remarks = Hello. Something new is here for you to read when you like.
    { $name } read your sheet of { $day } (“{ $title }”).
told-remark-well = It is marked: well spotted.
told-remark-comment = On “{ $label }”:
    { $text }
remark-answer = Answer
remark-answer-about = Answer: { $label }
remark-answer-ask = Please write your answer to { $name }. /cancel leaves it.
remark-answer-sent = Sent to { $name }.
told-remark-answer = { $name } answers your comment on “{ $label }”: { $said }
told-remark-answer-other = { $name } answers the comment of { $who } on “{ $label }”: { $said }

# A therapist's own notes
notes-button = My own notes
notes-head = <b>Your own notes on { $name }</b>
    Nobody else reads them: not { $name }, not a colleague, and they are in no copy.
notes-none = There are none yet.
notes-line = <i>{ $day }</i>: { $text }
notes-write = Write one
notes-drop = Take out the one of { $day }
notes-ask = Please write your note. /cancel leaves it.
notes-kept = Kept.
notes-dropped = Taken out.

# By hand
nudge = Hello. A short question, if now is good.
    { $name } asks how it is going with what you agreed. Nothing has to be done.
nudge-nothing-set = Hello. A short question, if now is good.
    { $name } asks how it is going. Nothing has to be done.
nudge-note = Write something for the next session
nudge-today = What is due
nudge-pause = Take a break
nudge-who = Whom do you want to ask how it is going? It rings once on their phone, at most once in 24 hours.
nudge-sent = { $name } was asked how it is going.
nudge-nobody = You have no client here who could be asked. /invite makes a link for one.
nudge-held-stopped = { $name } wants nothing that rings at the moment, so nothing was sent. Speak of it when you meet.
nudge-held-silent = { $name } did not answer prompts for some days, and the bot asks less for now, so nothing was sent. Speak of it when you meet.
nudge-held-paused = { $name } takes a break until { $when }, so nothing was sent.
command-alerts = safety flags, open and recent
nudge-held-alert = There is an open safety flag about { $name }, so nothing that rings is sent until { $when }, or until you decide. /alerts shows it.
nudge-held-lately = { $name } was asked by hand less than 24 hours ago, so nothing was sent. It is possible again from { $when } on.
nudge-held-unreachable = { $name } cannot be reached at the moment: the bot was blocked or the chat is gone.
nudge-held-burden = It is quiet time for { $name }, or enough rang today, so nothing was sent. It is possible again from { $when } on.
nudge-held-burden-day = Enough rang for { $name } today, so nothing was sent. Tomorrow it is possible again.

# The list of clients
and-more = … and { $count } more
clients-more = More ›
clients-before = ‹ Before
assignments-head = What is set, { $first } to { $last } of { $count }.
clients-find = You can also send a part of a code name.
clients-found-none = No client of yours is called like “{ $text }”. Send a part of a code name, or /clients for all.
whom-none = No client of yours is called like “{ $text }”.
whom-not-here = { $name } is not here yet. Their page says what is still missing.
clients-found = { $count } of your { $all } clients.

# In the digest and the brief
digest-response = You opened { $count ->
    [one] 1 entry
   *[other] { $count } entries
} in these days, half of them within { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}.
brief-discuss = <b>To speak of</b>: { $what }

# Setting a practice once more
assign-once-more = Again: { $title }, { $schedule }
assign-as-for-others = As for others: { $title }, { $schedule }
