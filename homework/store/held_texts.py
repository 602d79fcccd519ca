"""Texts that were held back from being answers, as forwarded ones are, until their writer says."""

from dataclasses import dataclass, field

from sqlalchemy import select

from homework.store.packing import unpack
from homework.store.tables import answer
from homework.store.unit import Unit


@dataclass(frozen=True, slots=True)
class HeldText:
    """A forwarded text that was held back from being an answer, and the message it came in."""

    text: str = field(repr=False)
    message_id: int | None


async def held_text(unit: Unit, key: str, seq: int) -> HeldText | None:
    """Return a text that was held back, None if there is none or it was used already."""
    query = select(answer).where(
        answer.c.session_id == key, answer.c.seq == seq, answer.c.how == "held"
    )
    row = (await unit.conn.execute(query)).first()
    if row is None:
        return None
    used = select(answer.c.id).where(
        answer.c.session_id == key,
        answer.c.message_id == row.message_id,
        answer.c.how != "held",
    )
    if (await unit.conn.execute(used.limit(1))).first() is not None:
        return None
    value = unpack(unit.sealer.open("answer", "value", row.id, row.client_id, row.value))
    return HeldText(value, row.message_id) if isinstance(value, str) else None
