"""Reads, when all lives are lived, what the rows say about everybody.

It must not know the rules, nor what was seen on phones.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.simulate.evidence import Agreed
from bot.simulate.regimens import Regimen
from homework.assigning import TIMER
from homework.chain import Event, Occurrence
from homework.moments import zone_of
from homework.store import assignments, chains, contracts, entries, occurrences, people, timers
from homework.store.assignments import Assignment
from homework.store.contracts import Recorded
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.people import Client

LONG_AGO = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything about all clients; `owners`: whose a row id is; `agreed`: by client."""

    occurrences: Sequence[Occurrence]
    chains: Mapping[str, Sequence[Event]]
    entries: Sequence[Written]
    agreed: Mapping[str, Sequence[Agreed]]
    owners: Mapping[str, str]
    parked: int


async def read(unit: Unit, clients: Collection[str], proposed: Mapping[str, Regimen]) -> Rows:
    """Return all rows of some clients; `proposed`: what was set, by assignment."""
    rows = await occurrences.since(unit, clients, unit.now - LONG_AGO)
    start = unit.now - LONG_AGO
    written = [one for client in clients for one in await entries.lately(unit, client, start)]
    found = await assignments.by_ids(unit, proposed)
    known = await people.clients_by_id(unit, clients)
    agreed: dict[str, list[Agreed]] = {client: [] for client in clients}
    for one in found.values():
        if one.agreed_at is not None:
            history = await contracts.history(unit, one.id)
            agreed[one.client].append(_agreed(one, proposed[one.id], history, known[one.client]))
    owned = (*rows, *written, *found.values())
    return Rows(
        rows,
        await chains.of_each(unit, [one.id for one in rows]),
        written,
        agreed,
        {one.id: one.client for one in owned},
        len(await timers.parked(unit)),
    )


def _agreed(
    one: Assignment, regimen: Regimen, history: Sequence[Recorded], client: Client
) -> Agreed:
    since = next(change.at for change in history if change.change == "accept")
    ends = [change for change in history if change.change == "end"]
    ended = [change.at for change in ends]
    after = datetime.combine(one.ends_on + timedelta(days=1), time(0), zone_of(client))
    until = min([*ended, after + timedelta(days=1)])  # a day more for who has travelled since
    rests: list[tuple[datetime, datetime]] = []
    for change in history:
        if rests and rests[-1][1] > change.at and change.change in ("resume", "pause"):
            rests[-1] = (rests[-1][0], change.at)
        paused = change.body.get("paused")
        if change.change == "pause" and isinstance(paused, str):
            rests.append((change.at, datetime.fromisoformat(paused)))
    by_hand = any(change.actor != TIMER for change in ends)
    return Agreed(one.id, regimen, since, until, rests, by_hand)
