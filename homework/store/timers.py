"""Timers: what falls due when, one per kind and subject.

Changes are buffered in the unit and written together, so that a slice of some hundred prompts costs
a handful of statements. It must not know what a kind means; one whose subject has moved on is told
by its revision.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Row, bindparam, delete, func, select, update

from homework.ids import new_id
from homework.store.connecting import insert_or_replace
from homework.store.tables import timer

if TYPE_CHECKING:
    from homework.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Timer:
    """One timer. `subject`: the row it is about. `tries`: how often handling it failed."""

    id: str
    due_at: datetime
    kind: str
    subject: str
    revision: int
    tries: int = 0


_write = insert_or_replace(timer, "kind", "subject")
_cancel = delete(timer).where(
    timer.c.kind == bindparam("old_kind"), timer.c.subject == bindparam("old_subject")
)
_remove = delete(timer).where(timer.c.id.in_(bindparam("ids", expanding=True)))
_due = (
    select(timer)
    .where(timer.c.due_at <= bindparam("now"), timer.c.parked_error.is_(None))
    .order_by(timer.c.due_at)  # by the index alone: not all that is due at once is sorted
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)  # SQLite has one writer and leaves it out
)
_next = select(func.min(timer.c.due_at)).where(timer.c.parked_error.is_(None))
_next_of = _next.where(timer.c.kind.in_(bindparam("kinds", expanding=True)))
_parked = select(timer).where(timer.c.parked_error.is_not(None))


async def set(unit: "Unit", due_at: datetime, kind: str, subject: str, revision: int) -> None:
    """Set the timer of this kind and subject, in place of the one there is."""
    unit.timers[kind, subject] = (due_at, revision)


async def is_set(unit: "Unit", kind: str, subject: str) -> bool:
    """Whether there is a timer of this kind and subject, due or not."""
    if (kind, subject) in unit.timers:
        return unit.timers[kind, subject] is not None
    query = select(timer.c.id).where(timer.c.kind == kind, timer.c.subject == subject)
    return (await unit.conn.execute(query)).first() is not None


async def cancel(unit: "Unit", kind: str, subject: str) -> None:
    """Drop the timer of this kind and subject, if there is one."""
    unit.timers[kind, subject] = None


async def flush(
    unit: "Unit", changes: Mapping[tuple[str, str], tuple[datetime, int] | None]
) -> None:
    """Write buffered changes; `Unit.flush` calls it.

    A timer set again gets a new id: whoever handles the old one removes only that.
    """
    gone = [
        {"old_kind": kind, "old_subject": subject}
        for (kind, subject), new in changes.items()
        if new is None
    ]
    rows = [
        {
            "id": new_id(unit.now),
            "due_at": new[0],
            "kind": kind,
            "subject": subject,
            "revision": new[1],
            "tries": 0,
            "parked_error": None,
        }
        for (kind, subject), new in changes.items()
        if new is not None
    ]
    if gone:
        await unit.conn.execute(_cancel, gone)
    if rows:
        await unit.conn.execute(_write, rows)


async def due(unit: "Unit", now: datetime, limit: int) -> list[Timer]:
    """Return up to `limit` timers that are due at `now`, oldest first; parked ones are left out."""
    await unit.flush()
    found = await unit.conn.execute(_due, {"now": now, "at_most": limit})
    return [_timer(row) for row in found.all()]


def _timer(row: Row[tuple[object, ...]]) -> Timer:
    return Timer(row.id, row.due_at, row.kind, row.subject, row.revision, row.tries)


async def remove(unit: "Unit", ids: Collection[str]) -> None:
    """Delete timers that were handled; one that was set again meanwhile stays."""
    await unit.flush()
    if ids:
        await unit.conn.execute(_remove, {"ids": list(ids)})


async def retry(unit: "Unit", key: str) -> None:
    """Count a try that failed; the timer stays due."""
    await unit.conn.execute(update(timer).where(timer.c.id == key).values(tries=timer.c.tries + 1))


async def park(unit: "Unit", key: str, error: str) -> None:
    """Put a timer aside that cannot be handled; `error` is a class name. Somebody has to look."""
    await unit.conn.execute(
        update(timer)
        .where(timer.c.id == key)
        .values(tries=timer.c.tries + 1, parked_error=error[:80])
    )


async def parked(unit: "Unit") -> list[tuple[Timer, str]]:
    """Return the timers that were put aside, each with the name of its error."""
    await unit.flush()
    found = await unit.conn.execute(_parked)
    return [(_timer(row), row.parked_error) for row in found.all()]


async def next_due(unit: "Unit", kinds: Collection[str] = ()) -> datetime | None:
    """Return when the next timer, of these kinds if any are named, falls due; None if none does."""
    await unit.flush()
    found = (
        unit.conn.execute(_next_of, {"kinds": list(kinds)}) if kinds else unit.conn.execute(_next)
    )
    return (await found).scalar()


async def at(unit: "Unit", kind: str, subject: str) -> datetime | None:
    """Return when the timer of this kind and subject falls due, None if there is none."""
    await unit.flush()
    query = select(timer.c.due_at).where(timer.c.kind == kind, timer.c.subject == subject)
    return (await unit.conn.execute(query)).scalar()
