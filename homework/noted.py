"""A client's own note for the session, as those who care for them read it: whole, on top.

From the moment it has been shown to one of them it stays as it is, and its writer is told so. It is
new to each of them until they have seen it themselves.
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from conversations.texts import Texts
from homework.store import audit, session_notes
from homework.store.database import Unit
from homework.store.people import Therapist
from homework.store.session_notes import SessionNote


def lines(texts: Texts, notes: Sequence[SessionNote], zone: ZoneInfo) -> list[str]:
    """Return a line for each note, in the client's own words."""
    return [
        texts.plain("note-for-session", day=one.written_at.astimezone(zone).date(), words=one.words)
        for one in notes
    ]


async def opened(unit: Unit, therapist: Therapist, client: str, start: datetime) -> None:
    """Write down that a client's notes are before a therapist's eyes now: those since `start`, and
    all that were new to them."""
    await _read(
        unit, therapist, client, await session_notes.keys(unit, client, start, therapist.id)
    )


async def opened_below(unit: Unit, therapist: Therapist, client: str) -> None:
    """Write down that a therapist saw the notes in the brief that came by itself; one that was
    written since was not shown."""
    await _read(unit, therapist, client, await session_notes.sent_to(unit, therapist.id, client))


async def _read(unit: Unit, therapist: Therapist, client: str, shown: Sequence[str]) -> None:
    for key in await session_notes.mark_read(unit, therapist.id, client, shown):
        await audit.note(unit, therapist.person or "", "read.note", client, key)
