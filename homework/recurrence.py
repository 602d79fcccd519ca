"""When a rule falls due, in the client's own zone.

A rule yields at most one occurrence for each local date. Where the clock leaps over the agreed
time, the occurrence moves on by the width of the gap; where the time comes twice, the first one
counts. It must not know what is delivered, to whom, or what time it is now.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import assert_never
from zoneinfo import ZoneInfo

from homework.schedule import (
    UNANCHORED,
    AfterOther,
    AfterWaking,
    Anchors,
    BySession,
    EveryDays,
    InMinutes,
    Offset,
    OnDates,
    OnDay,
    Random,
    Rule,
    Weekly,
)

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_WIDEST_GAP = timedelta(hours=4)  # short of a date left out; the widest known is 3 hours


@dataclass(frozen=True, slots=True)
class Planned:
    """One occurrence: the local date it belongs to, and the instant (UTC).

    Across a DST gap at midnight, or long after waking, the instant may lie on the next local date.
    """

    local_date: date
    at: datetime


def next_occurrence(
    rule: Rule,
    after: datetime,
    zone: ZoneInfo,
    *,
    starts_on: date,
    ends_on: date,
    anchors: Anchors = UNANCHORED,
) -> Planned | None:
    """Return the first occurrence strictly after `after`, or None when there is none left.

    `after` is aware; `starts_on` and `ends_on` are local dates, both inclusive. Called again with
    the `at` it returned, it walks through all occurrences, none skipped, none doubled. A date that
    a zone left out altogether (Samoa, 30 December 2011) has no occurrence. A rule whose anchor is
    not set has none either.
    """
    match rule:
        case Weekly() | EveryDays():
            return _regular(rule, after, zone, starts_on, ends_on)
        case OnDates() | Random() | AfterWaking():
            first = max(after.astimezone(zone).date() - 2 * _DAY, starts_on)
            for day in _days(rule, first, ends_on, anchors):
                at = _on(rule, day, zone, anchors)
                if at is not None and at > after:
                    return Planned(day, at)
            return None
        case BySession():
            planned = _from(rule.offset, anchors.session_at, zone)
        case AfterOther():
            planned = _from(rule.offset, anchors.done.get(rule.assignment), zone)
        case _:
            assert_never(rule)
    if planned is None or planned.at <= after:
        return None
    return planned if starts_on <= planned.local_date <= ends_on else None


def preview(
    rules: Iterable[Rule],
    after: datetime,
    zone: ZoneInfo,
    *,
    starts_on: date,
    ends_on: date,
    count: int = 5,
    anchors: Anchors = UNANCHORED,
) -> list[Planned]:
    """Return the next `count` occurrences of all rules together, in order of time."""
    found: list[Planned] = []
    bounds = {"starts_on": starts_on, "ends_on": ends_on}
    for rule in rules:
        last = after
        for _ in range(count):
            planned = next_occurrence(rule, last, zone, **bounds, anchors=anchors)
            if planned is None:
                break
            found.append(planned)
            last = planned.at
    return sorted(found, key=lambda planned: planned.at)[:count]


def _regular(
    rule: Weekly | EveryDays, after: datetime, zone: ZoneInfo, starts_on: date, ends_on: date
) -> Planned | None:
    local = after.astimezone(zone)
    # A day early: a gap at midnight moves yesterday's occurrence into today.
    day = max(local.date() - _DAY, starts_on)
    match rule:
        case Weekly():
            step, days = _DAY, rule.days
        case EveryDays():
            step, days = timedelta(days=rule.n), None
            day = max(day, rule.start)
            day += timedelta(days=-(day - rule.start).days % rule.n)
    past = datetime.combine(local.date(), local.time()) - _WIDEST_GAP
    while day <= ends_on:
        if days is None or day.isoweekday() in days:
            likely = datetime.combine(day, rule.at) > past
            if likely and (at := _instant(day, rule.at, zone)) and at > after:
                return Planned(day, at)
        day += step
    return None


def _days(
    rule: OnDates | Random | AfterWaking, first: date, last: date, anchors: Anchors
) -> Iterator[date]:
    """Yield the local dates of a rule in order."""
    match rule:
        case OnDates():
            yield from (day for day in rule.dates if first <= day <= last)
            return
        case Random():
            days = rule.days
        case AfterWaking():
            days = rule.days & anchors.wake.keys()
    while days and first <= last:
        if first.isoweekday() in days:
            yield first
        first += _DAY


def _on(
    rule: OnDates | Random | AfterWaking, day: date, zone: ZoneInfo, anchors: Anchors
) -> datetime | None:
    match rule:
        case OnDates():
            return _instant(day, rule.at, zone)
        case Random():
            return _drawn(rule, day, zone)
        case AfterWaking():
            woke = _instant(day, anchors.wake[day.isoweekday()], zone)
            return woke + rule.minutes * _MINUTE if woke else None


def _drawn(rule: Random, day: date, zone: ZoneInfo) -> datetime | None:
    """Return the time that chance gave a prompt on a day.

    Drawn on the line of real minutes, so that a gap is a gap where the clocks change too. Should
    the day be too short for all, the last ones are left out.
    """
    start = _instant(day, rule.start, zone)
    end = _instant(day, rule.end, zone)
    if start is None or end is None:
        return None
    span = (end - start) // _MINUTE
    count = min(rule.count, span // rule.gap + 1 if span >= 0 else 0)
    if rule.index >= count:
        return None
    drawn = blake2b(f"{rule.seed}/{day.isoformat()}".encode(), digest_size=4 * count).digest()
    numbers = [int.from_bytes(drawn[4 * i : 4 * i + 4]) for i in range(count)]
    left = span - (count - 1) * rule.gap
    places = sorted(number * (left + 1) >> 32 for number in numbers)
    return start + (places[rule.index] + rule.index * rule.gap) * _MINUTE


def _from(offset: Offset, anchor: datetime | None, zone: ZoneInfo) -> Planned | None:
    if anchor is None:
        return None
    match offset:
        case OnDay():
            day = anchor.astimezone(zone).date() + timedelta(days=offset.days)
            at = _instant(day, offset.at, zone)
            return Planned(day, at) if at else None
        case InMinutes():
            at = (anchor + offset.minutes * _MINUTE).astimezone(UTC)
            return Planned(at.astimezone(zone).date(), at)


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """Return the instant of a wall time; None on a date that the zone left out."""
    # The first of two, and in a gap the offset from before it: a shift by the gap.
    first, second = _twice(at)
    before = datetime.combine(day, first, zone).utcoffset()
    behind = datetime.combine(day, second, zone).utcoffset()
    if before is None or behind is None or behind - before >= _DAY:
        return None
    return datetime.combine(day, first, UTC) - before


@lru_cache(maxsize=24 * 60)
def _twice(at: time) -> tuple[time, time]:
    """A wall time where it comes twice. Kept: `replace` takes longer than all else here."""
    return at.replace(fold=0), at.replace(fold=1)


# RFC 5545 ---------------------------------------------------------------------------------------

_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def to_rrule(rule: Rule) -> str | None:
    """Return the rule as RFC 5545 says it, in floating local time; None where it cannot.

    What hangs on a session, on waking or on another practice, and what is random, it cannot say.
    """
    match rule:
        case Weekly():
            days = ",".join(_NAMES[day - 1] for day in sorted(rule.days))
            at = f"BYHOUR={rule.at.hour};BYMINUTE={rule.at.minute};BYSECOND=0"
            return f"RRULE:FREQ=WEEKLY;BYDAY={days};{at}"
        case EveryDays():
            start = f"{datetime.combine(rule.start, rule.at):%Y%m%dT%H%M%S}"
            return f"DTSTART:{start}\nRRULE:FREQ=DAILY;INTERVAL={rule.n}"
        case OnDates():
            dates = (f"{datetime.combine(day, rule.at):%Y%m%dT%H%M%S}" for day in rule.dates)
            return f"RDATE:{','.join(dates)}"
        case Random() | BySession() | AfterWaking() | AfterOther():
            return None
        case _:
            assert_never(rule)
