"""Occurrences: one planned practice each, from the prompt to its one end state.

Whatever changes a row goes through here and adds an event to its chain, in the same transaction.
What the ledger does not allow (`ledger.MAY_BECOME`) is not written.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Row, and_, bindparam, func, insert, select, update

from homework import chain
from homework.chain import Event, Occurrence
from homework.ledger import END_STATES, may_become
from homework.store import chains
from homework.store.marks import chunks
from homework.store.tables import client, occurrence, outbox, schedule_entry
from homework.store.unit import Unit

__all__ = ["LIVE_STATES", "Occurrence"]

LIVE_STATES = ("planned", "prompted", "opened")


_COLUMNS = {"client": "client_id", "assignment": "assignment_id", "entry": "entry_id"}
_NAMES = [(field.name, _COLUMNS.get(field.name, field.name)) for field in fields(Occurrence)]


def _values(one: Occurrence) -> dict[str, object]:
    values = {column: getattr(one, name) for name, column in _NAMES}
    values["local_date"] = one.local_date.isoformat()
    return values


_ROW = tuple(occurrence.c[column] for _, column in _NAMES)
"""What is selected of an occurrence, in the order of its fields; more may follow."""
_DATE = [name for name, _ in _NAMES].index("local_date")


def _occurrence(row: Row[Any]) -> Occurrence:
    values = list(row[: len(_ROW)])
    values[_DATE] = date.fromisoformat(values[_DATE])
    return Occurrence(*values)


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_existing = (
    select(occurrence.c.entry_id, occurrence.c.local_date)
    .select_from(schedule_entry)
    .join(
        occurrence,
        and_(
            occurrence.c.assignment_id == schedule_entry.c.assignment_id,  # its index begins so
            occurrence.c.entry_id == schedule_entry.c.id,
        ),
    )
    .where(
        schedule_entry.c.id.in_(_IDS),
        occurrence.c.local_date.in_(bindparam("dates", expanding=True)),
    )
)


async def existing(
    unit: Unit, entries: Collection[str], dates: Collection[date]
) -> set[tuple[str, date]]:
    """Return which (entry, local date) pairs have an occurrence already."""
    days = [day.isoformat() for day in dates]
    rows = (await unit.conn.execute(_existing, {"ids": list(entries), "dates": days})).all()
    return {(row.entry_id, date.fromisoformat(row.local_date)) for row in rows}


_insert = insert(occurrence)


async def add(unit: Unit, new: Sequence[Occurrence]) -> None:
    """Write occurrences. Unique by assignment, entry and local date."""
    if new:
        await unit.conn.execute(_insert, [_values(one) for one in new])
        await chains.add(unit, [chain.began(one, unit.now) for one in new])


async def by_id(unit: Unit, key: str) -> Occurrence | None:
    """Return one occurrence."""
    row = (await unit.conn.execute(select(*_ROW).where(occurrence.c.id == key))).first()
    return None if row is None else _occurrence(row)


async def by_ids(unit: Unit, keys: Collection[str]) -> dict[str, Occurrence]:
    """Return several occurrences by row id."""
    query = select(*_ROW).where(occurrence.c.id.in_(list(keys)))
    return {row.id: _occurrence(row) for row in (await unit.conn.execute(query)).all()}


_live = (
    select(*_ROW)
    .where(occurrence.c.client_id.in_(_IDS), occurrence.c.state.in_(LIVE_STATES))
    .order_by(occurrence.c.planned_at)
)
_missed = select(
    *_ROW,
    func.row_number()
    .over(partition_by=occurrence.c.assignment_id, order_by=occurrence.c.planned_at.desc())
    .label("place"),
).where(occurrence.c.assignment_id.in_(_IDS), occurrence.c.state == "missed")
_ranked = _missed.subquery()
_missed_lately = select(_ranked).where(_ranked.c.place <= 3).order_by(_ranked.c.planned_at.desc())


async def live_of_client(unit: Unit, client: str) -> list[Occurrence]:
    """Return the client's occurrences that have no end state, in order of their time."""
    return await live_of_clients(unit, [client])


async def live_of_clients(unit: Unit, clients: Collection[str]) -> list[Occurrence]:
    """Return the occurrences of some clients that have no end state, in order of their time."""
    rows = (await unit.conn.execute(_live, {"ids": list(clients)})).all()
    return [_occurrence(row) for row in rows]


async def missed_lately(unit: Unit, assignments: Collection[str]) -> list[Occurrence]:
    """Return the last occurrences of each of some assignments that nobody began in time."""
    rows = (await unit.conn.execute(_missed_lately, {"ids": list(assignments)})).all()
    return [_occurrence(row) for row in rows]


_since = (
    select(*_ROW)
    .where(occurrence.c.client_id.in_(_IDS), occurrence.c.planned_at >= bindparam("start"))
    .order_by(occurrence.c.planned_at)
)


async def since(unit: Unit, clients: Collection[str], start: datetime) -> list[Occurrence]:
    """Return the occurrences of some clients planned at or after an instant."""
    rows = (await unit.conn.execute(_since, {"ids": list(clients), "start": start})).all()
    return [_occurrence(row) for row in rows]


async def of_days(unit: Unit, client: str, start: date | None, end: date) -> list[Occurrence]:
    """Return a client's occurrences of some local dates, both included, oldest first."""
    query = select(occurrence).where(
        occurrence.c.client_id == client, occurrence.c.local_date <= end.isoformat()
    )
    if start is not None:
        query = query.where(occurrence.c.local_date >= start.isoformat())
    query = query.order_by(occurrence.c.local_date, occurrence.c.planned_at, occurrence.c.id)
    return [_occurrence(row) for row in (await unit.conn.execute(query)).all()]


_first_sent = (
    update(occurrence).where(occurrence.c.id == bindparam("key")).values(sent_at=bindparam("sent"))
)


async def change(unit: Unit, key: str, **values: Any) -> bool:
    """Change columns of an occurrence; the revision goes up by one.

    False, and nothing is written, if nothing differs or the ledger does not allow its new state.
    """
    found = await _with_zones(unit, [key])
    if key not in found:
        return False
    before, zone = found[key]
    after = replace(before, **values, revision=before.revision + 1)
    again = before.state in END_STATES and "closed_at" in values and after.state == before.state
    if again or not may_become(before.state, after.state):
        return False
    event = chain.changed(before, after, unit.now, zone)
    if event is None:
        return False
    await unit.conn.execute(
        update(occurrence).where(occurrence.c.id == key).values(**_columns(after, event))
    )
    await chains.add(unit, [event])
    return True


async def close(
    unit: Unit, key: str, state: str, *, reason: str | None = None, step: str | None = None
) -> bool:
    """Give an occurrence its end state; False if it has one that stays (`ledger.MAY_BECOME`)."""
    return await change(
        unit, key, state=state, reason=reason, step_reached=step, closed_at=unit.now
    )


async def note_sent(unit: Unit, sent: Sequence[tuple[str, datetime]]) -> None:
    """Write when prompts arrived; the first arrival stays."""
    times: dict[str, datetime] = {}
    for key, at in sent:
        times.setdefault(key, at)
    events: list[Event] = []
    for before, zone in (await _with_zones(unit, times)).values():
        if before.sent_at is None:
            after = replace(before, sent_at=times[before.id])
            event = chain.changed(before, after, unit.now, zone)
            events += [event] if event else []
    if events:
        rows = [{"key": one.occurrence, "sent": times[one.occurrence]} for one in events]
        await unit.conn.execute(_first_sent, rows)
        await chains.add(unit, events)


async def note_first_answer(unit: Unit, key: str, at: datetime) -> None:
    """Write when the first answer came; the first stays."""
    found = await _with_zones(unit, [key])
    if key not in found or found[key][0].first_answer_at is not None:
        return
    before, zone = found[key]
    event = chain.changed(before, replace(before, first_answer_at=at), unit.now, zone)
    if event is not None:
        statement = update(occurrence).where(occurrence.c.id == key)
        await unit.conn.execute(statement.values(first_answer_at=at))
        await chains.add(unit, [event])


async def _with_zones(unit: Unit, keys: Collection[str]) -> dict[str, tuple[Occurrence, str]]:
    """Return occurrences, each with its client's zone as it is now."""
    found: dict[str, tuple[Occurrence, str]] = {}
    for ids in chunks(keys):
        query = (
            select(*_ROW, client.c.zone.label("here"))
            .join(client, client.c.id == occurrence.c.client_id)
            .where(occurrence.c.id.in_(ids))
        )
        for row in (await unit.conn.execute(query)).all():
            found[row.id] = (_occurrence(row), row.here or row.zone)
    return found


def _columns(one: Occurrence, event: Event) -> Mapping[str, object]:
    """Return the columns that an event changes, as the row will have them."""
    values = _values(one)
    return {column: values[column] for name, column in _NAMES if name in event.changes}


_prompt_rows = (
    select(outbox.c.subject, outbox.c.id)
    .where(
        outbox.c.subject.in_(_IDS),
        outbox.c.kind.in_(("prompt", "reminder")),
        outbox.c.state.in_(("waiting", "claimed", "sent", "unknown")),
    )
    .order_by(outbox.c.id)
)


_last_prompt = (
    select(outbox.c.state)
    .where(outbox.c.subject == bindparam("key"), outbox.c.kind == "prompt")
    .order_by(outbox.c.id.desc())
    .limit(1)
)


async def arrived(unit: Unit, key: str) -> bool:
    """Return whether the last prompt of an occurrence, rung again after it was put off, arrived."""
    return (await unit.conn.execute(_last_prompt, {"key": key})).scalar() == "sent"


async def prompt_rows(unit: Unit, keys: Collection[str]) -> dict[str, list[str]]:
    """Return, by occurrence, the outbox rows of prompts and reminders that may be on a screen."""
    found: dict[str, list[str]] = {key: [] for key in keys}
    if found:
        for row in (await unit.conn.execute(_prompt_rows, {"ids": list(found)})).all():
            found[row.subject].append(row.id)
    return found
