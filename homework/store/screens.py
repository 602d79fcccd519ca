"""What stands on a person's screen: which outbox row a message id, or a subject, belongs to."""

from sqlalchemy import select

from homework.store.database import Unit
from homework.store.tables import outbox


async def row_of_message(unit: Unit, person: str, message_id: int) -> str | None:
    """Return the outbox row whose message this is, if we sent it and it is not an edit's row."""
    query = (
        select(outbox.c.id)
        .where(
            outbox.c.person_id == person,
            outbox.c.message_id == message_id,
            outbox.c.edits_id.is_(None),
        )
        .order_by(outbox.c.id.desc())
        .limit(1)
    )
    row = (await unit.conn.execute(query)).first()
    return None if row is None else row.id


async def row_about(unit: Unit, person: str, subject: str) -> str | None:
    """Return the newest outbox row to a person about a subject that is not an edit's row."""
    query = (
        select(outbox.c.id)
        .where(
            outbox.c.subject == subject,
            outbox.c.person_id == person,
            outbox.c.edits_id.is_(None),
        )
        .order_by(outbox.c.id.desc())
        .limit(1)
    )
    return (await unit.conn.execute(query)).scalar()
