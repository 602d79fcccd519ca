"""What a client wrote for the next session, in a note of their own; sealed with their key.

A note may be changed and taken back until somebody who cares for them has opened it; whether it is
new to each of them is another matter (`readings.py`). One from before care went on without what was
written so far is the client's alone, and stays as it is.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, insert, or_, select, update

from homework.ids import new_id
from homework.store import handovers, readings
from homework.store.database import Unit
from homework.store.tables import care, note


@dataclass(frozen=True, slots=True)
class SessionNote:
    """One note. `read_at`: when somebody first opened it; then it stays as it was read. `sent_at`:
    when it was sent in a brief that nobody had asked for; that opened nothing."""

    id: str
    client: str
    words: str = field(repr=False)
    written_at: datetime
    read_at: datetime | None = None
    sent_at: datetime | None = None


_open = ~handovers.is_kept(note.c.client_id, note.c.written_at)


def _note(unit: Unit, row: Row[Any]) -> SessionNote:
    words = unit.sealer.open("note", "body", row.id, row.client_id, row.body)
    return SessionNote(row.id, row.client_id, words, row.written_at, row.read_at, row.sent_at)


async def newest(unit: Unit, client: str) -> SessionNote | None:
    """Return the note that a client wrote last, for those who care for them now."""
    query = select(note).where(note.c.client_id == client, _open).order_by(note.c.id.desc())
    row = (await unit.conn.execute(query.limit(1))).first()
    return None if row is None else _note(unit, row)


async def since(
    unit: Unit, clients: Collection[str], start: datetime, reader: str
) -> list[SessionNote]:
    """Return the notes of some clients written at or after an instant, and all that are new to a
    therapist."""
    query = select(note).where(note.c.client_id.in_(list(clients)), _told(start, reader))
    rows = (await unit.conn.execute(query.order_by(note.c.written_at))).all()
    return [_note(unit, row) for row in rows]


async def keys(unit: Unit, client: str, start: datetime, reader: str) -> list[str]:
    """Return the row ids of what `since` returns of a client; none is opened."""
    query = select(note.c.id).where(note.c.client_id == client, _told(start, reader))
    return [*(await unit.conn.execute(query.order_by(note.c.id))).scalars()]


def _told(start: datetime, reader: str) -> ColumnElement[bool]:
    return and_(or_(note.c.written_at >= start, readings.is_new(note, reader)), _open)


async def unread_of(unit: Unit, clients: Collection[str], reader: str) -> set[str]:
    """Return which of some clients have a note that is new to a therapist; none is opened for
    it."""
    query = select(note.c.client_id).where(
        note.c.client_id.in_(list(clients)), readings.is_new(note, reader), _open
    )
    return {*(await unit.conn.execute(query)).scalars()}


async def of_client(unit: Unit, client: str) -> list[SessionNote]:
    """Return all notes of a client, oldest first."""
    query = select(note).where(note.c.client_id == client).order_by(note.c.id)
    return [_note(unit, row) for row in (await unit.conn.execute(query)).all()]


async def add(unit: Unit, client: str, words: str) -> SessionNote:
    """Write a new note."""
    key = new_id(unit.now)
    sealed = unit.sealer.seal("note", "body", key, client, words)
    row = {"id": key, "client_id": client, "body": sealed, "written_at": unit.now}
    await unit.conn.execute(insert(note).values(row))
    return SessionNote(key, client, words, unit.now)


async def change(unit: Unit, one: SessionNote, words: str) -> SessionNote:
    """Write a note anew that nobody has opened yet."""
    sealed = unit.sealer.seal("note", "body", one.id, one.client, words)
    await unit.conn.execute(
        update(note)
        .where(note.c.id == one.id, note.c.read_at.is_(None))
        .values(body=sealed, written_at=unit.now)
    )
    return SessionNote(one.id, one.client, words, unit.now, sent_at=one.sent_at)


async def take_back(unit: Unit, key: str, client: str) -> bool:
    """Delete a note of a client's own; False if there is none, or it was opened already."""
    mine = (note.c.id == key) & (note.c.client_id == client) & note.c.read_at.is_(None)
    return (await unit.conn.execute(delete(note).where(mine))).rowcount > 0


async def mark_sent(unit: Unit, reader: str, client: str) -> None:
    """Write that a client's notes go out to a therapist in a brief that nobody asked for."""
    unread = (note.c.client_id == client) & note.c.read_at.is_(None) & _open
    await unit.conn.execute(update(note).where(unread).values(sent_at=unit.now))
    await unit.conn.execute(update(care).where(_cares(reader, client)).values(brief_at=unit.now))


async def sent_to(unit: Unit, reader: str, client: str) -> list[str]:
    """Return the notes that are new to a therapist and stood, as they are now, in the brief that
    came to them by itself; none is opened."""
    came = select(care.c.brief_at).where(_cares(reader, client)).scalar_subquery()
    query = select(note.c.id).where(
        note.c.client_id == client, readings.is_new(note, reader), _open, note.c.written_at <= came
    )
    return [*(await unit.conn.execute(query.order_by(note.c.id))).scalars()]


async def mark_read(unit: Unit, reader: str, client: str, shown: Collection[str]) -> list[str]:
    """Write that a therapist opens some notes of a client now; return those that they never had."""
    theirs = note.c.id.in_(list(shown)) & (note.c.client_id == client)
    await unit.conn.execute(
        update(note).where(theirs, note.c.read_at.is_(None)).values(read_at=unit.now)
    )
    return await readings.mark(unit, reader, client, shown)


def _cares(reader: str, client: str) -> ColumnElement[bool]:
    return and_(care.c.therapist_id == reader, care.c.client_id == client, care.c.until.is_(None))
