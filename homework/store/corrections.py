"""What a message of somebody brought into their sheets, found again when it is edited."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from conversations.brought import Brought
from conversations.codec import fold
from conversations.effects import Saved
from conversations.session import Json, Session
from homework.store.packing import unpack
from homework.store.tables import answer, session
from homework.store.unit import Unit

EDITABLE = timedelta(days=3)
"""A message may be edited for 48 hours; the rest is room for a bot that was away."""


async def brought_by(unit: Unit, person: str, message_id: int) -> tuple[str, list[Brought]] | None:
    """Return the session that a message of this person reached last, and what it brought there."""
    query = (
        select(answer.c.session_id)
        .join(session, session.c.id == answer.c.session_id)
        .where(
            session.c.person_id == person,
            session.c.touched_at >= unit.now - EDITABLE,
            answer.c.message_id == message_id,
        )
        .order_by(answer.c.at.desc(), answer.c.id.desc())
        .limit(1)
    )
    key = (await unit.conn.execute(query)).scalar()
    if key is None:
        return None
    rows = select(answer).where(answer.c.session_id == key).order_by(answer.c.seq)
    values: dict[str, Json] = {}
    found: list[Brought] = []
    for row in (await unit.conn.execute(rows)).all():
        opened = unit.sealer.open("answer", "value", row.id, row.client_id, row.value)
        saved = Saved(row.step_id, unpack(opened), row.how)
        if row.message_id == message_id and saved.how != "held":
            _add(found, saved, values.get(saved.step))
        if saved.how not in ("held", "noted", "reworded"):
            values[saved.step] = saved.value
    return key, found


async def as_it_was(unit: Unit, now: Session, at: datetime) -> Session:
    """Return a session with the answers it had at an instant."""
    rows = (
        select(answer)
        .where(answer.c.session_id == now.id, answer.c.at <= at)
        .order_by(answer.c.seq)
    )
    saved = [
        Saved(
            row.step_id,
            unpack(unit.sealer.open("answer", "value", row.id, row.client_id, row.value)),
            row.how,
        )
        for row in (await unit.conn.execute(rows)).all()
    ]
    return replace(now, answers=fold(saved).answers)


def _add(found: list[Brought], saved: Saved, before: Json) -> None:
    """Keep what the message brought at first, and what it says since it was last edited."""
    if saved.how == "reworded":
        value = saved.value if isinstance(saved.value, dict) else {}
        was, now = value.get("was"), str(value.get("now"))
        for place, one in enumerate(found):
            if one.step == saved.step and (one.words == was if was else one.how != "noted"):
                found[place] = replace(one, said=now)
    elif saved.how == "noted":
        found.append(Brought(saved.step, "noted", None, saved.value))
    elif not any(one.step == saved.step and one.how != "noted" for one in found):
        found.append(Brought(saved.step, saved.how, before, saved.value))
