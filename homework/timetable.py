"""What a therapist's form says about time: by buttons in any language, or typed in one line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from conversations.session import Json, Option
from homework.schedule import (
    WEEK,
    AfterOther,
    AfterWaking,
    BySession,
    EveryDays,
    InMinutes,
    Offset,
    OnDates,
    OnDay,
    Rule,
    Weekly,
)
from homework.spoken import at_random, schedule_in
from homework.spoken_days import Read, Unread, times_in

DATED = ("daily", "weekly", "every", "dates")
"""Rhythms whose times are asked on their own."""
_AWAY = {"d-2": -2, "d-1": -1, "d0": 0, "d1": 1, "d2": 2, "d3": 3, "d7": 7}
_MINUTES = {"m-120": -120, "m-60": -60, "m60": 60, "m120": 120}


@dataclass(frozen=True, slots=True)
class Hints:
    """What a form cannot know: the client's date, the assignment's id, their other practices."""

    today: date
    seed: str
    others: Sequence[Option] = field(default=(), repr=False)


def written(answers: Mapping[str, Json], hints: Hints, *, momentary: bool) -> Read:
    """Return the schedule that a finished form describes, or what of it could not be read.

    `momentary`: its times stand in one line, where the form asked for them so.
    """
    match answers.get("rhythm"):
        case "none":
            return ()
        case "typed":
            others = {option.id: option.label for option in hints.others}
            typed = str(answers.get("schedule") or "")
            return schedule_in(typed, hints.today, seed=hints.seed, others=others)
        case "random":
            count, gap = int(str(answers.get("count"))), int(str(answers.get("gap") or 60))
            start, end = _clock(answers, "from"), _clock(answers, "to")
            return at_random(WEEK, start, end, count, gap, hints.seed)
        case "session":
            offset = _offset(answers.get("around"), answers.get("time_around"))
            return (BySession(offset),) if offset else Unread("time", "")
        case "waking":
            return (AfterWaking(WEEK, int(str(answers.get("after_waking") or 30))),)
        case "other":
            return _after_other(answers, hints)
        case rhythm:
            times = _line(answers) if momentary and "times" in answers else _two(answers)
            if isinstance(times, Unread):
                return times
            return tuple(_dated(str(rhythm), answers, hints, at) for at in times)


def _dated(rhythm: str, answers: Mapping[str, Json], hints: Hints, at: time) -> Rule:
    match rhythm:
        case "every":
            every = answers.get("every")
            days = int(every) if isinstance(every, int | float) else 2
            return EveryDays(days, hints.today, at)
        case "dates":
            dates = sorted(date.fromisoformat(day) for day in _chosen(answers, "dates"))
            return OnDates(tuple(dates) or (hints.today,), at)
        case _:
            days = _chosen(answers, "days") if rhythm == "weekly" else ()
            return Weekly(frozenset(map(int, days)) or WEEK, at)


def _chosen(answers: Mapping[str, Json], key: str) -> list[str]:
    found = answers.get(key)
    return [str(one) for one in found] if isinstance(found, list) else []


def _after_other(answers: Mapping[str, Json], hints: Hints) -> Read:
    titles = {option.id: option.label for option in hints.others}
    meant = str(answers.get("other"))
    offset = _offset(answers.get("after_other"), answers.get("time_after"))
    if meant not in titles:
        return Unread("other", "")
    return (AfterOther(meant, titles[meant], offset),) if offset else Unread("time", "")


def _offset(chosen: Json, at: Json) -> Offset | None:
    if chosen in _MINUTES:
        return InMinutes(_MINUTES[str(chosen)])
    if chosen not in _AWAY or not isinstance(at, str):
        return None
    return OnDay(_AWAY[str(chosen)], time.fromisoformat(at))


def _clock(answers: Mapping[str, Json], key: str) -> time:
    value = answers.get(key)
    return time.fromisoformat(value) if isinstance(value, str) else time(12)


def _line(answers: Mapping[str, Json]) -> list[time] | Unread:
    typed = str(answers.get("times") or "")
    return times_in(typed) or Unread("times", typed)


def _two(answers: Mapping[str, Json]) -> list[time] | Unread:
    keys = ("time",) if answers.get("rhythm") == "every" else ("time", "time_2")
    given = [answers.get(key) for key in keys]
    found = sorted({time.fromisoformat(at) for at in given if isinstance(at, str) and at})
    return found or Unread("time", "")
