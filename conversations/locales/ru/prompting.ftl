# Prompts. The first 60 characters stand on a locked screen: no name, no therapy word.

prompt-first-line = Здравствуйте. Вы выбрали это время. Можно начинать.
prompt-soon = Здравствуйте. От прошлого раза осталась короткая часть. Можно начинать. { $until }
prompt-facts = Примерно { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
  }. { $until } Остановиться можно на любом шаге.
prompt-until = Открыто до { $time }.
prompt-until-midnight = Открыто до полуночи.
prompt-start = Начать
prompt-later = Позже
prompt-skip = Пропустить
prompt-too-much = Слишком много
prompt-back = Назад
prompt-later-15 = Через 15 мин
prompt-later-60 = Через 1 час
prompt-later-evening = В 19:00
prompt-later-ask = Когда лучше?
prompt-later-set = Хорошо. Вернусь в это время: { $time }.
prompt-later-set-quiet = Хорошо. Вернусь в это время: { $time }. В этот раз это внутри ваших тихих часов.
prompt-later-full = Это время уже не подходит. { $until } Можно начать сейчас или вернуться через /today.
prompt-skip-ask = Это нормально. Что сейчас мешает? Хватит одного нажатия.
prompt-skipped = Хорошо. На этот раз больше не спрошу.
prompt-much-ask = Спасибо, что сказали. Что помогло бы?
much-stop-all = После /stop само ничего больше не приходит.
prompt-much-told = Сообщение получит { $therapist }. Сегодня об этом больше не спрошу.
prompt-later-enough = Это уже второй раз, больше звать не буду. { $until } Можно начать сейчас или вернуться через /today.
prompt-reminder = Только ещё раз, вдруг затерялось. { $until }
prompt-gone-by = Это уже в прошлом. /today покажет, что открыто.
prompt-started = Начато.
prompt-done-already = Это уже сделано. /log начинает ещё один лист.
prompt-closed-late = Время для этого прошло. Написать всё равно можно, я отмечу, что это позже.
skip-busy = Много дел
skip-unwell = Нездоровится
skip-not-relevant = Сегодня не подходит
skip-too-hard = Слишком трудно
skip-private = Негде побыть наедине
much-light = Короткий вариант
much-minute = Вариант на минуту
much-skip = Не сегодня
much-pause = Всё на паузу
much-tell = Сказать терапевту

weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье
