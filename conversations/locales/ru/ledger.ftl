# How the fair rate is said. "missed" is never shown to a client; these lines are for the therapist.
ledger-none = ничего не намечалось
ledger-rate = сделано { $done } из { $n }
ledger-rate-percent = сделано { $done } из { $n } ({ $percent } %)
ledger-joiner = {", "}
ledger-partial = частично: { $count }
ledger-missed = не начато: { $count }
ledger-recalled = по памяти: { $count }
ledger-skipped = кнопкой «Пропустить»: { $count }
ledger-paused = на паузе: { $count }
ledger-declined = отказ: { $count }
ledger-not-delivered = не доставлено: { $count }
ledger-superseded = сменилось новым сигналом: { $count }
ledger-unprompted = записано без сигнала: { $count }
