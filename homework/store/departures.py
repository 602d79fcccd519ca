"""What goes with a therapist whose access ends: all that was theirs alone and that nobody reaches
any more. What a client has stays the client's: practices, their material, marks at what they wrote.

A worksheet of the therapist's own leaves the library at once, and its text stays as long as
anybody's practice, sheet or entry is of it. It must not know why somebody leaves.
"""

from sqlalchemy import and_, delete, select, update

from homework.store.tables import (
    metadata,
    private_note,
    screen_lock,
    sheet_draft,
    sheet_material,
    template,
    therapist,
    worksheet,
)
from homework.store.unit import Unit

THEIRS_ALONE = (screen_lock, sheet_draft, sheet_material, template, private_note)
"""Tables whose rows go with their therapist."""
STAYS = {
    "care": "who cared for a client, and until when",
    "invite": "a hash of a link that is used up",
    "assignment": "what a client does, or did",
    "program": "what a client does, or did",
    "remark": "what a client was told about their entry",
    "reading": "what a client is told about who has read theirs",
}
"""Tables whose rows name a therapist who left, and what they are to a client."""
_UNSAID = dict.fromkeys(("hours", "backup", "after_hours", "away_until", "cover_id"))


async def drop_own(unit: Unit, key: str) -> None:
    """Delete what was a therapist's alone; may be repeated."""
    for table in THEIRS_ALONE:
        await unit.conn.execute(delete(table).where(table.c.therapist_id == key))
    await unit.conn.execute(update(therapist).where(therapist.c.id == key).values(_UNSAID))
    own = and_(worksheet.c.owner == key, worksheet.c.withdrawn_at.is_(None))
    await unit.conn.execute(update(worksheet).where(own).values(withdrawn_at=unit.now))
    await drop_left(unit)


async def drop_left(unit: Unit) -> None:
    """Delete the own worksheets of therapists who left that nobody has anything of any more."""
    gone = select(therapist.c.id).where(therapist.c.removed_at.is_not(None))
    unused = [
        worksheet.c.id.not_in(select(table.c.worksheet_id))
        for table in metadata.sorted_tables
        if "worksheet_id" in table.c
    ]
    await unit.conn.execute(delete(worksheet).where(worksheet.c.owner.in_(gone), *unused))
