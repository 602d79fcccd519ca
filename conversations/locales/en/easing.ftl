# Less, please: ways out of too much, days without an answer, and the short questions.

ease-fewer = Ask me less often
ease-full = All prompts again
ease-full-of = All prompts again: { $title }
ease-smaller = A shorter form
ease-hold = Pause only this one
ease-times = Other times
ease-tell = Tell my therapist
ease-fine = Leave it as it is
ease-go-on = Go on with it
ease-fewer-done = From now on I ask every second time for "{ $title }". What is open now stays open; /today shows it. Your therapist is told.
ease-full-done = I ask every time again for "{ $title }".
ease-smaller-done = From now on "{ $title }" comes in the { $form }. Your therapist is told.
ease-smallest = This is the shortest form there is. Under a prompt, "Too much" shows what else may help.
ease-hold-ask = For how long should "{ $title }" rest? Nothing in that time counts against you.
ease-hold-length = Please choose one of these, or write like this: 3 days, or: until Friday. Four weeks is the most.
ease-hold-done = "{ $title }" rests until { $until }. All else comes as agreed. You can still write with /log. Your therapist is told.
today-rests = "{ $title }" rests until { $until }.
ease-go-on-done = "{ $title }" comes as agreed again.
ease-times-ask = Which times would be better for "{ $title }"? Write it in your words; your therapist will read it.
ease-times-told = Your therapist is told. Until you both agree on other times, it stays as it is.
ease-told = Your therapist is told.
ease-fine-done = Good. It stays as it is.
pause-one-over = Hello again. "{ $title }" comes as agreed from now on. If it is too soon, press "Too much" under a prompt.

silence-ask = Hello. The last days were quiet here, and that is fine. From now on I ask less often. What would help?
silence-times = Other times
silence-fewer = Fewer prompts
silence-smaller = A shorter form
silence-break = A break
silence-stop = Stop asking
silence-fine = I’m fine
silence-fine-done = Good to hear. Prompts come as agreed.
silence-over = Good to see you. Prompts come as agreed again.
silence-stopped = I have stopped asking for now. Nothing counts against you. Write or press anything here, and prompts come again; /today shows what there is.

series-ask = Three times in a row it did not fit. Shall we change something?

aside-much = Was this too much?
aside-much-right = Just right
aside-much-bit = A bit
aside-much-much = Too much
aside-reactive = One question for this week: does noting it down change how you feel?
aside-reactive-better = It helps
aside-reactive-same = No change
aside-reactive-worse = It makes it worse
aside-thanks = Thank you.
aside-worse-done = Thank you for saying so. From now on I ask half as often. Your therapist is told.

most-asked = <b>What I ask of you at most</b>
    { $prompts } prompts and { $reminders } reminders a day, over everything. Between prompts for different things lie { $minutes } minutes or more.
most-quiet = Nothing rings from { $quiet }.
most-set = { $practices } practices at a time, and one self-monitoring beside them.
most-later = "Later" works { $snoozes } times for one prompt. A pause may last { $weeks } weeks.
most-now = What is agreed now: { $count ->
    [0] no prompts
    [one] 1 prompt on a full day
   *[other] { $count } prompts on a full day
  }, about { $minutes } min a day.
most-series = For a time of self-monitoring you both agreed to more: with its prompts it may be { $count } a day.
most-halved = "{ $title }" asks every second time.

told-fewer = { $name } asked for fewer prompts: from now on "{ $title }" asks every second time. That is { $name }’s choice; you can talk about it.
told-full = { $name } wants all prompts again: { $title }.
told-smaller = { $name } chose a smaller form from now on: { $title }, { $form }.
told-held = { $name } lets "{ $title }" rest until { $until }.
told-went-on = { $name } goes on with "{ $title }".
told-times = { $name } would like other times for { $title }: "{ $wish }"
told-much-of = { $name } says that "{ $title }" is too much, and wants you to know.
told-worse = { $name } says that noting down "{ $title }" makes it worse. It asks half as often from now on. Please talk about it.
rests-now = Thank you for saying that it felt worse. I will not bring up "{ $title }" any more, and your therapist gets a note of that. If you want it, it is still under /log.
rests-now-kept = Thank you for saying that it felt worse. I will not bring up "{ $title }" any more. Your therapist gets a note that it rests, and not why: you keep that to yourself. If you want it, it is still under /log.
told-rests-kept = "{ $title }" rests for { $name } until its last day. Nothing is sent for it any more; with /log it can still be opened. Why is in sheets that { $name } keeps.
told-rests = { $name } said { $count } times that "{ $title }" felt worse. Nothing is sent for it any more; with /log it can still be opened. Please look together whether it fits.
told-silent = { $name } has not answered for { $days } days with prompts. Nothing rings any more until they are back; what is not asked counts as not delivered.
told-there-again = { $name } is back here. Prompts come as agreed again.
told-step-downs = { $name } made "{ $title }" smaller { $count } times. Shall it change?
steps-smaller = The shorter form from now on
steps-end = End it
steps-keep = Keep it as it is
steps-kept = "{ $title }" stays as it is.
steps-smaller-done = { $title } for { $name }: the { $form } from now on. They are told.
told-client-smaller = Your therapist made "{ $title }" smaller: from now on it comes in the { $form }.
# A clock stands still after /pause, /stop or /crisis.
clock-stood = The clock stands still at { $done } of { $minutes } minutes. If you want to go on, /today leads you there.
