# How the fair rate is said. "missed" is never shown to a client; these lines are for the therapist.
ledger-none = no tocaba nada
ledger-rate = { $done } de { $n } { $n ->
    [one] hecha
   *[other] hechas
}
ledger-rate-percent = { $done } de { $n } hechas ({ $percent } %)
ledger-joiner = {", "}
ledger-partial = { $count } en parte
ledger-missed = { $count } sin empezar
ledger-recalled = { $count } de memoria
ledger-skipped = { $count ->
    [one] { $count } saltada
   *[other] { $count } saltadas
}
ledger-paused = { $count } en pausa
ledger-declined = { $count ->
    [one] { $count } rechazada
   *[other] { $count } rechazadas
}
ledger-not-delivered = { $count ->
    [one] { $count } no entregada
   *[other] { $count } no entregadas
}
ledger-superseded = { $count ->
    [one] { $count } reemplazada por el aviso siguiente
   *[other] { $count } reemplazadas por el aviso siguiente
}
ledger-unprompted = { $count ->
    [one] { $count } escrita sin aviso
   *[other] { $count } escritas sin aviso
}
