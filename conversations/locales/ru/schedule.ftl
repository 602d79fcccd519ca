# Schedules in words, for both sides, and what of a typed one could not be read.

schedule-unprompted = когда удобно, через /log
schedule-daily = каждый день в { $time }
schedule-weekly = { $days } в { $time }
schedule-every = { $count ->
    [one] каждый { $count } день в { $time }
    [few] каждые { $count } дня в { $time }
    [many] каждые { $count } дней в { $time }
   *[other] каждые { $count } дня в { $time }
}
schedule-dates = { $dates } в { $time }
schedule-dates-more = { $dates } и ещё { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
} в { $time }
schedule-random = { $count ->
    [1] раз в день в случайное время с { $start } до { $end }
    [one] { $count } раз в день в случайное время с { $start } до { $end }
    [few] { $count } раза в день в случайное время с { $start } до { $end }
    [many] { $count } раз в день в случайное время с { $start } до { $end }
   *[other] { $count } раза в день в случайное время с { $start } до { $end }
}
schedule-random-apart = , с промежутком хотя бы в { $length }
schedule-on-days = { $words } ({ $days })
schedule-session-days-before = { $count ->
    [1] накануне сессии в { $time }
    [one] за { $count } день до сессии в { $time }
    [few] за { $count } дня до сессии в { $time }
    [many] за { $count } дней до сессии в { $time }
   *[other] за { $count } дня до сессии в { $time }
}
schedule-session-days-same = в день сессии в { $time }
schedule-session-days-after = { $count ->
    [1] на другой день после сессии в { $time }
    [one] через { $count } день после сессии в { $time }
    [few] через { $count } дня после сессии в { $time }
    [many] через { $count } дней после сессии в { $time }
   *[other] через { $count } дня после сессии в { $time }
}
schedule-session-before = за { $length } до сессии
schedule-session-after = через { $length } после сессии
schedule-waking = через { $length } после пробуждения
schedule-waking-at-once = сразу после пробуждения
schedule-other-days-same = в тот же день, что «{ $title }», в { $time }
schedule-other-days-after = { $count ->
    [1] на другой день после «{ $title }» в { $time }
    [one] через { $count } день после «{ $title }» в { $time }
    [few] через { $count } дня после «{ $title }» в { $time }
    [many] через { $count } дней после «{ $title }» в { $time }
   *[other] через { $count } дня после «{ $title }» в { $time }
}
schedule-other-after = через { $length } после «{ $title }»
schedule-waits-session = Придёт, когда будет дата следующей сессии.
schedule-waits-other = Придёт, когда сделано «{ $title }».
moment-random = { $day }, { $count ->
    [1] между { $start } и { $end }
    [one] { $count } раз между { $start } и { $end }
    [few] { $count } раза между { $start } и { $end }
    [many] { $count } раз между { $start } и { $end }
   *[other] { $count } раза между { $start } и { $end }
}
length-minutes = { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}
length-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
    [many] { $count } часов
   *[other] { $count } часа
}

assign-unread-words = В расписании непонятно «{ $part }». Его пишут по-английски, например так: weekdays 9 and 20:30. Нажмите «Расписание» и напишите заново.
assign-unread-time = В «{ $part }» не хватает времени дня. Его пишут по-английски, например так: weekdays 9 and 20:30. Нажмите «Расписание» и напишите заново.
assign-unread-times = Непонятно время «{ $part }». Напишите его, пожалуйста, так: 9, 13:30, 18. Нажмите «Часы» и напишите заново.
assign-unread-room = Столько сигналов между этими часами не поместится: { $part }. Возьмите, пожалуйста, меньше или больше времени между первым и последним. Например: 3 random between 10 and 20, 90 min apart.
assign-unread-past = День в «{ $part }» уже прошёл. Выберите, пожалуйста, тот, что впереди. Например: on 3 Dec and 10 Dec at 9.
assign-unread-far = «{ $part }» слишком далеко. Самое большее 28 дней до или после. Например: the day before the session at 18.
assign-unread-other = Другой практики, за которой шла бы эта, пока нет. Нажмите «Сигналы» и выберите другой путь.
