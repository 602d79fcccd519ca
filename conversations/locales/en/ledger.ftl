# How the fair rate is said. "missed" is never shown to a client; these lines are for the therapist.
ledger-none = nothing was due
ledger-rate = { $done } of { $n } done
ledger-rate-percent = { $done } of { $n } done ({ $percent } %)
ledger-joiner = {", "}
ledger-partial = { $count } partly
ledger-missed = { $count } not begun
ledger-recalled = { $count } from memory
ledger-skipped = { $count } skipped
ledger-paused = { $count } paused
ledger-declined = { $count } turned down
ledger-not-delivered = { $count } not delivered
ledger-superseded = { $count } replaced by the next prompt
ledger-unprompted = { $count } written without a prompt
