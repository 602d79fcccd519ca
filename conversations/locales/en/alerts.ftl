# Safety flags. To a client: warm and plain, and no promise that anybody watches.
alert-thanks = Thank you for writing this. It is all right to write it here.
alert-note = { $names } { $count ->
    [one] now gets
   *[other] now get
} a note that something you wrote may need a talk. They may not see it right away. Nobody reads this chat live, so please do not wait for an answer here.
alert-note-later = { $names } { $count ->
    [one] now gets
   *[other] now get
} a note that something you wrote may need a talk. They may not see it before <b>{ $at }</b>. Nobody reads this chat live, so please do not wait for an answer here.
alert-nobody = Nobody reads this chat live, and I cannot reach your therapist right now. Please call one of the numbers above, or somebody you trust.
alert-waits = I will not ask you for practice until a person has looked at it, or until <b>{ $until }</b>. You can write whenever you want.
names-and = {" "}and{" "}
alert-can-be-wrong = A program noticed this, not a person, and it can be wrong. If it is, one tap below says so.
flag-on = Go on
flag-stop = Stop for now
alert-call-me = Tell { $name } I would like a call
flag-not-me = Not about me, or not what I meant
alert-added = Thank you for writing. I added this to the note. /crisis shows who you can talk to now.
alert-hint = If it gets too much: /crisis shows who you can talk to, day and night.
alert-on-free = All right. /today shows what is open.
alert-stop-free = All right. Nothing more for now. /crisis shows who you can talk to, day and night.
alert-call-told = { $names } { $count ->
    [one] gets
   *[other] get
} a note that you would like a call. It may not be seen right away. If you need someone now: /crisis
alert-not-me-kept = Thank you for saying so. The note stays until somebody has looked, and this now stands beside it.
alert-was-seen = { $name } has seen the note about what you wrote.
alert-was-taken = { $name } knows of the note about what you wrote, and has taken it on for { $carers }. { $name } does not see your words.
