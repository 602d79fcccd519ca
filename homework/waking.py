"""When a client usually wakes up: on working days and on free ones, as they told it.

Until they tell, the end of their quiet hours stands for it. Kept in the client's profile.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from conversations.session import Json
from homework.schedule import WEEK

USUAL_WORK_DAYS = frozenset(range(1, 6))


@dataclass(frozen=True, slots=True)
class Waking:
    """Wall times of waking on working days (ISO weekdays) and on free days."""

    work: time = field(repr=False)
    free: time = field(repr=False)
    work_days: frozenset[int] = USUAL_WORK_DAYS

    def by_day(self) -> dict[int, time]:
        """Return the time for each ISO weekday."""
        return {day: self.work if day in self.work_days else self.free for day in WEEK}


def told(profile: Mapping[str, Json]) -> Waking | None:
    """Return what a profile says about waking, None while it says nothing."""
    work, free, days = (profile.get(key) for key in ("wake_work", "wake_free", "work_days"))
    if not isinstance(work, str):
        return None
    on = frozenset(int(str(day)) for day in days) if isinstance(days, list) else USUAL_WORK_DAYS
    free_at = time.fromisoformat(free) if isinstance(free, str) else time.fromisoformat(work)
    return Waking(time.fromisoformat(work), free_at, on)


def assumed(quiet_to: str) -> Waking:
    """Return what stands for it until it is told."""
    end = time.fromisoformat(quiet_to)
    return Waking(end, end)
