"""The room that remembers: people, assignments, occurrences, sessions, the ledger, the digest."""
