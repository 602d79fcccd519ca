"""Clocks of a simulation: both stand still until somebody moves them.

The calendar jumps from one moment at which something happens to the next (`bot.clock.Calendar` over
a machine that stands). The machine's own clock moves only while a message waits for time to pass:
a second try, a pause that the messenger asked for. It must not know who waits, nor why.
"""

import asyncio
import heapq
from datetime import datetime, timedelta
from itertools import count

_A_FEW_TURNS = 16
"""Turns of the event loop until whoever was woken has begun to work or waits again."""


class HurriedMachine:
    """A machine's clock that moves on demand; who sleeps is woken in order of time."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._passed = 0.0
        self._numbers = count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        """Return the machine's time of day."""
        return self._start + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        """Return the seconds that passed since the beginning."""
        return self._passed

    async def sleep(self, seconds: float) -> None:
        """Return when so many seconds were let pass."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        waked = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._passed + seconds, next(self._numbers), waked))
        await waked

    def next_wake(self) -> float | None:
        """Return the time, in seconds, at which somebody wakes; None if nobody sleeps."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    async def pass_until(self, moment: float) -> None:
        """Let time pass until a moment; whoever slept until then has begun to work on return."""
        self._passed = max(self._passed, moment)
        while (due := self.next_wake()) is not None and due <= self._passed:
            heapq.heappop(self._sleepers)[2].set_result(None)
        for _ in range(_A_FEW_TURNS):
            await asyncio.sleep(0)


class StandingMachine:
    """The clock under the calendar: it never moves, so that only jumps do."""

    def __init__(self, start: datetime) -> None:
        self._start = start

    def now(self) -> datetime:
        """Return the beginning."""
        return self._start

    def monotonic(self) -> float:
        """Return nought."""
        return 0.0

    async def sleep(self, seconds: float) -> None:
        """Return at once."""
        await asyncio.sleep(0)
