"""python-telegram-bot's JobQueue (APScheduler underneath) with many jobs due in one second.

A job only notes that it ran: nothing is stored, nothing is sent. `grace`: seconds a job may be
late; None leaves the default of one second.
"""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.events import EVENT_JOB_MISSED
from telegram.ext import JobQueue

from bench.beating import Watch
from bench.peers.ptb_parts import Context, builder, live

TRIED = 200
PATIENCE = 30.0


class Timers:
    """Jobs that are due at one moment, and what became of them."""

    def __init__(self, queue: JobQueue) -> None:
        self._queue = queue
        self._ran = self._missed = 0
        queue.scheduler.add_listener(self._miss, EVENT_JOB_MISSED)

    def _miss(self, event: object) -> None:
        self._missed += 1

    async def _run(self, context: Context) -> None:
        self._ran += 1

    def _load(self, number: int, seconds: float, grace: int | None) -> None:
        more = {} if grace is None else {"job_kwargs": {"misfire_grace_time": grace}}
        at = datetime.now(UTC) + timedelta(seconds=seconds)
        for user in range(number):
            self._queue.run_once(self._run, at, chat_id=user, **more)

    def _loading(self, number: int) -> float:
        """Return a lead that is long enough to load so many."""
        began = time.perf_counter()
        self._load(TRIED, 3600.0, None)
        seconds = (time.perf_counter() - began) / TRIED * number
        for job in self._queue.jobs():
            job.schedule_removal()
        return 1.0 + 2.0 * seconds

    async def fire(self, number: int, grace: int | None) -> dict[str, Any]:
        """Let `number` jobs be due at one moment; seconds count from there."""
        self._ran = self._missed = 0
        lead = self._loading(number)
        began = time.perf_counter()
        moment = began + lead
        self._load(number, lead, grace)
        loaded = time.perf_counter() - began
        await asyncio.sleep(max(0.0, moment - time.perf_counter() - 0.2))
        watch = Watch()
        while self._ran + self._missed < number and time.perf_counter() < moment + PATIENCE:
            await asyncio.sleep(0.01)
        return {
            "seconds": time.perf_counter() - moment,
            "missed": number - self._ran,
            "blocked": await watch.end(),
            "loaded": loaded,
        }


async def main() -> None:
    """Run; the order `fire` says how many and with which grace."""
    app = builder().build()
    timers = Timers(app.job_queue)

    async def obey(order: dict[str, Any]) -> dict[str, Any]:
        return await timers.fire(order["number"], order["grace"])

    await live(app, obey)


if __name__ == "__main__":
    asyncio.run(main())
