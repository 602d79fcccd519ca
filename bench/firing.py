"""Lets everything that is due fire in a running bot, and watches the event loop meanwhile."""

import asyncio
import time
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from bench.beating import Watch
from bot.app import Running
from homework.store import timers
from homework.store.columns import SEAL_PREFIX
from homework.store.tables import occurrence, outbox


async def fire_all(running: Running, ahead: float) -> dict[str, Any]:
    """Set the calendar ahead by seconds and handle what is due by then, as the metronome does.

    `sealed`: prompts that then stand sealed in the outbox; `occurrences`: moments written down.
    """
    watch = Watch()
    await asyncio.sleep(0.05)
    watch.longest, began = 0.0, time.perf_counter()
    running.calendar.offset += timedelta(seconds=ahead)
    while not await _all_fired(running):
        await running.due.tick()  # returns at once while the metronome's own tick is at it
    seconds, blocked = time.perf_counter() - began, await watch.end()
    async with running.db.transaction(running.calendar.now()) as unit:
        prompts = select(func.count()).where(outbox.c.kind == "prompt")
        unsealed = prompts.where(
            outbox.c.state == "waiting",
            func.substr(outbox.c.body, 1, len(SEAL_PREFIX)) != SEAL_PREFIX,
        )
        return {
            "seconds": seconds,
            "blocked": blocked,
            "prompts": (await unit.conn.execute(prompts)).scalar_one(),
            "unsealed": (await unit.conn.execute(unsealed)).scalar_one(),
            "moments": (await unit.conn.execute(select(func.count(occurrence.c.id)))).scalar_one(),
        }


async def _all_fired(running: Running) -> bool:
    now = running.calendar.now()
    async with running.db.transaction(now) as unit:
        return not await timers.due(unit, now, 1)
