"""How the program ends: on a signal, by itself, and in any case within ten seconds.

It must not know what the parts are that it waits for.
"""

import asyncio
import os
import signal
import threading

import structlog

from bot.endings import OK

log = structlog.get_logger()

PART_SECONDS = 2.8
"""For each part to end by itself before it is cut off."""
LEAVE_SECONDS = 9.0


def stop_on_signals(stop: asyncio.Event) -> None:
    """Set `stop` on SIGINT and SIGTERM; after nine seconds the process ends whatever still hangs.

    A disk may hold a call for longer. What is cut off then is what a kill would cut off: a
    transaction is undone, a lease taken over at the next start.
    """
    loop = asyncio.get_running_loop()

    def begin() -> None:
        stop.set()
        last = threading.Timer(LEAVE_SECONDS, os._exit, [OK])
        last.daemon = True
        last.start()

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, begin)


async def ended(task: asyncio.Task[None], name: str) -> None:
    """Wait for a part to end by itself, but not for a messenger that hangs."""
    await asyncio.wait([task], timeout=PART_SECONDS)
    if not task.done():
        log.warning("cut_off", part=name)
        task.cancel()
    await asyncio.gather(task, return_exceptions=True)
