# What two people agree about a practice, and how it is changed. Nothing here presses anybody.

contract-begin = Теперь несколько коротких вопросов, чтобы это подошло к вашим дням. Каждый можно пропустить. /cancel убирает остальные.
contract-none = Это нормально. Вы найдёте это в /settings, «О чём договорились».
contract-kept = Спасибо. Вот что вы сказали:
contract-plan = <b>Когда и где:</b> { $plan }
contract-obstacle = <b>Что может помешать:</b> { $obstacle }
contract-answer = <b>Что тогда:</b> { $answer }
contract-confidence = <b>Уверенность:</b> { $confidence } из 100
contract-unsure = { $confidence } из 100: может быть, это великовато. Вариант меньше ничем не хуже. Как вам лучше?
contract-use-light = Короткий вариант, { $minutes } мин
contract-use-minute = Вариант на минуту
contract-ask = Спросить терапевта
contract-keep = Оставить как есть
contract-kept-as-is = Всё остаётся как есть.
contract-asked = Терапевт узнает, что это может быть велико.

prompt-your-plan = Ваш план: { $plan }

agreed-button = { $title }
agreed-page = <b>{ $title }</b>, { $form }
agreed-why = <b>Зачем:</b> { $why }
agreed-enough = <b>Достаточно:</b> { $enough }
agreed-when = <b>Когда:</b> { $schedule }, до { $until }
agreed-paused = Тишина до { $until }.
agreed-over = Эта практика закончена.
agreed-change-plan = Изменить мой план
agreed-pause = Пауза для этой практики
agreed-resume = Закончить паузу
agreed-end = Закончить эту практику
agreed-history = О чём договаривались раньше
agreed-other = Попросить о другом
agreed-pause-ask = На какое время? Ничего из этого не идёт вам в минус.
agreed-end-sure = Закончить «{ $title }»? Больше об этом ничего не придёт. Что вы написали, останется. Терапевт об этом узнает.
agreed-end-yes = Да, закончить
agreed-end-no = Нет, продолжать
agreed-ended = Практика «{ $title }» закончена. Спасибо за всё, что сделано.

history-head = <b>{ $title }: о чём договаривались, новое сверху</b>
history-line = <b>{ $day }</b>, { $who }: { $change }
history-you = вы
history-therapist = ваш терапевт
history-client = { $name }
history-me = вы
history-house = автоматически
history-accept = согласие
history-plan = план
history-form = другой вариант
history-pause = пауза
history-resume = конец паузы
history-end = конец практики
history-times = другое время
history-fewer = сигналы через раз
history-whole = снова все сигналы

told-contract = { $name }, «{ $title }»:
    { $said }
told-unsure = { $name }, «{ $title }»: уверенность { $confidence } из 100 и просьба о чём-то поменьше.
told-practice-ended = { $name } заканчивает «{ $title }». Написанное остаётся.
told-why-not = { $name }: почему «{ $title }» пока не подходит: «{ $why }»

not-now-why = Сказать почему, если хочется
not-now-why-ask = Что говорит против? Терапевт это прочтёт. /cancel оставит это при вас.
not-now-told = Спасибо. Терапевт об этом узнает.

answer-wish = Ответить
answer-ask = Что вы хотите сказать? Это увидит { $name } вместе с вашим предложением и сможет снова сказать «да».
answer-sent = Отправлено: { $name }.
answer-from = { $therapist } пишет: «{ $answer }»

practice-button = { $name }: { $title }
practice-page = <b>{ $name }: { $title }</b>, { $form }. { $state }.
practice-pause = Поставить на паузу
practice-resume = Продолжить её
practice-history = О чём договорились
practice-paused = «{ $title }» на паузе до { $until }. { $name } об этом узнает.
practice-resumed = «{ $title }» продолжается. { $name } об этом узнает.
told-client-paused = Терапевт откладывает «{ $title }» до { $until }. Ничего из этого не идёт вам в минус.
told-client-resumed = Терапевт снова включает «{ $title }», как договорились.
