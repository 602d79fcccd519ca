"""The schedule that a finished form describes, by buttons or typed."""

from datetime import date, time

import pytest

from conversations.session import Json, Option
from homework.schedule import (
    WEEK,
    AfterOther,
    AfterWaking,
    BySession,
    EveryDays,
    InMinutes,
    OnDates,
    OnDay,
    Random,
    Rule,
    Weekly,
)
from homework.spoken_days import Unread
from homework.timetable import Hints, written

TODAY = date(2027, 3, 1)
HINTS = Hints(TODAY, "seed", (Option("a1", "Thought record"),))


def read(*, momentary: bool = False, **answers: Json) -> tuple[Rule, ...] | Unread:
    return written(answers, HINTS, momentary=momentary)


def test_a_series_has_a_rule_for_each_of_its_times() -> None:
    answers: dict[str, Json] = {"rhythm": "daily", "times": "9, 18", "time": "12:00"}
    assert read(momentary=True, **answers) == (Weekly(WEEK, time(9)), Weekly(WEEK, time(18)))
    assert read(**answers) == (Weekly(WEEK, time(12)),)
    asked_singly: dict[str, Json] = {"rhythm": "daily", "time": "12:00", "time_2": "20:00"}
    both = (Weekly(WEEK, time(12)), Weekly(WEEK, time(20)))
    assert read(momentary=True, **asked_singly) == both


@pytest.mark.parametrize(
    ("answers", "rules"),
    [
        (
            {"rhythm": "weekly", "days": ["1", "4"], "time": "09:00", "time_2": "18:00"},
            (Weekly(frozenset({1, 4}), time(9)), Weekly(frozenset({1, 4}), time(18))),
        ),
        ({"rhythm": "every", "every": 3, "time": "09:00"}, (EveryDays(3, TODAY, time(9)),)),
        ({"rhythm": "none", "time": "09:00"}, ()),
        (
            {"rhythm": "dates", "dates": ["2027-03-10", "2027-03-03"], "time": "09:00"},
            (OnDates((date(2027, 3, 3), date(2027, 3, 10)), time(9)),),
        ),
        (
            {"rhythm": "random", "count": "2", "from": "10:00", "to": "20:00", "gap": "90"},
            tuple(Random(WEEK, time(10), time(20), 2, place, 90, "seed") for place in (0, 1)),
        ),
        (
            {"rhythm": "session", "around": "d-1", "time_around": "18:00"},
            (BySession(OnDay(-1, time(18))),),
        ),
        ({"rhythm": "session", "around": "m-120"}, (BySession(InMinutes(-120)),)),
        ({"rhythm": "waking", "after_waking": "30"}, (AfterWaking(WEEK, 30),)),
        (
            {"rhythm": "other", "other": "a1", "after_other": "d1", "time_after": "18:00"},
            (AfterOther("a1", "Thought record", OnDay(1, time(18))),),
        ),
        (
            {"rhythm": "typed", "schedule": "weekdays 9; 2 hours after thought record"},
            (
                Weekly(frozenset(range(1, 6)), time(9)),
                AfterOther("a1", "Thought record", InMinutes(120)),
            ),
        ),
    ],
)
def test_every_rhythm(answers: dict[str, Json], rules: tuple[Rule, ...]) -> None:
    assert read(**answers) == rules


@pytest.mark.parametrize(
    ("answers", "momentary", "why"),
    [
        ({"rhythm": "daily", "times": "morning"}, True, "times"),
        ({"rhythm": "daily"}, False, "time"),
        ({"rhythm": "random", "count": "6", "from": "10:00", "to": "11:00"}, False, "room"),
        ({"rhythm": "random", "count": "2", "from": "20:00", "to": "10:00"}, False, "room"),
        ({"rhythm": "other", "other": "gone", "after_other": "m60"}, False, "other"),
        ({"rhythm": "session", "around": "d-1"}, False, "time"),
        ({"rhythm": "typed", "schedule": "now and then"}, False, "words"),
    ],
)
def test_what_cannot_be_read_is_said(answers: dict[str, Json], momentary: bool, why: str) -> None:
    found = read(momentary=momentary, **answers)
    assert isinstance(found, Unread)
    assert found.why == why
