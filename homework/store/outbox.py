"""The outbox: messages written in the transaction that decided them, sent afterwards.

A chat's rows are sent in the order they were written, one at a time; the crisis text alone may go
ahead, and edits that only tidy up come last. It must not know how a message is sent, nor what the
results of sending are called: the relay tells it by `Mark`. Where `now` is an argument it is the
machine's clock (leases, back-off); all other times are the unit's.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, bindparam, delete, func, insert, select, update

from homework.ids import new_id
from homework.outgoing import KINDS, Attachment, Lane, Outgoing, Posted
from homework.store.marks import HELD, UNSENT, chunks, drop
from homework.store.pinned import PINNED, supersede
from homework.store.screen_locks import due, hides, own_clients
from homework.store.tables import attachment, client, outbox, person, screen_lock

if TYPE_CHECKING:
    from homework.store.unit import Unit

LEASE = timedelta(minutes=3)
"""Longer than any request may take: only the lease of a dead process runs out."""

# Writing ------------------------------------------------------------------------------------------

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_KNOWN = select(outbox.c.dedupe_key).where(outbox.c.dedupe_key.in_(_IDS))
_CHATS = (
    select(
        person.c.id,
        person.c.tg_id,
        screen_lock.c.seen_at,
        screen_lock.c.idle_minutes,
        screen_lock.c.locked_at,
        screen_lock.c.told_at,
    )
    .select_from(person.outerjoin(screen_lock, screen_lock.c.person_id == person.c.id))
    .where(person.c.id.in_(_IDS))
)
_BUSY = (
    select(outbox.c.person_id)
    .where(outbox.c.person_id.in_(_IDS), outbox.c.state.in_(UNSENT))
    .where(outbox.c.lane + 0 < Lane.TIDY)  # a sum: SQLite would take the index of all that waits
    .distinct()
)
_EDITED = select(outbox.c.id, outbox.c.message_id, outbox.c.state).where(outbox.c.id.in_(_IDS))
_HUSHED = select(client.c.id, client.c.person_id).where(
    client.c.id.in_(_IDS), client.c.stopped_at.is_not(None)
)
_ADD, _ADD_FILES = insert(outbox), insert(attachment)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


async def write(unit: "Unit", posted: Sequence[tuple[str, Outgoing]]) -> list[Posted]:
    """Write rows in this order; return those born claimed, which the caller's process must send.

    Born claimed are replies whose chat has nothing older to send, and the crisis text always; what
    stands in a longer queue is claimed when its turn has nearly come. Where nobody sends nothing is
    born claimed: it would wait for its lease to end, and its whole chat behind it. A row whose
    dedupe key is known is left out silently.
    """
    fresh = await _wanted(unit, await _fresh(unit, posted))
    if not fresh:
        return []
    fresh = await supersede(unit, fresh)
    persons = {one.person for _, one in fresh}
    chats, locked = await _chats(unit, persons)
    fresh = await _behind_locks(unit, locked, fresh)
    busy = await _with_unsent(unit, persons)
    targets = await _edited(unit, {one.edits for _, one in fresh if one.edits})
    born: list[Posted] = []
    rows: list[dict[str, Any]] = []
    for row_id, one in fresh:
        now_posted = _born(unit, row_id, one, chats, busy, targets)
        if now_posted:
            born.append(now_posted)
        if KINDS[one.kind].lane is not Lane.TIDY and one.held_until is None:
            busy.add(one.person)
        rows.append(_row(unit, row_id, one, claimed=now_posted is not None))
    await unit.conn.execute(_ADD, rows)
    files = [
        _file(unit, row_id, one.client, one.attachment) for row_id, one in fresh if one.attachment
    ]
    if files:
        await unit.conn.execute(_ADD_FILES, files)
    for row in rows:
        # An edit that tidies up after a message is found when that message is marked.
        follows = row["lane"] == Lane.TIDY and row["person_id"] in busy
        if row["state"] == "waiting" and not follows:
            unit.look_for(row["lane"])
    return born


async def _fresh(
    unit: "Unit", posted: Sequence[tuple[str, Outgoing]]
) -> list[tuple[str, Outgoing]]:
    seen: set[str] = set()
    for keys in chunks({one.dedupe for _, one in posted}):
        found = await unit.conn.execute(_KNOWN, {"ids": keys})
        seen.update(found.scalars())
    fresh: list[tuple[str, Outgoing]] = []
    for row_id, one in posted:
        if one.dedupe not in seen:
            seen.add(one.dedupe)
            fresh.append((row_id, one))
    return fresh


async def knows(unit: "Unit", dedupe: str) -> bool:
    """Whether a message of that key was posted, in an earlier transaction."""
    return (await unit.conn.execute(_KNOWN, {"ids": [dedupe]})).first() is not None


async def _wanted(unit: "Unit", posted: list[tuple[str, Outgoing]]) -> list[tuple[str, Outgoing]]:
    """Leave out what nobody asked for, to clients who want nothing of the kind."""
    about = {one.client for _, one in posted if one.client and _is_ours(one)}
    if not about:
        return posted
    hushed: set[tuple[str, str]] = set()
    for ids in chunks(about):
        found = await unit.conn.execute(_HUSHED, {"ids": ids})
        hushed.update((row.id, row.person_id) for row in found)
    return [
        (row_id, one)
        for row_id, one in posted
        if not (_is_ours(one) and (one.client, one.person) in hushed)
    ]


async def _behind_locks(
    unit: "Unit", locked: Mapping[str, bool], posted: list[tuple[str, Outgoing]]
) -> list[tuple[str, Outgoing]]:
    """Hold back what may not be shown on a locked screen, and see to it that its owner is told.

    `locked`: whose screen is, and whether they were told that something waits.
    """
    if not locked:
        return posted
    found: list[tuple[str, Outgoing]] = []
    own = await own_clients(unit, locked)
    for row_id, one in posted:
        if one.person in locked and hides(one, own):
            if not locked[one.person]:
                unit.timers["lock", one.person] = (unit.now, 0)
            one = replace(one, held_until=one.held_until or unit.now)
        found.append((row_id, one))
    return found


def _is_ours(one: Outgoing) -> bool:
    """Whether a message answers nothing: the bot begins."""
    return KINDS[one.kind].lane is Lane.PROMPT


async def _chats(
    unit: "Unit", persons: Collection[str]
) -> tuple[dict[str, bytes], dict[str, bool]]:
    """Return their chats, sealed; and whose screen is locked, and whether they were told of it."""
    chats: dict[str, bytes] = {}
    locked: dict[str, bool] = {}
    for ids in chunks(persons):
        for row in await unit.conn.execute(_CHATS, {"ids": ids}):
            chats[row.id] = row.tg_id
            if row.seen_at is None:  # has no passphrase, like every client
                continue
            if row.locked_at is not None or unit.now >= due(row.seen_at, row.idle_minutes):
                locked[row.id] = row.told_at is not None
    return chats, locked


def _chat(unit: "Unit", person_id: str, sealed: bytes) -> int:
    return int(unit.sealer.open("person", "tg_id", person_id, None, sealed))


async def _with_unsent(unit: "Unit", persons: Collection[str]) -> set[str]:
    busy: set[str] = set()
    for ids in chunks(persons):
        found = await unit.conn.execute(_BUSY, {"ids": ids})
        busy.update(found.scalars())
    return busy


async def _edited(unit: "Unit", rows: Collection[str]) -> dict[str, tuple[int | None, str]]:
    """Return message id and state of rows that are to be edited."""
    found: dict[str, tuple[int | None, str]] = {}
    for ids in chunks(rows):
        result = await unit.conn.execute(_EDITED, {"ids": ids})
        found.update((row.id, (row.message_id, row.state)) for row in result)
    return found


def _born(
    unit: "Unit",
    row_id: str,
    one: Outgoing,
    chats: Mapping[str, bytes],
    busy: Collection[str],
    targets: Mapping[str, tuple[int | None, str]],
) -> Posted | None:
    reply = KINDS[one.kind].lane is Lane.REPLY and one.person not in busy
    if not unit.sends:
        return None
    if one.person not in chats or one.held_until or not (reply or one.kind == "crisis"):
        return None
    message_id = targets.get(one.edits, (None, ""))[0] if one.edits else None
    if one.edits and message_id is None:
        return None
    return Posted(
        row_id,
        one.person,
        _chat(unit, one.person, chats[one.person]),
        one.kind,
        one.message,
        ask=one.ask,
        subject=one.subject,
        edits_message=message_id,
        pin=one.pin,
        silent=one.silent,
        attachment=one.attachment,
    )


def _row(unit: "Unit", row_id: str, one: Outgoing, *, claimed: bool) -> dict[str, Any]:
    return {
        "id": row_id,
        "person_id": one.person,
        "client_id": one.client,
        "kind": one.kind,
        "lane": int(KINDS[one.kind].lane),
        "dedupe_key": one.dedupe,
        "ask_id": one.ask,
        "subject": one.subject,
        "step_id": one.step,
        "edits_id": one.edits,
        "body": unit.sealer.seal("outbox", "body", row_id, one.client, _body(one)),
        "state": "claimed" if claimed else HELD if one.held_until else "waiting",
        "tries": int(claimed),
        "lease_until": unit.now + LEASE if claimed else None,
        "created_at": unit.now,
    }


def _body(one: Outgoing) -> str:
    buttons = [[[button.label, button.data] for button in row] for row in one.message.buttons]
    body = {"html": one.message.html, "buttons": buttons, "pin": one.pin, "silent": one.silent}
    return _encode(body)


def _file(unit: "Unit", row_id: str, client: str | None, file: Attachment) -> dict[str, Any]:
    file_id = new_id(unit.now)
    return {
        "id": file_id,
        "outbox_id": row_id,
        "client_id": client,
        "name": unit.sealer.seal("attachment", "name", file_id, client, file.name),
        "mime": file.mime,
        "body": unit.sealer.seal("attachment", "body", file_id, client, file.body),
    }


# Ending from outside ------------------------------------------------------------------------------


_UNTRIED = select(outbox.c.id, outbox.c.subject).where(
    outbox.c.subject.in_(_IDS),
    outbox.c.kind.in_(bindparam("kinds", expanding=True)),
    outbox.c.state == "waiting",
    outbox.c.tries == 0,
)


async def withdraw(unit: "Unit", subjects: Collection[str], kinds: Collection[str]) -> set[str]:
    """Drop rows of these subjects and kinds that were never tried; return their subjects.

    A row that was tried once stays: it may be on a screen.
    """
    withdrawn: dict[str, str] = {}
    for ids in chunks(subjects):
        found = await unit.conn.execute(_UNTRIED, {"ids": ids, "kinds": list(kinds)})
        withdrawn.update((row.id, row.subject) for row in found)
    await drop(unit, withdrawn, "withdrawn")
    return set(withdrawn.values())


async def hush(unit: "Unit", person_id: str, client_id: str) -> None:
    """Drop what waits for a client that they did not ask for."""
    await unit.flush()
    found = await unit.conn.execute(
        select(outbox.c.id)
        .where(outbox.c.person_id == person_id, outbox.c.client_id == client_id)
        .where(outbox.c.lane == Lane.PROMPT, outbox.c.state.in_(("waiting", HELD)))
    )
    await drop(unit, found.scalars().all(), "stopped")


async def purge(unit: "Unit", before: datetime) -> int:
    """Forget rows that ended before an instant: what they carried is gone long since. The row of
    what is pinned in a chat stays until another text is."""
    done = (outbox.c.closed_at < before) & outbox.c.subject.is_distinct_from(PINNED)
    return (await unit.conn.execute(delete(outbox).where(done))).rowcount


async def withhold(unit: "Unit", person_id: str, own: str | None) -> None:
    """Drop what waits for a person about clients other than themselves (`own`), and digests."""
    await unit.flush()
    about = outbox.c.client_id.is_not(None) & (outbox.c.client_id != (own or ""))
    found = await unit.conn.execute(
        select(outbox.c.id)
        .where(outbox.c.person_id == person_id, outbox.c.state.in_(("waiting", HELD)))
        .where(about | (outbox.c.kind == "digest"))
    )
    await drop(unit, found.scalars().all(), "withheld")


async def withhold_about(unit: "Unit", person_id: str, client_id: str) -> None:
    """Drop what waits for a person about one client, who is not theirs any more."""
    await unit.flush()
    mine = (outbox.c.person_id == person_id) & (outbox.c.client_id == client_id)
    query = select(outbox.c.id).where(mine, outbox.c.state.in_(("waiting", HELD)))
    await drop(unit, (await unit.conn.execute(query)).scalars().all(), "withheld")


async def release(
    unit: "Unit", person_id: str, besides: Collection[str] = (), outdated: str = ""
) -> bool:
    """Let what is held for a person go out, in the order it was written; not past their lock.

    `besides`: kinds that stay where they are. `outdated`: a kind that is dropped instead, since it
    tells how things stood when it was written; return whether there was any.
    """
    await unit.flush()
    _, locked = await _chats(unit, [person_id])
    if locked:
        return False
    held = (outbox.c.person_id == person_id) & (outbox.c.state == HELD)
    old = await unit.conn.execute(select(outbox.c.id).where(held, outbox.c.kind == outdated))
    dropped = old.scalars().all()
    await drop(unit, dropped, "outdated")
    held &= outbox.c.kind.not_in(besides)
    freed = await unit.conn.execute(update(outbox).where(held).values(state="waiting"))
    if freed.rowcount:
        unit.look_for(Lane.REPLY)
    return bool(dropped)


async def arrived(unit: "Unit", ask: str, message_id: int) -> None:
    """Note that the message of an ask is on a screen although sending it ended unknown.

    A press of one of its buttons proves it; with its message id it can be edited again.
    """
    await unit.conn.execute(
        update(outbox)
        .where(outbox.c.ask_id == ask, outbox.c.state == "unknown")
        .where(outbox.c.edits_id.is_(None))
        .values(
            state="sent",
            message_id=message_id,
            delivered_at=func.coalesce(outbox.c.delivered_at, outbox.c.created_at),
        )
    )
