"""How many prompts a day may be: the usual four, or what was agreed for a series, at most ten."""

from datetime import date, time

import pytest

from homework import packaged
from homework.burden import Caps
from homework.loads import Load, above_prompts, caps, most, most_prompts, prompts_a_day
from homework.page import USUAL, Page
from homework.recurrence import EveryDays, Rule, Weekly

TEXTS = packaged.texts("en", strict=True)
EVERY_DAY = frozenset(range(1, 8))


def daily(count: int) -> list[Rule]:
    return [Weekly(EVERY_DAY, time(8 + hour)) for hour in range(count)]


def test_the_busiest_day_counts() -> None:
    rules: list[Rule] = [Weekly(frozenset({1, 3}), time(9)), Weekly(frozenset({3}), time(18))]
    assert prompts_a_day(rules) == 2
    assert prompts_a_day([*rules, EveryDays(3, date(2027, 3, 1), time(12))]) == 3
    assert prompts_a_day([]) == 0


SERIES = frozenset({"series"})


@pytest.mark.parametrize(("count", "most"), [(0, 4), (2, 4), (6, 6), (10, 10), (14, 10)])
def test_a_series_raises_the_cap_to_what_was_agreed_for_itself_alone(count: int, most: int) -> None:
    found = caps({"series": daily(count)}, SERIES)
    assert found == Caps(series=SERIES, together=most)
    assert (found.most, found.prompts) == (most, 4)


def test_beside_a_series_all_prompts_together_stay_within_ten() -> None:
    assert caps({"series": daily(8), "other": daily(4)}, SERIES).most == 10
    assert caps({"series": daily(3), "other": daily(2)}, SERIES).most == 5


@pytest.mark.parametrize("lowered", [1, 2, 3])
def test_what_the_therapist_set_lower_holds_for_a_series_too(lowered: int) -> None:
    own = Caps(prompts=lowered)
    assert caps({"series": daily(8)}, SERIES, own) == own
    page = Page(own)
    assert most_prompts(page, series=True) == lowered
    assert most(Load(lowered + 1, 5, 0, 1, 0), page, TEXTS, "Fox")
    assert above_prompts(Load(lowered + 1, 5, 0, 1, 0), page)


@pytest.mark.parametrize(
    ("together", "beside", "fits"), [(10, 4, True), (10, 5, False), (11, 2, False)]
)
def test_beside_a_series_the_practices_stay_within_the_usual(
    together: int, beside: int, *, fits: bool
) -> None:
    load = Load(together, 5, 1, 1, beside)
    assert (most(load, USUAL, TEXTS, "Fox") == []) is fits
    assert above_prompts(load, USUAL) is not fits


def test_without_a_series_the_cap_stays() -> None:
    assert caps({"other": daily(6)}, frozenset()) == Caps()
