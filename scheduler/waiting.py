"""Waiting for news or for time to pass, whichever comes first, by a clock that is handed in."""

import asyncio

from scheduler.clocks import MachineClock


async def until(machine: MachineClock, news: asyncio.Event, seconds: float | None) -> None:
    """Return when `news` is set or after `seconds` (None: only on news); clears `news`."""
    if seconds is None:
        await news.wait()
    elif not news.is_set():
        tasks = [
            asyncio.ensure_future(news.wait()),
            asyncio.ensure_future(machine.sleep(seconds)),
        ]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
    news.clear()
