# One client, before the session. A number always stands in a sentence that says what was counted;
# nothing is explained that was not counted.
command-brief = один клиент, перед сессией
brief-head = <b>{ $name }</b>, { DATETIME($start, dateStyle: "medium") } — { DATETIME($end, dateStyle: "medium") }
brief-since-session = С прошлой сессии.
brief-since-longer = Прошлая сессия была больше 4 недель назад; здесь последние 4 недели.
brief-since-unknown = Прежних сессий здесь не отмечено; это последние 7 дней.
brief-unread = Запись остаётся непрочитанной, пока вы её не откроете, даже если она процитирована ниже.
brief-next = Следующая сессия: { $when }
brief-next-none = Дата сессии не задана. Её задаёт /session.
brief-brought = <b>К сессии</b>, написано { DATETIME($day, dateStyle: "medium") }:
brief-practice = <b>{ $title }</b>: { $rate }
brief-partial = Остановка на: { $steps }
brief-step = «{ $label }» { $count } ×
brief-skips = Пропуски: { $reasons }
brief-pattern = Не начато, по времени дня: { $parts }
brief-part = { $part } { $missed } из { $due }
brief-part-morning = утро
brief-part-afternoon = день
brief-part-evening = вечер
brief-part-night = ночь
brief-why-busy = занятость { $count } ×
brief-why-unwell = плохое самочувствие { $count } ×
brief-why-not-relevant = не подходило { $count } ×
brief-why-too-hard = слишком трудно { $count } ×
brief-why-private = негде побыть наедине { $count } ×
brief-why-too-much = слишком много { $count } ×
brief-said-busy = занятость
brief-said-unwell = плохое самочувствие
brief-said-not-relevant = не подходило
brief-said-too-hard = слишком трудно
brief-said-private = негде побыть наедине
brief-said-too-much = слишком много
brief-newest = Последнее, { DATETIME($day, dateStyle: "medium") }: { $said }
brief-pairs = Оценено дважды: { $count }; во второй раз ниже { $down }, так же { $same }, выше { $up }
brief-quote = «{ $text }»
brief-quote-of = «{ $text }» ({ DATETIME($day, dateStyle: "medium") })
predictions = По всем законченным листам до своего дня дошло прогнозов: { $count }. Сбылось { $yes }, частично { $partly }, не сбылось { $no }. 95-процентный интервал для «сбылось»: от { $low } до { $high } %.
predictions-sheets = Из них: { $sheets }.
predictions-kept = { $count ->
    [one] { $count } лист открыт не целиком и сюда не входит.
    [few] { $count } листа открыты не целиком и сюда не входят.
    [many] { $count } листов открыто не целиком и сюда не входит.
   *[other] { $count } листа открыты не целиком и сюда не входят.
}
brief-load = Сейчас назначено: до { $count ->
    [one] { $count } сигнала
    [few] { $count } сигналов
    [many] { $count } сигналов
   *[other] { $count } сигнала
} в день, примерно { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
} в день.
brief-put-off = { $count ->
    [one] Отложен { $count } сигнал.
    [few] Отложено { $count } сигнала.
    [many] Отложено { $count } сигналов.
   *[other] Отложено { $count } сигнала.
}
brief-too-much = { $count ->
    [one] Кнопка «Слишком много»: { $count } раз.
    [few] Кнопка «Слишком много»: { $count } раза.
    [many] Кнопка «Слишком много»: { $count } раз.
   *[other] Кнопка «Слишком много»: { $count } раза.
}
brief-smaller = { $count ->
    [one] Короткую форму взяли { $count } раз.
    [few] Короткую форму взяли { $count } раза.
    [many] Короткую форму взяли { $count } раз.
   *[other] Короткую форму взяли { $count } раза.
}
brief-undelivered = Не доставлено, и не из-за клиента: { $reasons }
brief-not-too-late = бот не работал: { $count }
brief-not-unreachable = не было связи: { $count }
brief-not-refused = не принял мессенджер: { $count }
brief-not-unsure = неизвестно, дошло ли: { $count }
brief-not-quiet = тихие часы: { $count }
brief-not-cap = сверх дневного предела: { $count }
brief-not-spacing = слишком близко к другому: { $count }
brief-not-alert = придержано после сигнала о безопасности: { $count }
brief-not-halved = опущено, пока вопросов меньше: { $count }
brief-not-stopped = опущено, пока вопросов нет: { $count }
brief-kept = { $count ->
    [one] { $count } запись осталась при клиенте. Сюда входит только то, чем она закончилась.
    [few] { $count } записи остались при клиенте. Сюда входит только то, чем они закончились.
    [many] { $count } записей осталось при клиенте. Сюда входит только то, чем они закончились.
   *[other] { $count } записи остались при клиенте. Сюда входит только то, чем они закончились.
}
brief-nothing = В эти дни ничего не было назначено и ничего не написано.
brief-suggested = Предложено: <b>{ $title }</b>, { $state }
brief-entries = { $title }: что стоит за этими числами
brief-predicted = Прогнозы: что стоит за этими числами
brief-days-0 = С прошлой сессии
brief-days-7 = Последние 7 дней
brief-days-28 = Последние 4 недели
brief-read = { $count ->
    [one] Читать новое: { $count } запись
    [few] Читать новое: { $count } записи
    [many] Читать новое: { $count } записей
   *[other] Читать новое: { $count } записи
}
brief-seen = Просмотрено
brief-seen-now = Отмечено: вы это прочли.
brief-page = Страница: { $name }
brief-button = К сессии
brief-who = По кому?
brief-nobody = Клиентов здесь пока нет. /invite сделает ссылку для клиента.
brief-list-head = <b>{ $title }</b>, { $name }
brief-list-clock = Всё время по часам клиента ({ $name })
brief-list-line = { $when }: { $state }
brief-list-none = В эти дни ничего не было.
brief-state-on-time = сделано
brief-state-late = сделано позже
brief-state-partial = частично
brief-state-partial-at = частично, до «{ $label }»
brief-state-missed = не начато
brief-state-skipped = пропуск
brief-state-skipped-for = пропуск ({ $why })
brief-state-declined = отказ
brief-state-paused = пауза
brief-state-superseded = сменилось новым сигналом
brief-state-not-delivered = не доставлено
brief-state-not-delivered-for = не доставлено: { $why }
brief-state-open = открыто
brief-state-unprompted = написано без сигнала
brief-state-put-off = { $state }, отложено: { $count }
brief-state-smaller = { $state }, в короткой форме
brief-state-much = { $state }, потом «слишком много»
brief-state-kept = { $state }, без доступа
brief-list-more = { $count ->
    [one] Сюда не вошла ещё { $count } более ранняя строка.
    [few] Сюда не вошли ещё { $count } более ранние строки.
    [many] Сюда не вошло ещё { $count } более ранних строк.
   *[other] Сюда не вошли ещё { $count } более ранние строки.
}

# Settings
brief-setting = Сводка к сессии: за { $lead }
brief-setting-none = Сводка к сессии: только по /brief
brief-lead-30 = 30 минут
brief-lead-60 = 1 час
brief-lead-120 = 2 часа
brief-lead-1440 = день
brief-lead-0 = только по /brief
set-brief = Когда приходит сводка к сессии
set-brief-ask = За сколько до сессии присылать сводку по клиенту?
set-brief-done = Теперь сводка приходит за { $lead } до сессии.
set-brief-off = Теперь сводка приходит только по команде /brief.

# Suggestions, as in docs/suggestions.md
hint-line = <i>{ $text }</i>
hint-talk-silence = Дней с сигналами без ответа: { $days }. Спросить, что помогло бы?
hint-lighter-too-much = { $title }: «Слишком много» нажато раз: { $count }. Предложить вариант короче?
hint-talk-too-much = { $title }: «Слишком много» нажато раз: { $count }, и это самый короткий вариант. Спросить, чего слишком много, или предложить перерыв?
hint-lighter-hard = { $title }: пропусков с пометкой «слишком трудно»: { $count }. Предложить вариант короче?
hint-pause-unwell = { $title }: пропусков из-за самочувствия: { $count }. Предложить перерыв?
hint-times-part = { $title }: { $part }: не начато { $missed } из { $due }; { $other }: { $left } из { $all }. Предложить другое время?
hint-times-snoozed = { $title }: отложено сигналов: { $count } из { $rang }. Предложить другое время?
hint-times-busy = { $title }: пропусков из-за занятости или потому, что негде побыть наедине: { $count }. Предложить другое время или другое место?
hint-times-held-back = { $title }: сигналов придержано из-за тихих часов, дневного предела или промежутка: { $count }. Задать другое время или меньше сигналов?
hint-talk-stuck = { $title }: листов, где остановка на «{ $label }»: { $count }. Посмотреть на этот вопрос вместе?
hint-talk-not-relevant = { $title }: пропусков с пометкой «не подходит»: { $count }. Спросить, подходит ли это ещё?
