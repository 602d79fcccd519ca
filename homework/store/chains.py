"""Chains: the events of occurrences, only ever added, in the transaction that changes the row.

`occurrences.py` is the one that writes them. It must not know what an event means.
"""

import json
from collections.abc import Collection, Sequence
from typing import Any, cast

from sqlalchemy import Row, insert, select

from homework.chain import Event
from homework.ids import new_id
from homework.store.marks import chunks
from homework.store.tables import event
from homework.store.unit import Unit

_add = insert(event)
_encode = json.JSONEncoder(separators=(",", ":")).encode


async def add(unit: Unit, events: Sequence[Event]) -> None:
    """Write events in their order, in one statement."""
    rows = [
        {
            "id": new_id(unit.now),
            "occurrence_id": one.occurrence,
            "client_id": one.client,
            "kind": one.kind,
            "at": one.at,
            "zone": one.zone,
            "changes": _encode(one.changes),
        }
        for one in events
    ]
    if rows:
        await unit.conn.execute(_add, rows)


async def of(unit: Unit, occurrence: str) -> list[Event]:
    """Return the chain of one occurrence, oldest event first."""
    return (await of_each(unit, [occurrence])).get(occurrence, [])


async def of_each(unit: Unit, occurrences: Collection[str]) -> dict[str, list[Event]]:
    """Return the chains of several occurrences, oldest events first."""
    chains: dict[str, list[Event]] = {key: [] for key in occurrences}
    for keys in chunks(occurrences):
        query = select(event).where(event.c.occurrence_id.in_(keys)).order_by(event.c.id)
        for row in (await unit.conn.execute(query)).all():
            chains[row.occurrence_id].append(_event(row))
    return chains


def _event(row: Row[Any]) -> Event:
    changes = cast("dict[str, Any]", json.loads(row.changes))
    return Event(row.occurrence_id, row.client_id, row.kind, row.at, row.zone, changes)
