"""When a schedule falls due, in the client's own zone.

A rule yields at most one occurrence for each local date. Where the clock leaps over the agreed
time, the occurrence moves on by the width of the gap; where the time comes twice, the first one
counts. It must not know what is delivered, to whom, or what time it is now.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import assert_never, cast
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_WIDEST_GAP = timedelta(hours=4)  # short of a date left out; the widest known is 3 hours


class RuleInvalid(ValueError):
    """A schedule rule must name its days or its distance in days, and a time such as 08:30."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """On the given ISO weekdays (1 Monday … 7 Sunday) at a wall time."""

    days: frozenset[int]
    at: time

    def __post_init__(self) -> None:
        """Refuse what could never fall due."""
        if not self.days or not self.days <= frozenset(range(1, 8)):
            raise RuleInvalid(f"weekdays must be 1 to 7, not {sorted(self.days)}")


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


Rule = Weekly | EveryDays


@dataclass(frozen=True, slots=True)
class Planned:
    """One occurrence: the local date it belongs to, and the instant (UTC).

    Across a DST gap at midnight the instant may lie in the first hour of the next local date.
    """

    local_date: date
    at: datetime


def next_occurrence(
    rule: Rule, after: datetime, zone: ZoneInfo, *, starts_on: date, ends_on: date
) -> Planned | None:
    """Return the first occurrence strictly after `after`, or None when there is none left.

    `after` is aware; `starts_on` and `ends_on` are local dates, both inclusive. Called again with
    the `at` it returned, it walks through all occurrences, none skipped, none doubled. A date that
    a zone left out altogether (Samoa, 30 December 2011) has no occurrence.
    """
    local = after.astimezone(zone).replace(tzinfo=None)
    # A day early: a gap at midnight moves yesterday's occurrence into today.
    day = max(local.date() - _DAY, starts_on)
    match rule:
        case Weekly():
            step, days = _DAY, rule.days
        case EveryDays():
            step, days = timedelta(days=rule.n), None
            day = max(day, rule.start)
            day += timedelta(days=-(day - rule.start).days % rule.n)
        case _:
            assert_never(rule)
    past = local - _WIDEST_GAP
    while day <= ends_on:
        if days is None or day.isoweekday() in days:
            wall = datetime.combine(day, rule.at)
            if wall > past and (at := _instant(wall, zone)) and at > after:
                return Planned(day, at)
        day += step
    return None


def preview(
    rules: Iterable[Rule],
    after: datetime,
    zone: ZoneInfo,
    *,
    starts_on: date,
    ends_on: date,
    count: int = 5,
) -> list[Planned]:
    """Return the next `count` occurrences of all rules together, in order of time."""
    found: list[Planned] = []
    for rule in rules:
        last = after
        for _ in range(count):
            planned = next_occurrence(rule, last, zone, starts_on=starts_on, ends_on=ends_on)
            if planned is None:
                break
            found.append(planned)
            last = planned.at
    return sorted(found, key=lambda planned: planned.at)[:count]


def _instant(wall: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the instant of a wall time; None on a date that the zone left out."""
    # fold=0 is the first of two, and in a gap the offset from before it: a shift by the gap.
    there = wall.replace(tzinfo=zone, fold=0)
    before, behind = there.utcoffset(), there.replace(fold=1).utcoffset()
    if before is None or behind is None or behind - before >= _DAY:
        return None
    return (wall - before).replace(tzinfo=UTC)


def to_json(rule: Rule) -> str:
    """Return the rule as a line of JSON, for the schedule entry's row."""
    at = rule.at.strftime("%H:%M")
    match rule:
        case Weekly():
            return json.dumps({"kind": "weekly", "days": sorted(rule.days), "at": at})
        case EveryDays():
            start = rule.start.isoformat()
            return json.dumps({"kind": "every_days", "n": rule.n, "start": start, "at": at})
        case _:
            assert_never(rule)


def from_json(text: str) -> Rule:
    """Return the rule that `to_json` wrote; raise `RuleInvalid` for anything else."""
    try:
        data = cast("object", json.loads(text))
        if not isinstance(data, dict):
            raise RuleInvalid("a rule is an object")
        fields = cast("dict[str, object]", data)
        at = time.fromisoformat(str(fields["at"]))
        match fields.get("kind"):
            case "weekly":
                days = cast("list[int]", fields["days"])
                return Weekly(frozenset(int(day) for day in days), at)
            case "every_days":
                start = date.fromisoformat(str(fields["start"]))
                return EveryDays(int(str(fields["n"])), start, at)
            case other:
                raise RuleInvalid(f"unknown kind {other!r}")
    except (KeyError, TypeError, ValueError) as problem:
        if isinstance(problem, RuleInvalid):
            raise
        raise RuleInvalid(f"{type(problem).__name__} in a stored rule") from problem
