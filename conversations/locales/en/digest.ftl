# For the therapist. A number always stands in a sentence that says what was counted.
digest-title = <b>Your clients</b>, { DATETIME($start, dateStyle: "medium") } to { DATETIME($end, dateStyle: "medium") }
digest-title-day = <b>Your clients</b>, { DATETIME($day, dateStyle: "medium") }
digest-page-title = <b>{ $name }</b>, { DATETIME($start, dateStyle: "medium") } to { DATETIME($end, dateStyle: "medium") }
digest-empty = You have no clients here yet. /invite makes a link for one.
digest-line = <b>{ $name }</b>:{" "}
digest-joiner = {" · "}
digest-alerts = { $count ->
    [one] 1 alert you have not seen
   *[other] { $count } alerts you have not seen
}
digest-alerts-more = { $count ->
    [one] 1 more alert waits: /alerts shows all.
   *[other] { $count } more alerts wait: /alerts shows all.
}
digest-unconfirmed = joined, and waits until you confirm that it is them
digest-unreachable = cannot be reached: the bot was blocked or the chat is gone
digest-silent = prompts on { $days } days, none answered
digest-after-hard = no answer since an entry that was very hard for them
digest-halved = every second prompt rings until they are back
digest-stopped = nothing rings until they are back
digest-too-much = { $count ->
    [one] said "too much" once
   *[other] said "too much" { $count } times
}
digest-smaller = { $count ->
    [one] took a shorter form once
   *[other] took a shorter form { $count } times
}
digest-unread = { $count ->
    [one] 1 entry to read
   *[other] { $count } entries to read
}
digest-unread-newest = { $count ->
    [one] 1 entry to read, from { DATETIME($newest, dateStyle: "medium") }
   *[other] { $count } entries to read, the newest from { DATETIME($newest, dateStyle: "medium") }
}
digest-brought = wrote something for the session
digest-brought-on = For the session, written { DATETIME($day, dateStyle: "medium") }:
digest-changed = { $count ->
    [one] 1 change agreed
   *[other] { $count } changes agreed
}
digest-paused = paused until { DATETIME($until, dateStyle: "medium") }
digest-invited = has not joined yet
digest-joining = is joining
digest-under-age = is not 18 yet, so nothing is asked of them
digest-rate = { $rate }
digest-suggested = { $count ->
    [one] 1 suggestion waits for their answer
   *[other] { $count } suggestions wait for their answer
}
digest-more = { $count ->
    [one] 1 more client did not fit here.
   *[other] { $count } more clients did not fit here.
} Entries to read among them: { $unread }. /clients shows everybody.
digest-calm = Nothing here waits for you.
digest-agreed = Agreed: { $text }
digest-change = { $text }
