"""Who stands in for a therapist who is away: rows of care that end by themselves."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import insert, select, update

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.people import ASKED, COVER, ENDED_STATES
from homework.store.tables import care, client


async def ask(unit: Unit, colleague: str, clients: Collection[str], until: datetime) -> None:
    """Write that a colleague was asked to stand in for some clients until a date."""
    rows = [
        {
            "id": new_id(unit.now),
            "client_id": key,
            "therapist_id": colleague,
            "role": ASKED,
            "since": unit.now,
            "until": until,
        }
        for key in clients
    ]
    if rows:
        await unit.conn.execute(insert(care), rows)


async def asked(unit: Unit, colleague: str, lead: str) -> dict[str, datetime]:
    """Return the clients of a therapist that a colleague was asked to stand in for, until when."""
    return await _open(unit, ASKED, lead, colleague)


async def covered(unit: Unit, lead: str) -> dict[str, datetime]:
    """Return the clients of a therapist that somebody stands in for now, until when."""
    return await _open(unit, COVER, lead, None)


async def _open(unit: Unit, role: str, lead: str, colleague: str | None) -> dict[str, datetime]:
    led = select(care.c.client_id).where(
        care.c.therapist_id == lead, care.c.role == "lead", care.c.until.is_(None)
    )
    query = (
        select(care.c.client_id, care.c.until)
        .join(client, client.c.id == care.c.client_id)
        .where(
            care.c.role == role,
            care.c.until > unit.now,
            care.c.client_id.in_(led),
            client.c.state.not_in(ENDED_STATES),
        )
    )
    if colleague is not None:
        query = query.where(care.c.therapist_id == colleague)
    return {row.client_id: row.until for row in (await unit.conn.execute(query)).all()}


async def begin(unit: Unit, colleague: str, clients: Collection[str]) -> None:
    """The colleague agreed: from now on they stand in for these clients."""
    await unit.conn.execute(
        update(care)
        .where(
            care.c.therapist_id == colleague,
            care.c.client_id.in_(list(clients)),
            care.c.role == ASKED,
            care.c.until > unit.now,
        )
        .values(role=COVER, since=unit.now)
    )


async def end(unit: Unit, lead: str) -> None:
    """Nobody stands in, or is asked to, for a therapist's clients any more."""
    led = select(care.c.client_id).where(care.c.therapist_id == lead, care.c.role == "lead")
    await unit.conn.execute(
        update(care)
        .where(
            care.c.client_id.in_(led),
            care.c.role.in_((ASKED, COVER)),
            care.c.until > unit.now,
        )
        .values(until=unit.now)
    )
