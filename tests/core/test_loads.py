"""How many prompts a day may be: the usual four, or what was agreed for a series, at most ten."""

from datetime import date, time

import pytest

from homework.burden import Caps
from homework.loads import caps, prompts_a_day
from homework.recurrence import EveryDays, Rule, Weekly

EVERY_DAY = frozenset(range(1, 8))


def daily(count: int) -> list[Rule]:
    return [Weekly(EVERY_DAY, time(8 + hour)) for hour in range(count)]


def test_the_busiest_day_counts() -> None:
    rules: list[Rule] = [Weekly(frozenset({1, 3}), time(9)), Weekly(frozenset({3}), time(18))]
    assert prompts_a_day(rules) == 2
    assert prompts_a_day([*rules, EveryDays(3, date(2027, 3, 1), time(12))]) == 3
    assert prompts_a_day([]) == 0


@pytest.mark.parametrize(("count", "most"), [(0, 4), (2, 4), (6, 6), (10, 10), (14, 10)])
def test_a_series_raises_the_cap_to_what_was_agreed(count: int, most: int) -> None:
    assert caps(daily(count), momentary=True) == Caps(prompts=most)


def test_without_a_series_the_cap_stays() -> None:
    assert caps(daily(6), momentary=False) == Caps()
