"""One question in one tap, and its answer: was this too much, does tracking make it worse.

Also when the prompts of an assignment were halved, and when they became whole again: rows without
an answer. Answers are sealed with the client's key.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, func, insert, select, update

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.tables import assignment, feedback

HALVED, WHOLE = "halved", "whole"
SILENCE, SERIES, MUCH, REACTIVE = "silence", "series", "much", "reactive"
NUDGE = "nudge"
SMALLER = "smaller"
"""A sheet was made smaller than agreed: a row without an answer."""
WRAP = "wrap"
"""The questions after a sheet; what was answered stands in its entry."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked. `answer` None: not answered yet."""

    id: str
    client: str
    assignment: str | None
    kind: str
    asked_at: datetime
    answer: str | None = field(default=None, repr=False)


async def add(unit: Unit, client: str, assignment: str | None, kind: str) -> str:
    """Write that something is asked now; return the row's id."""
    key = new_id(unit.now)
    await unit.conn.execute(
        insert(feedback).values(
            id=key, client_id=client, assignment_id=assignment, kind=kind, asked_at=unit.now
        )
    )
    return key


async def take_back(unit: Unit, key: str) -> Asked | None:
    """Forget a question that never arrived, and return it; None if there is none."""
    row = (await unit.conn.execute(select(feedback).where(feedback.c.id == key))).first()
    if row is None or row.answer:
        return None
    await unit.conn.execute(delete(feedback).where(feedback.c.id == key))
    return _asked(unit, row)


async def own(unit: Unit, key: str, client: str) -> Asked | None:
    """Return a question by row id if this client was asked it."""
    query = select(feedback).where(feedback.c.id == key, feedback.c.client_id == client)
    row = (await unit.conn.execute(query)).first()
    return None if row is None else _asked(unit, row)


def _asked(unit: Unit, row: Row[tuple[object, ...]]) -> Asked:
    sealed = row.answer
    answer = (
        unit.sealer.open("feedback", "answer", row.id, row.client_id, sealed) if sealed else None
    )
    return Asked(row.id, row.client_id, row.assignment_id, row.kind, row.asked_at, answer)


async def answer(unit: Unit, one: Asked, said: str) -> None:
    """Write what was answered; the last answer stays."""
    sealed = unit.sealer.seal("feedback", "answer", one.id, one.client, said)
    await unit.conn.execute(
        update(feedback).where(feedback.c.id == one.id).values(answer=sealed, answered_at=unit.now)
    )


async def times_asked(
    unit: Unit, client: str, kind: str, start: datetime, assignment: str | None = None
) -> int:
    """Return how often a client was asked something since an instant (about an assignment)."""
    query = select(feedback.c.id).where(
        feedback.c.client_id == client, feedback.c.kind == kind, feedback.c.asked_at >= start
    )
    if assignment is not None:
        query = query.where(feedback.c.assignment_id == assignment)
    return len((await unit.conn.execute(query)).all())


async def smaller_since(
    unit: Unit, clients: Collection[str], start: datetime
) -> list[tuple[str, str | None, datetime]]:
    """Return the client, the assignment and when, each time a sheet was made smaller than agreed;
    nothing of what a client keeps."""
    query = (
        select(feedback.c.client_id, feedback.c.assignment_id, feedback.c.asked_at)
        .join(assignment, assignment.c.id == feedback.c.assignment_id)
        .where(
            feedback.c.client_id.in_(list(clients)),
            feedback.c.kind == SMALLER,
            feedback.c.asked_at >= start,
            assignment.c.sharing != "nothing",
        )
    )
    rows = (await unit.conn.execute(query)).all()
    return [(row.client_id, row.assignment_id, row.asked_at) for row in rows]


async def last_asked(unit: Unit, client: str, kind: str) -> datetime | None:
    """Return when a client was last asked something."""
    query = select(func.max(feedback.c.asked_at)).where(
        feedback.c.client_id == client, feedback.c.kind == kind
    )
    return (await unit.conn.execute(query)).scalar()


_CLIENTS: BindParameter[Any] = bindparam("clients", expanding=True)
_rang = select(feedback.c.client_id, feedback.c.asked_at).where(
    feedback.c.client_id.in_(_CLIENTS),
    feedback.c.kind.in_((SILENCE, NUDGE)),
    feedback.c.asked_at >= bindparam("start"),
)
_halved = (
    select(feedback)
    .where(feedback.c.client_id.in_(_CLIENTS), feedback.c.kind.in_((HALVED, WHOLE)))
    .order_by(feedback.c.asked_at, feedback.c.id)
)


async def rang(unit: Unit, clients: Collection[str], start: datetime) -> list[tuple[str, datetime]]:
    """Return which clients were asked something that rang like a prompt, and when."""
    values = {"clients": list(clients), "start": start}
    rows = (await unit.conn.execute(_rang, values)).all()
    return [(row.client_id, row.asked_at) for row in rows]


async def halved(unit: Unit, clients: Collection[str]) -> dict[str, dict[str, datetime]]:
    """Return, by client, the assignments that ring only every second time, and since when."""
    found: dict[str, dict[str, datetime]] = {}
    for row in (await unit.conn.execute(_halved, {"clients": list(clients)})).all():
        mine = found.setdefault(row.client_id, {})
        if row.kind == HALVED:
            mine.setdefault(row.assignment_id, row.asked_at)
        else:
            mine.pop(row.assignment_id, None)
    return found
