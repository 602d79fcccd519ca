"""Shows in a chat that what was asked for is being made, for as long as that takes."""

from collections.abc import Awaitable, Callable

from bot.afterwards import ShowBusy
from homework.reports.ordered import Order
from scheduler.clocks import MachineClock

AFTER = 0.7
"""Seconds until it is shown at all: most pictures are there by then."""
AGAIN = 4.5
"""Seconds until it is shown anew: the messenger takes it down after five."""


class Busy:
    """`show` makes the call; it must not fail."""

    def __init__(self, machine: MachineClock, show: Callable[[ShowBusy], Awaitable[None]]) -> None:
        self._machine, self._show = machine, show

    async def __call__(self, order: Order) -> None:
        """Show it again and again, until cancelled."""
        await self._machine.sleep(AFTER)
        while order.chat is not None:
            await self._show(ShowBusy(order.chat, order.mime.startswith("image/")))
            await self._machine.sleep(AGAIN)
