"""When a client and a therapist meet next: one date for each care."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, select, update

from homework.store.database import Unit
from homework.store.tables import care


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who meets whom, and when next; None: it is not known."""

    therapist: str
    client: str
    at: datetime | None


async def care_of(unit: Unit, therapist: str, client: str) -> str | None:
    """Return the row that says that this therapist cares for this client now."""
    query = select(care.c.id).where(
        care.c.therapist_id == therapist, care.c.client_id == client, care.c.until.is_(None)
    )
    return (await unit.conn.execute(query)).scalar()


async def by_care(unit: Unit, key: str) -> Meeting | None:
    """Return the session date of a care that has not ended."""
    query = select(care).where(care.c.id == key, care.c.until.is_(None))
    row = (await unit.conn.execute(query)).first()
    return None if row is None else Meeting(row.therapist_id, row.client_id, row.session_at)


async def next_of(unit: Unit, therapist: str, clients: Collection[str]) -> dict[str, datetime]:
    """Return the session date of each client of a therapist that has one, past ones too."""
    query = select(care.c.client_id, care.c.session_at).where(
        care.c.therapist_id == therapist,
        care.c.client_id.in_(list(clients)),
        care.c.until.is_(None),
        care.c.session_at.is_not(None),
    )
    return {row.client_id: row.session_at for row in (await unit.conn.execute(query)).all()}


async def last_of(unit: Unit, therapist: str, client: str) -> datetime | None:
    """Return when the two last met: the newest date that came and was not moved before it did."""
    query = select(care.c.session_at, care.c.held_at).where(
        care.c.therapist_id == therapist, care.c.client_id == client, care.c.until.is_(None)
    )
    row = (await unit.conn.execute(query)).first()
    if row is None:
        return None
    past = row.session_at is not None and row.session_at <= unit.now
    return row.session_at if past else row.held_at


async def put(unit: Unit, therapist: str, client: str, at: datetime | None) -> None:
    """Write when the two meet next (None: it is not known). A date that came was a session."""
    came = care.c.session_at <= unit.now
    await unit.conn.execute(
        update(care)
        .where(care.c.therapist_id == therapist, care.c.client_id == client, care.c.until.is_(None))
        .values(session_at=at, held_at=case((came, care.c.session_at), else_=care.c.held_at))
    )
