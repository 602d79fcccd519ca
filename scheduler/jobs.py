"""The table of periodic jobs: what runs, and how often. APScheduler runs nothing else.

It must not know due times of people: those are timers, and one job here looks after them all.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, timedelta
from pathlib import Path

import structlog

from homework.store import audit, backups, heartbeats, outbox, updates
from homework.store.database import Database, Unit
from scheduler.clocks import CalendarClock, MachineClock
from scheduler.due import Due

log = structlog.get_logger()

CLAIMS_KEPT = timedelta(hours=48)
"""Ids of updates restart at random after a quiet week; two days cover any repeat by the server."""

SENT_KEPT = timedelta(days=60)
"""Longer than any worksheet may stay open, so that an edit still finds its message."""


BACKED_UP = timedelta(hours=1)
"""A backup older than this gets a successor."""


async def _as_it_is(unit: Unit) -> None:
    """Look for nothing."""


@dataclass(frozen=True, slots=True)
class Workbench:
    """What jobs work with.

    `alive` is called while the program runs, `wrote` after each write that only shows that the
    database takes one. `backups` is the folder they go to. `restock` looks for worksheets that
    another process published. `told`: the days whose audit was told.
    """

    db: Database
    due: Due
    calendar: CalendarClock
    machine: MachineClock
    alive: Callable[[], Awaitable[None]]
    wrote: Callable[[], None]
    backups: Path
    restock: Callable[[Unit], Awaitable[None]] = _as_it_is
    told: set[date] = field(default_factory=set[date])


@dataclass(frozen=True, slots=True)
class Job:
    """One row: `run` every `seconds`, never twice at once, late runs made up for by one."""

    name: str
    seconds: float
    run: Callable[[Workbench], Awaitable[None]]


async def tick(bench: Workbench) -> None:
    """Handle due timers."""
    await bench.due.tick()


async def purge_claims(bench: Workbench) -> None:
    """Forget updates handled long ago."""
    now = bench.calendar.now()
    async with bench.db.transaction(now) as unit:
        await updates.purge(unit, now - CLAIMS_KEPT)


async def purge_outbox(bench: Workbench) -> None:
    """Forget messages sent long ago; no open question or prompt is that old."""
    now = bench.calendar.now()
    async with bench.db.transaction(now) as unit:
        await outbox.purge(unit, now - SENT_KEPT)


async def back_up(bench: Workbench) -> None:
    """Copy the database when the newest copy is an hour old, however often the program starts."""
    now = bench.machine.now()
    newest = backups.newest(bench.backups, now)
    if newest is None or now - newest.at >= BACKED_UP:
        await backups.back_up(bench.db, bench.backups, now)


async def heartbeat(bench: Workbench) -> None:
    """Show that the event loop turns."""
    await bench.alive()


async def write(bench: Workbench) -> None:
    """Show that the database takes writes, also at night when nobody sends any."""
    now = bench.calendar.now()
    async with bench.db.transaction(now) as unit:
        await heartbeats.write(unit)
    bench.wrote()


async def restock(bench: Workbench) -> None:
    """Take worksheets that were published beside the running program."""
    async with bench.db.transaction(bench.calendar.now()) as unit:
        await bench.restock(unit)


async def tell_audit(bench: Workbench) -> None:
    """Write the hash of yesterday's audit into the log, where the database cannot reach it."""
    now = bench.calendar.now()
    yesterday = now.astimezone(UTC).date() - timedelta(days=1)
    if yesterday in bench.told:
        return
    async with bench.db.transaction(now) as unit:
        found = await audit.of_day(unit, yesterday)
    log.info("audit_day", day=str(found.day), lines=found.lines, sha256=found.sha256)
    bench.told.add(yesterday)


TICK = Job("tick", 1, tick)

JOBS: tuple[Job, ...] = (
    TICK,
    Job("heartbeat", 5, heartbeat),
    Job("write", 10, write),
    Job("restock", 15, restock),
    Job("back_up", 300, back_up),
    Job("audit", 900, tell_audit),
    Job("purge_claims", 3600, purge_claims),
    Job("purge_outbox", 86_400, purge_outbox),
)
