# What a therapist reads. Short sentences, a number always with what it counts.

therapist-welcome = Добро пожаловать, { $name }. Здесь вы назначаете клиентам практики и читаете, что сделано. В реальном времени здесь никто не следит, и клиентам это сказано.
therapist-zone-ask = В каком городе вы работаете? Ваше время нужно для сводки. Наберите город латиницей, например Kazan.
therapist-zone-first = Скажите сначала, где вы работаете: наберите город латиницей.
therapist-ready = Сводка приходит в 08:00 или с началом ваших часов. Всё это можно изменить в /settings. Теперь пригласите первого клиента.
therapist-settings = <b>Ваши настройки</b>
    Ваше место: { $zone }
    Ваши часы: { $hours }
    Сводка: { $days } в { $time }
set-digest-time = Изменить время сводки
set-digest-time-ask = В какое время присылать сводку? Например: 8:30
set-digest-time-wrong = Не получилось это понять. Напишите, пожалуйста, время так: 8:30. /cancel оставит всё как есть.
set-digest-time-done = Сводка приходит в { $time }.
set-digest-time-outside = Сводка приходит в { $time }. Если это вне ваших часов, она приходит с их началом.
set-own-practice = Моя собственная практика
digest-daily = Каждый день
digest-work = С понедельника по пятницу
digest-weekly = По понедельникам
digest-set-daily = Сводка приходит каждый день.
digest-set-work = Сводка приходит с понедельника по пятницу.
digest-set-weekly = Сводка приходит по понедельникам.
digest-change-on = { DATETIME($day, dateStyle: "medium") }: { $changes }

invite-first = Пригласить клиента
invite-another = Пригласить ещё одного
invite-name = Какое кодовое имя дать этому клиенту? Не настоящее, пожалуйста. Например: Лиса
invite-name-long = Длина кодового имени: от 1 до { $most } знаков.
invite-name-taken = Клиент с именем { $name } у вас уже есть. Выберите, пожалуйста, другое кодовое имя.
invite-myself = Попробовать на себе
invite-self-already = Вы здесь уже клиент. /today покажет вашу собственную практику.
invite-link = Ссылка для клиента <b>{ $name }</b>. Она работает один раз, { $hours } ч. Передайте её, пожалуйста, сами:
    { $link }
invite-again = Новая ссылка
self-code-name = я, на пробу
confirm-yes = Да, это мой клиент
confirm-no = Нет
confirm-done = { $name }: личность подтверждена. Теперь можно что-то назначить.
confirm-rejected = { $name }: связь закрыта. Ничего не отправлено. Можно сделать новую ссылку.
told-joined = { $name } уже здесь и видит номер <b>{ $number }</b>. Спросите клиента, пожалуйста, какой номер у него на экране. Это ваш клиент?
told-under-age = { $name } сообщает, что ещё нет 18 лет. Больше вопросов не было, телефоны помощи показаны. Найдите, пожалуйста, с этим человеком другой путь.
told-declined = { $name } не даёт согласия. Об этом человеке ничего не хранится. Если решение изменится, сделайте новую ссылку через /invite.
told-declined-anew = { $name } не даёт согласия с новым текстом, поэтому листы сейчас не открываются. Поговорите об этом, пожалуйста.
told-accepted = { $name } соглашается: { $title }.
told-accepted-waits = { $name } соглашается на { $title }. Это ждёт: идёт столько практик, сколько можно сразу. Когда одна закончится, вопрос придёт снова.
told-not-now = { $name } отвечает «не сейчас»: { $title }.
told-adjust = { $name } хочет изменить { $title }: «{ $wish }»
told-paused = { $name } берёт паузу до { $until }.
told-resumed = { $name } заканчивает паузу.
told-too-much = { $name } говорит, что сегодняшняя практика — это слишком много, и хочет, чтобы вы знали.
told-help-opened = { $name } открывает «Помощь сейчас» и хочет, чтобы вы знали.
told-help-behind = { $name } открывает «Помощь сейчас» и хочет, чтобы об этом знал терапевт: { $carer }. Связаться здесь сейчас не выходит. Вы запасной контакт. Пожалуйста, свяжитесь: { $carer }.
told-help-operator = { $name } открывает «Помощь сейчас» и хочет, чтобы об этом знал терапевт. Связаться здесь не выходит: { $carer }. Пожалуйста, свяжитесь сейчас.
told-help-operator-contact = { $name } открывает «Помощь сейчас» и хочет, чтобы об этом знал терапевт. Связаться здесь не выходит: { $carer }. Запасной контакт: { $contact }. Пожалуйста, свяжитесь сейчас с кем-то из них.
told-unreachable = { $name }: связи нет. Бот заблокирован или чат удалён. Ничего из этого не идёт клиенту в минус.
told-client-ended = Терапевт заканчивает «{ $title }». Больше об этом ничего не придёт.

clients-none = Клиентов здесь пока нет.
clients-head = { $count ->
    [one] Здесь у вас { $count } клиент.
    [few] Здесь у вас { $count } клиента.
    [many] Здесь у вас { $count } клиентов.
   *[other] Здесь у вас { $count } клиента.
}
entry-button-new = Новое: { $day } { $title }
entry-button = { $day } { $title }
entry-of = { $name }

assign-nobody = Пока некому что-то назначить. Клиент входит по вашей ссылке, и вы его подтверждаете.
assign-who = Кому?
assign-for = Для кого: <b>{ $name }</b>. Несколько коротких вопросов, а в конце вы увидите то, что увидит клиент.
assign-now = Назначить практику
assign-again = Назначить заново
assign-client-gone = Этот клиент больше не у вас, поэтому назначить ничего нельзя.
assign-preview = <b>Вот что увидит { $name }.</b> Пока ничего не отправлено.
    Ближайшие дни, по времени клиента:
    { $dates }
assign-preview-log = <b>Вот что увидит { $name }.</b> Пока ничего не отправлено.
    Здесь сигналов нет: клиент начинает сам, через /log.
assign-send = Отправить
assign-discard = Выбросить
assign-sent = Отправлено: { $name }. Начнётся, когда клиент согласится.
assign-sent-away = { $name }: сейчас связи нет. Клиент найдёт это в /today, когда вернётся.
assign-discarded = Выброшено. Ничего не отправлено.
assignments-none = Сейчас ничего не назначено.
assignments-line = <b>{ $name }</b>: { $title }. { $schedule }. { $state }, до { $until }
assignment-active = договорились
assignment-proposed = ждёт ответа
assignment-not-now = не сейчас
assignment-waits = согласие есть; ждёт, пока закончится другая практика
assignment-adjusting = клиент хочет иначе
assignment-end-short = Закончить
assignment-ended-state = закончено
assignment-draft = ещё не отправлено
assignment-end-sure = Закончить «{ $title }» ({ $name })? Написанное останется.
assignment-end-yes = Да, закончить
assignment-ended = Закончено: { $title }.

proposal-head = Терапевт предлагает это. Решаете вы.
proposal-why = <b>Зачем:</b> { $why }
proposal-what = <b>Что:</b> { $title }, примерно { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}
proposal-enough = <b>Достаточно:</b> { $enough }
proposal-when = <b>Когда:</b> { $schedule }, до { $until }
proposal-share-all = Терапевт может прочесть, что вы пишете. Это можно менять для каждого листа.
proposal-share-summary = Терапевт видит числа и к чему они, например «грусть 80», но не остальные слова. Это можно менять для каждого листа.
proposal-share-nothing = Терапевт видит только, что это сделано. Это можно менять для каждого листа.
proposal-accept = Да
proposal-adjust = Изменить что-то
proposal-not-now = Не сейчас
proposal-accept-later = Всё-таки да
agreed-now = Договорились. Дальше я спрошу вас в это время:
    { $dates }
    Начать можно и раньше через /log, а отдохнуть — через /pause.
agreed-log = Договорились. Сигналов не будет: начните через /log, когда захотите.
adjust-ask = Что сделать по-другому? Напишите своими словами, терапевт это прочтёт.
adjust-ask-times = Что сделать по-другому? Нажмите время, чтобы сдвинуть его, или напишите своими словами, терапевт это прочтёт.
adjust-told-active = Терапевт об этом узнает. Пока вы не договоритесь о другом, всё остаётся как есть.
adjust-told = Терапевт об этом узнает и предложит заново. До этого ничего не приходит.
not-now-kept = Это нормально. Ничего приходить не будет. Терапевт об этом узнает.

weekday-short-1 = пн
weekday-short-2 = вт
weekday-short-3 = ср
weekday-short-4 = чт
weekday-short-5 = пт
weekday-short-6 = сб
weekday-short-7 = вс
month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = мая
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек

reading-head = { $title }, { $state }, записано за { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}
reading-done = готово
reading-partial = готово частично
reading-recalled = { $state }, по памяти
reading-changed = { $state }, потом изменено
reading-changed-step = { $label } (потом изменено)
reading-kept = Слова и числа клиент оставляет при себе.
reading-summary = Видны только числа:
reading-no-numbers = Числа не указаны.
reading-notes = Ещё записано

library-head = <b>Рабочие листы.</b> Нажмите лист, чтобы увидеть его шаги.
library-sheet = <b>{ $title }</b>, { $form }, примерно { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}
form-full = полный вариант
form-light = короткий вариант
form-minute = вариант на минуту
kind-info = (для чтения)
kind-text = (слова)
kind-choice = (один ответ)
kind-multi = (несколько ответов)
kind-scale = (оценка)
kind-moods = (чувства, у каждого оценка)
kind-text_list = (несколько коротких текстов)
kind-number = (число)
kind-date = (день)
kind-time = (время)
kind-yes_no = (да или нет)
kind-clock = (минуты по часам)
kind-pick = (выбрать из прежнего)
kind-rerate = (оценить снова)
