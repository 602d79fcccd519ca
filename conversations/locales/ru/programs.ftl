# Programs: practices one after another. The therapist's form, the proposal, each step announced.

program-button = Вместо этого программа
program-about = <b>{ $title }</b>: { $about }
program-preview = <b>Вот что увидит { $name }.</b> Пока ничего не отправлено.
program-head = { $count ->
    [1] Терапевт предлагает это. Решаете вы.
    [one] Терапевт предлагает это, { $count } шаг. Решаете вы.
    [few] Терапевт предлагает это, { $count } шага. Решаете вы.
    [many] Терапевт предлагает это, { $count } шагов. Решаете вы.
   *[other] Терапевт предлагает это, { $count } шага. Решаете вы.
}
program-title = <b>{ $title }</b>
program-step = <b>Шаг { $number }:</b> { $title }, примерно { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}; { $schedule }, на { $weeks ->
    [one] { $weeks } неделю
    [few] { $weeks } недели
    [many] { $weeks } недель
   *[other] { $weeks } недели
}. { $begins }
program-begins-at-once = Начинается, когда вы скажете «да».
program-begins-after-completion = { $count ->
    [0] Начинается, когда закончен прошлый шаг.
    [one] Начинается, когда в прошлом шаге сделан { $count } лист или он закончен.
    [few] Начинается, когда в прошлом шаге сделано { $count } листа или он закончен.
    [many] Начинается, когда в прошлом шаге сделано { $count } листов или он закончен.
   *[other] Начинается, когда в прошлом шаге сделано { $count } листа или он закончен.
}
program-begins-after-days = { $days ->
    [one] Начинается через { $days } день после конца прошлого шага.
    [few] Начинается через { $days } дня после конца прошлого шага.
    [many] Начинается через { $days } дней после конца прошлого шага.
   *[other] Начинается через { $days } дня после конца прошлого шага.
}
program-begins-interval = { $days ->
    [one] Начинается через { $days } день после начала прошлого шага.
    [few] Начинается через { $days } дня после начала прошлого шага.
    [many] Начинается через { $days } дней после начала прошлого шага.
   *[other] Начинается через { $days } дня после начала прошлого шага.
}
program-no = Перед каждым новым шагом я напишу вам, и тогда можно сказать «нет».
link-announced = Следующий шаг, о котором вы договорились: <b>{ $title }</b>, примерно { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}; { $schedule }. Начало { $day }, если вам это подходит.
link-yes = Да, дальше
link-no = Нет, этот не нужен
link-kept = Хорошо. { $title } начнётся в этот день.
link-refused = Это нормально. { $title } не начнётся. Терапевт об этом узнает.
link-begun = { $title }: начало { $began }, продолжается до { $until }. Отложить или закончить можно в любой момент.
link-not-now = { $title }: вы ответили «нет», поэтому это не начнётся. Передумать можно.
link-waits = { $title } ждёт, пока закончится другая практика. Тогда я напишу.
told-link-waits = { $name }: { $title } ждёт. Идёт столько практик, сколько можно сразу. Когда одна закончится, об этом будет объявлено снова.
told-link = { $name } переходит к следующему шагу: { $title }.
told-link-refused = { $name } отвечает «нет» на следующий шаг: { $title }. То, что после него, ждёт.
assignment-chained = очередь придёт позже
assignments-line-chained = <b>{ $name }</b>: { $title }. { $schedule }. { $state }
