"""Schedules that hang on something, dates, chance; and what can be said in RFC 5545."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from homework.recurrence import Planned, next_occurrence, to_rrule
from homework.schedule import (
    WEEK,
    AfterOther,
    AfterWaking,
    Anchors,
    BySession,
    EveryDays,
    InMinutes,
    OnDates,
    OnDay,
    Random,
    Rule,
    RuleInvalid,
    Weekly,
    from_json,
    room,
    wall_time,
    weekdays,
)

LONDON = ZoneInfo("Europe/London")
THURSDAY = datetime(2027, 3, 4, 14, tzinfo=UTC)
MONDAY = datetime(2027, 3, 1, 9, tzinfo=UTC)


def first(rule: Rule, after: datetime, anchors: Anchors, zone: ZoneInfo = LONDON) -> Planned | None:
    return next_occurrence(
        rule,
        after,
        zone,
        starts_on=date(2027, 1, 1),
        ends_on=date(2027, 12, 31),
        anchors=anchors,
    )


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (OnDay(-1, time(18)), "2027-03-03 18:00"),
        (OnDay(0, time(9)), "2027-03-04 09:00"),
        (OnDay(2, time(18)), "2027-03-06 18:00"),
        (InMinutes(-120), "2027-03-04 12:00"),
        (InMinutes(90), "2027-03-04 15:30"),
    ],
)
def test_before_and_after_the_session(offset: OnDay | InMinutes, expected: str) -> None:
    planned = first(BySession(offset), MONDAY, Anchors(session_at=THURSDAY))
    assert planned is not None
    assert planned.at.astimezone(LONDON).strftime("%Y-%m-%d %H:%M") == expected
    assert first(BySession(offset), planned.at, Anchors(session_at=THURSDAY)) is None
    assert first(BySession(offset), MONDAY, Anchors()) is None


def test_the_day_before_the_session_is_that_of_the_clients_clock() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    late = datetime(2027, 3, 4, 16, tzinfo=UTC)  # Friday, 01:00 in Tokyo
    planned = first(BySession(OnDay(-1, time(18))), MONDAY, Anchors(session_at=late), tokyo)
    assert planned is not None
    assert planned.local_date == date(2027, 3, 4)


def test_after_waking_follows_the_day_and_waits_until_it_is_known() -> None:
    rule = AfterWaking(WEEK, 30)
    wake = {day: time(7) for day in range(1, 6)} | {6: time(9, 30)}
    friday = datetime(2027, 3, 5, 12, tzinfo=UTC)
    planned = first(rule, friday, Anchors(wake=wake))
    assert planned == Planned(date(2027, 3, 6), datetime(2027, 3, 6, 10, tzinfo=UTC))
    following = first(rule, planned.at, Anchors(wake=wake))  # Sunday is not known
    assert following == Planned(date(2027, 3, 8), datetime(2027, 3, 8, 7, 30, tzinfo=UTC))
    assert first(rule, friday, Anchors()) is None


def test_long_after_waking_belongs_to_the_day_of_waking() -> None:
    planned = first(AfterWaking(WEEK, 16 * 60), MONDAY, Anchors(wake={1: time(11)}))
    assert planned == Planned(date(2027, 3, 1), datetime(2027, 3, 2, 3, tzinfo=UTC))


def test_after_another_practice() -> None:
    done = Anchors(done={"a": datetime(2027, 3, 2, 21, tzinfo=UTC)})
    next_day = AfterOther("a", "A", OnDay(1, time(18)))
    assert first(next_day, MONDAY, done) == Planned(
        date(2027, 3, 3), datetime(2027, 3, 3, 18, tzinfo=UTC)
    )
    assert first(AfterOther("a", "A", InMinutes(240)), MONDAY, done) == Planned(
        date(2027, 3, 3), datetime(2027, 3, 3, 1, tzinfo=UTC)
    )
    assert first(AfterOther("b", "B", OnDay(1, time(18))), MONDAY, done) is None


def test_dates_in_order() -> None:
    rule = OnDates((date(2027, 3, 1), date(2027, 12, 10)), time(9))
    following = first(rule, MONDAY, Anchors())
    assert following == Planned(date(2027, 12, 10), datetime(2027, 12, 10, 9, tzinfo=UTC))


def test_chance_is_the_same_again_and_other_for_another_assignment_or_day() -> None:
    def times(seed: str, day: date) -> list[datetime]:
        before = datetime.combine(day, time(0), LONDON)
        rules = [Random(WEEK, time(10), time(20), 3, place, 90, seed) for place in range(3)]
        found = [first(rule, before, Anchors()) for rule in rules]
        return [planned.at for planned in found if planned]

    day = date(2027, 3, 1)
    assert times("x", day) == times("x", day)
    assert len(times("x", day)) == 3
    assert times("x", day) != times("y", day)
    moved = [at + timedelta(days=1) for at in times("x", day)]
    assert moved != times("x", day + timedelta(days=1))


def test_chance_uses_the_whole_span() -> None:
    rule = Random(WEEK, time(10), time(11), 1, 0, 1, "seed")
    minutes: set[int] = set()
    after = datetime(2027, 1, 1, tzinfo=UTC)
    while planned := first(rule, after, Anchors()):
        minutes.add((planned.at.astimezone(LONDON).hour - 10) * 60 + planned.at.minute)
        after = planned.at
    assert minutes <= {*range(61)}
    assert {0, 60} <= minutes


def test_on_a_short_night_the_last_of_chance_is_left_out() -> None:
    berlin = ZoneInfo("Europe/Berlin")  # 02:00 to 03:00 does not exist on 28 March 2027
    rules = [Random(WEEK, time(1), time(4), 4, place, 60, "s") for place in range(4)]
    before = datetime(2027, 3, 27, 22, tzinfo=UTC)
    found = [first(rule, before, Anchors(), berlin) for rule in rules]
    dates = [planned.local_date for planned in found if planned]
    assert dates == [date(2027, 3, 28)] * 3 + [date(2027, 3, 29)]


@pytest.mark.parametrize(
    "broken",
    [
        lambda: Random(WEEK, time(10), time(11), 3, 0, 90, "s"),
        lambda: Random(WEEK, time(20), time(10), 1, 0, 60, "s"),
        lambda: Random(WEEK, time(10), time(20), 2, 2, 60, "s"),
        lambda: Random(WEEK, time(10), time(20), 11, 0, 1, "s"),
        lambda: Random(frozenset(), time(10), time(20), 1, 0, 60, "s"),
        lambda: OnDates((), time(9)),
        lambda: OnDates((date(2027, 3, 2), date(2027, 3, 1)), time(9)),
        lambda: OnDates((date(2027, 3, 1), date(2027, 3, 1)), time(9)),
        lambda: AfterWaking(WEEK, -1),
        lambda: AfterWaking(WEEK, 17 * 60),
        lambda: AfterOther("a", "A", OnDay(-1, time(9))),
        lambda: AfterOther("a", "A", InMinutes(0)),
        lambda: BySession(OnDay(40, time(9))),
        lambda: BySession(InMinutes(-60 * 24 * 40)),
        lambda: from_json('{"kind": "by_session"}'),
        lambda: from_json('{"kind": "on_dates", "dates": ["soon"], "at": "09:00"}'),
        lambda: from_json('{"kind": "random", "days": [1], "start": "10:00"}'),
    ],
)
def test_what_could_never_fall_due_is_refused(broken: object) -> None:
    assert callable(broken)
    with pytest.raises(RuleInvalid):
        broken()


def test_what_fits_between_two_times() -> None:
    assert room(time(10), time(13), 3, 90) == 0
    assert room(time(10), time(13), 3, 91) == -2


def test_days_and_times_of_rules() -> None:
    assert weekdays(OnDates((date(2027, 3, 1), date(2027, 3, 8)), time(9))) == {1}
    assert weekdays(BySession(InMinutes(-60))) == WEEK
    assert wall_time(BySession(OnDay(-1, time(18)))) == time(18)
    assert wall_time(AfterOther("a", "A", OnDay(1, time(7)))) == time(7)
    assert wall_time(BySession(InMinutes(-60))) is None
    assert wall_time(AfterWaking(WEEK, 30)) is None


def test_rfc_5545_where_it_can_say_it() -> None:
    assert to_rrule(Weekly(frozenset({1, 5}), time(20, 30))) == (
        "RRULE:FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=20;BYMINUTE=30;BYSECOND=0"
    )
    assert to_rrule(EveryDays(3, date(2027, 3, 1), time(9))) == (
        "DTSTART:20270301T090000\nRRULE:FREQ=DAILY;INTERVAL=3"
    )
    assert to_rrule(OnDates((date(2027, 12, 3), date(2027, 12, 10)), time(9))) == (
        "RDATE:20271203T090000,20271210T090000"
    )
    assert to_rrule(BySession(OnDay(-1, time(18)))) is None
