# What the conversation itself says. Plain words, short, kind; no praise and no advice.

# The question
ask-progress = { $step } of { $count }
ask-pinned = <i>{ $label }:</i> { $answer }
ask-ends = 0 = { $low } · { $max } = { $high }
ask-so-far = So far: { $answer }
ask-answer-now = Your answer now: { $answer }
ask-locked = Your first words stay as they are. What you send now is added below them.
ask-skip-offer = You can also skip this one. That is fine.
ask-skip-offer-cannot = You can also press “I can’t yet”. That is fine.
ask-more-moods = Any other feeling? Send it, or press “That’s all”.
ask-more-texts = Anything else? Send it, or press “That’s all”.
ask-more-new = Is there a new feeling now? Send it, or press “That’s all”.
ask-type-choice = You can also type the first letters.
ask-unsure-too-much = Is it too much right now, or is that your answer?
ask-unsure-pause = Do you want to stop here for now, or is that your answer?
ask-unsure-back = Do you want to go back, or is that your answer?

# Buttons
button-ok = Go on
button-yes = Yes
button-no = No
button-today = Today
button-yesterday = Yesterday
button-tomorrow = Tomorrow
button-done = Done
button-all = That’s all
button-cannot-yet = I can’t yet
button-keep = Keep it so
button-clear = Leave it empty
button-anew = Begin this one again
button-chosen = ☑ { $label }
button-open = ☐ { $label }
button-back = Back
button-skip = Skip
button-pause = Pause
button-smaller-light = Shorter form
button-smaller-minute = One-minute form
button-unsure-light = Too much: a shorter form
button-unsure-minute = Too much: one minute is enough
button-unsure-too-much = Too much: put it aside
button-unsure-pause = Put it aside
button-unsure-mine = That is my answer
button-help = Help now
button-edit = ✎ { $label }
button-finish = Done
button-undo = Take it out again
button-resume = Go on now

# What was not taken, and an example
refuse-empty = That message came without words. Please type it again.
refuse-rating = Please send one number from 0 to { $max }, such as { $example }. A rough guess is fine.
refuse-rating-range = The scale goes from 0 to { $max }. Which number on it comes closest?
refuse-rating-which = Is that { $first } or { $last }, on the scale from 0 to { $max }? Please press one, or type your number once more.
refuse-rating-between = One number is needed here. Which comes closest: { $first }, { $last }, or one between?
refuse-rating-several = Which number on the scale from 0 to { $max } is it? Please press one, or send one number.
refuse-unlikely = You gave { $earlier } for “{ $label }” before. If { $given } is right, please give it once more.
refuse-moods = Please send one word for each feeling. You can add a number, such as: sad { $high }, angry { $low }
refuse-choice = Please press one of the buttons, or type what stands on it.
refuse-pick = Please press one of the buttons, or send its number, such as 1.
refuse-yes-no = Please press Yes or No.
refuse-number = Please send a number, such as 20.
refuse-number-range = Please send a number from { $min } to { $max }.
refuse-number-whole = Please send a whole number, such as 20.
refuse-date = Please send a day, such as: today, Friday, 5 May.
refuse-date-which = That can be { DATETIME($first, dateStyle: "full") } or { DATETIME($last, dateStyle: "full") }. Which one? Please send it with the month in words.
refuse-time = Please send a time, such as 18:30 or 6 pm.
refuse-over = That time is over already. Please send one that is still to come.
refuse-over-today = That time has gone by today. Please send a later one, or press “Back” to pick another day.
refuse-long = That is { $length } characters long. There is room for { $limit } here. Please send it shorter.
refuse-info = There is nothing to answer here. Press “Go on” when you have read it.
refuse-none-yet = There is nothing here yet. Send one, or press Skip.
refuse-more = Please choose at least { $min }.
refuse-required = This one is needed for the sheet to work. A few words are enough.
refuse-required-closest = This one is needed for the sheet to work. Take what comes closest.
refuse-required-cannot-yet = This one is needed for the sheet. If it does not come today, press “I can’t yet”.
refuse-first = This is the first question.
refuse-no-smaller = There is no shorter form of this one.
refuse-locked = This answer stays as you gave it then, so that you can compare later.

# What a question takes
wanted-words = Please type your answer in your own words.
wanted-list = Please type your answer, one in each message.
wanted-review = Press a line to change it, or Done.

# What happened
said-noted = I kept your words beside your answers.
said-reworded-taken = Changed. “{ $label }” is now: { $answer }
said-reworded-unclear = I could not read an answer to “{ $label }” in what you changed, so it stays: { $answer }. You can edit your message once more.
said-reworded-overtaken = You answered “{ $label }” anew since. It stays as it is: { $answer }
said-reworded-locked = “{ $label }” stays as you gave it then, so that you can compare later: { $answer }
said-reworded-planned = “{ $label }” stays: { $answer }. The next part is planned by it already.
said-reworded-unread = I could not read an answer to “{ $label }” in that, so it stays: { $answer }. You can reply to that question once more.
said-reworded-note = Changed beside your answers.
said-added = Added to “{ $label }”.
said-taken-back = Taken out of “{ $label }” again.
said-stale = That question is already answered.
said-smaller-light = This is the shorter form now. Everything you wrote is kept.
said-smaller-minute = This is the one-minute form now. Everything you wrote is kept.
said-put-aside = Put aside. Everything you wrote is kept. Press the button when you want to go on.
said-next-now = Now the next part.
said-next-later = This part is done and kept. The next part comes on { DATETIME($date, dateStyle: "full") } at { $time }.
said-again-later = That is fine. I will ask you again on { DATETIME($date, dateStyle: "full") } at { $time }.
said-done = All kept. Here it is in your own words:
said-partial = All kept. What is open can stay open. Here it is in your own words:
said-stopped = Closed here. What you wrote is kept.
said-closed-form = Closed here. Nothing was sent.
said-stopped-empty = Closed here. Nothing was written down.
said-expired = This one is closed for now. What you wrote is kept.
said-expired-empty = This one is closed for now.

# Answers shown back
settled-answer = → <b>{ $answer }</b>
shown-line = <b>{ $label }</b>
    { $answer }
shown-skipped = skipped
shown-cannot-yet = “I can’t yet”
shown-yes = yes
shown-no = no
shown-read = read
shown-none = none
shown-rated = { $name } { $rating }
shown-unrated = { $name }
shown-change = { $name } { $before } → { $after }
shown-pair = { $before } → { $after }
shown-unit = { $number } { $unit }
shown-day = { DATETIME($day, dateStyle: "full") }
review-title = <b>This is what you have.</b> Press a line to change it, or Done.
review-notes = <i>Also kept:</i>
    { $notes }
review-settled = You looked through your answers here.
said-nothing = All right. Nothing was written down this time.

# A clock that runs inside a sheet
button-clock-start = Start the clock
button-clock-on = Let it go on
button-clock-done = I’m done
button-clock-stop = Stop
clock-before = { $minutes ->
        [one] The clock runs for 1 minute.
       *[other] The clock runs for { $minutes } minutes.
    } If you do it without the clock, send the minutes after.
clock-stands = The clock stands at { $done } of { $minutes } minutes. It goes on when you like.
clock-runs = { $minutes ->
        [one] The clock runs: 1 minute.
       *[other] The clock runs: { $minutes } minutes.
    }
clock-any-time = You can end it at any time.
clock-into = What you send here is kept. You can end it at any time.
clock-rated = → { $rating }
clock-so-far = { $done } of { $minutes } minutes
refuse-clock = Press the first button to let the clock run, or send how many minutes it was, such as 5.
said-stopped-clock = Thank you. It ends here. What you wrote is kept.
shown-clock = { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
shown-clock-short = under a minute
shown-clock-rating = { $minutes } min: { $rating }
