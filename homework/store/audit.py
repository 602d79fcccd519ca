"""Who did what to whose data: append-only (a trigger holds it), never any content."""

from sqlalchemy import insert

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.tables import audit


async def note(
    unit: Unit, actor: str, action: str, client: str | None = None, subject: str | None = None
) -> None:
    """Write one line: the actor's person id, the action, the client and the row it was about."""
    await unit.conn.execute(
        insert(audit).values(
            id=new_id(unit.now),
            at=unit.now,
            actor=actor,
            action=action,
            client_id=client,
            subject=subject,
        )
    )
