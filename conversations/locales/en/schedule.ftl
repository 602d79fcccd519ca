# Schedules in words, for both sides, and what of a typed one could not be read.

schedule-unprompted = whenever it fits, with /log
schedule-daily = every day at { $time }
schedule-weekly = { $days } at { $time }
schedule-every = every { $count } days at { $time }
schedule-dates = on { $dates } at { $time }
schedule-dates-more = on { $dates } and { $count ->
    [one] 1 more day
   *[other] { $count } more days
} at { $time }
schedule-random = { $count ->
    [one] once a day at a random time between { $start } and { $end }
   *[other] { $count } times a day at random between { $start } and { $end }
}
schedule-random-apart = , at least { $length } apart
schedule-on-days = { $words } ({ $days })
schedule-session-days-before = { $count ->
    [one] the day before the session at { $time }
   *[other] { $count } days before the session at { $time }
}
schedule-session-days-same = on the day of the session at { $time }
schedule-session-days-after = { $count ->
    [one] the day after the session at { $time }
   *[other] { $count } days after the session at { $time }
}
schedule-session-before = { $length } before the session
schedule-session-after = { $length } after the session
schedule-waking = { $length } after waking up
schedule-waking-at-once = on waking up
schedule-other-days-same = on the day of "{ $title }" at { $time }
schedule-other-days-after = { $count ->
    [one] the day after "{ $title }" at { $time }
   *[other] { $count } days after "{ $title }" at { $time }
}
schedule-other-after = { $length } after "{ $title }"
schedule-waits-session = When the next session date is set, it follows.
schedule-waits-other = It comes after "{ $title }" was done.
moment-random = { $day }, { $count ->
    [one] between { $start } and { $end }
   *[other] { $count } times between { $start } and { $end }
}
length-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
length-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}

assign-unread-words = I could not read "{ $part }" in the schedule. You can write it like this: weekdays 9 and 20:30. Press "Schedule" and write it anew.
assign-unread-time = I miss a time of day in "{ $part }". You can write it like this: weekdays 9 and 20:30. Press "Schedule" and write it anew.
assign-unread-times = I could not read the times "{ $part }". Please write them like this: 9, 13:30, 18. Press "Times" and write them anew.
assign-unread-room = So many prompts do not fit between these times: { $part }. Please take fewer, or more time between the first and the last. For example: 3 random between 10 and 20, 90 min apart.
assign-unread-past = The day in "{ $part }" is over already. Please choose one that is still to come. For example: on 3 Dec and 10 Dec at 9.
assign-unread-far = "{ $part }" is too far away. Up to 28 days before or after is the most. For example: the day before the session at 18.
assign-unread-other = There is no other practice yet that this one could follow. Press "Prompts" and choose another way.
