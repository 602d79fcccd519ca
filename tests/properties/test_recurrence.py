"""Every zone, three years: none skipped, none doubled, always later, on the right local date."""

import random
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

import pytest

from homework.recurrence import EveryDays, Rule, Weekly, next_occurrence

ZONES = sorted(available_timezones())
BEGIN, END = date(2026, 1, 1), date(2028, 12, 31)
BEFORE = datetime(2025, 12, 25, tzinfo=UTC)
SLICES = 8
HOUR = timedelta(hours=1)


def leaps(zone: ZoneInfo) -> list[tuple[datetime, timedelta]]:
    """The changes of offset in the three years: instant to the minute, and by how much."""
    found: list[tuple[datetime, timedelta]] = []
    at = datetime(2026, 1, 1, tzinfo=UTC)
    while at.date() <= END:
        later = at + timedelta(days=7)
        if offset(at, zone) != offset(later, zone):
            low, high = at, later
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) // 2
                if offset(middle, zone) == offset(low, zone):
                    low = middle
                else:
                    high = middle
            change = high.replace(second=0, microsecond=0)
            found.append((change, offset(high, zone) - offset(low, zone)))
        at = later
    return found


def offset(at: datetime, zone: ZoneInfo) -> timedelta:
    shift = at.astimezone(zone).utcoffset()
    assert shift is not None
    return shift


@lru_cache(maxsize=4000)
def at_noon(day: date, zone: ZoneInfo) -> timedelta:
    return offset(datetime.combine(day, time(12), UTC), zone)


def oracle(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The same question answered without `fold`: which instants show this wall time?"""
    wall = datetime.combine(day, at, UTC)
    before, behind = at_noon(day - timedelta(days=2), zone), at_noon(day + timedelta(days=2), zone)
    if before == behind:
        return wall - before
    shown = [wall - shift for shift in (before, behind) if offset(wall - shift, zone) == shift]
    return min(shown, default=wall - before)  # in the gap: by the clock from before it


@cache
def expected_days(rule: Rule) -> list[date]:
    days = [BEGIN + timedelta(days=i) for i in range((END - BEGIN).days + 1)]
    if isinstance(rule, Weekly):
        return [day for day in days if day.isoweekday() in rule.days]
    return [day for day in days if day >= rule.start and (day - rule.start).days % rule.n == 0]


def rules(zone: ZoneInfo, luck: random.Random) -> list[Rule]:
    """A dense and a sparse rule; where clocks change, at a wall time inside a change."""
    at = time(luck.randrange(24), luck.randrange(0, 60, 5))
    changes = leaps(zone)
    if changes:
        instant, width = luck.choice(changes)
        shown = (instant - timedelta(minutes=1)).astimezone(zone).replace(tzinfo=None)
        inside = shown + timedelta(minutes=luck.randrange(1, max(2, int(abs(width) / HOUR * 60))))
        at = (inside if width > timedelta(0) else inside - abs(width)).time()
    n = luck.randrange(2, 30)
    start = BEGIN + timedelta(days=luck.randrange(-40, 40))
    days = frozenset(luck.sample(range(1, 8), luck.randrange(1, 5)))
    dense = luck.choice((Weekly(frozenset(range(1, 8)), at), EveryDays(1, BEGIN, at)))
    return [dense, luck.choice((EveryDays(n, start, at), Weekly(days, at)))]


@pytest.mark.parametrize("part", range(SLICES))
def test_rule_4_6_over_all_zones_and_three_years_none_is_skipped_none_doubled(part: int) -> None:
    for name in ZONES[part::SLICES]:
        zone = ZoneInfo(name)
        for rule in rules(zone, random.Random(name)):
            last, days = BEFORE, list[date]()
            while planned := next_occurrence(rule, last, zone, starts_on=BEGIN, ends_on=END):
                assert planned.at > last, (name, rule, planned)
                assert planned.at == oracle(planned.local_date, rule.at, zone), (
                    name,
                    rule,
                    planned,
                )
                days.append(planned.local_date)
                last = planned.at
            assert days == expected_days(rule), (name, rule)
