# Schedules in words, for both sides, and what of a typed one could not be read.
# The lines for both sides address nobody; assign-unread-… says "Sie" to therapists.

schedule-unprompted = wann es passt, mit /log
schedule-daily = jeden Tag um { $time }
schedule-weekly = { $days } um { $time }
schedule-every = alle { $count } Tage um { $time }
schedule-dates = am { $dates } um { $time }
schedule-dates-more = am { $dates } und an { $count ->
    [one] einem weiteren Tag
   *[other] { $count } weiteren Tagen
} um { $time }
schedule-random = { $count ->
    [one] einmal am Tag zu einer zufälligen Zeit zwischen { $start } und { $end }
   *[other] { $count }-mal am Tag zu zufälligen Zeiten zwischen { $start } und { $end }
}
schedule-random-apart = , mindestens { $length } auseinander
schedule-on-days = { $words } ({ $days })
schedule-session-days-before = { $count ->
    [one] am Tag vor der Sitzung um { $time }
   *[other] { $count } Tage vor der Sitzung um { $time }
}
schedule-session-days-same = am Tag der Sitzung um { $time }
schedule-session-days-after = { $count ->
    [one] am Tag nach der Sitzung um { $time }
   *[other] { $count } Tage nach der Sitzung um { $time }
}
schedule-session-before = { $length } vor der Sitzung
schedule-session-after = { $length } nach der Sitzung
schedule-waking = { $length } nach dem Aufwachen
schedule-waking-at-once = gleich beim Aufwachen
schedule-other-days-same = am Tag von „{ $title }“ um { $time }
schedule-other-days-after = { $count ->
    [one] am Tag nach „{ $title }“ um { $time }
   *[other] { $count } Tage nach „{ $title }“ um { $time }
}
schedule-other-after = { $length } nach „{ $title }“
schedule-waits-session = Wenn der nächste Termin der Sitzung steht, kommt es danach.
schedule-waits-other = Es kommt, wenn „{ $title }“ gemacht ist.
moment-random = { $day }, { $count ->
    [one] zwischen { $start } und { $end }
   *[other] { $count }-mal zwischen { $start } und { $end }
}
length-minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
}
length-hours = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
}

assign-unread-words = „{ $part }“ im Zeitplan konnte ich nicht lesen. Sie können es so schreiben, auf Englisch: weekdays 9 and 20:30. Drücken Sie „Zeitplan“ und schreiben Sie ihn neu.
assign-unread-time = In „{ $part }“ fehlt mir eine Uhrzeit. Sie können es so schreiben, auf Englisch: weekdays 9 and 20:30. Drücken Sie „Zeitplan“ und schreiben Sie ihn neu.
assign-unread-times = Die Zeiten „{ $part }“ konnte ich nicht lesen. Bitte schreiben Sie sie so: 9, 13:30, 18. Drücken Sie „Uhrzeiten“ und schreiben Sie sie neu.
assign-unread-room = So viele Anfragen passen nicht zwischen diese Zeiten: { $part }. Bitte nehmen Sie weniger, oder mehr Zeit zwischen der ersten und der letzten. Zum Beispiel, auf Englisch: 3 random between 10 and 20, 90 min apart.
assign-unread-past = Der Tag in „{ $part }“ ist schon vorbei. Bitte wählen Sie einen, der noch kommt. Zum Beispiel, auf Englisch: on 3 Dec and 10 Dec at 9.
assign-unread-far = „{ $part }“ ist zu weit weg. Bis zu 28 Tage davor oder danach gehen. Zum Beispiel, auf Englisch: the day before the session at 18.
assign-unread-other = Es gibt noch keine andere Übung, auf die diese folgen könnte. Drücken Sie „Anfragen“ und wählen Sie einen anderen Weg.
