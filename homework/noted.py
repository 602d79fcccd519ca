"""A client's own note for the session, as those who care for them read it: whole, on top.

From the moment it has been shown to one of them it stays as it is, and its writer is told so.
"""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from conversations.texts import Texts
from homework.store import audit, session_notes
from homework.store.database import Unit
from homework.store.session_notes import SessionNote


def lines(texts: Texts, notes: Sequence[SessionNote], zone: ZoneInfo) -> list[str]:
    """Return a line for each note, in the client's own words."""
    return [
        texts.plain("note-for-session", day=one.written_at.astimezone(zone).date(), words=one.words)
        for one in notes
    ]


async def opened(unit: Unit, actor: str, client: str, *, sent: bool = False) -> None:
    """Write down that a client's notes are before a therapist's eyes now. `sent`: only those that
    stood in the brief that came by itself; one that was written since was not shown."""
    for key in await session_notes.mark_read(unit, client, sent=sent):
        await audit.note(unit, actor, "read.note", client, key)
