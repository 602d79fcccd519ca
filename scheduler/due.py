"""Due timers: claims them in slices and hands them to the use cases, each slice one transaction.

A timer is removed in the transaction that handles it, before it is handled, so that a use case may
set it again. It must not know what a kind of timer means.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence

import structlog

from homework.store import timers
from homework.store.database import Database, DatabaseUnavailable, Unit
from homework.store.timers import Timer
from scheduler.clocks import CalendarClock, MachineClock

log = structlog.get_logger()

FireFn = Callable[[Unit, Sequence[Timer]], Awaitable[None]]

LEAST, SLICE = 40, 400
"""The fewest and the most timers handled in one transaction. With fewer than 40 a machine that is
busy with other things writes ever smaller slices, and the disk holds everything up."""
HOLD = 0.16
"""Seconds that a slice may hold the database when nobody in a hurry waits for it: a commit, and
what the relay writes between two slices, cost as much for a short one. It holds the event loop for
far less, since others have their turn between its statements."""
TRIES = 3


class UnknownTimer(Exception):
    """There is nobody to handle timers of this kind."""


def _ignore(timer: Timer, error: str) -> None:
    """Count nothing."""


def _unheard() -> None:
    """Tell nobody."""


class Due:
    """Handles what the calendar says is due. `parked(timer, error)` is told of hopeless timers.

    `looked` is told after each look at what is due, once what was found is committed. By `machine`
    slices are made as long as they may hold the database, and the shortest after one that somebody
    in a hurry waited for; without it they are the longest.

    `fire[kind]` gets all timers of its kind in a slice at once and must leave no half-done work
    outside the unit: if it raises, the slice is repeated one by one, a timer that raises for the
    third time is put aside.
    """

    def __init__(
        self,
        db: Database,
        calendar: CalendarClock,
        fire: Mapping[str, FireFn],
        *,
        parked: Callable[[Timer, str], None] = _ignore,
        looked: Callable[[], None] = _unheard,
        machine: MachineClock | None = None,
    ) -> None:
        self._db, self._calendar, self._fire, self._parked = db, calendar, fire, parked
        self._looked, self._machine = looked, machine
        self._slice = SLICE if machine is None else LEAST
        self._rests = asyncio.Event()
        self._rests.set()
        self._again = False

    async def at_rest(self) -> None:
        """Wait until no tick is under way, whoever called it."""
        await self._rests.wait()

    async def tick(self) -> None:
        """Handle everything that is due. Called while it runs: it looks once more at its end.

        A database that is away is no timer's fault: nothing is counted, the next tick goes on.
        """
        self._again = True
        if not self._rests.is_set():
            return
        self._rests.clear()
        try:
            while self._again:
                self._again = False
                await self._all()
        except DatabaseUnavailable as error:
            log.warning("tick_put_off", error=type(error).__name__)
        finally:
            self._rests.set()

    async def _all(self) -> None:
        while True:
            try:
                async with self._db.transaction(self._calendar.now()) as unit:
                    most = self._slice
                    found = await timers.due(unit, unit.now, most)
                    if found:
                        await self._handle(unit, found)
                    again = unit.rings_at is not None and unit.rings_at <= unit.now
                self._looked()
                if len(found) < most and not again:
                    return
            except DatabaseUnavailable:
                raise
            except Exception as error:
                log.error("slice_broke", error=type(error).__name__)
                if not await self._one_by_one():
                    return  # what failed is tried again at the next tick, not now

    async def _handle(self, unit: Unit, found: Sequence[Timer]) -> None:
        began = self._machine.monotonic() if self._machine else 0.0
        await timers.remove(unit, [one.id for one in found])
        for kind in dict.fromkeys(one.kind for one in found):
            await self._function(kind)(unit, [one for one in found if one.kind == kind])
        await unit.flush()
        if self._machine:
            took = self._machine.monotonic() - began
            self._slice = LEAST if unit.awaited() else _fitting(len(found), took)

    async def _one_by_one(self) -> bool:
        """Handle a short slice in savepoints; true if each timer was handled."""
        failed: list[tuple[Timer, str]] = []
        async with self._db.transaction(self._calendar.now()) as unit:
            for one in await timers.due(unit, unit.now, LEAST):
                try:
                    async with unit.savepoint():
                        await self._handle(unit, [one])
                except DatabaseUnavailable:
                    raise
                except Exception as error:
                    failed.append((one, type(error).__name__))
                    await self._count(unit, *failed[-1])
        for one, error in failed:
            log.error("timer_broke", kind=one.kind, tries=one.tries + 1, error=error)
            if one.tries + 1 >= TRIES:
                self._parked(one, error)
        return not failed

    async def _count(self, unit: Unit, one: Timer, error: str) -> None:
        if one.tries + 1 >= TRIES:
            await timers.park(unit, one.id, error)
        else:
            await timers.retry(unit, one.id)

    def _function(self, kind: str) -> FireFn:
        try:
            return self._fire[kind]
        except KeyError:
            raise UnknownTimer from None


def _fitting(count: int, seconds: float) -> int:
    """Return how many timers fit into a slice when `count` took so long; at most twice as many."""
    fitting = int(count * HOLD / seconds) if seconds > 0 else SLICE
    return max(LEAST, min(fitting, 2 * count, SLICE))
