"""Reports that somebody asked for and that are not made yet. What it is about is sealed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, delete, insert, select

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.tables import report


@dataclass(frozen=True, slots=True)
class Asked:
    """One report. `what`: which, in words of the use case that makes it."""

    id: str
    person: str
    client: str
    what: str = field(repr=False)


async def add(unit: Unit, person: str, client: str, what: str) -> str:
    """Write that a person asked for a report about a client; return its row id."""
    key = new_id(unit.now)
    sealed = unit.sealer.seal("report", "what", key, client, what)
    await unit.conn.execute(
        insert(report).values(
            id=key, person_id=person, client_id=client, what=sealed, asked_at=unit.now
        )
    )
    return key


async def of_person(unit: Unit, person: str) -> list[Asked]:
    """Return what is being made for a person."""
    query = select(report).where(report.c.person_id == person)
    return [_asked(unit, row) for row in (await unit.conn.execute(query)).all()]


def _asked(unit: Unit, row: Row[Any]) -> Asked:
    what = unit.sealer.open("report", "what", row.id, row.client_id, row.what)
    return Asked(row.id, row.person_id, row.client_id, what)


async def by_id(unit: Unit, key: str) -> Asked | None:
    """Return a report that is not made yet."""
    row = (await unit.conn.execute(select(report).where(report.c.id == key))).first()
    return None if row is None else _asked(unit, row)


async def take(unit: Unit, key: str) -> bool:
    """Remove a report that is made now; False if it is gone already, and nobody wants it."""
    return (await unit.conn.execute(delete(report).where(report.c.id == key))).rowcount > 0


async def waiting(unit: Unit) -> Sequence[str]:
    """Return the row ids of all reports that are not made yet."""
    return (await unit.conn.execute(select(report.c.id))).scalars().all()
