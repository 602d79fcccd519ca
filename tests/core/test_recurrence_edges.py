"""Schedules at the edges: gaps, overlaps, midnight, dates that a zone left out."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from homework.recurrence import Planned, next_occurrence, preview
from homework.schedule import EveryDays, Rule, RuleInvalid, Weekly, from_json, to_json

BERLIN = ZoneInfo("Europe/Berlin")
DAILY = frozenset(range(1, 8))


def first(rule: Rule, after: datetime, zone: ZoneInfo = BERLIN) -> Planned | None:
    return next_occurrence(rule, after, zone, starts_on=date(2000, 1, 1), ends_on=date(2030, 1, 1))


def test_rule_4_6_in_a_gap_it_shifts_by_the_gap() -> None:
    planned = first(Weekly(DAILY, time(2, 30)), datetime(2026, 3, 28, 12, tzinfo=UTC))
    assert planned == Planned(date(2026, 3, 29), datetime(2026, 3, 29, 1, 30, tzinfo=UTC))
    assert planned.at.astimezone(BERLIN).time() == time(3, 30)


def test_rule_4_6_in_an_overlap_the_first_counts_and_the_second_is_not_another() -> None:
    rule = Weekly(DAILY, time(2, 30))
    planned = first(rule, datetime(2026, 10, 24, 12, tzinfo=UTC))
    assert planned == Planned(date(2026, 10, 25), datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    between = datetime(2026, 10, 25, 1, 0, tzinfo=UTC)  # 02:00 for the second time
    following = first(rule, between)
    assert following is not None
    assert following.local_date == date(2026, 10, 26)


def test_a_gap_at_midnight_keeps_the_local_date_it_was_planned_for() -> None:
    zone = ZoneInfo("America/Scoresbysund")  # leaps from 23:00 on 28 March 2026 to midnight
    rule = Weekly(DAILY, time(23, 30))
    moved = Planned(date(2026, 3, 28), datetime(2026, 3, 29, 1, 30, tzinfo=UTC))
    assert first(rule, datetime(2026, 3, 28, 12, tzinfo=UTC), zone) == moved
    assert first(rule, datetime(2026, 3, 29, 1, 10, tzinfo=UTC), zone) == moved
    following = first(rule, moved.at, zone)
    assert following is not None
    assert following.local_date == date(2026, 3, 29)


def test_rule_4_6_a_date_that_a_zone_left_out_has_no_occurrence() -> None:
    rule, apia = Weekly(DAILY, time(8)), ZoneInfo("Pacific/Apia")
    begin = datetime(2011, 12, 29, 20, tzinfo=UTC)
    planned = preview(
        [rule], begin, apia, starts_on=date(2011, 12, 1), ends_on=date(2012, 1, 9), count=2
    )
    assert [one.local_date for one in planned] == [date(2011, 12, 31), date(2012, 1, 1)]


def test_strictly_after() -> None:
    rule = Weekly(frozenset({1}), time(9))
    monday = datetime(2026, 6, 1, 7, tzinfo=UTC)
    assert first(rule, monday - timedelta(microseconds=1)) == Planned(date(2026, 6, 1), monday)
    assert first(rule, monday) == Planned(date(2026, 6, 8), monday + timedelta(days=7))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "expected"),
    [
        (date(2026, 6, 3), date(2026, 6, 3), date(2026, 6, 3)),
        (date(2026, 6, 4), date(2026, 6, 3), None),
        (date(2026, 7, 1), date(2026, 7, 9), date(2026, 7, 1)),
        (date(2025, 1, 1), date(2026, 5, 31), None),
    ],
)
def test_both_ends_are_included(starts_on: date, ends_on: date, expected: date | None) -> None:
    planned = next_occurrence(
        Weekly(DAILY, time(9)),
        datetime(2026, 6, 1, 12, tzinfo=UTC),
        BERLIN,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    assert (planned.local_date if planned else None) == expected


@pytest.mark.parametrize("n", [1, 2, 3, 10, 400])
def test_every_n_days_counts_from_its_start_even_before_the_assignment(n: int) -> None:
    start = date(2026, 1, 1)
    planned = first(EveryDays(n, start, time(9)), datetime(2026, 6, 1, tzinfo=UTC))
    assert planned is not None
    assert (planned.local_date - start).days % n == 0
    assert 0 <= (planned.local_date - date(2026, 6, 1)).days < n


def test_a_preview_merges_rules_in_order_of_time() -> None:
    rules = [Weekly(frozenset({1, 3}), time(20)), EveryDays(2, date(2026, 6, 1), time(8))]
    planned = preview(
        rules,
        datetime(2026, 6, 1, tzinfo=UTC),
        BERLIN,
        starts_on=date(2026, 6, 1),
        ends_on=date(2026, 6, 4),
    )
    local = [one.at.astimezone(BERLIN).strftime("%d %H:%M") for one in planned]
    assert local == ["01 08:00", "01 20:00", "03 08:00", "03 20:00"]


@pytest.mark.parametrize(
    "rule",
    [Weekly(frozenset({1, 7}), time(8, 5)), EveryDays(3, date(2026, 2, 28), time(23, 59))],
)
def test_rules_survive_json(rule: Rule) -> None:
    assert from_json(to_json(rule)) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"kind": "weekly", "days": [], "at": "08:00"}',
        '{"kind": "weekly", "days": [0], "at": "08:00"}',
        '{"kind": "weekly", "days": 3, "at": "08:00"}',
        '{"kind": "weekly", "days": [1], "at": "25:00"}',
        '{"kind": "every_days", "n": 0, "start": "2026-01-01", "at": "08:00"}',
        '{"kind": "every_days", "n": 1, "start": "soon", "at": "08:00"}',
        '{"kind": "yearly", "at": "08:00"}',
    ],
)
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(RuleInvalid):
        from_json(text)
