# What the conversation itself says. Plain words, short, kind; no praise and no advice.
# Russian: "вы" in small letters for everybody; no form that tells a gender.

# Вопрос
ask-progress = { $step } из { $count }
ask-pinned = <i>{ $label }:</i> { $answer }
ask-ends = 0 = { $low } · { $max } = { $high }
ask-so-far = Пока записано: { $answer }
ask-answer-now = Ваш ответ сейчас: { $answer }
ask-locked = Первые слова остаются как есть. То, что вы пришлёте сейчас, встанет под ними.
ask-skip-offer = Этот вопрос можно пропустить. Это нормально.
ask-skip-offer-cannot = Можно нажать «Пока не могу». Это нормально.
ask-more-moods = Есть ещё чувство? Пришлите его или нажмите «Это всё».
ask-more-texts = Есть что-то ещё? Пришлите или нажмите «Это всё».
ask-more-new = Сейчас есть новое чувство? Пришлите его или нажмите «Это всё».
ask-type-choice = Можно и набрать первые буквы.
ask-unsure-too-much = Сейчас это слишком, или это ваш ответ?
ask-unsure-pause = Хотите пока остановиться, или это ваш ответ?
ask-unsure-back = Хотите вернуться назад, или это ваш ответ?

# Кнопки
button-ok = Дальше
button-yes = Да
button-no = Нет
button-today = Сегодня
button-yesterday = Вчера
button-tomorrow = Завтра
button-done = Готово
button-all = Это всё
button-cannot-yet = Пока не могу
button-keep = Оставить так
button-clear = Оставить пустым
button-anew = Начать этот ответ заново
button-chosen = ☑ { $label }
button-open = ☐ { $label }
button-back = Назад
button-skip = Пропустить
button-pause = Отложить
button-smaller-light = Короткий вариант
button-smaller-minute = Вариант на минуту
button-unsure-light = Слишком: форма покороче
button-unsure-minute = Слишком: хватит и минуты
button-unsure-too-much = Слишком: отложить
button-unsure-pause = Отложить
button-unsure-mine = Это мой ответ
button-help = Помощь сейчас
button-edit = ✎ { $label }
button-finish = Готово
button-undo = Убрать обратно
button-resume = Продолжить сейчас

# Что не подошло, и пример
refuse-empty = В этом сообщении нет слов. Пожалуйста, наберите его ещё раз.
refuse-rating = Пришлите, пожалуйста, одно число от 0 до { $max }, например { $example }. Можно примерно.
refuse-rating-range = Шкала идёт от 0 до { $max }. Какое число на ней ближе всего?
refuse-rating-which = Это { $first } или { $last } на шкале от 0 до { $max }? Нажмите одно из них или наберите число ещё раз.
refuse-rating-between = Здесь нужно одно число. Что ближе: { $first }, { $last } или между ними?
refuse-rating-several = Какое это число на шкале от 0 до { $max }? Нажмите одно или пришлите одно число.
refuse-unlikely = Раньше в «{ $label }» стояло { $earlier }. Если { $given } верно, отправьте это ещё раз, пожалуйста.
refuse-moods = Пришлите, пожалуйста, по одному слову на чувство. Можно добавить число, например: грусть { $high }, злость { $low }
refuse-choice = Нажмите, пожалуйста, одну из кнопок или наберите то, что на ней написано.
refuse-pick = Нажмите, пожалуйста, одну из кнопок или пришлите её номер, например 1.
refuse-yes-no = Нажмите, пожалуйста, «Да» или «Нет».
refuse-number = Пришлите, пожалуйста, число, например 20.
refuse-number-range = Пришлите, пожалуйста, число от { $min } до { $max }.
refuse-number-whole = Пришлите, пожалуйста, целое число, например 20.
refuse-date = Пришлите, пожалуйста, день, например: сегодня, пятница, 5 мая.
refuse-date-which = Это может быть { DATETIME($first, dateStyle: "full") } или { DATETIME($last, dateStyle: "full") }. Какой из них? Пришлите, пожалуйста, месяц словом.
refuse-time = Пришлите, пожалуйста, время, например 18:30 или 6 вечера.
refuse-over = Это время уже прошло. Пришлите, пожалуйста, то, что ещё впереди.
refuse-over-today = Сегодня это время уже прошло. Пришлите время попозже или нажмите «Назад», чтобы выбрать другой день.
refuse-long = Здесь { $length } знаков, а места хватит на { $limit }. Пришлите, пожалуйста, короче.
refuse-info = Здесь не нужно отвечать. Когда прочтёте, нажмите «Дальше».
refuse-none-yet = Здесь пока пусто. Пришлите что-нибудь или нажмите «Пропустить».
refuse-more = Выберите, пожалуйста, хотя бы { $min }.
refuse-required = Без этого ответа лист не сложится. Хватит и пары слов.
refuse-required-closest = Без этого ответа лист не сложится. Хватит того, что ближе всего.
refuse-required-cannot-yet = Этот ответ нужен листу. Если сегодня не выходит, нажмите «Пока не могу».
refuse-first = Это первый вопрос.
refuse-no-smaller = Короче варианта нет.
refuse-locked = Этот ответ остаётся таким, как был. Так его можно будет сравнить потом.

# Чего ждёт вопрос
wanted-words = Напишите ответ, пожалуйста, своими словами.
wanted-list = Напишите ответ, пожалуйста, по одному в сообщении.
wanted-review = Нажмите строку, чтобы изменить её, или «Готово».

# Что произошло
said-noted = Ваши слова сохранены рядом с ответами.
said-reworded-taken = Изменено. «{ $label }» теперь: { $answer }
said-reworded-unclear = В изменённом тексте нет ясного ответа на «{ $label }». Остаётся: { $answer }. Сообщение можно поправить ещё раз.
said-reworded-overtaken = На «{ $label }» уже есть новый ответ. Он остаётся: { $answer }
said-reworded-locked = «{ $label }» остаётся как было, чтобы потом сравнить: { $answer }
said-reworded-planned = «{ $label }» остаётся: { $answer }. По нему уже намечена следующая часть.
said-reworded-unread = В этом нет ясного ответа на «{ $label }». Остаётся: { $answer }. На тот вопрос можно ответить ещё раз.
said-reworded-note = Изменено рядом с ответами.
said-added = Добавлено в «{ $label }».
said-taken-back = Убрано из «{ $label }».
said-stale = На этот вопрос уже есть ответ.
said-smaller-light = Теперь это короткий вариант. Всё, что вы написали, сохранено.
said-smaller-minute = Теперь это вариант на минуту. Всё, что вы написали, сохранено.
said-put-aside = Отложено. Всё, что вы написали, сохранено. Захотите продолжить — нажмите кнопку.
said-next-now = Теперь следующая часть.
said-next-later = Эта часть готова и сохранена. Следующая придёт в это время: { DATETIME($date, dateStyle: "full") }, { $time }.
said-again-later = Хорошо. Спрошу снова в это время: { DATETIME($date, dateStyle: "full") }, { $time }.
said-done = Всё сохранено. Вот это вашими словами:
said-partial = Всё сохранено. Что осталось без ответа, может так и остаться. Вот это вашими словами:
said-stopped = Лист закрыт. Всё, что вы написали, сохранено.
said-closed-form = Закрыто. Ничего не отправлено.
said-stopped-empty = Лист закрыт. Ничего не записано.
said-expired = Этот лист пока закрыт. Всё, что вы написали, сохранено.
said-expired-empty = Этот лист пока закрыт.

# Ответы, показанные снова
settled-answer = → <b>{ $answer }</b>
shown-line = <b>{ $label }</b>
    { $answer }
shown-skipped = без ответа
shown-cannot-yet = «Пока не могу»
shown-yes = да
shown-no = нет
shown-read = прочитано
shown-none = ничего
shown-rated = { $name } { $rating }
shown-unrated = { $name }
shown-change = { $name } { $before } → { $after }
shown-pair = { $before } → { $after }
shown-unit = { $number } { $unit }
shown-day = { DATETIME($day, dateStyle: "full") }
review-title = <b>Вот что у вас есть.</b> Нажмите строку, чтобы изменить её, или «Готово».
review-notes = <i>Ещё сохранено:</i>
    { $notes }
review-settled = Вы просмотрели здесь свои ответы.
said-nothing = Хорошо. На этот раз ничего не записано.
button-clock-start = Запустить часы
button-clock-on = Пусть идут дальше
button-clock-done = Готово
button-clock-stop = Стоп
clock-before = { $minutes ->
    [one] Часы идут { $minutes } минуту.
    [few] Часы идут { $minutes } минуты.
    [many] Часы идут { $minutes } минут.
   *[other] Часы идут { $minutes } минуты.
} Можно и без часов: потом пришлите, сколько было минут.
clock-stands = Часы стоят: прошло { $done } из { $minutes } мин. Они пойдут дальше, когда захотите.
clock-runs = { $minutes ->
    [one] Часы идут: { $minutes } минута.
    [few] Часы идут: { $minutes } минуты.
    [many] Часы идут: { $minutes } минут.
   *[other] Часы идут: { $minutes } минуты.
}
clock-any-time = Остановиться можно в любой момент.
clock-into = То, что вы пришлёте сюда, сохранится. Остановиться можно в любой момент.
clock-rated = → { $rating }
clock-so-far = { $done } из { $minutes } мин.
refuse-clock = Нажмите первую кнопку, и часы пойдут. Или пришлите, сколько было минут, например 5.
said-stopped-clock = Спасибо. На этом всё. Написанное сохранено.
shown-clock = { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}
shown-clock-short = меньше минуты
shown-clock-rating = { $minutes } мин.: { $rating }
