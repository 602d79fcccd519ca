"""Which therapist has opened which entry or note: each for themselves, and each once.

A row's own `read_at` says when the first of them did. Once a row changes it is news to all of them,
and its readings are gone. It must not know what was read, nor that the client is told of it.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, delete, func, insert, or_, select

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.tables import care, reading


def opened_by(table: Table, reader: str) -> ColumnElement[bool]:
    """Return the condition that a therapist has opened a row of `entry` or `note`."""
    mine = (reading.c.subject == table.c.id) & (reading.c.therapist_id == reader)
    return select(reading.c.id).where(mine).exists()


def is_new(table: Table, reader: str) -> ColumnElement[bool]:
    """Return the condition that a row of `entry` or `note` is new to a therapist.

    They have not opened it, and nobody had read it before they came: what others read earlier is
    history to who takes over, and would hide what is new.
    """
    came = (
        select(func.max(care.c.since))
        .where(
            care.c.client_id == table.c.client_id,
            care.c.therapist_id == reader,
            care.c.until.is_(None),
        )
        .scalar_subquery()
    )
    return and_(~opened_by(table, reader), or_(table.c.read_at.is_(None), table.c.read_at >= came))


async def mark(unit: Unit, reader: str, client: str, subjects: Collection[str]) -> list[str]:
    """Write that a therapist opens some rows of a client now; return those that they never had."""
    mine = (reading.c.subject.in_(list(subjects))) & (reading.c.therapist_id == reader)
    known = {*(await unit.conn.execute(select(reading.c.subject).where(mine))).scalars()}
    first = [subject for subject in subjects if subject not in known]
    rows = [
        {
            "id": new_id(unit.now),
            "client_id": client,
            "therapist_id": reader,
            "subject": subject,
            "read_at": unit.now,
        }
        for subject in first
    ]
    if rows:
        await unit.conn.execute(insert(reading), rows)
    return first


async def of_subject(unit: Unit, subject: str) -> dict[str, datetime]:
    """Return when each therapist first opened a row as it stands now; who did so first stands
    first."""
    query = (
        select(reading.c.therapist_id, reading.c.read_at)
        .where(reading.c.subject == subject)
        .order_by(reading.c.read_at, reading.c.id)
    )
    return {key: at for key, at in (await unit.conn.execute(query)).all()}


async def forget(unit: Unit, subject: str) -> None:
    """A row has changed: nobody has read it as it stands now."""
    await unit.conn.execute(delete(reading).where(reading.c.subject == subject))
