# One claim, one key: say only what is true now (homework/safety/consents.py lists those in use).
consent-title = <b>Before you begin</b>
consent-what = This bot brings you practice that { $carers ->
    [one] you and { $therapist } agree on. It asks one question at a time, and keeps what you write for you both.
   *[other] you agree on with { $therapist }. It asks one question at a time, and keeps what you write for you and for them.
}

consent-telegram = • Chats with bots are not end-to-end encrypted. Telegram holds copies of what you and the bot write.
consent-kept = • The practice keeps what you write too. It is stored locked with a key of its own for you.
consent-operator = • The person who runs this bot for the practice looks after that key, and so could read it.

consent-who = • { $therapist } can read a sheet once it is closed, in the way { $carers ->
    [one] you two agreed to share it.
   *[other] you agreed to share it.
} A sheet closes when you finish it, when you end it, or when its time is up. In a sheet that goes over days, each part closes on its own. Until then { $therapist } { $carers ->
    [one] sees
   *[other] see
} only that you began it and how far you got.
consent-when = • Nobody watches this chat live. { $therapist } { $carers ->
    [one] reads
   *[other] read
} when there is time, often only before your next session.

consent-emergency = • This bot is not for emergencies. Send /crisis at any time to see who you can call. That works even if you do not agree to the rest.
consent-screening = • This bot does not check what you write for signs of danger. Please do not count on anybody noticing. If you are in danger, call.
consent-screening-on = • A program looks through what you write for some words that may mean danger. It misses things, and it may be wrong. If it finds some, you see who to call, and { $therapist } { $carers ->
    [one] gets
   *[other] get
} a note, often to be read only in working hours. The note can show the words it found, even from a sheet you do not share. While { $carers ->
    [one] { $therapist } is away, a colleague who stands in gets it too. If { $therapist } does not look
   *[other] one of them is away, a colleague who stands in gets it too. If none of them looks
}, a colleague or the practice is told that there is a note. Please do not count on anybody noticing. If you are in danger, call.

consent-right-no = • You can say no now. You can also stop later: after /stop no more messages come on their own. You do not need to give a reason.
consent-right-pause = • /pause stops the messages for a time.
consent-right-privacy = • /privacy shows what is kept about you, and who read what of it.
consent-right-copy = • /export sends you a copy of it.
consent-right-erase = • /forget erases it: at once, or within 30 days where a practice must keep records. What Telegram holds is not in our hands.
consent-after-care = • When your care here ends, what you wrote is kept for { $count } days and then erased. You are told 14 days before.

consent-question = Do you agree?
consent-agree = I agree
consent-decline = No, I do not agree

consent-changed-4 = New: it now says how long what you wrote is kept when your care here ends: { $count } days.
consent-changed-screening-on = New: a program now looks through what you write for some words that may mean danger. It misses things.
consent-changed-screening-off = New: no program looks through what you write for signs of danger any more, or not in this language.
consent-changed-days = New: when your care here ends, what you wrote is kept for { $count } days.
