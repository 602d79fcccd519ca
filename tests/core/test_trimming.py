"""What would fit where too much was asked: the mildest cuts, never nothing."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework.loads import prompts_a_day
from homework.schedule import (
    WEEK,
    AfterWaking,
    BySession,
    EveryDays,
    OnDates,
    OnDay,
    Random,
    Rule,
    Weekly,
    weekdays,
)
from homework.trimming import Cut, cut_in, proposals, trimmed

WORK = frozenset(range(1, 6))
MONDAY = date(2027, 3, 1)


def daily(*hours: int) -> list[Rule]:
    return [Weekly(WEEK, time(hour)) for hour in hours]


def chance(count: int) -> list[Rule]:
    return [Random(WEEK, time(9), time(21), count, place, 60, "s") for place in range(count)]


@pytest.mark.parametrize(
    "cut",
    [
        Cut("full"),
        Cut("light", 10),
        Cut("minute", days=frozenset({1, 7})),
        Cut("light", 2, frozenset({3})),
    ],
)
def test_a_cut_survives_its_button(cut: Cut) -> None:
    assert cut_in(cut.code) == cut
    assert len(cut.code) <= 10


@pytest.mark.parametrize(
    "code", ["", "1", "10", "3001", "0008", "abc", "٣٠٠", "000" + "1" * 8, "-01"]
)
def test_anything_else_is_no_cut(code: str) -> None:
    assert cut_in(code) is None


def test_fewer_times_keep_the_first_and_the_last() -> None:
    rules = daily(9, 12, 15, 18)
    assert trimmed(rules, Cut("full", 2)) == (*daily(9, 18),)
    assert trimmed(rules, Cut("full", 3)) == (*daily(9, 12, 18),)
    assert trimmed(rules, Cut("full", 1)) == (*daily(9),)


def test_times_on_other_days_do_not_take_each_others_place() -> None:
    rules: list[Rule] = [Weekly(WORK, time(9)), Weekly(frozenset({6, 7}), time(11))]
    assert trimmed(rules, Cut("full", 1)) == (*rules,)


def test_fewer_at_random_are_drawn_anew_between_the_same_times() -> None:
    assert trimmed(chance(6), Cut("full", 3)) == (*chance(3),)


def test_on_fewer_days_every_rule_follows() -> None:
    days = frozenset({1, 4})
    cut = Cut("full", days=days)
    assert trimmed([*daily(9), *chance(1)], cut) == (
        Weekly(days, time(9)),
        Random(days, time(9), time(21), 1, 0, 60, "s"),
    )
    assert trimmed([EveryDays(2, MONDAY, time(9))], cut) == (Weekly(days, time(9)),)
    assert trimmed([AfterWaking(WORK, 30)], cut) == (AfterWaking(days, 30),)
    dates = OnDates((date(2027, 3, 1), date(2027, 3, 2)), time(9))
    assert trimmed([dates], cut) == (OnDates((date(2027, 3, 1),), time(9)),)
    session = BySession(OnDay(-1, time(18)))
    assert trimmed([session], cut) == (session,)
    assert trimmed([Weekly(frozenset({2}), time(9))], cut) == ()


def test_the_mildest_of_each_sort_is_offered() -> None:
    def fits(cut: Cut) -> bool:
        left = trimmed(daily(9, 12, 18), cut)
        size = {"full": 10, "light": 5, "minute": 1}[cut.variant]
        return size * sum(len(weekdays(rule)) for rule in left) <= 105

    found = proposals("full", ("light", "minute"), daily(9, 12, 18), WEEK, fits)
    assert found == [Cut("light"), Cut("full", 1), Cut("full", days=frozenset({1, 3, 5}))]


def test_where_no_single_cut_fits_both_are_tried() -> None:
    def fits(cut: Cut) -> bool:
        left = trimmed(daily(9, 18), cut)
        return cut.variant == "light" and sum(len(weekdays(rule)) for rule in left) <= 3

    (cut,) = proposals("full", ("light",), daily(9, 18), WEEK, fits)
    assert cut == Cut("light", 1, frozenset({1, 3, 5}))


def test_days_with_room_are_taken_first() -> None:
    free = frozenset({6, 7})
    found = proposals("full", (), daily(9), free, lambda cut: bool(cut.days and cut.days <= free))
    assert found == [Cut("full", days=free)]


def test_nothing_is_offered_where_nothing_fits() -> None:
    assert proposals("full", ("light",), daily(9), WEEK, lambda _: False) == []


RULES = st.one_of(
    st.builds(
        Weekly,
        st.frozensets(st.integers(1, 7), min_size=1),
        st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    ),
    st.builds(AfterWaking, st.frozensets(st.integers(1, 7), min_size=1), st.integers(0, 90)),
)


@settings(deadline=None)
@given(
    st.lists(RULES, min_size=1, max_size=6),
    st.integers(1, 6),
    st.one_of(st.none(), st.frozensets(st.integers(1, 7), min_size=1)),
)
def test_what_is_left_is_never_more_than_was_asked_for(
    rules: list[Rule], times: int, days: frozenset[int] | None
) -> None:
    left = trimmed(rules, Cut("full", times, days))
    assert prompts_a_day(left) <= min(times, prompts_a_day(rules))
    assert all(weekdays(rule) <= (days or WEEK) for rule in left)
