"""The only reader of clocks. Everything else takes `now` as an argument or is handed one of these.

Two clocks: the *machine's* for leases, back-off, pacing and time-outs, and the *calendar* for due
times, windows and dates. The demo sets the calendar forward; the machine's never jumps.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from scheduler.clocks import MachineClock


class Machine:
    """The real clock of this machine."""

    def now(self) -> datetime:
        """Return the time of day, aware, UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place

    def monotonic(self) -> float:
        """Return seconds since some fixed moment; never goes back."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Return after `seconds`; lets other tasks run even when it is not positive."""
        await asyncio.sleep(max(0.0, seconds))


class Calendar:
    """The time people live by: the machine's, moved forward by `offset`.

    `listeners` are called after each jump.
    """

    def __init__(self, machine: MachineClock, offset: timedelta = timedelta()) -> None:
        self._machine = machine
        self.offset = offset
        self.listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Return the calendar's time, aware, UTC."""
        return self._machine.now() + self.offset

    def jump(self, to: datetime) -> None:
        """Set the calendar to `to`; a moment that is already past changes nothing."""
        ahead = to - self.now()
        if ahead > timedelta():
            self.offset += ahead
        for listener in self.listeners:
            listener()
