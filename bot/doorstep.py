"""What strangers are told, said slowly: the messenger takes some thirty messages a second from us
in all, and people we know go first.

Nothing of it is kept: a queue in memory, bounded; what finds no room is not said. It must not know
what is said.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

import structlog

from bot.afterwards import Tell
from scheduler.clocks import MachineClock

log = structlog.get_logger()

PER_SECOND = 5.0
MOST = 200


class Doorstep:
    """`say(tell)` is called five times a second at most, `spend` before each: a place in the pace
    of all messages is taken by it.
    """

    def __init__(
        self,
        say: Callable[[Tell], Awaitable[None]],
        machine: MachineClock,
        spend: Callable[[], None],
    ) -> None:
        self._say, self._machine, self._spend = say, machine, spend
        self._waiting: deque[Tell] = deque()
        self._saying: asyncio.Task[None] | None = None
        self._crowded = False

    def put(self, tell: Tell) -> None:
        """Say this as soon as it is its turn; at once if nobody waits."""
        if len(self._waiting) >= MOST:
            if not self._crowded:
                log.warning("strangers_unanswered")
            self._crowded = True
            return
        self._waiting.append(tell)
        if self._saying is None:
            self._saying = asyncio.create_task(self._all())

    def close(self) -> None:
        """Say nothing more."""
        self._waiting.clear()
        if self._saying is not None:
            self._saying.cancel()

    async def _all(self) -> None:
        try:
            while self._waiting:
                self._spend()
                await self._say(self._waiting.popleft())
                await self._machine.sleep(1 / PER_SECOND)
        finally:
            self._saying, self._crowded = None, False
