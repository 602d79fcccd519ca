"""What a client wrote for the next session, in a note of their own; sealed with their key.

A note may be changed and taken back until somebody who cares for them has opened it. One from
before care went on without what was written so far is the client's alone, and stays as it is.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, or_, select, update

from homework.ids import new_id
from homework.store import handovers
from homework.store.database import Unit
from homework.store.tables import note


@dataclass(frozen=True, slots=True)
class SessionNote:
    """One note. `read_at`: when it was first opened; then it stays as it was read. `sent_at`: when
    it was sent in a brief that nobody had asked for; that opened nothing."""

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


async def since(unit: Unit, clients: Collection[str], start: datetime) -> list[SessionNote]:
    """Return the notes of some clients written at or after an instant, and all unread ones."""
    query = (
        select(note)
        .where(
            note.c.client_id.in_(list(clients)),
            or_(note.c.written_at >= start, note.c.read_at.is_(None)),
            _open,
        )
        .order_by(note.c.written_at)
    )
    return [_note(unit, row) for row in (await unit.conn.execute(query)).all()]


async def unread_of(unit: Unit, clients: Collection[str]) -> set[str]:
    """Return which of some clients have a note that nobody opened; none is opened for it."""
    query = select(note.c.client_id).where(
        note.c.client_id.in_(list(clients)), note.c.read_at.is_(None), _open
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


async def mark_sent(unit: Unit, client: str) -> None:
    """Write that a client's notes go out in a brief that nobody asked for."""
    unread = (note.c.client_id == client) & note.c.read_at.is_(None) & _open
    await unit.conn.execute(update(note).where(unread).values(sent_at=unit.now))


async def mark_read(unit: Unit, client: str, *, sent: bool = False) -> list[str]:
    """Write that a client's notes are opened now; return those that had not been. `sent`: only
    those that went out as they stand now."""
    unread = (note.c.client_id == client) & note.c.read_at.is_(None) & _open
    if sent:
        unread &= note.c.sent_at >= note.c.written_at
    keys = [*(await unit.conn.execute(select(note.c.id).where(unread))).scalars()]
    if keys:
        await unit.conn.execute(update(note).where(unread).values(read_at=unit.now))
    return keys
