# Reading entries one by one, and what is left at them.
command-review = прочесть новое, по одной записи
command-nudge = спросить самому, как дела
review-none = Читать сейчас нечего. /clients покажет всех.
review-none-of = Нечего читать: { $names }.
review-all = Всё, что ждёт
review-next = Дальше ›
review-discuss = Для сессии
review-discuss-on = ☑ Для сессии
review-well = Хорошо подмечено
review-well-on = ☑ Хорошо подмечено
review-comment = Комментарий
review-comment-where = К чему ваш комментарий? Эти слова клиент увидит в своём чате: { $name }.
review-comment-whole = Ко всему листу
review-comment-ask = Напишите, пожалуйста, комментарий к «{ $label }». Его прочтёт клиент ({ $name }) и сможет ответить. /cancel отменит.
review-comment-sent = Сохранено. { $name } получит это через несколько минут, одним сообщением со всем, что вы оставите у этой записи.
review-too-long = Здесь { $length } знаков, а места на { $limit }. Пришлите, пожалуйста, короче.
review-remark-discuss = { $who }: об этом поговорим на сессии.
review-remark-well = { $who }: хорошо подмечено.
review-remark-comment = { $who } о «{ $label }»: { $text }
review-remark-answer = Ответ: { $text }

# What the client is told
told-remarks = Здравствуйте. Здесь есть новое: можно прочесть, когда удобно.
    Ваш лист «{ $title }» ({ $day }) прочитан. От кого ответ: { $name }.
told-remark-well = На нём отметка: хорошо подмечено.
told-remark-comment = О «{ $label }»:
    { $text }
remark-answer = Ответить
remark-answer-about = Ответить: { $label }
remark-answer-ask = Напишите, пожалуйста, ответ. Его получит { $name }. /cancel отменит.
remark-answer-sent = Отправлено: { $name }.
told-remark-answer = { $name } отвечает на ваш комментарий к «{ $label }»: { $said }
told-remark-answer-other = { $name } отвечает на комментарий к «{ $label }» (автор: { $who }): { $said }

# A therapist's own notes
notes-button = Мои заметки
notes-head = <b>Ваши заметки: { $name }</b>
    Больше их никто не читает: ни клиент ({ $name }), ни коллеги. Ни в одной копии их нет.
notes-none = Пока их нет.
notes-line = <i>{ $day }</i>: { $text }
notes-write = Написать
notes-drop = Убрать заметку: { $day }
notes-ask = Напишите, пожалуйста, заметку. /cancel отменит.
notes-kept = Сохранено.
notes-dropped = Убрано.

# By hand
nudge = Здравствуйте. Короткий вопрос, если сейчас удобно.
    { $name } спрашивает, как идёт то, о чём вы договорились. Делать ничего не обязательно.
nudge-nothing-set = Здравствуйте. Короткий вопрос, если сейчас удобно.
    { $name } спрашивает, как идут дела. Делать ничего не обязательно.
nudge-note = Записать что-то к следующей сессии
nudge-today = Что на очереди
nudge-pause = Сделать перерыв
nudge-who = Кого вы хотите спросить, как дела? Телефон подаст сигнал один раз, не чаще раза в 24 часа.
nudge-sent = { $name }: вопрос отправлен.
nudge-nobody = Спросить здесь пока некого. /invite сделает ссылку для клиента.
nudge-held-stopped = { $name } сейчас не хочет сигналов, поэтому ничего не отправлено. Поговорите об этом при встрече.
nudge-held-silent = { $name }: несколько дней нет ответа, и бот пока спрашивает реже, поэтому ничего не отправлено. Поговорите об этом при встрече.
nudge-held-paused = { $name }: перерыв до { $when }, поэтому ничего не отправлено.
command-alerts = сигналы о безопасности, открытые и недавние
nudge-held-alert = Про { $name } есть открытый сигнал о безопасности, поэтому до { $when } или до вашего решения ничего не отправляется. Смотрите /alerts.
nudge-held-lately = { $name }: такой вопрос уже был меньше 24 часов назад, поэтому ничего не отправлено. Снова можно с { $when }.
nudge-held-unreachable = { $name } сейчас без связи: бот заблокирован или чата больше нет.
nudge-held-burden = { $name }: сейчас тихое время, или сигналов на сегодня достаточно. Поэтому ничего не отправлено. Снова можно с { $when }.
nudge-held-burden-day = { $name }: сигналов на сегодня достаточно, поэтому ничего не отправлено. Завтра снова можно.

# The list of clients
and-more = … и ещё { $count }
clients-more = Ещё ›
clients-before = ‹ Раньше
assignments-head = Назначено: { $first }–{ $last } из { $count }.
clients-find = Можно и прислать часть кодового имени.
clients-found-none = Клиента с именем вроде «{ $text }» у вас нет. Пришлите часть кодового имени или /clients, чтобы увидеть всех.
whom-none = Клиента с именем вроде «{ $text }» у вас нет.
whom-not-here = { $name }: здесь ещё не всё готово. На странице написано, чего не хватает.
clients-found = Нашлось { $count } из { $all }.

# In the digest and the brief
digest-response = За эти дни открыто { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
   *[other] { $count } записи
}, половина из них не позже чем через { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
    [many] { $hours } часов
   *[other] { $hours } часа
}.
brief-discuss = <b>О чём поговорить</b>: { $what }

# Setting a practice once more
assign-once-more = Ещё раз: { $title }, { $schedule }
assign-as-for-others = Как у других: { $title }, { $schedule }
