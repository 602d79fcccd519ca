"""What stands on a person's screen: which outbox row a message id, or a subject, belongs to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from homework.store.database import Unit
from homework.store.tables import outbox


async def row_of_message(unit: Unit, person: str, message_id: int) -> str | None:
    """Return the outbox row whose message this is, if we sent it and it is not an edit's row."""
    row = await _newest(unit, person, outbox.c.message_id == message_id)
    return None if row is None else row.id


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of ours: its kind, what it is about, when it was written.

    `ask`, `step`, `item`: of a question, its id, what it asks for, and which item of a list.
    """

    kind: str
    subject: str | None
    ask: str | None
    step: str | None
    item: int | None
    at: datetime


async def message(unit: Unit, person: str, message_id: int) -> Sent | None:
    """Return what we know of a message that we sent this person."""
    row = await _newest(unit, person, outbox.c.message_id == message_id)
    if row is None:
        return None
    step, _, item = (row.step_id or "").partition(".")
    number = int(item) if item else None
    return Sent(row.kind, row.subject, row.ask_id, step or None, number, row.created_at)


async def row_about(unit: Unit, person: str, subject: str) -> str | None:
    """Return the newest outbox row to a person about a subject that is not an edit's row."""
    row = await _newest(unit, person, outbox.c.subject == subject)
    return None if row is None else row.id


async def _newest(
    unit: Unit, person: str, about: ColumnElement[bool]
) -> Row[*tuple[Any, ...]] | None:
    """Return the newest row to a person that is no edit's row; its body is not fetched."""
    query = (
        select(
            outbox.c.id,
            outbox.c.kind,
            outbox.c.subject,
            outbox.c.ask_id,
            outbox.c.step_id,
            outbox.c.created_at,
        )
        .where(outbox.c.person_id == person, about, outbox.c.edits_id.is_(None))
        .order_by(outbox.c.id.desc())
        .limit(1)
    )
    return (await unit.conn.execute(query)).first()
