"""The rules that a schedule is made of, and how they are kept as JSON.

Each rule is data: it yields at most one occurrence for each local date, and an entry of a schedule
holds one rule. When it falls due is the business of `recurrence.py`. It must not know what is
delivered, to whom, or what time it is now.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import assert_never, cast

WEEK = frozenset(range(1, 8))
MOST_RANDOM = 10
MOST_DATES = 60
LONGEST_AFTER_WAKING = 16 * 60
FARTHEST = timedelta(days=28)


class RuleInvalid(ValueError):
    """A schedule rule must name its days or its distance in days, and a time such as 08:30."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """On the given ISO weekdays (1 Monday … 7 Sunday) at a wall time."""

    days: frozenset[int]
    at: time

    def __post_init__(self) -> None:
        """Refuse what could never fall due."""
        _sound_days(self.days)


@dataclass(frozen=True, slots=True)
class EveryDays:
    """Every `n` days counted from `start` (itself one of them) at a wall time."""

    n: int
    start: date
    at: time

    def __post_init__(self) -> None:
        """Refuse a distance that does not move."""
        if self.n < 1:
            raise RuleInvalid(f"the distance must be at least 1 day, not {self.n}")


@dataclass(frozen=True, slots=True)
class OnDates:
    """On single local dates, kept in order, at a wall time."""

    dates: tuple[date, ...]
    at: time

    def __post_init__(self) -> None:
        """Refuse no date at all, too many, and dates that are out of order or there twice."""
        if not 1 <= len(self.dates) <= MOST_DATES or list(self.dates) != sorted({*self.dates}):
            raise RuleInvalid("dates must be in order, each once, and not too many")


@dataclass(frozen=True, slots=True)
class Random:
    """The prompt number `index` (from 0) of `count` on a day, at random between two wall times.

    Any two of a day lie `gap` minutes apart or more. `seed` is the assignment's row id: it and the
    date decide the times, so that they are the same after a restart.
    """

    days: frozenset[int]
    start: time
    end: time
    count: int
    index: int
    gap: int
    seed: str

    def __post_init__(self) -> None:
        """Refuse more than fits between the two times."""
        _sound_days(self.days)
        if not 1 <= self.count <= MOST_RANDOM or not 0 <= self.index < self.count:
            raise RuleInvalid(f"between 1 and {MOST_RANDOM} prompts a day, not {self.count}")
        if self.gap < 1 or not room(self.start, self.end, self.count, self.gap) >= 0:
            raise RuleInvalid(f"{self.count} prompts do not fit between these times")


def room(start: time, end: time, count: int, gap: int) -> int:
    """Return the minutes that are left between two wall times beside `count` - 1 gaps."""
    span = (end.hour - start.hour) * 60 + end.minute - start.minute
    return span - (count - 1) * gap


@dataclass(frozen=True, slots=True)
class OnDay:
    """So many days from an anchor (before it when negative), at a wall time."""

    days: int
    at: time

    def __post_init__(self) -> None:
        """Refuse what is too far away to be meant."""
        if abs(self.days) > FARTHEST.days:
            raise RuleInvalid(f"at most {FARTHEST.days} days away, not {self.days}")


@dataclass(frozen=True, slots=True)
class InMinutes:
    """So many minutes from an anchor (before it when negative)."""

    minutes: int

    def __post_init__(self) -> None:
        """Refuse what is too far away to be meant."""
        if abs(self.minutes) > FARTHEST // timedelta(minutes=1):
            raise RuleInvalid(f"at most {FARTHEST.days} days away")


Offset = OnDay | InMinutes


@dataclass(frozen=True, slots=True)
class BySession:
    """Once for each session date: so long before it or after it."""

    offset: Offset


@dataclass(frozen=True, slots=True)
class AfterWaking:
    """On the given weekdays, so many minutes after the client usually wakes up on such a day."""

    days: frozenset[int]
    minutes: int

    def __post_init__(self) -> None:
        """Refuse what would be the next night."""
        _sound_days(self.days)
        if not 0 <= self.minutes <= LONGEST_AFTER_WAKING:
            raise RuleInvalid(f"at most {LONGEST_AFTER_WAKING} minutes after waking")


@dataclass(frozen=True, slots=True)
class AfterOther:
    """So long after the last entry of another assignment was closed.

    `title`: its worksheet's, to say it in words.
    """

    assignment: str
    title: str = field(repr=False)
    offset: Offset

    def __post_init__(self) -> None:
        """Refuse what would come before its cause."""
        early = self.offset.days < 0 if isinstance(self.offset, OnDay) else self.offset.minutes < 1
        if early:
            raise RuleInvalid("it comes after the other practice, not before it")


Rule = Weekly | EveryDays | OnDates | Random | BySession | AfterWaking | AfterOther


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the rules of a client may hang on.

    `session_at`: the session with the therapist who set it. `wake`: usual wall time of waking by
    ISO weekday. `done`: assignment → when its last entry was closed.
    """

    session_at: datetime | None = None
    wake: Mapping[int, time] = field(default_factory=dict[int, time], repr=False)
    done: Mapping[str, datetime] = field(default_factory=dict[str, datetime], repr=False)


UNANCHORED = Anchors()


def _sound_days(days: frozenset[int]) -> None:
    if not days or not days <= WEEK:
        raise RuleInvalid(f"weekdays must be 1 to 7, not {sorted(days)}")


def weekdays(rule: Rule) -> frozenset[int]:
    """Return the ISO weekdays on which a rule may fall due."""
    match rule:
        case Weekly() | Random() | AfterWaking():
            return rule.days
        case OnDates():
            return frozenset(day.isoweekday() for day in rule.dates)
        case EveryDays() | BySession() | AfterOther():
            return WEEK
        case _:
            assert_never(rule)


def wall_time(rule: Rule) -> time | None:
    """Return the one wall time at which a rule falls due, None where there is no such time."""
    match rule:
        case Weekly() | EveryDays() | OnDates():
            return rule.at
        case BySession(OnDay(at=at)) | AfterOther(offset=OnDay(at=at)):
            return at
        case Random() | AfterWaking() | BySession() | AfterOther():
            return None
        case _:
            assert_never(rule)


def at_time(rule: Rule, at: time) -> Rule:
    """Return the rule at another wall time; a rule without one stays as it is."""
    match rule:
        case Weekly() | EveryDays() | OnDates():
            return replace(rule, at=at)
        case BySession(OnDay() as offset) | AfterOther(offset=OnDay() as offset):
            return replace(rule, offset=replace(offset, at=at))
        case Random() | AfterWaking() | BySession() | AfterOther():
            return rule
        case _:
            assert_never(rule)


# JSON -------------------------------------------------------------------------------------------


def to_json(rule: Rule) -> str:
    """Return the rule as a line of JSON, for the schedule entry's row."""
    return json.dumps(_plain(rule))


def _plain(rule: Rule) -> dict[str, object]:
    match rule:
        case Weekly():
            return {"kind": "weekly", "days": sorted(rule.days), "at": _hhmm(rule.at)}
        case EveryDays():
            start = rule.start.isoformat()
            return {"kind": "every_days", "n": rule.n, "start": start, "at": _hhmm(rule.at)}
        case OnDates():
            dates = [day.isoformat() for day in rule.dates]
            return {"kind": "on_dates", "dates": dates, "at": _hhmm(rule.at)}
        case Random():
            return {
                "kind": "random",
                "days": sorted(rule.days),
                "start": _hhmm(rule.start),
                "end": _hhmm(rule.end),
                "count": rule.count,
                "index": rule.index,
                "gap": rule.gap,
                "seed": rule.seed,
            }
        case BySession():
            return {"kind": "by_session", **_offset(rule.offset)}
        case AfterWaking():
            return {"kind": "after_waking", "days": sorted(rule.days), "minutes": rule.minutes}
        case AfterOther():
            known = {"assignment": rule.assignment, "title": rule.title}
            return {"kind": "after_other", **known, **_offset(rule.offset)}
        case _:
            assert_never(rule)


def _offset(offset: Offset) -> dict[str, object]:
    match offset:
        case OnDay():
            return {"away": offset.days, "at": _hhmm(offset.at)}
        case InMinutes():
            return {"minutes": offset.minutes}


def _hhmm(at: time) -> str:
    return at.strftime("%H:%M")


@lru_cache(maxsize=4096)
def from_json(text: str) -> Rule:
    """Return the rule that `to_json` wrote; raise `RuleInvalid` for anything else."""
    try:
        data = cast("object", json.loads(text))
        if not isinstance(data, dict):
            raise RuleInvalid("a rule is an object")
        return _read(_Fields(cast("dict[str, object]", data)))
    except (KeyError, TypeError, ValueError) as problem:
        if isinstance(problem, RuleInvalid):
            raise
        raise RuleInvalid(f"{type(problem).__name__} in a stored rule") from problem


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of a stored rule, each read as what it has to be."""

    data: Mapping[str, object] = field(repr=False)

    def whole(self, key: str) -> int:
        return int(str(self.data[key]))

    def clock(self, key: str) -> time:
        return time.fromisoformat(str(self.data[key]))

    def text(self, key: str) -> str:
        return str(self.data[key])

    def many(self, key: str) -> list[object]:
        return [*cast("list[object]", self.data[key])]

    def weekdays(self) -> frozenset[int]:
        return frozenset(int(str(day)) for day in self.many("days"))

    def offset(self) -> Offset:
        if "at" in self.data:
            return OnDay(self.whole("away"), self.clock("at"))
        return InMinutes(self.whole("minutes"))


def _read(stored: _Fields) -> Rule:
    match stored.data.get("kind"):
        case "weekly":
            return Weekly(stored.weekdays(), stored.clock("at"))
        case "every_days":
            start = date.fromisoformat(stored.text("start"))
            return EveryDays(stored.whole("n"), start, stored.clock("at"))
        case "on_dates":
            dates = (date.fromisoformat(str(day)) for day in stored.many("dates"))
            return OnDates(tuple(dates), stored.clock("at"))
        case "random":
            return Random(
                stored.weekdays(),
                stored.clock("start"),
                stored.clock("end"),
                stored.whole("count"),
                stored.whole("index"),
                stored.whole("gap"),
                stored.text("seed"),
            )
        case "by_session":
            return BySession(stored.offset())
        case "after_waking":
            return AfterWaking(stored.weekdays(), stored.whole("minutes"))
        case "after_other":
            return AfterOther(stored.text("assignment"), stored.text("title"), stored.offset())
        case other:
            raise RuleInvalid(f"unknown kind {other!r}")
