"""Who did what to whose data: append-only (a trigger holds it), never any content."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select

from homework.ids import new_id
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
