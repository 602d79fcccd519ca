"""What a therapist's form says about time: the rhythm, the days, and times typed in one line."""

import re
from collections.abc import Mapping
from datetime import date, time

from conversations.daywords import time_in
from conversations.session import Json
from homework.loads import EVERY_DAY
from homework.recurrence import EveryDays, Rule, Weekly

_BETWEEN = re.compile(r"[,;\n]+|\s+and\s+|(?<=[\dm])\s+(?=\d)")


def times_in(text: str) -> list[time] | None:
    """Return the times in a line such as "9, 13:30, 18", in order; None if one is no time."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part.strip(" .")]
    found = [time_in(part.strip(" .")) for part in parts]
    times = sorted({time.fromisoformat(at) for at in found if at is not None})
    return None if None in found or not times else times


def rules_of(answers: Mapping[str, Json], today: date, *, momentary: bool) -> list[Rule]:
    """Return the schedule that a finished form describes. `momentary`: its times stand in a line.

    Times that cannot be read give none: `linter.py` says so.
    """
    rhythm = answers.get("rhythm")
    if rhythm == "none":
        return []
    times = _line(answers) if momentary else _two(answers)
    if rhythm == "every":
        every = answers.get("every")
        days = int(every) if isinstance(every, int | float) else 2
        return [EveryDays(days, today, at) for at in times]
    chosen = answers.get("days")
    weekdays = frozenset(int(str(day)) for day in chosen) if isinstance(chosen, list) else EVERY_DAY
    return [Weekly(weekdays if rhythm == "weekly" else EVERY_DAY, at) for at in times]


def _line(answers: Mapping[str, Json]) -> list[time]:
    typed = answers.get("times")
    return (times_in(typed) if isinstance(typed, str) else None) or []


def _two(answers: Mapping[str, Json]) -> list[time]:
    keys = ("time",) if answers.get("rhythm") == "every" else ("time", "time_2")
    given = [answers.get(key) for key in keys]
    return sorted({time.fromisoformat(at) for at in given if isinstance(at, str) and at})
