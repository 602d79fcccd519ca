"""Times inside a client's own quiet hours, by weekday, and the nearest that lie outside."""

from datetime import date, datetime, time, timedelta

import pytest

from homework.burden import is_quiet
from homework.moments import quiet_of, zone_of
from homework.nights import inside
from homework.schedule import (
    AfterOther,
    AfterWaking,
    BySession,
    EveryDays,
    OnDates,
    OnDay,
    Random,
    Rule,
    Weekly,
)
from homework.store.people import Client
from homework.weekhours import to_json

WEEK = frozenset(range(1, 8))
MONDAY = date(2027, 3, 1)


def client(quiet: tuple[str, str] = ("22:00", "08:00"), **days: tuple[str, str]) -> Client:
    other = to_json({int(day[1]): span for day, span in days.items()}) if days else None
    return Client(
        id="c", person="p", code_name="Fox", state="active", joining_step=None, check_number=None,
        zone="Europe/London", country="GB", quiet_from=quiet[0], quiet_to=quiet[1], discreet=True,
        is_self=False, paused_until=None, revision=0, quiet_days=other,
    )  # fmt: skip


def test_outside_nothing_is_found() -> None:
    rules: list[Rule] = [Weekly(WEEK, time(8)), Weekly(WEEK, time(21, 59))]
    assert inside(client(), rules, since=MONDAY) is None


def test_at_night_the_nearest_times_are_named() -> None:
    found = inside(client(), [Weekly(WEEK, time(23))], since=MONDAY)
    assert found is not None and found.every
    assert found.fits == (time(21, 30),), "with half an hour to answer"
    found = inside(client(), [Weekly(WEEK, time(7, 15))], since=MONDAY)
    assert found is not None and found.fits == (time(8),)


def test_a_nap_at_noon_has_a_time_on_either_side() -> None:
    found = inside(client(("12:00", "14:00")), [Weekly(WEEK, time(13))], since=MONDAY)
    assert found is not None and found.fits == (time(11, 30), time(14))


def test_other_hours_on_some_days_are_looked_at_by_day() -> None:
    late = client(d5=("20:00", "10:00"))  # Friday evening until Saturday morning
    for at, day in ((time(20, 30), 5), (time(9), 6)):
        found = inside(late, [Weekly(WEEK, at)], since=MONDAY)
        assert found is not None and not found.every
        assert found.days == {day}
    assert inside(late, [Weekly(frozenset({1, 2}), time(20, 30))], since=MONDAY) is None
    found = inside(late, [Weekly(frozenset({5, 6}), time(9))], since=MONDAY)
    assert found is not None and found.fits == (time(10),), "fits on both days"


@pytest.mark.parametrize(
    "rule",
    [
        EveryDays(2, MONDAY, time(23)),
        OnDates((MONDAY,), time(23)),
        Random(WEEK, time(18), time(23), 2, 0, 60, "s"),
        BySession(OnDay(-1, time(23))),
    ],
)
def test_every_rule_with_a_time_is_looked_at(rule: Rule) -> None:
    found = inside(client(), [rule], since=MONDAY)
    assert found is not None and found.planned == time(23)


def test_quiet_hours_in_the_middle_of_a_span_are_found() -> None:
    nap = client(("12:00", "14:00"))
    found = inside(nap, [Random(WEEK, time(10), time(18), 2, 0, 60, "s")], since=MONDAY)
    assert found is not None and found.every and found.planned == time(12)
    assert found.between == (time(10), time(18))
    assert inside(nap, [Random(WEEK, time(14), time(18), 2, 0, 60, "s")], since=MONDAY) is None
    one_day = client(("01:00", "02:00"), d3=("12:00", "13:00"))
    found = inside(one_day, [Random(WEEK, time(10), time(18), 2, 0, 60, "s")], since=MONDAY)
    assert found is not None and found.days == {3} and not found.every


def test_what_follows_a_span_is_found_in_its_middle_too() -> None:
    late = client(("20:00", "20:30"))
    after = timedelta(hours=2)
    rule = Random(WEEK, time(16), time(19), 2, 0, 60, "s")
    assert inside(late, [rule], since=MONDAY) is None
    found = inside(late, [rule], after, MONDAY)
    assert found is not None and (found.planned, found.at) == (time(18), time(20))


def test_after_waking_it_may_be_night_again() -> None:
    wake = dict.fromkeys(range(1, 6), time(7, 30)) | dict.fromkeys((6, 7), time(10))
    assert inside(client(), [AfterWaking(WEEK, 60)], since=MONDAY, wake=wake) is None
    found = inside(client(), [AfterWaking(WEEK, 15)], since=MONDAY, wake=wake)
    assert found is not None and found.planned == time(7, 45) and found.days == {*range(1, 6)}
    found = inside(client(), [AfterWaking(WEEK, 13 * 60)], since=MONDAY, wake=wake)
    assert found is not None and found.planned == time(23) and found.days == {6, 7}
    found = inside(client(), [AfterWaking(WEEK, 15 * 60)], since=MONDAY, wake=wake)
    assert found is not None and found.planned == time(22, 30)


def test_what_hangs_on_a_day_nobody_knows_is_left_to_that_day() -> None:
    late = client(d5=("20:00", "10:00"))
    offset = OnDay(0, time(20, 30))
    assert inside(late, [BySession(offset)], since=MONDAY) is None
    assert inside(late, [AfterOther("a", "Sheet", offset)], since=MONDAY) is None


def test_what_follows_a_time_counts_too() -> None:
    after = timedelta(minutes=140)
    found = inside(client(), [Weekly(WEEK, time(20))], after, MONDAY)
    assert found is not None and found.at == time(22, 20)
    assert found.fits == (time(19),)
    assert inside(client(), [Weekly(WEEK, found.fits[0])], after, MONDAY) is None


@pytest.mark.parametrize("hour", range(24))
def test_what_is_said_to_fit_fits(hour: int) -> None:
    who = client(("21:00", "06:30"), d3=("18:00", "11:00"), d6=("01:00", "12:00"))
    found = inside(who, [Weekly(WEEK, time(hour))], since=MONDAY)
    for at in found.fits if found else ():
        for days in range(7):
            moment = datetime.combine(MONDAY + timedelta(days=days), at, zone_of(who))
            assert not is_quiet(moment, zone_of(who), quiet_of(who))
