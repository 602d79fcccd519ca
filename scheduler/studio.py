"""The studio: has drawn what a committed transaction ordered, and posts what came of it.

One after another; what is not done when the program ends is drawn at its next start. It must not
know what a picture shows, nor how it is drawn.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

from homework import reporting
from homework.reports.ordered import Order, Source, Work
from homework.store.database import Database, Unit
from scheduler.clocks import CalendarClock

log = structlog.get_logger()

DrawFn = Callable[[Work], Awaitable[bytes]]
BusyFn = Callable[[Order], Awaitable[None]]


class Studio:
    """Hand `heard` to `Database.listeners`; then `stop` it before the relay stops.

    `busy(order)` runs beside the work on an order, and is cancelled when that is done.
    """

    def __init__(
        self, db: Database, calendar: CalendarClock, draw: DrawFn, busy: BusyFn | None = None
    ) -> None:
        self._db, self._calendar, self._draw, self._busy = db, calendar, draw, busy
        self._waiting: deque[Order] = deque()
        self._in_hand: set[str] = set()
        self._task: asyncio.Task[None] | None = None
        self._stopped = False

    def heard(self, unit: Unit) -> None:
        """Take what a transaction ordered; what is in hand already is not taken twice."""
        for order in unit.orders:
            if order.id not in self._in_hand and not self._stopped:
                self._in_hand.add(order.id)
                self._waiting.append(order)
        if self._waiting and self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def still(self) -> None:
        """Wait until nothing is in hand."""
        while self._task is not None:
            await asyncio.wait([self._task])

    async def stop(self) -> None:
        """Begin nothing more, and finish what is being drawn."""
        self._stopped = True
        self._waiting.clear()
        await self.still()

    async def _work(self) -> None:
        try:
            while self._waiting:
                order = self._waiting.popleft()
                try:
                    await self._one(order)
                except Exception as error:  # its timer brings it back
                    log.error("report_put_off", error=type(error).__name__)
                finally:
                    self._in_hand.discard(order.id)
        finally:
            self._task = None

    async def _one(self, order: Order) -> None:
        made: bytes | None = None
        async with self._shown_busy(order):
            work = await self._whole(order)
            try:
                made = await self._draw(work)
            except Exception as error:
                log.error("not_drawn", error=type(error).__name__)
        async with self._db.transaction(self._calendar.now()) as unit:
            await reporting.deliver(unit, order, made)

    @asynccontextmanager
    async def _shown_busy(self, order: Order) -> AsyncGenerator[None]:
        if self._busy is None:
            yield
            return
        showing = asyncio.ensure_future(self._busy(order))
        try:
            yield
        finally:
            showing.cancel()
            await asyncio.wait([showing])

    async def _whole(self, order: Order) -> Work:
        """Read what is to be made, slice by slice; others come in between."""
        if not isinstance(order.work, Source):
            return order.work
        more = True
        while more:
            async with self._db.transaction(self._calendar.now()) as unit:
                more = await order.work.more(unit)
        return order.work.work()
