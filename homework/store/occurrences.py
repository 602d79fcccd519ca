"""Occurrences: one planned practice each, from the prompt to its one end state."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import Row, bindparam, insert, select, update

from homework.store.database import Unit
from homework.store.tables import occurrence, outbox

LIVE_STATES = ("planned", "prompted", "opened")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One planned practice. `closes_at` ends prompting, never writing.

    Without an `entry` of a schedule it is a later stage of a sheet, at a time its client chose.
    """

    id: str
    client: str
    assignment: str
    entry: str | None
    local_date: date
    stage: str
    planned_at: datetime | None
    zone: str
    closes_at: datetime | None
    sent_at: datetime | None = None
    reminded_at: datetime | None = None
    opened_at: datetime | None = None
    first_answer_at: datetime | None = None
    closed_at: datetime | None = None
    snoozes: int = 0
    state: str = "planned"
    reason: str | None = None
    step_reached: str | None = None
    revision: int = 0

    @property
    def chosen(self) -> bool:
        """Whether it is a later stage of a sheet that was begun."""
        return self.entry is None


_COLUMNS = {"client": "client_id", "assignment": "assignment_id", "entry": "entry_id"}
_NAMES = [(field.name, _COLUMNS.get(field.name, field.name)) for field in fields(Occurrence)]


def _values(one: Occurrence) -> dict[str, object]:
    values = {column: getattr(one, name) for name, column in _NAMES}
    values["local_date"] = one.local_date.isoformat()
    return values


def _occurrence(row: Row[tuple[object, ...]]) -> Occurrence:
    values = {name: getattr(row, column) for name, column in _NAMES}
    values["local_date"] = date.fromisoformat(row.local_date)
    return Occurrence(**values)


async def existing(
    unit: Unit, entries: Collection[str], dates: Collection[date]
) -> set[tuple[str, date]]:
    """Return which (entry, local date) pairs have an occurrence already."""
    query = select(occurrence.c.entry_id, occurrence.c.local_date).where(
        occurrence.c.entry_id.in_(list(entries)),
        occurrence.c.local_date.in_([day.isoformat() for day in dates]),
    )
    rows = (await unit.conn.execute(query)).all()
    return {(row.entry_id, date.fromisoformat(row.local_date)) for row in rows}


async def add(unit: Unit, new: Sequence[Occurrence]) -> None:
    """Write occurrences. Unique by assignment, entry and local date."""
    if new:
        await unit.conn.execute(insert(occurrence), [_values(one) for one in new])


async def by_id(unit: Unit, key: str) -> Occurrence | None:
    """Return one occurrence."""
    row = (await unit.conn.execute(select(occurrence).where(occurrence.c.id == key))).first()
    return None if row is None else _occurrence(row)


async def by_ids(unit: Unit, keys: Collection[str]) -> dict[str, Occurrence]:
    """Return several occurrences by row id."""
    query = select(occurrence).where(occurrence.c.id.in_(list(keys)))
    return {row.id: _occurrence(row) for row in (await unit.conn.execute(query)).all()}


async def live_of_client(unit: Unit, client: str) -> list[Occurrence]:
    """Return the client's occurrences that have no end state, in order of their time."""
    query = (
        select(occurrence)
        .where(occurrence.c.client_id == client, occurrence.c.state.in_(LIVE_STATES))
        .order_by(occurrence.c.planned_at)
    )
    return [_occurrence(row) for row in (await unit.conn.execute(query)).all()]


async def missed_lately(unit: Unit, assignment: str) -> list[Occurrence]:
    """Return the last occurrences of an assignment that nobody began in time, newest first."""
    query = (
        select(occurrence)
        .where(occurrence.c.assignment_id == assignment, occurrence.c.state == "missed")
        .order_by(occurrence.c.planned_at.desc())
        .limit(3)
    )
    return [_occurrence(row) for row in (await unit.conn.execute(query)).all()]


async def since(unit: Unit, clients: Collection[str], start: datetime) -> list[Occurrence]:
    """Return the occurrences of some clients planned at or after an instant."""
    query = (
        select(occurrence)
        .where(occurrence.c.client_id.in_(list(clients)), occurrence.c.planned_at >= start)
        .order_by(occurrence.c.planned_at)
    )
    return [_occurrence(row) for row in (await unit.conn.execute(query)).all()]


async def change(unit: Unit, key: str, **values: object) -> None:
    """Change columns of an occurrence; the revision goes up by one."""
    values["revision"] = occurrence.c.revision + 1
    await unit.conn.execute(update(occurrence).where(occurrence.c.id == key).values(**values))


async def close(
    unit: Unit, key: str, state: str, *, reason: str | None = None, step: str | None = None
) -> None:
    """Give an occurrence its end state."""
    await change(unit, key, state=state, reason=reason, step_reached=step, closed_at=unit.now)


async def note_sent(unit: Unit, sent: Sequence[tuple[str, datetime]]) -> None:
    """Write when prompts arrived; the first arrival stays."""
    statement = (
        update(occurrence)
        .where(occurrence.c.id == bindparam("key"), occurrence.c.sent_at.is_(None))
        .values(sent_at=bindparam("at"))
    )
    if sent:
        await unit.conn.execute(statement, [{"key": key, "at": at} for key, at in sent])


async def note_first_answer(unit: Unit, key: str, at: datetime) -> None:
    """Write when the first answer came; the first stays."""
    await unit.conn.execute(
        update(occurrence)
        .where(occurrence.c.id == key, occurrence.c.first_answer_at.is_(None))
        .values(first_answer_at=at)
    )


async def prompt_rows(unit: Unit, keys: Collection[str]) -> list[str]:
    """Return the outbox rows of the occurrences' prompts and reminders that may be on a screen."""
    query = (
        select(outbox.c.id)
        .where(
            outbox.c.subject.in_(list(keys)),
            outbox.c.kind.in_(("prompt", "reminder")),
            outbox.c.state.in_(("waiting", "claimed", "sent", "unknown")),
        )
        .order_by(outbox.c.id)
    )
    return list((await unit.conn.execute(query)).scalars())
