"""Programs that were set for clients: the chain as it was when it began, and how far it is."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import insert, select, update

from homework.store.database import Unit
from homework.store.tables import program


@dataclass(frozen=True, slots=True)
class Chain:
    """How one link of a program begins, and when it is complete."""

    begins: str
    days: int
    entries: int | None


@dataclass(frozen=True, slots=True)
class Running:
    """A program of a client. `state`: draft, proposed, running, done, ended."""

    id: str
    client: str
    therapist: str
    name: str
    state: str
    links: tuple[Chain, ...]
    ended_at: datetime | None = None


async def add(unit: Unit, new: Running) -> None:
    """Write a program."""
    links = [{"begins": one.begins, "days": one.days, "entries": one.entries} for one in new.links]
    await unit.conn.execute(
        insert(program).values(
            id=new.id,
            client_id=new.client,
            therapist_id=new.therapist,
            name=new.name,
            state=new.state,
            links=json.dumps(links),
            created_at=unit.now,
        )
    )


async def by_id(unit: Unit, key: str) -> Running | None:
    """Return a program."""
    row = (await unit.conn.execute(select(program).where(program.c.id == key))).first()
    if row is None:
        return None
    stored = cast("Sequence[dict[str, object]]", json.loads(row.links))
    links = [
        Chain(str(one["begins"]), int(str(one["days"])), _number(one["entries"])) for one in stored
    ]
    return Running(
        row.id, row.client_id, row.therapist_id, row.name, row.state, tuple(links), row.ended_at
    )


def _number(value: object) -> int | None:
    return None if value is None else int(str(value))


async def become(unit: Unit, key: str, state: str) -> None:
    """Write the state that a program is in from now on."""
    over = {"ended_at": unit.now} if state in ("done", "ended") else {}
    await unit.conn.execute(update(program).where(program.c.id == key).values(state=state, **over))
