"""Watches an event loop: how long it lets a beat of a millisecond wait. Standard library only."""

import asyncio
import time

BEAT = 0.001


class Watch:
    """Beats from its making; `end` stops it and returns the longest wait in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._task = asyncio.create_task(self._beat())

    async def _beat(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(BEAT)
            self.longest = max(self.longest, time.perf_counter() - before - BEAT)

    async def end(self) -> float:
        """Stop; whatever holds the loop at this moment still counts."""
        await asyncio.sleep(2 * BEAT)
        self._task.cancel()
        return self.longest
