"""Claiming: which outbox rows go next, handed to the relay with their bodies opened.

The order of a chat is the order of its rows. A chat's place among the others is that of its most
urgent row, so that a reply is not stuck behind a prompt that stands in a long queue. `now` is the
machine's clock. It must not know how a message is sent.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    update,
)

from conversations.message import Button, Message
from homework.outgoing import KINDS, Attachment, Lane, Posted
from homework.store.marks import UNSENT, Mark, State, delete_files, drop, mark
from homework.store.outbox import LEASE
from homework.store.tables import attachment, outbox, person
from homework.store.troubles import DatabaseUnavailable, StoreError

if TYPE_CHECKING:
    from homework.store.unit import Unit

URGENT = -1
"""The urgency of the crisis text; all others have that of their lane."""

OVER = "its moment is over"
"""Why a row ended that would have rung too late."""

_UNSENT = outbox.c.state.in_(UNSENT)
_ONCE = sorted(kind for kind, policy in KINDS.items() if policy.copies == 1)
_COPIES = case((outbox.c.kind.in_(_ONCE), 1), else_=2)


@dataclass(frozen=True, slots=True)
class Claims:
    """Rows to send, each with its urgency (smaller goes first), and rows that came to their end.

    An ended row is told without its chat and message. `more`: something is still waiting, so it is
    worth looking again soon.
    """

    ready: list[tuple[Posted, int]] = field(default_factory=list[tuple[Posted, int]])
    ended: list[Mark] = field(default_factory=list[Mark])
    more: bool = False


async def take_over(unit: "Unit", now: datetime, held: Collection[str] = ()) -> list[Mark]:
    """End all leases, as the holder of the instance lock may; but for rows already in hand.

    Returns rows whose copies are used up: nobody will know whether they arrived.
    """
    await unit.conn.execute(
        update(outbox).where(outbox.c.state == "claimed").values(lease_until=now)
    )
    return await _expire(unit, now, held)


async def claim(
    unit: "Unit",
    now: datetime,
    held: Collection[str],
    *,
    replies: int,
    others: int,
    persons: Sequence[str] | None = None,
) -> Claims:
    """Claim up to `replies` rows as urgent as replies and `others` that are less urgent.

    At most one per chat; `held` are ids the caller already has in hand. With `persons` only their
    chats are looked at, which costs little however long the queue is.
    """
    if persons is not None and not await _more(unit):
        return Claims()
    ended: list[Mark] = []
    if persons is None:
        ended = await _expire(unit, now, held) + await _end_stale(unit, now, held)
    query = _Query(now, persons, held)
    picked = await _pick(unit, query, replies, others, tidy=False)
    room = others - sum(1 for row in picked if row.urgency > Lane.REPLY)
    if room > 0:
        picked += await _pick(unit, query, 0, room, tidy=True)
    ready = await _open(unit, picked)
    claimed = [{"row": posted.id, "lease": now + LEASE} for posted, _ in ready]
    if claimed:
        await unit.conn.execute(_CLAIM, claimed)
    return Claims(ready, ended, await _more(unit))


_CLAIM = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state="claimed",
        tries=outbox.c.tries + 1,
        lease_until=bindparam("lease"),
        not_before=None,
    )
)


_WAITING = select(outbox.c.id).where(outbox.c.state == "waiting").limit(1)
_RAN_OUT = and_(outbox.c.state == "claimed", outbox.c.lease_until <= bindparam("now"))
_USED_UP = select(outbox).where(_RAN_OUT, outbox.c.tries >= _COPIES)
_STALE = select(outbox).where(
    outbox.c.kind == bindparam("old_kind"),
    outbox.c.created_at < bindparam("oldest"),
    or_(outbox.c.state == "waiting", _RAN_OUT),
)


async def _more(unit: "Unit") -> bool:
    return (await unit.conn.execute(_WAITING)).first() is not None


async def _expire(unit: "Unit", now: datetime, held: Collection[str]) -> list[Mark]:
    """End rows whose lease ran out on their last permitted try."""
    found = await unit.conn.execute(_USED_UP, {"now": now})
    marks = [
        Mark(_posted(row, 0, Message("")), "unknown", row.tries, error="lease ran out")
        for row in found
        if row.id not in held
    ]
    if marks:
        await mark(unit, marks)
        await delete_files(unit, [one.posted.id for one in marks])
    return marks


async def _end_stale(unit: "Unit", now: datetime, held: Collection[str]) -> list[Mark]:
    """End rows that would make a phone ring at a moment they were not meant for.

    Dropped is what never left. What was tried may be on a screen, so it ends as `unknown`: nothing
    is sent in its place, which might be a third copy.
    """
    marks: list[Mark] = []
    for kind, policy in KINDS.items():
        if policy.fresh_minutes is None:
            continue
        oldest = unit.now - timedelta(minutes=policy.fresh_minutes)
        values = {"old_kind": kind, "oldest": oldest, "now": now}
        for row in await unit.conn.execute(_STALE, values):
            end: State = "unknown" if row.tries else "dropped"
            if row.id not in held:
                marks.append(Mark(_posted(row, 0, Message("")), end, row.tries, error=OVER))
    if marks:
        await mark(unit, marks)
    return marks


@dataclass(frozen=True, slots=True)
class _Query:
    now: datetime
    persons: Sequence[str] | None
    held: Collection[str]


@cache
def _heads(*, of_persons: bool, tidy: bool) -> Select[Any]:
    """Return the query for each chat's next row, if that row may go, most urgent chats first.

    Tidying edits are no part of the order: theirs is the chat's turn when nothing else is unsent.
    """
    crisis = outbox.c.kind == "crisis"
    key = case((crisis, literal("0")), else_=literal("1")).concat(outbox.c.id)
    chats = select(
        outbox.c.person_id,
        func.substr(func.min(key), 2).label("head"),
        func.min(case((crisis, URGENT), else_=outbox.c.lane)).label("urgency"),
    ).group_by(outbox.c.person_id)
    if of_persons:
        chats = chats.where(outbox.c.person_id.in_(bindparam("persons", expanding=True)))
    if tidy:
        other = outbox.alias("other")
        ordered = select(other.c.id).where(
            other.c.person_id == outbox.c.person_id,
            other.c.state.in_(UNSENT),
            other.c.lane < Lane.TIDY,
        )
        chats = chats.where(_UNSENT, outbox.c.lane == Lane.TIDY, ~ordered.exists())
    else:
        chats = chats.where(_UNSENT, outbox.c.lane < Lane.TIDY)
    turn = chats.subquery()
    return (
        select(outbox, turn.c.urgency, person.c.tg_id)
        .join(turn, outbox.c.id == turn.c.head)
        .join(person, person.c.id == outbox.c.person_id)
        .where(_may_go())
        .order_by(turn.c.urgency, outbox.c.id)
        .limit(bindparam("most"))
    )


def _may_go() -> ColumnElement[bool]:
    now: BindParameter[datetime] = bindparam("now")
    free = and_(
        outbox.c.state == "waiting",
        or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now),
    )
    return or_(free, _RAN_OUT)


async def _pick(
    unit: "Unit", query: _Query, replies: int, others: int, *, tidy: bool
) -> list[Row[Any]]:
    if replies + others <= 0:
        return []
    statement = _heads(of_persons=query.persons is not None, tidy=tidy)
    values: dict[str, Any] = {"now": query.now, "most": replies + others + len(query.held)}
    if query.persons is not None:
        values["persons"] = list(query.persons)
    found = await unit.conn.execute(statement, values)
    picked: list[Row[Any]] = []
    for row in found:
        urgent = row.urgency <= Lane.REPLY
        if row.id in query.held or (replies if urgent else others) <= 0:
            continue
        replies, others = replies - urgent, others - (not urgent)
        picked.append(row)
    return picked


# Opening ------------------------------------------------------------------------------------------


async def _open(unit: "Unit", rows: Sequence[Row[Any]]) -> list[tuple[Posted, int]]:
    """Open bodies; drop edits that lost their message and rows whose key is gone."""
    targets = await _targets(unit, [row for row in rows if row.edits_id])
    files = await _files(unit, [row.id for row in rows])
    ready: list[tuple[Posted, int]] = []
    dropped: dict[str, list[str]] = {}
    for row in rows:
        target = targets.get(row.edits_id) if row.edits_id else None
        why = _pointless(row, target) if row.edits_id else None
        if why is None and row.edits_id and target and target.message_id is None:
            continue  # held until its message is out
        try:
            if why is None:
                message_id = target.message_id if target else None
                ready.append((_whole(unit, row, message_id, files.get(row.id)), row.urgency))
        except DatabaseUnavailable:
            raise
        except (StoreError, ValueError, KeyError, TypeError) as error:
            why = type(error).__name__  # sealed with a key that is gone, or damaged: never sent
        if why is not None:
            dropped.setdefault(why, []).append(row.id)
    for why, ids in dropped.items():
        await drop(unit, ids, why)
    return ready


def _pointless(row: Row[Any], target: Row[Any] | None) -> str | None:
    if target is None:
        return "no message to edit"
    if target.message_id is None and target.state not in UNSENT:
        return "message to edit never sent"
    if row.lane == Lane.TIDY and target.newest > row.id:
        return "a later edit went first"
    return None


_LATER = outbox.alias("later")
_TARGETS = select(
    outbox,
    select(func.max(_LATER.c.id))
    .where(
        _LATER.c.person_id == outbox.c.person_id,  # there is an index for this
        _LATER.c.edits_id == outbox.c.id,
        _LATER.c.state != "dropped",
    )
    .scalar_subquery()
    .label("newest"),
).where(outbox.c.id.in_(bindparam("rows", expanding=True)))
_FILES = select(attachment).where(attachment.c.outbox_id.in_(bindparam("rows", expanding=True)))


async def _targets(unit: "Unit", edits: Sequence[Row[Any]]) -> dict[str, Row[Any]]:
    if not edits:
        return {}
    found = await unit.conn.execute(_TARGETS, {"rows": [row.edits_id for row in edits]})
    return {str(row.id): row for row in found}


async def _files(unit: "Unit", rows: Sequence[str]) -> dict[str, Row[Any]]:
    if not rows:
        return {}
    found = await unit.conn.execute(_FILES, {"rows": list(rows)})
    return {str(row.outbox_id): row for row in found}


def _whole(unit: "Unit", row: Row[Any], edits_message: int | None, file: Row[Any] | None) -> Posted:
    body = json.loads(unit.sealer.open("outbox", "body", row.id, row.client_id, row.body))
    buttons = tuple(tuple(Button(label, data) for label, data in line) for line in body["buttons"])
    return _posted(
        row,
        int(unit.sealer.open("person", "tg_id", row.person_id, None, row.tg_id)),
        Message(body["html"], buttons),
        tries=row.tries + 1,
        edits_message=edits_message,
        pin=body["pin"],
        silent=body["silent"],
        attachment=_opened(unit, file) if file else None,
    )


def _posted(row: Row[Any], chat: int, message: Message, **more: Any) -> Posted:
    values = {"tries": row.tries, "ask": row.ask_id, "subject": row.subject} | more
    return Posted(row.id, row.person_id, chat, row.kind, message, **values)


def _opened(unit: "Unit", file: Row[Any]) -> Attachment:
    open_bytes = unit.sealer.open_bytes
    name = unit.sealer.open("attachment", "name", file.id, file.client_id, file.name)
    body = open_bytes("attachment", "body", file.id, file.client_id, file.body)
    return Attachment(name, file.mime, body)
