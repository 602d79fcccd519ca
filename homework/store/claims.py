"""Claiming: outbox rows that go next, handed to the relay with their bodies opened.

Which they are says `front.py`. `now` is the machine's clock. It must not know how a message is
sent.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, bindparam, case, func, select, update

from conversations.message import Button, Message
from homework.outgoing import KINDS, Attachment, Lane, Posted
from homework.store import softly
from homework.store.columns import Instant
from homework.store.front import pick
from homework.store.marks import (
    ALL_BUT_DROPPED,
    UNSENT,
    Mark,
    State,
    chunks,
    delete_files,
    drop,
    mark,
)
from homework.store.outbox import LEASE
from homework.store.tables import attachment, outbox
from homework.store.troubles import DatabaseUnavailable, StoreError

if TYPE_CHECKING:
    from homework.store.unit import Unit

OVER = "its moment is over"
"""Why a row ended that would have rung too late."""


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
        ended = await _expire(unit, now, held)
    ended += await _end_stale(unit, persons)
    picked = await pick(unit, now, held, replies=replies, others=others, persons=persons)
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
_RAN_OUT = select(outbox).where(
    outbox.c.state == "claimed", outbox.c.lease_until <= bindparam("now")
)
_AGAIN = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("rows", expanding=True)))
    .values(state="waiting", lease_until=None)
)
_FRESH = {kind: policy.fresh_minutes for kind, policy in KINDS.items() if policy.fresh_minutes}
_STALE = select(outbox).where(
    outbox.c.state == "waiting",
    outbox.c.lane.in_({int(KINDS[kind].lane) for kind in _FRESH}),
    outbox.c.created_at
    < case(
        {kind: bindparam(f"oldest_{kind}", type_=Instant) for kind in _FRESH}, value=outbox.c.kind
    ),
)
_STALE_OF = _STALE.where(outbox.c.person_id.in_(bindparam("persons", expanding=True)))


async def _more(unit: "Unit") -> bool:
    return (await unit.conn.execute(_WAITING)).first() is not None


async def _expire(unit: "Unit", now: datetime, held: Collection[str]) -> list[Mark]:
    """Let go of rows whose lease ran out; on their last permitted try they end."""
    found = await unit.conn.execute(_RAN_OUT, {"now": now})
    free = [row for row in found if row.id not in held]
    marks = [
        Mark(_posted(row, 0, Message("")), "unknown", row.tries, error="lease ran out")
        for row in free
        if row.tries >= KINDS[row.kind].copies
    ]
    ended = {one.posted.id for one in marks}
    if marks:
        await mark(unit, marks)
        await delete_files(unit, ended)
    for ids in chunks(row.id for row in free if row.id not in ended):
        await unit.conn.execute(_AGAIN, {"rows": ids})
    return marks


async def _end_stale(unit: "Unit", persons: Sequence[str] | None) -> list[Mark]:
    """End rows that would make a phone ring at a moment they were not meant for; with `persons`
    only theirs: what was held for somebody is let go while other things are sent to them.

    Dropped is what never left. What was tried may be on a screen, so it ends as `unknown`: nothing
    is sent in its place, which might be a third copy.
    """
    oldest = {
        f"oldest_{kind}": unit.now - timedelta(minutes=minutes) for kind, minutes in _FRESH.items()
    }
    marks: list[Mark] = []
    of = oldest if persons is None else oldest | {"persons": list(persons)}
    for row in await unit.conn.execute(_STALE if persons is None else _STALE_OF, of):
        end: State = "unknown" if row.tries else "dropped"
        marks.append(Mark(_posted(row, 0, Message("")), end, row.tries, error=OVER))
    if marks:
        await mark(unit, marks)
    return marks


# Opening ------------------------------------------------------------------------------------------


async def _open(unit: "Unit", rows: Sequence[Row[Any]]) -> list[tuple[Posted, int]]:
    """Open bodies; drop edits that lost their message and rows whose key is gone."""
    targets = await _targets(unit, [row for row in rows if row.edits_id])
    files = await _files(unit, [row.id for row in rows])
    ready: list[tuple[Row[Any], Posted]] = []
    dropped: dict[str, list[str]] = {}
    for row in rows:
        target = targets.get(row.edits_id) if row.edits_id else None
        why = _pointless(row, target) if row.edits_id else None
        if why is None and row.edits_id and target and target.message_id is None:
            continue  # held until its message is out
        try:
            if why is None:
                message_id = target.message_id if target else None
                ready.append((row, _whole(unit, row, message_id, files.get(row.id))))
        except DatabaseUnavailable:
            raise
        except (StoreError, ValueError, KeyError, TypeError) as error:
            why = type(error).__name__  # sealed with a key that is gone, or damaged: never sent
        if why is not None:
            dropped.setdefault(why, []).append(row.id)
    for why, ids in dropped.items():
        await drop(unit, ids, why)
    hushed = await softly.unheard(unit, ready)
    return [
        (replace(posted, silent=True) if posted.id in hushed else posted, row.urgency)
        for row, posted in ready
    ]


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
        # Read from an index, in which what came before the message is passed over.
        _LATER.c.person_id == outbox.c.person_id,
        _LATER.c.state.in_(ALL_BUT_DROPPED),
        _LATER.c.id > outbox.c.id,
        _LATER.c.edits_id == outbox.c.id,
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
