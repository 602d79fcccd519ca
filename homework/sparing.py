"""Which prompts do not ring although their moment came: every second one, or all of them.

Every second one of a client who did not answer for days, or of a practice whose prompts its client
wanted fewer of. Counted from the first on, so the same after a restart. What is left out ends as
not delivered: nobody was asked, so nobody missed anything; nor was it a pause, which is a client's
own choice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from homework.store import feedback, silences
from homework.store.database import Unit
from homework.store.people import Client

Spared = Literal["halved", "stopped"]
EVERYTHING = ""


@dataclass(slots=True)
class Sparing:
    """The rate of one client's prompts in one round; `turns`: how many were decided, by assignment
    or over everything."""

    silence: str | None = None
    turns: dict[str, int] = field(default_factory=dict[str, int])

    def asked(self) -> None:
        """Everything is halved from now on; the question took the first one's place."""
        self.silence = "asked"
        self.turns[EVERYTHING] = 1

    def spare(self, assignment: str) -> Spared | None:
        """Return why the next prompt of an assignment does not ring, or None. Call it once each."""
        if self.silence == "stopped":
            return "stopped"
        key = EVERYTHING if self.silence == "asked" else assignment
        turn = self.turns.get(key)
        if turn is None:
            return None
        self.turns[key] = turn + 1
        return "halved" if turn % 2 == 0 else None


async def of_clients(unit: Unit, clients: Mapping[str, Client]) -> dict[str, Sparing]:
    """Return the rates of some clients."""
    halved = await feedback.halved(unit, clients)
    found: dict[str, Sparing] = {}
    for key, client in clients.items():
        turns: dict[str, int] = {}
        if client.silence == "asked" and client.silence_at is not None:
            turns[EVERYTHING] = 1 + await silences.decided_since(unit, key, client.silence_at)
        for assignment, since in halved.get(key, {}).items():
            turns[assignment] = await silences.decided_since(unit, key, since, assignment)
        found[key] = Sparing(client.silence, turns)
    return found
