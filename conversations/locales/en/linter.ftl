# What does not fit a client about a practice. What is refused says what would fit; what is warned
# of says what to do.

assign-refused = <b>This cannot be sent like this:</b>
assign-look = <b>Please look at this before you send it:</b>
assign-point = • { $text }
assign-change = To change it, press its line below, then Done again.
assign-would-fit = { $count ->
    [one] This would fit. One tap takes it:
   *[other] Any of these would fit. One tap takes it:
}
assign-end-first = Or end one of these first:

assign-problem-no-why = There is no reason yet. Who knows what it is for does it more often. Press "Why" and say it in a sentence or two.
assign-problem-why = The reason is longer than two sentences. Please shorten it: press "Why" and write it anew.
assign-problem-end = It has no end that one can see. Please choose one: { $count } weeks are the most.
assign-problem-never = None of these days comes before the end. Please choose earlier days or a longer time: press "Until".
assign-problem-quiet = { $time } lies in { $name }’s quiet hours ({ $quiet }).
assign-problem-quiet-between = Between { $first } and { $last } lie quiet hours of { $name } ({ $quiet }).
assign-problem-quiet-waking = So long after waking up it is { $time } for { $name }, in their quiet hours ({ $quiet }).
assign-problem-later = Two hours after the writing { $name } is asked how it is. With a start at { $time } that comes at { $at }, in their quiet hours ({ $quiet }).
assign-time-on = { $time } on { $days }
assign-fits-one = { $first } would fit.
assign-fits-two = { $first } or { $second } would fit.
assign-problem-relaxation = The page of { $name } says: no relaxation. Please take another sheet. If that has changed, change the page first.
assign-problem-expressive-writing = The page of { $name } says: no expressive writing. Please take another sheet. If that has changed, change the page first.
assign-problem-hierarchy = An exposure is a step of a list that you two made, and { $name } has none yet. About ten situations, each with how hard it is from 0 to 100: the button below begins it.

assign-warn-grade = What { $name } will read is harder than grade { $most }. Up to there most people read with ease, also on a bad day. Shorter sentences and everyday words help.
assign-warn-grade-words = What { $name } will read is harder than grade { $most }. Up to there most people read with ease, also on a bad day. Shorter sentences and everyday words help. The longest words: { $hard }.
assign-warn-unread = { $count } entries of { $name } wait to be read. Please read them first: what nobody reads is soon not written. /clients shows them.

load-minutes = With this it would be about { $minutes } minutes a day, averaged over the week; { $most } is the most for { $name }. If it has to be that much, please say why.
load-minutes-told = With this it would be about { $minutes } minutes a day, averaged over the week; { $name } told that { $most } are realistic. If it has to be that much, please say why.
load-prompts = With this there would be { $count } prompts on one day; { $most } is the most for { $name }.
load-prompts-beside = With this there would be { $count } prompts on one day beside the self-monitoring; { $most } is the most for { $name }.
load-practices = With this there would be { $count } practices at a time; { $most } is the most for { $name }.
load-series = With this there would be { $count } series of self-monitoring; one at a time is the most.

assign-cut-light = the light form
assign-cut-minute = the one-minute form
assign-cut-times = { $count ->
    [one] once a day
   *[other] { $count } times a day
}
assign-cut-days = only { $days }
assign-end-button = End: { $title }
assign-say-why = It has to be that much: say why
assign-why-ask = Why does it have to be that much for { $name }? A sentence is enough. { $name } does not see it.
assign-why-wrong = Please say it in a sentence of at most { $most } letters. /cancel leaves it as it is.
practice-reason = Why it is more than fits a day (only you see this): { $reason }
assign-warn-few = Writing it out is meant for three or four times. Set like this it comes { $count ->
    [one] once
   *[other] { $count } times
}.
assign-few = 4 times, every second day
