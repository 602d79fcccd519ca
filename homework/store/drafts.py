"""Worksheet files that a therapist sent and has not published yet. They hold no person's data."""

from datetime import timedelta

from sqlalchemy import delete, insert, select

from homework.store.database import Unit
from homework.store.tables import sheet_draft

KEPT = timedelta(days=30)


async def keep(unit: Unit, key: str, therapist: str, source: str) -> None:
    """Keep a file; what lay about for a month is thrown away."""
    mine = sheet_draft.c.therapist_id == therapist
    old = sheet_draft.c.made_at < unit.now - KEPT
    await unit.conn.execute(delete(sheet_draft).where(mine, old))
    row = {"id": key, "therapist_id": therapist, "source": source, "made_at": unit.now}
    await unit.conn.execute(insert(sheet_draft).values(row))


async def of_therapist(unit: Unit, key: str, therapist: str) -> str | None:
    """Return a draft's source if it is this therapist's."""
    found = select(sheet_draft.c.source).where(
        sheet_draft.c.id == key, sheet_draft.c.therapist_id == therapist
    )
    return (await unit.conn.execute(found)).scalar_one_or_none()


async def drop(unit: Unit, key: str) -> None:
    """Throw a draft away."""
    await unit.conn.execute(delete(sheet_draft).where(sheet_draft.c.id == key))
