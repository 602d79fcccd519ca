"""A therapist's working hours: when they may be told something that is no alert.

Whoever has not told their hours may be told at any time. While they are away nothing is told. It
must not know what is told.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from homework import weekhours
from homework.store.people import Therapist
from homework.weekhours import WEEK, Hours, Span

ANY_TIME: Hours = dict.fromkeys(WEEK, ("00:00", "24:00"))
USUAL: dict[str, Hours] = {
    "office": dict.fromkeys(range(1, 6), ("09:00", "17:00")),
    "long": dict.fromkeys(range(1, 6), ("08:00", "19:00")),
    "any": ANY_TIME,
}
"""Hours that can be pressed; any others can be typed."""


def zone_of(therapist: Therapist) -> ZoneInfo:
    """Return the therapist's zone, UTC while none is known."""
    return ZoneInfo(therapist.zone or "UTC")


def possible(hours: Hours) -> bool:
    """Whether each day's hours end after they begin: a therapist's day does not go over midnight.

    Times of a day are written "HH:MM", so their order is that of the letters.
    """
    return bool(hours) and all(start < end for start, end in hours.values())


def opens_at(therapist: Therapist, at: datetime) -> datetime:
    """Return `at` if it lies in the therapist's hours, else when they next begin (UTC)."""
    if therapist.away_until is not None and at < therapist.away_until:
        at = therapist.away_until
    hours = weekhours.from_json(therapist.hours)
    if not hours:
        return at.astimezone(UTC)
    zone = zone_of(therapist)
    today = at.astimezone(zone).date()
    for days in range(8):
        day = today + timedelta(days=days)
        span = hours.get(day.isoweekday())
        if span is None:
            continue
        start, end = _span(day, span, zone)
        if at < end:
            return max(at, start).astimezone(UTC)
    return at.astimezone(UTC)


def _span(day: date, span: Span, zone: ZoneInfo) -> tuple[datetime, datetime]:
    start, end = (_instant(day, wall, zone) for wall in span)
    return start, end


def _instant(day: date, wall: str, zone: ZoneInfo) -> datetime:
    if wall == "24:00":
        day, wall = day + timedelta(days=1), "00:00"
    return datetime.combine(day, time.fromisoformat(wall), zone).astimezone(UTC)
