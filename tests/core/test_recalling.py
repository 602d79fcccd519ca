"""What counts as told from memory: only what was certainly over an hour ago."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.loader import load
from conversations.model import Worksheet
from homework import packaged
from homework.recalling import recalled

LONDON = ZoneInfo("Europe/London")
BEGAN = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)
BECK = packaged.worksheets()["thought_record_beck"]
NOW = packaged.worksheets()["self_monitoring"]
PLAIN = packaged.worksheets()["thought_record_3col"]
PLAN = packaged.worksheets()["behavioural_experiment"]
TIMED = """
format = 1
id = "timed"
version = 1
title = "When it was"

[[steps]]
id = "day"
kind = "date"
happened = true
prompt = "On which day was it?"

[[steps]]
id = "at"
kind = "time"
happened = true
prompt = "At what time?"
"""


def timed() -> Worksheet:
    sheet = load(TIMED, "timed.toml")
    assert isinstance(sheet, Worksheet), sheet
    return sheet


@pytest.mark.parametrize(
    ("day", "began", "expected"),
    [
        ("2027-03-01", BEGAN, False),  # today: nobody knows when
        ("2027-02-28", BEGAN, True),
        ("2027-02-28", datetime(2027, 3, 1, 0, 50, tzinfo=UTC), False),  # may be 50 minutes ago
        ("2027-02-28", datetime(2027, 3, 1, 1, 1, tzinfo=UTC), True),
        ("2027-03-02", BEGAN, False),
        (None, BEGAN, False),  # passed over: nothing is known
    ],
)
def test_a_day_counts_when_it_was_over_for_an_hour(
    day: str | None, began: datetime, expected: bool
) -> None:
    answers = {"day": day} if day else {}
    assert recalled(BECK, dict(answers), began, None, LONDON) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"day": "2027-03-01", "at": "17:01"}, False),
        ({"day": "2027-03-01", "at": "16:59"}, True),
        ({"at": "16:59"}, True),  # today, if no day was said
        ({"day": "2027-02-28", "at": "23:59"}, True),
    ],
)
def test_a_time_counts_to_the_minute(answers: dict[str, str], expected: bool) -> None:
    assert recalled(timed(), dict(answers), BEGAN, None, LONDON) is expected


def test_days_are_those_of_the_writer() -> None:
    began = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)  # 01:00 the next day in Auckland
    auckland = ZoneInfo("Pacific/Auckland")
    assert not recalled(BECK, {"day": "2027-03-01"}, began, None, auckland)
    later = began + timedelta(minutes=1)
    assert recalled(BECK, {"day": "2027-03-01"}, later, None, auckland)
    assert not recalled(BECK, {"day": "2027-03-01"}, later, None, LONDON)


@pytest.mark.parametrize("minutes", [0, 60, 61, 300])
def test_a_note_about_right_now_counts_from_its_prompt(minutes: int) -> None:
    prompted = BEGAN - timedelta(minutes=minutes)
    assert recalled(NOW, {}, BEGAN, prompted, LONDON) is (minutes > 60)


def test_what_was_not_asked_is_not_known() -> None:
    assert not recalled(NOW, {}, BEGAN, None, LONDON)
    assert not recalled(PLAIN, {}, BEGAN, BEGAN - timedelta(days=2), LONDON)
    # A day on which something is to be done is no day on which it happened.
    answers = {"day": "2027-02-01", "check_day": "2027-02-02", "check_time": "09:00"}
    assert not recalled(PLAN, dict(answers), BEGAN, None, LONDON)
