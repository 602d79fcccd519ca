# What a therapist reads. Short sentences, a number always with what it counts.

therapist-welcome = Welcome, { $name }. Here you set homework for your clients and read what they did. Nothing here is watched live: clients are told so.
therapist-zone-ask = In which city do you work? I need your clock for the digest.
therapist-zone-first = First tell me where you work: type a city.
therapist-ready = The digest comes at 08:00, or when your hours begin. /settings changes all of this. Now invite your first client.
therapist-settings = <b>Your settings</b>
    Your place: { $zone }
    Your hours: { $hours }
    Digest: { $days } at { $time }
set-digest-time = Change the digest's time
set-digest-time-ask = At what time should the digest come? For example: 8:30
set-digest-time-wrong = I did not understand that. Please write a time like 8:30. /cancel keeps it as it is.
set-digest-time-done = The digest comes at { $time }.
set-digest-time-outside = The digest comes at { $time }. Where that lies outside your hours, it comes when they begin.
set-own-practice = My own practice
digest-daily = Every day
digest-work = Monday to Friday
digest-weekly = Mondays
digest-set-daily = The digest comes every day.
digest-set-work = The digest comes from Monday to Friday.
digest-set-weekly = The digest comes on Mondays.
digest-change-on = { DATETIME($day, dateStyle: "medium") }: { $changes }

invite-first = Invite a client
invite-another = Invite another
invite-name = What code name should this client have? Please no real name. For example: Fox
invite-name-long = A code name has 1 to { $most } letters.
invite-name-taken = You have a client called { $name } already. Please choose another code name.
invite-myself = Try it myself
invite-self-already = You are a client here already. /today shows your own practice.
invite-link = Link for <b>{ $name }</b>. It works once, for { $hours } hours. Please hand it over yourself:
    { $link }
invite-again = A new link
self-code-name = me, trying it
confirm-yes = Yes, it is them
confirm-no = No
confirm-done = { $name } is confirmed. Now you can set something.
confirm-rejected = { $name } was let go. Nothing was sent to them. You can make a new link.
told-joined = { $name } has joined and sees the number <b>{ $number }</b>. Please ask them which number they see. Is it them?
told-under-age = { $name } says that they are not 18 yet. They were asked nothing else and got the help lines. Please find another way with them.
told-declined = { $name } did not agree to the consent. Nothing is stored of them. If they change their mind, make a new link with /invite.
told-declined-anew = { $name } did not agree to the changed consent, so no sheet opens for them now. Please talk about it.
told-accepted = { $name } accepted: { $title }.
told-accepted-waits = { $name } said yes to { $title }. It waits: as many practices run as may at a time. When one of them ends, { $name } is asked again.
told-not-now = { $name } says "not now" to: { $title }.
told-adjust = { $name } would like { $title } different: "{ $wish }"
told-paused = { $name } paused until { $until }.
told-resumed = { $name } ended the pause.
told-too-much = { $name } says that today's practice is too much, and wants you to know.
told-help-opened = { $name } opened "help now" and wants you to know.
told-help-behind = { $name } opened "help now" and wants { $carer } to know. { $carer } cannot be reached here right now. You are the backup contact: please reach { $carer }.
told-help-operator = The client { $name } opened "help now" and wants to let their therapist know, who cannot be reached here: { $carer }. Please reach them now.
told-help-operator-contact = The client { $name } opened "help now" and wants { $carer } to know, who cannot be reached here. Their backup contact: { $contact }. Please reach one of them now.
told-unreachable = { $name } cannot be reached: the bot was blocked or the chat is gone. Nothing of this counts against them.
told-client-ended = Your therapist ended "{ $title }". Nothing more is sent for it.

clients-none = You have no clients here yet.
clients-head = { $count ->
    [one] You have 1 client here.
   *[other] You have { $count } clients here.
}
entry-button-new = New: { $day } { $title }
entry-button = { $day } { $title }
entry-of = { $name }

assign-nobody = Nobody is here yet to set something for. A client joins by your link and you confirm them.
assign-who = For whom?
assign-for = For <b>{ $name }</b>. A few short questions; at the end you see what your client will see.
assign-now = Set a practice
assign-again = Set it anew
assign-client-gone = This client is not in your care any more, so nothing can be set.
assign-preview = <b>This is what { $name } will see.</b> Nothing is sent yet.
    The next dates, in their time:
    { $dates }
assign-preview-log = <b>This is what { $name } will see.</b> Nothing is sent yet.
    Nothing rings with this one: they start it with /log.
assign-send = Send
assign-discard = Throw away
assign-sent = Sent to { $name }. It begins when they accept.
assign-sent-away = { $name } cannot be reached at the moment. They find it under /today when they are back.
assign-discarded = Thrown away. Nothing was sent.
assignments-none = Nothing is set right now.
assignments-line = <b>{ $name }</b>: { $title }. { $schedule }. { $state }, until { $until }
assignment-active = agreed
assignment-proposed = waits for their answer
assignment-not-now = not now
assignment-waits = said yes; waits until another practice ends
assignment-adjusting = they want it different
assignment-end-short = End it
assignment-ended-state = ended
assignment-draft = not sent yet
assignment-end-sure = End "{ $title }" for { $name }? What is written stays.
assignment-end-yes = Yes, end it
assignment-ended = Ended: { $title }.

proposal-head = Your therapist suggests this. You decide.
proposal-why = <b>Why:</b> { $why }
proposal-what = <b>What:</b> { $title }, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
proposal-enough = <b>Enough is:</b> { $enough }
proposal-when = <b>When:</b> { $schedule }, until { $until }
proposal-share-all = Your therapist can read what you write. You can change that for each sheet.
proposal-share-summary = Your therapist sees the numbers and what each is for, like “sad 80”, not your other words. You can change that for each sheet.
proposal-share-nothing = Your therapist sees only that you did it. You can change that for each sheet.
proposal-accept = Yes
proposal-adjust = Change something
proposal-not-now = Not now
proposal-accept-later = Yes after all
agreed-now = Agreed. I will ask you at these times next:
    { $dates }
    You can start any time with /log, and pause with /pause.
agreed-log = Agreed. Nothing rings: you start it with /log when you like.
adjust-ask = What should be different? Write it in your words; your therapist will read it.
adjust-ask-times = What should be different? Press a time to move it, or write it in your words; your therapist will read it.
adjust-told-active = Your therapist is told. Until you both agree on something else, it stays as it is.
adjust-told = Your therapist is told and will suggest it anew. Until then nothing rings.
not-now-kept = That is fine. Nothing rings. Your therapist is told.

weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

reading-head = { $title }, { $state }, written in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
reading-done = done
reading-partial = partly done
reading-recalled = { $state }, from memory
reading-changed = { $state }, changed afterwards
reading-changed-step = { $label } (changed afterwards)
reading-kept = They keep the words and numbers to themselves.
reading-summary = Only the numbers are shared:
reading-no-numbers = No number was given.
reading-notes = Also written

library-head = <b>The worksheets.</b> Press one to see its steps.
library-sheet = <b>{ $title }</b>, { $form }, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
form-full = full form
form-light = light form
form-minute = one-minute form
kind-info = (to read)
kind-text = (words)
kind-choice = (one choice)
kind-multi = (several choices)
kind-scale = (rating)
kind-moods = (feelings, each rated)
kind-text_list = (several short texts)
kind-number = (number)
kind-date = (date)
kind-time = (time)
kind-yes_no = (yes or no)
kind-clock = (a clock)
kind-pick = (pick one from before)
kind-rerate = (rate again)
