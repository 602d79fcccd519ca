"""Predictions over all sheets: counted as they came out, with an interval, never below five."""

import pytest

from homework import packaged
from homework.predictions import Count, count, interval, line, outcome_step

TEXTS = packaged.texts("en", strict=True)


def test_which_sheets_have_one() -> None:
    found = {key: outcome_step(sheet) for key, sheet in packaged.worksheets().items()}
    assert found["worry_outcome"] == "came" and found["behavioural_experiment"] == "came_true"
    assert found["thought_record_7col"] is None and found["self_monitoring"] is None


@pytest.mark.parametrize(
    ("hits", "n", "expected"),
    # Newcombe 1998, table I, and the two ends.
    [
        (81, 263, (26, 37)),
        (15, 148, (6, 16)),
        (0, 20, (0, 16)),
        (1, 29, (1, 17)),
        (5, 5, (57, 100)),
    ],
)
def test_the_interval_is_wilsons(hits: int, n: int, expected: tuple[int, int]) -> None:
    assert interval(hits, n) == expected


def test_only_what_came_to_its_day_counts() -> None:
    given = [("came", {"came": came}) for came in ("no", "no", "yes", "partly", "unclear", None)]
    assert count(given, kept=2) == Count(no=2, partly=1, yes=1, kept=2)  # pyright: ignore


def test_nothing_is_said_below_five() -> None:
    assert line(Count(no=4, kept=9), TEXTS) == ""
    said = line(Count(no=4, partly=1, yes=1, kept=1), TEXTS)
    assert said == (
        "Over all finished sheets, 6 predictions came to their day: 1 happened, 1 in part,"
        " 4 did not."
        " 95 % interval for “happened”: 3 to 56 %."
        " 1 sheet is not shared whole and stays out."
    )


def test_of_which_sheets_they_are_is_said_where_there_are_several_kinds() -> None:
    both = Count(no=4, yes=2, sheets=(("Experiment", 2), ("Worry check", 4)))
    assert "Of these: Experiment 2, Worry check 4." in line(both, TEXTS)
    assert "Of these" not in line(Count(no=4, yes=2, sheets=(("Worry check", 6),)), TEXTS)
