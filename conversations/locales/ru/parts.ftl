# Worksheets over days, and points of a series. To the client first, then to the therapist.

part-moved = Это время было внутри ваших тихих часов, поэтому теперь оно в самом их конце. Изменить тихие часы можно в /settings.
part-recall = Сегодня день, который вы выбрали. Отвечать не нужно: как всё прошло, я спрошу { $when }.
part-today = { $title }: следующая часть придёт { $when }.
part-begin-early = Сделать сейчас: { $title }
part-log-running = «{ $title }» идёт. Следующая часть придёт { $when }.
part-log-waiting = «{ $title }» идёт, и следующая часть открыта.
part-log-go-on = Сделать следующую часть сейчас
part-log-another = Начать ещё один
part-over = Этот лист закрыт. /log начинает новый.

points-today = <b>Сегодня пока</b>
points-none = Сегодня чисел нет.
points-name = <b>{ $name }</b>:
state-default = настроение

points-range = { $name }: { $count ->
    [1] 1 ответ, { $low }
    [one] { $count } ответ, от { $low } до { $high }
    [few] { $count } ответа, от { $low } до { $high }
    [many] { $count } ответов, от { $low } до { $high }
   *[other] { $count } ответа, от { $low } до { $high }
}
points-range-mean = { $name }: ответов { $count }, от { $low } до { $high }, в среднем { $mean }
points-summary = { $text }
points-day = <b>{ DATETIME($day, dateStyle: "medium") }</b>
points-at = { $time } { $points }
points-recalled = { $time } { $points } (по памяти)
points-about = { $value } («{ $text }»)
points-changed = { $said } (потом изменено)
points-note = «{ $text }»
points-kept = { $count ->
    [one] Ещё { $count } ответ клиент оставляет при себе.
    [few] Ещё { $count } ответа клиент оставляет при себе.
    [many] Ещё { $count } ответов клиент оставляет при себе.
   *[other] Ещё { $count } ответа клиент оставляет при себе.
}

assign-problem-close = Между { $first } и { $second } меньше часа. Каждый сигнал открыт один час, поэтому оставьте, пожалуйста, хотя бы столько.
assign-problem-name-long = Одно из названий слишком длинное. Пусть в каждом, пожалуйста, будет не больше { $most } знаков: нажмите «Состояния».
assign-problem-name-twice = Два названия одинаковы. Нажмите, пожалуйста, «Состояния» и начните этот список заново.

proposal-states = <b>Вы оцениваете:</b> { $names }
proposal-many = <b>Обратите внимание:</b> сигналов в день будет { $count }, а обычно { $usual }. Говорите «да», только если вам это подходит.

digest-under-way = { $title } идёт, следующая часть { $when }
reading-open = идёт
reading-head-days = { $title }, { $state }, { $days ->
    [0] начало и последняя запись в один день
    [one] { $days } день от плана до последней части
    [few] { $days } дня от плана до последней части
    [many] { $days } дней от плана до последней части
   *[other] { $days } дня от плана до последней части
}
reading-pair-short = { $before } «{ $first }» | { $after } «{ $second }»
reading-brought = { $label }: { $said }
reading-added = { $first }
    <i>Добавлено позже:</i> { $added }
reading-put-off = <b>Отложено</b>
    { $said }
points-button = { $title }: { $count }
points-button-new = Новое: { $title }: { $count }
