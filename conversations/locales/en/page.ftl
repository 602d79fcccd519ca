# What fits a client: the page that a therapist sets, and what of it is told to whom.

page-button = What fits { $name }
page-head = <b>What fits { $name }</b>
page-most = Rings at most: { $prompts ->
    [one] 1 prompt
   *[other] { $prompts } prompts
} and { $reminders ->
    [one] 1 reminder
   *[other] { $reminders } reminders
} a day.
page-most-set = Set at most: { $practices ->
    [one] 1 practice
   *[other] { $practices } practices
} at a time, beside one self-monitoring; { $most } minutes a day, above which you say why.
page-now = Set now: up to { $count ->
    [one] 1 prompt
   *[other] { $count } prompts
} on one day, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} a day.
page-above = What is above the number of prompts does not ring; it counts as not delivered.
page-seen = { $name } is told when a number for prompts, reminders or practices changes. The marks below are for those who care for { $name }, and stay there.
page-prompts = Prompts a day: { $count }
page-reminders = Reminders a day: { $count }
page-practices = Practices: { $count }
page-minutes = Minutes a day: { $count }
page-relaxation = No relaxation
page-expressive-writing = No expressive writing
page-back = Leave it as it is
page-ask-prompts = How many prompts a day may ring for { $name } at most? More than 4 only a time of self-monitoring may have, if you both agree.
page-ask-reminders = How many reminders a day may ring for { $name } at most?
page-ask-practices = How many practices may be set for { $name } at a time?
page-ask-minutes = Above how many minutes a day shall you say why it has to be so much for { $name }?
page-told-prompts = { $count ->
    [one] 1 prompt a day at most
   *[other] { $count } prompts a day at most
}
page-told-reminders = { $count ->
    [0] no reminders
    [one] 1 reminder a day at most
   *[other] { $count } reminders a day at most
}
page-told-practices = { $count ->
    [one] 1 practice at a time at most
   *[other] { $count } practices at a time at most
}
page-told-minutes = a reason above { $count } minutes a day
page-told-relaxation-on = no relaxation
page-told-relaxation-off = relaxation may be set again
page-told-expressive-writing-on = no expressive writing
page-told-expressive-writing-off = expressive writing may be set again
page-expected = Such thoughts are expected: digest only
page-expected-since = Since { $day }: safety flags come in the digest only.
page-unscreened = No program looks through what { $name } writes for signs of danger: not in this language, not agreed to, or turned off. No safety flag will come.
page-told-expected-on = such thoughts are expected, safety flags come in the digest only
page-told-expected-off = safety flags are told at once again
told-client-page = Your therapist changed what you are asked at most. From now on: { $what }. You find it under /settings.
told-page = The page of { $name } was changed: { $what }.

# One client's page
client-practice = <b>{ $title }</b>: { $schedule }; { $state }, until { $until }
client-practice-chained = <b>{ $title }</b>: { $schedule }; { $state }
client-most = At most: { $prompts ->
    [one] 1 prompt
   *[other] { $prompts } prompts
} and { $reminders ->
    [one] 1 reminder
   *[other] { $reminders } reminders
} a day; { $practices ->
    [one] 1 practice
   *[other] { $practices } practices
} at a time, beside one self-monitoring; { $minutes } minutes a day without a reason.
client-ruled-out = Not to be set: { $what }
client-not-relaxation = relaxation
client-not-expressive-writing = expressive writing
client-clock = Their clock says { $time }.
client-practice-button = Practice: { $title }
client-report = Report (PDF)
client-records = Take out records
client-entries = All entries: { $count }
client-entries-head = <b>{ $name }</b>: entries { $first } to { $last } of { $count }, newest first, on your clock
nudge-button = Ask how it goes
