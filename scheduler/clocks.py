"""The two clocks as the rooms below `bot/` see them. The only real ones are in `bot/clock.py`.

The *calendar* says when things are due and may be set forward (the demo jumps it). The *machine's*
clock times leases, back-off, pacing and time-outs, and never jumps.
"""

from datetime import datetime
from typing import Protocol


class CalendarClock(Protocol):
    """Tells the date and time people live by."""

    def now(self) -> datetime:
        """Return the calendar's time, aware, UTC."""
        ...


class MachineClock(Protocol):
    """Tells how much time really passed."""

    def now(self) -> datetime:
        """Return the machine's time of day, aware, UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds since some fixed moment; never goes back."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return after `seconds`; at once, but not before other tasks ran, when not positive."""
        ...
