# Pictures, and the finding under each: the same in words, with how many there were. No judgement.

pic-button = Картинки
pic-menu-own = Картинки по вашим записям. Какую показать? Под каждой то же самое словами.
pic-menu = Картинки по записям, которыми делится { $name }. Какую показать? Под каждой то же самое словами.
pic-none-own = Для картинки записей пока мало. Она появится с трёх записей.
pic-none = { $name }: для картинки записей пока мало. Она появится с трёх записей, которыми поделились.
pic-drawing = Картинка рисуется. Один момент.
trail-read-picture = { $who }: просмотрена картинка по вашим записям
trail-read-report = { $who }: сделан отчёт в числах по тому, чем вы делитесь
pic-others = Другие картинки
pic-gone = Эту картинку нарисовать не удалось. Того, что она покажет, уже нет, или оно изменилось. Вот что есть.

pic-label-ratings = По времени · { $title }
pic-label-hours = По дням и часам · { $name }
pic-label-pairs = До и после · { $title }
pic-label-forecasts = Ожидание, и что вышло · { $title }
pic-label-adherence = Что намечалось, и чем закончилось
pic-label-year = Год, день за днём

# In the pictures: few words, they are large.
pic-day = { $day } { $month }
pic-ends = 0 { $low } · { $top } { $high }
pic-no-rating = день без оценки
pic-hours-title = { $name }, по дням недели и часам
pic-hours-note = Число: середина оценок. ×: сколько их было.
pic-before = до
pic-after = после
pic-pair = { $day } · { $name }
pic-likely = { $name }: { $ends }
pic-adherence-title = { $name }: что намечалось, и чем закончилось
pic-year-title-own = Ваши записи по дням
pic-year-title = { $name }: записи по дням
pic-one = 1 запись
pic-two = 2 записи
pic-more = 3 и больше

# The states of the ledger; for the therapist. { $count } stands with each.
pic-state-on-time = вовремя { $count }
pic-state-late = позже { $count }
pic-state-partial = частично { $count }
pic-state-missed = не начато { $count }
pic-state-skipped = пропуск { $count }
pic-state-declined = отказ { $count }
pic-state-paused = пауза { $count }
pic-state-superseded = заменено { $count }
pic-state-not-delivered = не доставлено { $count }

# The findings.
pic-joiner = {", "}
pic-list = { $said }.
pic-single = { $value }
pic-each = каждый раз { $value }
pic-between = от { $low } до { $high }
pic-between-middle = от { $low } до { $high }; середина { $middle }
pic-in-days = { $days ->
    [one] за { $days } день
    [few] за { $days } дня
    [many] за { $days } дней
   *[other] за { $days } дня
}
pic-on-days = { $days ->
    [one] в { $days } день
    [few] в { $days } дня
    [many] в { $days } дней
   *[other] в { $days } дня
}
pic-ratings = { $count ->
    [one] { $name }: { $count } оценка { $within }, { $span }.
    [few] { $name }: { $count } оценки { $within }, { $span }.
    [many] { $name }: { $count } оценок { $within }, { $span }.
   *[other] { $name }: { $count } оценки { $within }, { $span }.
}
pic-ratings-empty = { $days ->
    [one] Без оценок: { $days } день.
    [few] Без оценок: { $days } дня.
    [many] Без оценок: { $days } дней.
   *[other] Без оценок: { $days } дня.
}
pic-hours = { $count ->
    [one] { $name }, по дням недели и часам: { $count } оценка { $days }.
    [few] { $name }, по дням недели и часам: { $count } оценки { $days }.
    [many] { $name }, по дням недели и часам: { $count } оценок { $days }.
   *[other] { $name }, по дням недели и часам: { $count } оценки { $days }.
}
pic-hours-high = Самая высокая середина: { $middle } ({ $where }).
pic-hours-low = Самая низкая середина: { $middle } ({ $where }).
pic-hours-same = Середина везде { $middle }.
pic-field = { $weekday } { $hours } ×{ $count }
pic-in-fields = { $count ->
    [one] в { $count } клетке
    [few] в { $count } клетках
    [many] в { $count } клетках
   *[other] в { $count } клетках
}
pic-from-sheets = { $count ->
    [one] из { $count } листа
    [few] из { $count } листов
    [many] из { $count } листов
   *[other] из { $count } листов
}
pic-pairs = { $count ->
    [one] { $title }: { $count } пара оценок { $sheets }.
    [few] { $title }: { $count } пары оценок { $sheets }.
    [many] { $title }: { $count } пар оценок { $sheets }.
   *[other] { $title }: { $count } пары оценок { $sheets }.
}
pic-ways = После ниже: { $lower }, так же: { $same }, выше: { $higher }.
pic-pairs-earlier = { $count ->
    [one] Более ранних пар здесь нет: { $count }.
    [few] Более ранних пар здесь нет: { $count }.
    [many] Более ранних пар здесь нет: { $count }.
   *[other] Более ранних пар здесь нет: { $count }.
}
pic-forecasts = { $count ->
    [one] { $title }: с итогом { $count }.
    [few] { $title }: с итогом { $count }.
    [many] { $title }: с итогом { $count }.
   *[other] { $title }: с итогом { $count }.
}
pic-outcome = { $label }: { $count }, насколько вероятным это казалось: { $span }.
pic-outcome-none = { $label }: 0.
pic-adherence = { $count ->
    [one] Из намеченного с { $day } закончилось { $count }:
    [few] Из намеченного с { $day } закончилось { $count }:
    [many] Из намеченного с { $day } закончилось { $count }:
   *[other] Из намеченного с { $day } закончилось { $count }:
}
pic-rate = Сделано из того, что считается: { $done } из { $n }.
pic-rate-percent = Сделано из того, что считается: { $done } из { $n } ({ $percent } %).
pic-year = { $count ->
    [one] { $count } запись { $days } с { $since }.
    [few] { $count } записи { $days } с { $since }.
    [many] { $count } записей { $days } с { $since }.
   *[other] { $count } записи { $days } с { $since }.
}
pic-kept = { $count ->
    [one] { $count } запись осталась при клиенте, здесь её нет.
    [few] { $count } записи остались при клиенте, здесь их нет.
    [many] { $count } записей осталось при клиенте, здесь их нет.
   *[other] { $count } записи остались при клиенте, здесь их нет.
}
pic-kept-whole = { $count ->
    [one] { $count } запись открыта не целиком, здесь её нет.
    [few] { $count } записи открыты не целиком, здесь их нет.
    [many] { $count } записей открыто не целиком, здесь их нет.
   *[other] { $count } записи открыты не целиком, здесь их нет.
}
command-report = отчёт для печати
report-button = Отчёт для печати (PDF)
report-whom = По кому сделать отчёт?
report-ask = Отчёт для печати: { $name }. Числа и картинки по тому, чем клиент делится, под кодовым именем. За какое время?
report-only = Только: { $title }
report-ask-one = Отчёт ({ $name }) только об одном листе: { $title }. За какое время?
report-weeks = { $weeks ->
    [one] Последняя { $weeks } неделя
    [few] Последние { $weeks } недели
    [many] Последние { $weeks } недель
   *[other] Последние { $weeks } недели
}
report-being-made = Отчёт готовится. Один момент.
report-nobody = Клиентов здесь пока нет, отчёт делать не по кому.
report-done = Отчёт: { $name }. Храните его там, где его больше никто не прочтёт.
paper-nothing = { $under }. За это время ничего не было назначено и ничего не написано.
report-file = { $name }-otchet-{ $day }
paper-under = { $weeks ->
    [one] { $weeks } неделя, { $first } – { $last } { $year }
    [few] { $weeks } недели, { $first } – { $last } { $year }
    [many] { $weeks } недель, { $first } – { $last } { $year }
   *[other] { $weeks } недели, { $first } – { $last } { $year }
}
paper-only = { $title }. { $under }
paper-foot = То, чем делится клиент, в числах, как они даны. Ничего не дополнено.
paper-page = Страница { $page } из { $pages }
paper-sheet = Лист
paper-written = Написано
paper-planned = Из намеченного
paper-count = { $count }
paper-kept = ещё { $count } без доступа
