"""What a therapist leaves at an entry: for the session, well spotted, or words about one step.

Words are sealed with the client's key, as are the answers to them. It must not know who is told.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.tables import private_note, remark

DISCUSS, WELL, COMMENT = "discuss", "well", "comment"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark at an entry. `step`: what a comment is about, None for the whole sheet."""

    id: str
    client: str
    entry: str
    therapist: str
    kind: str
    at: datetime
    step: str | None = None
    text: str = field(default="", repr=False)
    answer: str = field(default="", repr=False)
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A therapist's own note about a client, which nobody else reads."""

    id: str
    at: datetime
    text: str = field(repr=False)


async def add(
    unit: Unit,
    client: str,
    entry: str,
    therapist: str,
    kind: str,
    step: str | None = None,
    text: str = "",
) -> str:
    """Write a remark; return its row id."""
    key = new_id(unit.now)
    sealed = unit.sealer.seal("remark", "text", key, client, text) if text else None
    await unit.conn.execute(
        insert(remark).values(
            id=key,
            client_id=client,
            entry_id=entry,
            therapist_id=therapist,
            kind=kind,
            step_id=step,
            text=sealed,
            at=unit.now,
        )
    )
    return key


def _remark(unit: Unit, row: Row[Any]) -> Remark:
    def opened(column: str, sealed: bytes | None) -> str:
        return unit.sealer.open("remark", column, row.id, row.client_id, sealed) if sealed else ""

    return Remark(
        row.id,
        row.client_id,
        row.entry_id,
        row.therapist_id,
        row.kind,
        row.at,
        row.step_id,
        opened("text", row.text),
        opened("answer", row.answer),
        row.answered_at,
    )


async def own(unit: Unit, key: str, client: str) -> Remark | None:
    """Return a remark by row id if it is at an entry of this client."""
    query = select(remark).where(remark.c.id == key, remark.c.client_id == client)
    row = (await unit.conn.execute(query)).first()
    return None if row is None else _remark(unit, row)


async def at_entry(unit: Unit, entry: str) -> list[Remark]:
    """Return what was left at an entry, oldest first."""
    query = select(remark).where(remark.c.entry_id == entry).order_by(remark.c.at, remark.c.id)
    return [_remark(unit, row) for row in (await unit.conn.execute(query)).all()]


async def untold(unit: Unit, entry: str) -> list[Remark]:
    """Return what a client is still to be told of an entry, oldest first."""
    query = select(remark).where(
        remark.c.entry_id == entry, remark.c.told_at.is_(None), remark.c.kind.in_((WELL, COMMENT))
    )
    rows = await unit.conn.execute(query.order_by(remark.c.at, remark.c.id))
    return [_remark(unit, row) for row in rows.all()]


async def mark_told(unit: Unit, found: Collection[Remark]) -> None:
    """Write that a client is told of some remarks now."""
    keys = [one.id for one in found]
    await unit.conn.execute(update(remark).where(remark.c.id.in_(keys)).values(told_at=unit.now))


async def to_discuss(unit: Unit, client: str, therapist: str) -> list[str]:
    """Return the entries that a therapist wants to speak of, oldest first."""
    query = (
        select(remark.c.entry_id)
        .where(
            remark.c.client_id == client,
            remark.c.therapist_id == therapist,
            remark.c.kind == DISCUSS,
        )
        .order_by(remark.c.at, remark.c.id)
    )
    return [*(await unit.conn.execute(query)).scalars()]


async def take_back(unit: Unit, entry: str, therapist: str, kind: str) -> None:
    """Remove a therapist's mark from an entry."""
    await unit.conn.execute(
        delete(remark).where(
            remark.c.entry_id == entry, remark.c.therapist_id == therapist, remark.c.kind == kind
        )
    )


async def answer(unit: Unit, one: Remark, text: str) -> None:
    """Write what the client answered; a second answer goes below the first."""
    whole = f"{one.answer}\n{text}" if one.answer else text
    sealed = unit.sealer.seal("remark", "answer", one.id, one.client, whole)
    await unit.conn.execute(
        update(remark).where(remark.c.id == one.id).values(answer=sealed, answered_at=unit.now)
    )


# A therapist's own notes --------------------------------------------------------------------------


async def keep_note(unit: Unit, client: str, therapist: str, text: str) -> str:
    """Write a private note of a therapist about a client; return its row id."""
    key = new_id(unit.now)
    await unit.conn.execute(
        insert(private_note).values(
            id=key,
            client_id=client,
            therapist_id=therapist,
            text=unit.sealer.seal("private_note", "text", key, client, text),
            at=unit.now,
        )
    )
    return key


async def about(unit: Unit, key: str, therapist: str) -> str | None:
    """Return whom a note of this therapist is about; nothing is opened."""
    query = select(private_note.c.client_id).where(
        private_note.c.id == key, private_note.c.therapist_id == therapist
    )
    return (await unit.conn.execute(query)).scalar()


async def notes_of(unit: Unit, client: str, therapist: str) -> list[Note]:
    """Return a therapist's own notes about a client, newest first."""
    query = select(private_note).where(
        private_note.c.client_id == client, private_note.c.therapist_id == therapist
    )
    rows = (await unit.conn.execute(query.order_by(private_note.c.id.desc()))).all()
    opened = unit.sealer.open
    return [
        Note(row.id, row.at, opened("private_note", "text", row.id, client, row.text))
        for row in rows
    ]


async def drop_note(unit: Unit, key: str, therapist: str) -> None:
    """Delete one of a therapist's own notes."""
    await unit.conn.execute(
        delete(private_note).where(
            private_note.c.id == key, private_note.c.therapist_id == therapist
        )
    )
