"""Whatever the rule, zone and anchors: strictly later, in range, never twice on a date, the same
again; and what is random keeps its distance."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from homework.recurrence import Planned, next_occurrence
from homework.schedule import Anchors, Random, Rule, from_json, to_json
from tests.support.schedules import ANCHORS, DATES, INSTANTS, RULES, ZONES, randoms

SPANS = st.tuples(DATES, st.integers(0, 60)).map(
    lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))
)


def walk(
    rule: Rule,
    after: datetime,
    zone: ZoneInfo,
    anchors: Anchors,
    span: tuple[date, date],
) -> list[Planned]:
    found: list[Planned] = []
    bounds = {"starts_on": span[0], "ends_on": span[1]}
    while planned := next_occurrence(rule, after, zone, **bounds, anchors=anchors):
        assert planned.at > after
        found.append(planned)
        after = planned.at
    return found


@given(RULES, INSTANTS, ZONES, ANCHORS, SPANS)
def test_strictly_later_in_range_and_never_twice_on_a_date(
    rule: Rule, after: datetime, zone: ZoneInfo, anchors: Anchors, span: tuple[date, date]
) -> None:
    found = walk(rule, after, zone, anchors, span)
    dates = [planned.local_date for planned in found]
    assert len({*dates}) == len(dates)
    assert all(span[0] <= day <= span[1] for day in dates)
    for planned in found:  # on its date, or moved out of it by a leap of the clock or after waking
        off = planned.at.astimezone(zone).date() - planned.local_date
        assert timedelta(0) <= off <= timedelta(days=1)


@given(RULES, ZONES, ANCHORS, SPANS, st.data())
def test_from_wherever_one_looks_the_same_moments_come(
    rule: Rule, zone: ZoneInfo, anchors: Anchors, span: tuple[date, date], data: st.DataObject
) -> None:
    first = datetime.combine(span[0], datetime.min.time(), zone) - timedelta(days=3)
    every = walk(rule, first, zone, anchors, span)
    after = first + data.draw(st.timedeltas(timedelta(0), timedelta(days=70)))
    expected = next((planned for planned in every if planned.at > after), None)
    bounds = {"starts_on": span[0], "ends_on": span[1]}
    assert next_occurrence(rule, after, zone, **bounds, anchors=anchors) == expected


@given(RULES)
def test_every_rule_survives_json(rule: Rule) -> None:
    assert from_json(to_json(rule)) == rule


@given(randoms(), ZONES, SPANS)
def test_what_is_random_keeps_its_distance_and_its_bounds(
    rules: list[Random], zone: ZoneInfo, span: tuple[date, date]
) -> None:
    first = datetime.combine(span[0], datetime.min.time(), zone) - timedelta(days=3)
    by_day: dict[date, list[datetime]] = {}
    for rule in rules:
        for planned in walk(rule, first, zone, Anchors(), span):
            by_day.setdefault(planned.local_date, []).append(planned.at)
            wall = planned.at.astimezone(zone).replace(tzinfo=None)
            latest = datetime.combine(planned.local_date, rule.end) + timedelta(hours=3)
            assert datetime.combine(planned.local_date, rule.start) <= wall <= latest
    for times in by_day.values():
        gaps = [later - one for one, later in pairwise(times)]
        assert all(gap >= timedelta(minutes=rules[0].gap) for gap in gaps)


@given(randoms(), DATES)
def test_on_an_even_day_every_prompt_has_its_place_in_order(rules: list[Random], day: date) -> None:
    utc = ZoneInfo("UTC")
    before = datetime.combine(day, datetime.min.time(), utc) - timedelta(microseconds=1)
    found = [next_occurrence(rule, before, utc, starts_on=day, ends_on=day) for rule in rules]
    expected = day.isoweekday() in rules[0].days
    assert all((planned is not None) == expected for planned in found)
    times = [planned.at for planned in found if planned]
    assert times == sorted(times)
