"""Who was asked to care for a client too, or in another's place: rows of care that end alone.

First the colleague agrees, then the client; until then nobody's client is another's.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, insert, select, update

from homework.ids import new_id
from homework.store import people
from homework.store.database import Unit
from homework.store.people import Therapist
from homework.store.tables import assignment, care, program

NEXT, BESIDE, BACK = "next", "beside", "back"
"""In the place of who cares now; beside them; by a link, where nobody does any more."""
ASKED, AGREED = "asked", "agreed"
WITHOUT = tuple(f"{way}.without" for way in (NEXT, BESIDE, BACK))
"""Roles of an offer that was taken up for what comes alone; its end is when that was said."""
DAYS = timedelta(days=14)
_ROLES = tuple(f"{way}.{stage}" for way in (NEXT, BESIDE, BACK) for stage in (ASKED, AGREED))


@dataclass(frozen=True, slots=True)
class Offer:
    """To whom care is offered, how, and whether they have agreed to it."""

    id: str
    client: str
    therapist: Therapist
    way: str
    agreed: bool


async def offer(unit: Unit, client: str, colleague: str, way: str, stage: str = ASKED) -> str:
    """Write that a colleague is asked for a client, return the offer's id; earlier offers of that
    client end."""
    await withdraw(unit, client)
    key = new_id(unit.now)
    await unit.conn.execute(
        insert(care).values(
            id=key,
            client_id=client,
            therapist_id=colleague,
            role=f"{way}.{stage}",
            since=unit.now,
            until=unit.now + DAYS,
        )
    )
    return key


async def withdraw(unit: Unit, client: str) -> None:
    """Nobody is asked for a client any more."""
    theirs = (care.c.client_id == client) & care.c.role.in_(_ROLES)
    await unit.conn.execute(
        update(care).where(theirs, care.c.until > unit.now).values(until=unit.now)
    )


async def of_client(unit: Unit, client: str) -> Offer | None:
    """Return the offer that stands for a client now."""
    return await _standing(unit, care.c.client_id == client)


async def by_id(unit: Unit, key: str) -> Offer | None:
    """Return an offer, if it still stands."""
    return await _standing(unit, care.c.id == key)


async def _standing(unit: Unit, which: ColumnElement[bool]) -> Offer | None:
    theirs = which & care.c.role.in_(_ROLES)
    query = select(care).where(theirs, care.c.until > unit.now).order_by(care.c.id.desc())
    row = (await unit.conn.execute(query)).first()
    found = await people.therapist_by_id(unit, row.therapist_id) if row is not None else None
    if row is None or found is None or found.person is None:
        return None
    way, _, stage = row.role.partition(".")
    return Offer(row.id, row.client_id, found, way, stage == AGREED)


async def lapsed(unit: Unit, key: str) -> tuple[str, Therapist] | None:
    """Return client and therapist of a link's offer that ended with nobody answering; else None."""
    query = select(care).where(care.c.id == key, care.c.role == f"{BACK}.{AGREED}")
    row = (await unit.conn.execute(query)).first()
    if row is None or row.until != row.since + DAYS or row.until > unit.now:
        return None
    found = await people.therapist_by_id(unit, row.therapist_id)
    return None if found is None else (row.client_id, found)


async def agree(unit: Unit, one: Offer) -> None:
    """The colleague agreed; now the client is asked."""
    values = {"role": f"{one.way}.{AGREED}", "until": unit.now + DAYS}
    await unit.conn.execute(update(care).where(care.c.id == one.id).values(**values))


async def begin(unit: Unit, client: str, one: Offer) -> None:
    """The colleague cares for the client from now on."""
    await withdraw(unit, client)
    values = {"id": new_id(unit.now), "client_id": client, "therapist_id": one.therapist.id}
    await unit.conn.execute(insert(care).values(**values, role="lead", since=unit.now))


async def keep_before(unit: Unit, one: Offer) -> None:
    """The client says yes, and keeps what they wrote until now."""
    values = {"role": f"{one.way}.without", "until": unit.now}
    await unit.conn.execute(update(care).where(care.c.id == one.id).values(**values))


async def kept_before(unit: Unit, client: str) -> datetime | None:
    """Return until when all that a client wrote is theirs alone; None: they never said so."""
    kept = (care.c.client_id == client) & care.c.role.in_(WITHOUT)
    return (await unit.conn.execute(select(func.max(care.c.until)).where(kept))).scalar()


def is_kept(client: ColumnElement[str], at: ColumnElement[datetime]) -> ColumnElement[bool]:
    """Return the same as a condition: whether what `client` wrote `at` is theirs alone."""
    kept = (care.c.client_id == client) & care.c.role.in_(WITHOUT) & (care.c.until >= at)
    return select(care.c.id).where(kept).exists()


async def pass_on(unit: Unit, client: str, before: str, after: str) -> None:
    """What one therapist has set for a client is another's from now on."""
    for table in (assignment, program):
        mine = (table.c.client_id == client) & (table.c.therapist_id == before)
        await unit.conn.execute(update(table).where(mine).values(therapist_id=after))
