"""Whether an entry is recalled: it tells of something that was over an hour ago when it was begun.

Only what is certain counts: what the sheet itself says about when it happened, or, for a note about
right now, how long ago its prompt was. It must not know who reads it.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations.model import Clock, Day, Worksheet
from conversations.session import Json

AN_HOUR = timedelta(hours=1)


def recalled(
    sheet: Worksheet,
    answers: Mapping[str, Json],
    began_at: datetime,
    prompted_at: datetime | None,
    zone: ZoneInfo,
) -> bool:
    """Return whether over an hour lies between what an entry tells of and its beginning.

    `prompted_at`: when its prompt arrived, None for an unprompted one. Where only a day was asked
    for, the day's last moment is taken.
    """
    if sheet.momentary:
        return prompted_at is not None and began_at - prompted_at > AN_HOUR
    latest = _latest(sheet, answers, began_at, zone)
    return latest is not None and began_at - latest > AN_HOUR


def _latest(
    sheet: Worksheet, answers: Mapping[str, Json], began_at: datetime, zone: ZoneInfo
) -> datetime | None:
    """Return the last moment at which it can have happened, None where nobody was asked."""
    day = _told(sheet, answers, Day)
    at = _told(sheet, answers, Clock)
    if day is None and at is None:
        return None
    when = date.fromisoformat(day) if day else began_at.astimezone(zone).date()
    if at is not None:
        return datetime.combine(when, time.fromisoformat(at), zone)
    return datetime.combine(when + timedelta(days=1), time(0), zone)


def _told(sheet: Worksheet, answers: Mapping[str, Json], kind: type[Day | Clock]) -> str | None:
    for step in sheet.steps:
        value = answers.get(step.id)
        if isinstance(step, kind) and step.happened and isinstance(value, str):
            return value
    return None
