"""APScheduler as a metronome over the static table of jobs; it never computes a client's time.

It must not know what a job does.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from apscheduler.events import (
    EVENT_JOB_ERROR,
    EVENT_JOB_MAX_INSTANCES,
    EVENT_JOB_MISSED,
    JobEvent,
)
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from homework.store.database import DatabaseUnavailable, Unit
from scheduler.clocks import MachineClock
from scheduler.jobs import JOBS, TICK, Job, Workbench

log = structlog.get_logger()

_TOLD = {
    EVENT_JOB_ERROR: "job_failed",
    EVENT_JOB_MISSED: "job_missed",
    EVENT_JOB_MAX_INSTANCES: "job_still_running",
}

LOOK = 1.0
"""Seconds between two looks at whether the clock was set, and how far it may move unnoticed."""


class _Every(BaseTrigger):
    """The next run is so long after now, not after the last one: APScheduler would go through all
    that a clock set a year forward left out, second by second.
    """

    def __init__(self, seconds: float) -> None:
        self._pause = timedelta(seconds=seconds)

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        return now + self._pause


class Runner:
    """Runs the jobs from `start` to `stop`; `wake` runs the tick at once.

    However the clock of the machine is set meanwhile, the jobs go on at their pace. Hand `heard` to
    `Database.listeners`: a commit may have set a timer that is due.
    """

    def __init__(self, bench: Workbench, jobs: Sequence[Job] = JOBS) -> None:
        self._bench = bench
        self._jobs = jobs
        self._running: set[asyncio.Task[None]] = set()
        self._woken: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def start(self) -> None:
        """Begin; needs a running event loop. Every job runs at once, then at its interval."""
        self._scheduler.add_listener(self._listen, sum(_TOLD))
        for job in self._jobs:
            self._scheduler.add_job(
                self._run,
                _Every(job.seconds),
                args=[job],
                id=job.name,
                next_run_time=self._bench.machine.now(),
            )
        self._scheduler.start()
        self._watching = asyncio.get_running_loop().create_task(self._watch())
        self.wake()

    def wake(self) -> None:
        """Run the tick now; many calls at once make one tick."""
        if self._woken is None and self._scheduler.running:
            self._woken = asyncio.get_running_loop().create_task(self._tick())

    def heard(self, unit: Unit) -> None:
        """Wake after a commit that set a timer which is due; a listener of `Database`."""
        if unit.rings_at is not None and unit.rings_at <= self._bench.calendar.now():
            self.wake()

    async def stop(self) -> None:
        """Start nothing more and wait for what runs: a job is never cut off."""
        if self._watching is not None:
            self._watching.cancel()
        if self._scheduler.running:
            self._scheduler.pause()
        while self._running or self._woken:
            await asyncio.wait([*self._running, *([self._woken] if self._woken else [])])
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _watch(self) -> None:
        """Run every job when the clock was set back: APScheduler would wait for the old time."""
        machine = self._bench.machine
        before = _ahead(machine)
        while True:
            await machine.sleep(LOOK)
            after = _ahead(machine)
            if abs(after - before) > LOOK:
                log.warning("clock_was_set", seconds=round(after - before))
            if after < before - LOOK:
                for job in self._jobs:
                    self._scheduler.modify_job(job.name, next_run_time=machine.now())
            before = after

    async def _tick(self) -> None:
        # The next wake belongs to whatever changes from here on.
        self._woken = None
        await self._run(TICK)

    async def _run(self, job: Job) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        try:
            await job.run(self._bench)
        except DatabaseUnavailable as error:
            log.warning("job_put_off", job=job.name, error=type(error).__name__)
        except Exception as error:
            log.error("job_failed", job=job.name, error=type(error).__name__)

    def _listen(self, event: JobEvent) -> None:
        log.error(_TOLD[event.code], job=event.job_id)


def _ahead(machine: MachineClock) -> float:
    """Return how far the time of day is before the time that passes; it stays unless it is set."""
    return machine.now().timestamp() - machine.monotonic()
