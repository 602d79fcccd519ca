"""How slow this machine is now: a bound in milliseconds holds on one machine in one hour."""

from datetime import UTC, datetime, timedelta
from time import process_time

from apscheduler.triggers.cron import CronTrigger

USUAL = 46e-6
"""Seconds of the processor that a CronTrigger took for its next time where the bounds were set."""
CALLS, ROUNDS = 50, 7


def slowness() -> float:
    """Return how many times slower than there this machine is; 1 where it is as fast or faster."""
    cron = CronTrigger(day_of_week="mon,wed,fri", hour=18, minute=30, timezone="Europe/London")
    best = min(_round(cron) for _ in range(ROUNDS))
    return max(1.0, best / CALLS / USUAL)


def _round(cron: CronTrigger) -> float:
    at, began = datetime(2026, 1, 1, tzinfo=UTC), process_time()
    for _ in range(CALLS):
        at = cron.get_next_fire_time(None, at) + timedelta(seconds=1)
    return process_time() - began
