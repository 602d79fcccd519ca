# The next session: for the therapist, then what the client is told.

command-session = дата следующей сессии
session-nobody = Здесь пока никого нет. Клиент входит по вашей ссылке, и вы его подтверждаете.
session-who = Следующая сессия — с кем?
session-button = { $name }: { $when }
session-now = Следующая сессия, <b>{ $name }</b>: <b>{ $when }</b>, по вашему времени. Чтобы сдвинуть её, нажмите или наберите день и время, например: чт 14:00
session-none = Когда следующая сессия, <b>{ $name }</b>? Нажмите или наберите день и время, например: чт 14:00
session-week-on = Через неделю: { $when }
session-pick = Другой день
session-clear = Без даты
session-day = В какой день? Можно и набрать день и время, например: чт 14:00
session-hour = Во сколько, { $day }? Можно и набрать, например: 14:30
session-unread = В «{ $text }» не видно дня и времени, которые ещё впереди. Напишите, пожалуйста, так: чт 14:00 или 5 декабря в 14. /cancel оставит всё как есть.
session-set = Следующая сессия, { $name }: <b>{ $when }</b>, по вашему времени.
session-cleared = Следующая сессия, { $name }: даты сейчас нет.
session-hanging = { $title } придёт { $when }, по времени клиента.
session-hanging-late = { $title }: время перед этой сессией уже прошло, поэтому до неё это не придёт.
session-hanging-open = { $title } ждёт следующей даты.
session-page = Следующая сессия

told-client-session = Ваша следующая сессия: <b>{ $when }</b>, по вашему времени.
told-client-session-cleared = Дата вашей следующей сессии пока открыта.
told-client-hanging = { $title } придёт { $when }.
told-client-hanging-not = { $title } пока не приходит. Начать самим всегда можно через /log.
