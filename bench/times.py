"""When prompts are due."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Machine

NOON = time(12, 0)


def seconds_to_noon(zone: str) -> float:
    """Return how far away the next noon is on a client's clock."""
    now = Machine().now()
    there = now.astimezone(ZoneInfo(zone))
    noon = datetime.combine(there.date(), NOON, ZoneInfo(zone))
    if noon <= now:
        noon = datetime.combine(there.date() + timedelta(days=1), NOON, ZoneInfo(zone))
    return (noon - now).total_seconds()
