# For the therapist. A number always stands in a sentence that says what was counted.
digest-title = <b>Ваши клиенты</b>, { DATETIME($start, dateStyle: "medium") } — { DATETIME($end, dateStyle: "medium") }
digest-title-day = <b>Ваши клиенты</b>, { DATETIME($day, dateStyle: "medium") }
digest-page-title = <b>{ $name }</b>, { DATETIME($start, dateStyle: "medium") } — { DATETIME($end, dateStyle: "medium") }
digest-empty = Клиентов здесь пока нет. /invite сделает ссылку для одного.
digest-line = <b>{ $name }</b>:{" "}
digest-joiner = {" · "}
digest-alerts = { $count ->
    [one] { $count } сигнал о безопасности ещё не просмотрен
    [few] { $count } сигнала о безопасности ещё не просмотрены
    [many] { $count } сигналов о безопасности ещё не просмотрено
   *[other] { $count } сигнала о безопасности ещё не просмотрены
}
digest-alerts-more = { $count ->
    [one] Ждёт ещё { $count } сигнал о безопасности: /alerts покажет все.
    [few] Ждут ещё { $count } сигнала о безопасности: /alerts покажет все.
    [many] Ждут ещё { $count } сигналов о безопасности: /alerts покажет все.
   *[other] Ждут ещё { $count } сигнала о безопасности: /alerts покажет все.
}
digest-unconfirmed = уже здесь и ждёт, пока вы подтвердите, что это ваш клиент
digest-unreachable = связи нет: бот заблокирован или чат удалён
digest-silent = дней с сигналами без ответа: { $days }
digest-after-hard = нет ответов после записи, которая далась очень тяжело
digest-halved = до возвращения сигналы приходят через раз
digest-stopped = до возвращения сигналов нет
digest-too-much = { $count ->
    [one] «слишком много»: { $count } раз
    [few] «слишком много»: { $count } раза
    [many] «слишком много»: { $count } раз
   *[other] «слишком много»: { $count } раза
}
digest-smaller = { $count ->
    [one] короткая форма: { $count } раз
    [few] короткая форма: { $count } раза
    [many] короткая форма: { $count } раз
   *[other] короткая форма: { $count } раза
}
digest-unread = { $count ->
    [one] { $count } запись не прочитана
    [few] { $count } записи не прочитаны
    [many] { $count } записей не прочитано
   *[other] { $count } записи не прочитаны
}
digest-unread-newest = { $count ->
    [1] 1 запись не прочитана, от { DATETIME($newest, dateStyle: "medium") }
    [one] { $count } запись не прочитана, новейшая от { DATETIME($newest, dateStyle: "medium") }
    [few] { $count } записи не прочитаны, новейшая от { DATETIME($newest, dateStyle: "medium") }
    [many] { $count } записей не прочитано, новейшая от { DATETIME($newest, dateStyle: "medium") }
   *[other] { $count } записи не прочитаны, новейшая от { DATETIME($newest, dateStyle: "medium") }
}
digest-brought = есть запись к сессии
digest-brought-on = К сессии, записано { DATETIME($day, dateStyle: "medium") }:
digest-changed = { $count ->
    [one] { $count } изменение по договорённости
    [few] { $count } изменения по договорённости
    [many] { $count } изменений по договорённости
   *[other] { $count } изменения по договорённости
}
digest-paused = на паузе до { DATETIME($until, dateStyle: "medium") }
digest-invited = ещё не здесь
digest-joining = сейчас входит
digest-under-age = ещё нет 18 лет, поэтому вопросов нет
digest-rate = { $rate }
digest-suggested = { $count ->
    [one] { $count } предложение ждёт ответа
    [few] { $count } предложения ждут ответа
    [many] { $count } предложений ждут ответа
   *[other] { $count } предложения ждут ответа
}
digest-more = { $count ->
    [one] Здесь не поместился ещё { $count } клиент.
    [few] Здесь не поместились ещё { $count } клиента.
    [many] Здесь не поместились ещё { $count } клиентов.
   *[other] Здесь не поместились ещё { $count } клиента.
} Непрочитанных записей у них: { $unread }. /clients покажет всех.
digest-calm = Ничто здесь вас не ждёт.
digest-agreed = Договорённость: { $text }
digest-change = { $text }
