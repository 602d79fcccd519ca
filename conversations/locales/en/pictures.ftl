# Pictures, and the finding under each: the same in words, with how many there were. No judgement.

pic-button = Pictures
pic-menu-own = Pictures of what you wrote. Which one? Under each stands the same in words.
pic-menu = Pictures of what { $name } wrote and shares. Which one? Under each stands the same in words.
pic-none-own = There is too little for a picture yet. From three entries on there is one.
pic-none = There is too little of { $name } for a picture yet. From three entries that are shared on there is one.
pic-drawing = It is being drawn. One moment.
trail-read-picture = { $who } looked at a picture of what you wrote
trail-read-report = { $who } had a report made of what you share, in numbers
pic-others = Other pictures
pic-gone = This could not be drawn. What it would show has changed or is gone. Here you find what there is.

pic-label-ratings = Over time · { $title }
pic-label-hours = By day and hour · { $name }
pic-label-pairs = Before and after · { $title }
pic-label-forecasts = Expected, and what came · { $title }
pic-label-adherence = What was planned, and how it ended
pic-label-year = The year, day by day

# In the pictures: few words, they are large.
pic-day = { $day } { $month }
pic-ends = 0 { $low } · { $top } { $high }
pic-no-rating = a day without a rating
pic-hours-title = { $name }, by weekday and hour
pic-hours-note = Number: the middle of the ratings. ×: how many there were.
pic-before = before
pic-after = after
pic-pair = { $day } · { $name }
pic-likely = { $name }: { $ends }
pic-adherence-title = What was planned for { $name }, and how it ended
pic-year-title-own = What you wrote, by day
pic-year-title = What { $name } wrote, by day
pic-one = 1 entry
pic-two = 2 entries
pic-more = 3 or more

# The states of the ledger; for the therapist. { $count } stands with each.
pic-state-on-time = on time { $count }
pic-state-late = late { $count }
pic-state-partial = partly { $count }
pic-state-missed = missed { $count }
pic-state-skipped = skipped { $count }
pic-state-declined = turned down { $count }
pic-state-paused = paused { $count }
pic-state-superseded = replaced { $count }
pic-state-not-delivered = not delivered { $count }

# The findings.
pic-joiner = {", "}
pic-list = { $said }.
pic-single = { $value }
pic-each = each { $value }
pic-between = between { $low } and { $high }
pic-between-middle = between { $low } and { $high }; middle { $middle }
pic-in-days = { $days ->
    [one] on 1 day
   *[other] in { $days } days
}
pic-on-days = { $days ->
    [one] on 1 day
   *[other] on { $days } days
}
pic-ratings = { $count ->
    [one] { $name }: 1 rating { $within }, { $span }.
   *[other] { $name }: { $count } ratings { $within }, { $span }.
}
pic-ratings-empty = { $days ->
    [one] No ratings on 1 day.
   *[other] No ratings on { $days } days.
}
pic-hours = { $count ->
    [one] { $name }, by weekday and hour: 1 rating { $days }.
   *[other] { $name }, by weekday and hour: { $count } ratings { $days }.
}
pic-hours-high = Highest middle: { $middle } ({ $where }).
pic-hours-low = Lowest middle: { $middle } ({ $where }).
pic-hours-same = The middle is { $middle } everywhere.
pic-field = { $weekday } { $hours } ×{ $count }
pic-in-fields = { $count ->
    [one] in 1 field
   *[other] in { $count } fields
}
pic-from-sheets = { $count ->
    [one] from 1 sheet
   *[other] from { $count } sheets
}
pic-pairs = { $count ->
    [one] { $title }: 1 pair of ratings { $sheets }.
   *[other] { $title }: { $count } pairs of ratings { $sheets }.
}
pic-ways = After, lower: { $lower }, the same: { $same }, higher: { $higher }.
pic-pairs-earlier = { $count ->
    [one] 1 earlier pair is not in it.
   *[other] { $count } earlier pairs are not in it.
}
pic-forecasts = { $count ->
    [one] { $title }: looked back on 1.
   *[other] { $title }: looked back on { $count }.
}
pic-outcome = { $label }: { $count }, how likely it had seemed: { $span }.
pic-outcome-none = { $label }: 0.
pic-adherence = { $count ->
    [one] 1 planned since { $day } has ended:
   *[other] { $count } planned since { $day } have ended:
}
pic-rate = Done of those that count: { $done } of { $n }.
pic-rate-percent = Done of those that count: { $done } of { $n } ({ $percent } %).
pic-year = { $count ->
    [one] 1 entry { $days } since { $since }.
   *[other] { $count } entries { $days } since { $since }.
}
pic-kept = { $count ->
    [one] 1 entry is not shared and is not in it.
   *[other] { $count } entries are not shared and are not in it.
}
pic-kept-whole = { $count ->
    [one] 1 entry is not shared in full and is not in it.
   *[other] { $count } entries are not shared in full and are not in it.
}

# The report on paper.
command-report = a report to print
report-button = Report to print (PDF)
report-whom = Of whom shall I make a report?
report-ask = A report of { $name }, to print: numbers and pictures of what is shared, under the code name. Of which time?
report-only = Only: { $title }
report-ask-one = A report of { $name } with one sheet alone: { $title }. Of which time?
report-weeks = { $weeks ->
    [one] The last week
   *[other] The last { $weeks } weeks
}
report-being-made = It is being made. One moment.
report-nobody = You have no clients here yet, so there is nothing to report.
report-done = The report of { $name }. Keep it where nobody else reads along.
paper-nothing = { $under }. Nothing was planned or written in this time.
report-file = { $name }-report-{ $day }
paper-under = { $weeks ->
    [one] One week, { $first } to { $last } { $year }
   *[other] { $weeks } weeks, { $first } to { $last } { $year }
}
paper-only = { $title }. { $under }
paper-foot = What is shared, in numbers as they were given. Nothing is filled in.
paper-page = Page { $page } of { $pages }
paper-sheet = Sheet
paper-written = Written
paper-planned = Of what was planned
paper-count = { $count }
paper-kept = { $count } more not shared
