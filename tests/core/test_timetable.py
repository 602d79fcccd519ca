"""Times typed in one line, and the schedule that a form describes."""

from datetime import date, time

import pytest

from conversations.session import Json
from homework.recurrence import EveryDays, Weekly
from homework.timetable import rules_of, times_in

TODAY = date(2027, 3, 1)
EVERY_DAY = frozenset(range(1, 8))


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("9, 13:30, 18", "09:00 13:30 18:00"),
        ("9 13:30 18", "09:00 13:30 18:00"),
        ("9am; 1:30 pm and 6 pm.", "09:00 13:30 18:00"),
        ("18\n9\n9:00", "09:00 18:00"),
        ("noon", "12:00"),
        ("at 9, at 18", "09:00 18:00"),
    ],
)
def test_times_in_a_line(typed: str, hours: str) -> None:
    assert times_in(typed) == [time.fromisoformat(at) for at in hours.split()]


@pytest.mark.parametrize("typed", ["", " , ", "morning", "9, later", "25", "9:70", "9-10"])
def test_what_is_no_line_of_times(typed: str) -> None:
    assert times_in(typed) is None


def test_a_series_has_a_rule_for_each_of_its_times() -> None:
    answers = {"rhythm": "daily", "times": "9, 18", "time": "12:00"}
    assert rules_of(answers, TODAY, momentary=True) == [
        Weekly(EVERY_DAY, time(9)),
        Weekly(EVERY_DAY, time(18)),
    ]
    assert rules_of(answers, TODAY, momentary=False) == [Weekly(EVERY_DAY, time(12))]


def test_days_distances_and_no_prompts() -> None:
    weekly: dict[str, Json] = {"rhythm": "weekly", "days": ["1", "4"], "times": "9"}
    assert rules_of(weekly, TODAY, momentary=True) == [Weekly(frozenset({1, 4}), time(9))]
    every = {"rhythm": "every", "every": 3, "times": "9, 18"}
    assert rules_of(every, TODAY, momentary=True) == [
        EveryDays(3, TODAY, time(9)),
        EveryDays(3, TODAY, time(18)),
    ]
    assert rules_of({"rhythm": "none", "times": "9"}, TODAY, momentary=True) == []


def test_times_that_cannot_be_read_give_no_rules() -> None:
    assert rules_of({"rhythm": "daily", "times": "morning"}, TODAY, momentary=True) == []
