"""Who did what to whose data: append-only (a trigger holds it), never any content."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, insert, select

from homework.ids import new_id
from homework.store.columns import to_milliseconds
from homework.store.database import Unit
from homework.store.tables import audit


@dataclass(frozen=True, slots=True)
class Noted:
    """One line: who (a person's id, or a word for the program), what, about which row."""

    id: str
    at: datetime
    actor: str
    action: str
    subject: str | None


async def note(
    unit: Unit, actor: str, action: str, client: str | None = None, subject: str | None = None
) -> None:
    """Write one line: the actor's person id, the action, the client and the row it was about."""
    await unit.conn.execute(
        insert(audit).values(
            id=new_id(unit.now),
            at=unit.now,
            actor=actor,
            action=action,
            client_id=client,
            subject=subject,
        )
    )


async def of_client(unit: Unit, client: str, most: int | None = None) -> list[Noted]:
    """Return what was done about a client, oldest first; with `most` the newest so many."""
    query = select(audit).where(audit.c.client_id == client).order_by(audit.c.id.desc())
    rows = (await unit.conn.execute(query if most is None else query.limit(most))).all()
    return [Noted(row.id, row.at, row.actor, row.action, row.subject) for row in reversed(rows)]


async def last(unit: Unit, client: str, action: str) -> datetime | None:
    """Return when something was last done about a client."""
    query = select(func.max(audit.c.at)).where(
        audit.c.client_id == client, audit.c.action == action
    )
    return (await unit.conn.execute(query)).scalar()


@dataclass(frozen=True, slots=True)
class Day:
    """All lines of one day (UTC): how many, and one hash over them. Kept elsewhere, in the log of
    the operator, it shows later whether a line was taken out, put in or changed."""

    day: date
    lines: int
    sha256: str


async def of_day(unit: Unit, day: date) -> Day:
    """Return the hash of a day's lines, in the order of their ids."""
    start = datetime.combine(day, time(0), UTC)
    query = (
        select(audit)
        .where(audit.c.at >= start, audit.c.at < start + timedelta(days=1))
        .order_by(audit.c.id)
    )
    hashed, lines = hashlib.sha256(), 0
    for row in (await unit.conn.execute(query)).all():
        line = [row.id, to_milliseconds(row.at), row.actor, row.action, row.client_id, row.subject]
        hashed.update(json.dumps(line).encode() + b"\n")
        lines += 1
    return Day(day, lines, hashed.hexdigest())
