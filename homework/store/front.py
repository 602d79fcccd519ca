"""The front of the outbox: which rows go next, found without walking the whole queue.

The order of a chat is the order of its rows, but for the crisis text, which goes ahead of them. A
chat's place among the others is that of its most urgent row, so that a reply is not stuck behind a
prompt that stands in a long queue. Tidying edits are no part of the order: theirs is the chat's
turn when nothing else is unsent. It must not know what a row carries.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, case, func, or_, select

from homework.outgoing import Lane
from homework.store.marks import UNSENT
from homework.store.tables import outbox, person

if TYPE_CHECKING:
    from homework.store.unit import Unit

URGENT = -1
"""The urgency of the crisis text; all others have that of their lane."""

_CRISIS = outbox.c.kind == "crisis"
_WAITS = outbox.c.state == "waiting"
_READY = or_(
    outbox.c.not_before.is_(None),
    outbox.c.not_before <= bindparam("now"),
    outbox.c.not_before > bindparam("far"),
)
_before = outbox.alias("before")
_BEFORE = and_(_before.c.person_id == outbox.c.person_id, _before.c.state.in_(UNSENT))
_CLOSED = or_(
    _before.c.state == "claimed",
    and_(_before.c.not_before > bindparam("now"), _before.c.not_before <= bindparam("far")),
)

FAR = timedelta(hours=1)
"""Nobody is asked to wait longer: the clock was ahead when it was written, and was set back."""


async def pick(
    unit: "Unit",
    now: datetime,
    held: Collection[str],
    *,
    replies: int,
    others: int,
    persons: Sequence[str] | None,
) -> list[Row[Any]]:
    """Return outbox rows that may go, the most urgent first, at most one per chat.

    Up to `replies` are as urgent as replies and `others` less so; each row tells its chat's
    `urgency` and sealed `tg_id`. With `persons` only their chats are looked at. `held` are ids that
    are not to be picked.
    """
    picked: list[Row[Any]] = []
    room = {True: replies, False: others}
    for tidy in (False, True):
        if tidy and room[False] <= 0:
            break
        chats = persons
        if chats is None:
            chats = await _first(unit, now, 0 if tidy else room[True], room[False], tidy=tidy)
        if not chats:
            continue
        values = {"now": now, "far": now + FAR, "persons": list(chats)}
        for row in await unit.conn.execute(_heads(tidy=tidy), values):
            urgent = row.urgency <= Lane.REPLY
            if row.id not in held and room[urgent] > 0:
                room[urgent] -= 1
                picked.append(row)
    return picked


async def _first(
    unit: "Unit", now: datetime, replies: int, others: int, *, tidy: bool
) -> list[str]:
    """Return whose chats stand first in the queue; a few of them may turn out not to be ready."""
    found: dict[str, None] = {}
    if tidy:
        asked = [(_TIDY, others)]
    else:
        asked = [(_HELP, replies), (_REPLIES, replies), (_OTHERS, others)]
    for query, most in asked:
        if most > 0:
            rows = await unit.conn.execute(query, {"now": now, "far": now + FAR, "most": most})
            found.update(dict.fromkeys(rows.scalars()))
    return list(found)


def _walk(*of: ColumnElement[bool]) -> Select[Any]:
    """Return the query for the persons of rows in the order of their index, as far as needed."""
    return (
        select(outbox.c.person_id)
        .where(_WAITS, _READY, *of)
        .order_by(outbox.c.lane, outbox.c.id)
        .limit(bindparam("most"))
    )


def _unless(*blocked: ColumnElement[bool]) -> ColumnElement[bool]:
    return ~select(_before.c.id).where(_BEFORE, *blocked).exists()


_IN_ORDER = _unless(_before.c.lane < Lane.TIDY, _before.c.id < outbox.c.id, _CLOSED)
_HELP = _walk(outbox.c.lane == Lane.REPLY, _CRISIS)
_REPLIES = _walk(outbox.c.lane == Lane.REPLY, _IN_ORDER)
_OTHERS = _walk(outbox.c.lane > Lane.REPLY, outbox.c.lane < Lane.TIDY, _IN_ORDER)
_TIDY = _walk(
    outbox.c.lane == Lane.TIDY,
    _unless(or_(_before.c.lane < Lane.TIDY, and_(_before.c.id < outbox.c.id, _CLOSED))),
)


@cache
def _heads(*, tidy: bool) -> Select[Any]:
    """Return the query for the next row of each of some chats, if that row may go.

    Conditions that an index must not be used for, since SQLite would walk all that waits, do a sum.
    """
    lane = outbox.c.lane + 0
    key = case((_CRISIS, "0"), else_="1").concat(outbox.c.id)
    chats = select(
        outbox.c.person_id,
        func.substr(func.min(key), 2).label("head"),
        func.min(case((_CRISIS, URGENT), else_=outbox.c.lane)).label("urgency"),
    ).where(
        outbox.c.person_id.in_(bindparam("persons", expanding=True)), outbox.c.state.in_(UNSENT)
    )
    if tidy:
        chats = chats.where(lane == Lane.TIDY, _unless(_before.c.lane < Lane.TIDY))
    else:
        chats = chats.where(lane < Lane.TIDY)
    turn = chats.group_by(outbox.c.person_id).subquery()
    return (
        select(outbox, turn.c.urgency, person.c.tg_id)
        .join(turn, outbox.c.id == turn.c.head)
        .join(person, person.c.id == outbox.c.person_id)
        .where(outbox.c.state.concat("") == "waiting", _READY)
        .order_by(turn.c.urgency, outbox.c.id)
    )
