"""How long an occurrence may be begun, and how long a begun one may be finished: one rule.

Not started: prompt + window. Started: the smaller of those set among prompt + window + grace and
last answer + idle. It must not know what is asked, nor what time it is now.
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


def closes_at(planned_at: datetime, zone: ZoneInfo, window_minutes: int | None) -> datetime:
    """Return the end of the window (UTC): minutes after the prompt; None: end of the local day.

    It falls on a full minute, so that the time that is said is the time that counts.
    """
    if window_minutes is not None:
        end = planned_at + timedelta(minutes=window_minutes)
        return end.astimezone(UTC).replace(second=0, microsecond=0)
    return start_of_next_day(planned_at, zone)


def start_of_next_day(at: datetime, zone: ZoneInfo) -> datetime:
    """Return the first instant (UTC) of the local date after that of `at`."""
    tomorrow = at.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(0), zone).astimezone(UTC)


def deadline(
    closes_at: datetime | None,
    grace_minutes: int | None,
    last_answer_at: datetime | None,
    idle_minutes: int | None,
) -> datetime | None:
    """Return until when a begun worksheet may be finished; None when no bound is set."""
    bounds: list[datetime] = []
    if closes_at is not None and grace_minutes is not None:
        bounds.append(closes_at + timedelta(minutes=grace_minutes))
    if last_answer_at is not None and idle_minutes is not None:
        bounds.append(last_answer_at + timedelta(minutes=idle_minutes))
    return min(bounds, default=None)
