# What fits a client: the page that a therapist sets, and what of it is told to whom.

page-button = Что подходит: { $name }
page-head = <b>Что подходит: { $name }</b>
page-most = Самое большее в день: сигналов { $prompts }, напоминаний { $reminders }.
page-most-set = Назначено самое большее. Практик сразу: { $practices }, кроме одного самонаблюдения. Минут в день: { $most }, выше вы говорите почему.
page-now = Назначено сейчас, в один день до { $count ->
    [one] { $count } сигнала
    [few] { $count } сигналов
    [many] { $count } сигналов
   *[other] { $count } сигнала
}, примерно { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
} в день.
page-above = Что выше числа сигналов, не приходит и считается недоставленным.
page-seen = { $name } узнаёт, когда меняется число сигналов, напоминаний или практик. Отметки ниже — для тех, кто ведёт клиента, и остаются там.
page-prompts = Сигналов в день: { $count }
page-reminders = Напоминаний в день: { $count }
page-practices = Практик: { $count }
page-minutes = Минут в день: { $count }
page-relaxation = Без релаксации
page-expressive-writing = Без экспрессивного письма
page-back = Оставить как есть
page-ask-prompts = { $name }: сколько сигналов в день самое большее? Больше 4 бывает только на время самонаблюдения, если вы оба согласны.
page-ask-reminders = { $name }: сколько напоминаний в день самое большее?
page-ask-practices = { $name }: сколько практик сразу можно назначить?
page-ask-minutes = { $name }: выше скольких минут в день вы говорите, почему нужно столько?
page-told-prompts = { $count ->
    [one] не больше { $count } сигнала в день
    [few] не больше { $count } сигналов в день
    [many] не больше { $count } сигналов в день
   *[other] не больше { $count } сигнала в день
}
page-told-reminders = { $count ->
    [0] без напоминаний
    [one] не больше { $count } напоминания в день
    [few] не больше { $count } напоминаний в день
    [many] не больше { $count } напоминаний в день
   *[other] не больше { $count } напоминания в день
}
page-told-practices = { $count ->
    [one] не больше { $count } практики сразу
    [few] не больше { $count } практик сразу
    [many] не больше { $count } практик сразу
   *[other] не больше { $count } практики сразу
}
page-told-minutes = причина, если минут в день больше { $count }
page-told-relaxation-on = без релаксации
page-told-relaxation-off = релаксацию снова можно назначать
page-told-expressive-writing-on = без экспрессивного письма
page-told-expressive-writing-off = экспрессивное письмо снова можно назначать
page-expected = Такие мысли ожидаемы: только сводка
page-expected-since = С { $day }: сигналы о безопасности приходят только в сводке.
page-unscreened = Программа не ищет признаки опасности в том, что пишет { $name }: не на этом языке, нет согласия или это выключено. Сигналов о безопасности не будет.
page-told-expected-on = такие мысли ожидаемы, сигналы о безопасности только в сводке
page-told-expected-off = сигналы о безопасности снова приходят сразу
told-client-page = Терапевт меняет, как много вас спрашивают. Теперь: { $what }. Вы найдёте это в /settings.
told-page = Страница клиента ({ $name }) изменена: { $what }.

# One client's page
client-practice = <b>{ $title }</b>: { $schedule }; { $state }, до { $until }
client-practice-chained = <b>{ $title }</b>: { $schedule }; { $state }
client-most = Не больше: сигналов в день { $prompts }, напоминаний { $reminders }; практик сразу { $practices }, и ещё одно самонаблюдение; минут в день без объяснения { $minutes }.
client-ruled-out = Не назначать: { $what }
client-not-relaxation = релаксация
client-not-expressive-writing = экспрессивное письмо
client-clock = Там сейчас { $time }.
client-practice-button = Практика: { $title }
client-report = Отчёт (PDF)
client-records = Выгрузить записи
client-entries = Все записи: { $count }
client-entries-head = <b>{ $name }</b>: записи { $first }–{ $last } из { $count }, сначала новые, по вашим часам
nudge-button = Спросить, как идёт
