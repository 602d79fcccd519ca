# What a client tells about their days. Each question may be skipped and is never put twice.

profile-one = Один вопрос, если хотите. Терапевт видит ответ, когда что-то предлагает.
profile-skip = Пропустить
profile-done = Готово
profile-thanks = Спасибо. Изменить можно в /settings.
profile-skipped = Это нормально. Вы найдёте это в /settings.
profile-minutes = Сколько минут в день для вас реально?
profile-minutes-5 = 5
profile-minutes-10 = 10
profile-minutes-15 = 15
profile-minutes-30 = 30
profile-minutes-45 = 45
profile-best = Какое время вам удобно? Нажмите всё, что подходит.
profile-best-morning = Утро
profile-best-midday = Полдень
profile-best-afternoon = После обеда
profile-best-evening = Вечер
profile-days = Как проходят ваши дни?
profile-days-work = По будням работа или учёба
profile-days-shifts = Смены
profile-days-home = Больше дома
profile-days-varies = Каждый день по-разному
profile-hard = Что из этого вам даётся трудно? Нажмите всё, что подходит.
profile-hard-reading = Читать
profile-hard-writing = Писать
profile-hard-focus = Держать внимание
profile-hard-none = Ничего из этого
profile-way = Как вам удобнее отвечать?
profile-way-taps = Кнопками
profile-way-words = Своими словами
profile-way-either = И так и так

set-profile = О моих днях
profile-head = <b>О ваших днях.</b> Терапевт видит это, когда что-то предлагает. Нажмите то, что хотите изменить.
profile-line = { $question } { $answer }
profile-unsaid = не указано
profile-name-minutes = Минут в день:
profile-name-best = Удобное время:
profile-name-days = Мои дни:
profile-name-hard = Даётся трудно:
profile-name-way = Удобно отвечать:

profile-told = { $name } рассказывает: { $said }
profile-told-minutes = реально минут в день: { $answer }
profile-told-best = удобное время: { $answer }
profile-told-days = дни: { $answer }
profile-told-hard = трудно: { $answer }
profile-told-way = удобно отвечать: { $answer }

suggest-full = Полный
suggest-light = Короткий
suggest-minute = На минуту
suggest-fits = { $form } (подходит клиенту)
