# What two people agree about a practice, and how it is changed. Nothing here presses anybody.

contract-begin = A few short questions now, so that it fits your days. You may skip each of them; /cancel leaves out the rest.
contract-none = That is fine. You find it under /settings, "What is agreed".
contract-kept = Thank you. This is what you said:
contract-plan = <b>When and where:</b> { $plan }
contract-obstacle = <b>In the way:</b> { $obstacle }
contract-answer = <b>What then:</b> { $answer }
contract-confidence = <b>How sure:</b> { $confidence } of 100
contract-unsure = { $confidence } of 100: then it may be a little big. A smaller version counts just as much. What would you like?
contract-use-light = The shorter form, about { $minutes } min
contract-use-minute = The one-minute form
contract-ask = Ask my therapist
contract-keep = Keep it as it is
contract-kept-as-is = It stays as it is.
contract-asked = Your therapist is told that it may be too big.

prompt-your-plan = Your plan: { $plan }

agreed-button = { $title }
agreed-page = <b>{ $title }</b>, { $form }
agreed-why = <b>Why:</b> { $why }
agreed-enough = <b>Enough is:</b> { $enough }
agreed-when = <b>When:</b> { $schedule }, until { $until }
agreed-paused = Quiet until { $until }.
agreed-over = This practice is over.
agreed-change-plan = Change my plan
agreed-pause = A break from this one
agreed-resume = End the break
agreed-end = End this practice
agreed-history = What was agreed before
agreed-other = Ask for something else
agreed-pause-ask = How long? Nothing in that time counts against you.
agreed-end-sure = End "{ $title }"? Nothing more is sent for it. What you wrote stays, and your therapist is told.
agreed-end-yes = Yes, end it
agreed-end-no = No, go on
agreed-ended = "{ $title }" is over. Thank you for what you did.

history-head = <b>{ $title }: what was agreed, newest first</b>
history-line = <b>{ $day }</b>, { $who }: { $change }
history-you = you
history-therapist = your therapist
history-client = { $name }
history-me = you
history-house = by itself
history-accept = agreed
history-plan = a plan
history-form = another form
history-pause = a break
history-resume = the break ended
history-end = ended
history-times = other times
history-fewer = every second prompt
history-whole = every prompt again

told-contract = { $name } on "{ $title }":
    { $said }
told-unsure = { $name } is { $confidence } of 100 sure about "{ $title }" and asks for something smaller.
told-practice-ended = { $name } ended "{ $title }". What they wrote stays.
told-why-not = { $name } says why "{ $title }" is not for now: "{ $why }"

not-now-why = Say why, if you like
not-now-why-ask = What speaks against it? Your therapist will read it. /cancel keeps it to yourself.
not-now-told = Thank you. Your therapist is told.

answer-wish = Answer
answer-ask = What do you want to say? It goes to { $name } with your suggestion, and they can say yes again.
answer-sent = Sent to { $name }.
answer-from = { $therapist } writes: "{ $answer }"

practice-button = { $name }: { $title }
practice-page = <b>{ $name }: { $title }</b>, { $form }. { $state }.
practice-pause = Pause it
practice-resume = Go on with it
practice-history = What was agreed
practice-paused = "{ $title }" is quiet until { $until }. { $name } is told.
practice-resumed = "{ $title }" goes on. { $name } is told.
told-client-paused = Your therapist lets "{ $title }" rest until { $until }. Nothing of it counts against you.
told-client-resumed = Your therapist lets "{ $title }" go on as agreed.
