"""Somebody else on the event loop, who counts how often it was their turn."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass
class Others:
    """How many turns they had."""

    had: int = 0

    async def go_on(self) -> None:
        while True:
            self.had += 1
            await asyncio.sleep(0)


@asynccontextmanager
async def others_at_work() -> AsyncGenerator[Others]:
    """They begin with the first turn that is theirs, and are gone at the end."""
    others = Others()
    task = asyncio.create_task(others.go_on())
    try:
        yield others
    finally:
        task.cancel()
