"""Wakes everybody who waits for news, so that nobody polls or sleeps."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Bell:
    """Rings when anything changed. After `close` nobody waits any more."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.closed = False
        self.rung = 0

    def ring(self) -> None:
        """Wake all who wait."""
        self.rung += 1
        self._event.set()
        self._event = asyncio.Event()

    def close(self) -> None:
        """Let all who wait go home, now and later."""
        self.closed = True
        self.ring()

    async def until(self, look: Callable[[], T | None], seconds: float) -> T | None:
        """Return the first result of `look` that is not None, or None after `seconds`."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while (found := look()) is None:
            left = deadline - loop.time()
            if left <= 0 or self.closed:
                return None
            event = self._event
            try:
                async with asyncio.timeout(left):
                    await event.wait()
            except TimeoutError:
                return look()
        return found
