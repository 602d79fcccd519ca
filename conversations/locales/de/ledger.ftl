# How the fair rate is said. "missed" is never shown to a client; these lines are for the therapist.
ledger-none = nichts stand an
ledger-rate = { $done } von { $n } gemacht
ledger-rate-percent = { $done } von { $n } gemacht ({ $percent } %)
ledger-joiner = {", "}
ledger-partial = { $count } zum Teil
ledger-missed = { $count } nicht begonnen
ledger-recalled = { $count } aus der Erinnerung
ledger-skipped = { $count } ausgelassen
ledger-paused = { $count } pausiert
ledger-declined = { $count } abgelehnt
ledger-not-delivered = { $count } nicht zugestellt
ledger-superseded = { $count } durch die nächste Anfrage ersetzt
ledger-unprompted = { $count } ohne Anfrage geschrieben
