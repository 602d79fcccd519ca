# How the fair rate is said. "missed" is never shown to a client; these lines are for the therapist.
ledger-none = no tocaba nada
ledger-rate = { $done } de { $n } hechas
ledger-rate-percent = { $done } de { $n } hechas ({ $percent } %)
ledger-joiner = {", "}
ledger-partial = { $count } en parte
ledger-missed = { $count } sin empezar
ledger-recalled = { $count } de memoria
ledger-skipped = { $count } saltadas
ledger-paused = { $count } en pausa
ledger-declined = { $count } rechazadas
ledger-not-delivered = { $count } no entregadas
ledger-superseded = { $count } reemplazadas por el aviso siguiente
ledger-unprompted = { $count } escritas sin aviso
