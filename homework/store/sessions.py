"""Sessions: conversations in progress, loaded and saved in bulk.

The row of a session is its cursor; its answers are rows of their own, only ever added, and are
folded into the session when it is loaded. It must not know what an answer means.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, select, true, update
from sqlalchemy import insert as insert_into

from conversations.codec import dump, fold
from conversations.codec import load as load_session
from conversations.effects import Saved
from conversations.session import CLOSED, Session, Status
from homework.ids import new_id
from homework.store.packing import pack, unpack, unpack_object
from homework.store.people import Actor
from homework.store.tables import answer, outbox, session
from homework.store.troubles import StaleSession
from homework.store.unit import Unit
from homework.store.unopened import LAST_FIRST, RESUMABLE, Aside


@dataclass(frozen=True, slots=True)
class Held:
    """A session with what surrounds it. `kind`: worksheet, dialog (a therapist's form) or contract
    (a client's).

    `next_seq`: number of the next answer row, from 1. `ask_row`, `ask_state`: the outbox row whose
    message carries the open question, None and "waiting" while there is none.
    """

    session: Session
    person: str
    assignment: str | None
    occurrence: str | None
    kind: str
    deadline_at: datetime | None
    next_seq: int
    ask_row: str | None
    ask_state: str
    touched_at: datetime

    @property
    def client(self) -> str:
        """Whose key seals it."""
        return self.session.client

    @property
    def status(self) -> Status:
        """How the session stands."""
        return self.session.status


def is_theirs(who: Actor, one: Held | Aside) -> bool:
    """Whether somebody may go on with a session as what they are now.

    A dialog is a therapist's, and a sheet that client's who began it: who was removed, or joined
    anew for somebody else, has lost it although the person is the same.
    """
    if who.person is None or one.person != who.person.id:
        return False
    if one.kind == "dialog":
        return who.therapist is not None
    return who.client is not None and who.client.id == one.client


@dataclass(frozen=True, slots=True)
class Turned:
    """One decision: the session before and after, the history it adds, and what it came from."""

    held_before: Held
    session_after: Session
    saved: tuple[Saved, ...]
    message_id: int | None
    at: datetime


# Loading ----------------------------------------------------------------------------------------

_open = select(session).where(
    session.c.person_id.in_(bindparam("persons", expanding=True)), session.c.status == "open"
)
_one = select(session).where(session.c.id == bindparam("key"))
_own = _one.where(session.c.person_id == bindparam("person"))
_resumable = select(session).where(*RESUMABLE).order_by(*LAST_FIRST)
_asked = select(session).where(*RESUMABLE, session.c.ask_id == bindparam("ask"))
_at_occurrence = select(session).where(
    session.c.occurrence_id == bindparam("occurrence"), session.c.closed_at.is_(None)
)
_left = (
    select(session)
    .where(
        session.c.occurrence_id == bindparam("occurrence"),
        session.c.kind == "worksheet",
        session.c.status.in_(("stopped", "expired")),
    )
    .order_by(session.c.closed_at.desc())
    .limit(1)
)
_answers = (
    select(
        answer.c.id,
        answer.c.session_id,
        answer.c.client_id,
        answer.c.seq,
        answer.c.step_id,
        answer.c.how,
        answer.c.value,
    )
    .where(answer.c.session_id.in_(bindparam("keys", expanding=True)))
    .order_by(answer.c.session_id, answer.c.seq)
)
_asks = (
    select(outbox.c.ask_id, outbox.c.id, outbox.c.state, outbox.c.delivered_at)
    .where(outbox.c.ask_id.in_(bindparam("asks", expanding=True)), outbox.c.edits_id.is_(None))
    .order_by(outbox.c.id)
)


async def load_open(unit: Unit, persons: Collection[str]) -> dict[str, Held]:
    """Return the open session of each of these persons who has one, answers folded in."""
    if not persons:
        return {}
    found = await _load(unit, _open, {"persons": list(persons)})
    return {held.person: held for held in found}


async def load(unit: Unit, key: str) -> Held | None:
    """Return a session by row id, in whatever state: for the house's own work (timers)."""
    found = await _load(unit, _one, {"key": key})
    return found[0] if found else None


async def load_own(unit: Unit, key: str, person: str) -> Held | None:
    """Return a session by row id if it is this person's; anybody else's is not opened."""
    found = await _load(unit, _own, {"key": key, "person": person})
    return found[0] if found else None


async def load_resumable(unit: Unit, person: str) -> list[Held]:
    """Return the sessions a person put aside or that wait, the last one touched first.

    With all that was written in them, and there may be hundreds: who needs one asks `aside`.
    """
    return await _load(unit, _resumable, {"person": person})


async def load_asked(unit: Unit, person: str, ask: str) -> Held | None:
    """Return the session of a person that was put aside, or waits, at this question."""
    found = await _load(unit, _asked, {"person": person, "ask": ask})
    return found[0] if found else None


async def _load(unit: Unit, query: Select[Any], values: Mapping[str, object]) -> list[Held]:
    await unit.flush()  # a question just posted must be found
    rows = (await unit.conn.execute(query, values)).all()
    if not rows:
        return []
    history: dict[str, list[Any]] = {row.id: [] for row in rows}
    for one in (await unit.conn.execute(_answers, {"keys": list(history)})).all():
        history[one.session_id].append(one)
    asks: dict[str, list[Any]] = {row.ask_id: [] for row in rows}
    for one in (await unit.conn.execute(_asks, {"asks": list(asks)})).all():
        asks[one.ask_id].append(one)
    return [_held(unit, row, history[row.id], asks[row.ask_id]) for row in rows]


def _held(unit: Unit, row: Row[Any], history: Sequence[Any], asks: Sequence[Any]) -> Held:
    body = unit.sealer.open("session", "body", row.id, row.client_id, row.body)
    now = load_session(unpack_object(body), fold(_saved(unit, history)))
    seen = min((one.delivered_at for one in asks if one.delivered_at), default=None)
    if seen is not None:
        now = replace(now, asked=replace(now.asked, delivered_at=seen))
    return Held(
        now,
        row.person_id,
        row.assignment_id,
        row.occurrence_id,
        row.kind,
        row.deadline_at,
        next_seq=history[-1].seq + 1 if history else 1,
        ask_row=asks[-1].id if asks else None,
        ask_state=asks[-1].state if asks else "waiting",
        touched_at=row.touched_at,
    )


def _saved(unit: Unit, history: Iterable[Any]) -> list[Saved]:
    opened = unit.sealer.open
    return [
        Saved(
            one.step_id,
            unpack(opened("answer", "value", one.id, one.client_id, one.value)),
            one.how,
        )
        for one in history
    ]


# Saving -----------------------------------------------------------------------------------------

_insert = insert_into(session)
_add_answers = insert_into(answer)
_update = (
    update(session)
    .where(session.c.id == bindparam("key"), session.c.revision == bindparam("was"))
    .values(
        status=bindparam("status"),
        ask_id=bindparam("ask_id"),
        body=bindparam("body"),
        revision=bindparam("revision"),
        touched_at=bindparam("touched_at"),
        closed_at=bindparam("closed_at"),
    )
)
_set_deadline = (
    update(session)
    .where(session.c.id == bindparam("key"))
    .values(deadline_at=bindparam("deadline"))
)


async def insert(unit: Unit, held: Held) -> None:
    """Write a session that has just begun; one that waited must have been saved before."""
    now = held.session
    row = _cursor(unit, now, held.touched_at) | {
        "id": now.id,
        "person_id": held.person,
        "client_id": now.client,
        "assignment_id": held.assignment,
        "occurrence_id": held.occurrence,
        "kind": held.kind,
        "worksheet_id": now.worksheet.id,
        "worksheet_version": now.worksheet.version,
        "worksheet_sha256": now.worksheet.sha256,
        "opened_at": now.opened_at,
        "deadline_at": held.deadline_at,
    }
    await unit.conn.execute(_insert, row)


def _cursor(unit: Unit, now: Session, at: datetime) -> dict[str, Any]:
    """Return the columns that change with every turn."""
    body = pack(dump(now, answers=False))
    return {
        "status": now.status,
        "ask_id": now.asked.id,
        "body": unit.sealer.seal("session", "body", now.id, now.client, body),
        "revision": now.revision,
        "touched_at": at,
        "closed_at": at if now.status in CLOSED else None,
    }


async def save(unit: Unit, turns: Sequence[Turned]) -> None:
    """Write decisions in three statements, however many; those of one session in their order.

    Raises `StaleSession` if a session is not in the revision it was loaded in.
    """
    answers = _answer_rows(unit, turns)
    first: dict[str, Turned] = {}
    last: dict[str, Turned] = {}
    for turn in turns:
        first.setdefault(turn.session_after.id, turn)
        last[turn.session_after.id] = turn
    rows = [
        _cursor(unit, turn.session_after, turn.at)
        | {"key": key, "was": first[key].held_before.session.revision}
        for key, turn in last.items()
    ]
    # Only one session of a person may be open: those that close make room first.
    closing = [row for row in rows if row["status"] != "open"]
    staying = [row for row in rows if row["status"] == "open"]
    for group in (closing, staying):
        if group:
            result = await unit.conn.execute(_update, group)
            if result.rowcount not in (-1, len(group)):
                raise StaleSession
    if answers:
        await unit.conn.execute(_add_answers, answers)


def _answer_rows(unit: Unit, turns: Sequence[Turned]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    numbers: dict[str, int] = {}
    for turn in turns:
        key, client = turn.session_after.id, turn.session_after.client
        number = max(turn.held_before.next_seq, numbers.get(key, 0))
        for saved in turn.saved:
            row_id = new_id(unit.now)
            rows.append(
                {
                    "id": row_id,
                    "session_id": key,
                    "client_id": client,
                    "seq": number,
                    "step_id": saved.step,
                    "how": saved.how,
                    "value": unit.sealer.seal("answer", "value", row_id, client, pack(saved.value)),
                    "message_id": turn.message_id,
                    "at": turn.at,
                }
            )
            number += 1
        numbers[key] = number
    return rows


async def of_occurrence(unit: Unit, occurrence: str) -> Held | None:
    """Return the session that is not over and stands at an occurrence."""
    found = await _load(unit, _at_occurrence, {"occurrence": occurrence})
    return found[0] if found else None


async def left_at(unit: Unit, occurrence: str) -> Held | None:
    """Return the last sheet of an occurrence that was left, or ran out, before it was finished."""
    found = await _load(unit, _left, {"occurrence": occurrence})
    return found[0] if found else None


async def move_to(unit: Unit, key: str, occurrence: str) -> None:
    """Let a session stand at another occurrence: that of its next stage."""
    statement = update(session).where(session.c.id == key).values(occurrence_id=occurrence)
    await unit.conn.execute(statement)


async def end_forms(unit: Unit, person: str, client: str | None = None) -> None:
    """End the forms of a therapist, or only those about one client; they are not loaded again."""
    about = true() if client is None else session.c.client_id == client
    await unit.conn.execute(
        update(session)
        .where(
            session.c.person_id == person,
            about,
            session.c.kind == "dialog",
            session.c.status.not_in(CLOSED),
        )
        .values(status="stopped", closed_at=unit.now, revision=session.c.revision + 1)
    )


async def set_deadline(unit: Unit, key: str, deadline_at: datetime | None) -> None:
    """Set when a session's time runs out."""
    await unit.conn.execute(_set_deadline, {"key": key, "deadline": deadline_at})
