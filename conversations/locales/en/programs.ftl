# Programs: practices one after another. The therapist's form, the proposal, each step announced.

program-button = A program instead
program-about = <b>{ $title }</b>: { $about }
program-preview = <b>This is what { $name } will see.</b> Nothing is sent yet.
program-head = { $count ->
    [one] Your therapist suggests this. You decide.
   *[other] Your therapist suggests this, in { $count } steps. You decide.
}
program-title = <b>{ $title }</b>
program-step = <b>Step { $number }:</b> { $title }, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}; { $schedule }, for { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}. { $begins }
program-begins-at-once = It begins when you say yes.
program-begins-after-completion = { $count ->
    [0] It begins when the step before is over.
    [one] It begins when you did 1 sheet of the step before, or when that one is over.
   *[other] It begins when you did { $count } sheets of the step before, or when that one is over.
}
program-begins-after-days = { $days ->
    [one] It begins 1 day after the step before is over.
   *[other] It begins { $days } days after the step before is over.
}
program-begins-interval = { $days ->
    [one] It begins 1 day after the step before began.
   *[other] It begins { $days } days after the step before began.
}
program-no = You hear from me before each later step begins, and can say no to it then.
link-announced = The next step that you two agreed on: <b>{ $title }</b>, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}; { $schedule }. It begins on { $day }, if that is fine for you.
link-yes = Yes, go on
link-no = No, not this one
link-kept = Good. { $title } begins then.
link-refused = That is fine. { $title } does not begin. Your therapist is told.
link-begun = { $title } began on { $began } and goes on until { $until }. You can let it rest, or end it, whenever you like.
link-not-now = You said no to { $title }, so it does not begin. You can change your mind.
link-waits = { $title } waits until another practice ends; you hear from me then.
told-link-waits = { $title } waits for { $name }: as many practices run as may at a time. It is announced again when one of them ends.
told-link = { $name } goes on to the next step: { $title }.
told-link-refused = { $name } says no to the next step: { $title }. What comes after it waits.
assignment-chained = its turn comes later
assignments-line-chained = <b>{ $name }</b>: { $title }. { $schedule }. { $state }
