"""Schedules as people type them, and what of them cannot be read."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework import packaged
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
from homework.spoken import schedule_in
from homework.spoken_days import Unread, moment_in, times_in

TODAY = date(2027, 3, 1)  # a Monday
WORK, ENDS = frozenset(range(1, 6)), frozenset({6, 7})
OTHERS = {"a1": "Thought record: three columns", "a2": "Behavioural experiment"}


def on(*days: int) -> frozenset[int]:
    return frozenset(days)


def randoms(count: int, start: int, end: int, gap: int, days: frozenset[int] = WEEK) -> list[Rule]:
    return [Random(days, time(start), time(end), count, place, gap, "s") for place in range(count)]


READ: list[tuple[str, list[Rule]]] = [
    ("weekdays 9 and 20:30", [Weekly(WORK, time(9)), Weekly(WORK, time(20, 30))]),
    ("mon wed fri 18:00", [Weekly(on(1, 3, 5), time(18))]),
    ("Mon, Wed and Fri at 18:00.", [Weekly(on(1, 3, 5), time(18))]),
    ("mon-fri 9", [Weekly(WORK, time(9))]),
    ("Monday – Thursday at 7", [Weekly(on(1, 2, 3, 4), time(7))]),
    ("fri to mon 9", [Weekly(on(5, 6, 7, 1), time(9))]),
    ("tue/thu 6 pm", [Weekly(on(2, 4), time(18))]),
    ("tuesdays at 18:00", [Weekly(on(2), time(18))]),
    ("every tue and thu at 6 pm", [Weekly(on(2, 4), time(18))]),
    ("daily 8pm", [Weekly(WEEK, time(20))]),
    ("every day at 9", [Weekly(WEEK, time(9))]),
    ("8 pm every day", [Weekly(WEEK, time(20))]),
    ("twice a day at 9 and 18", [Weekly(WEEK, time(9)), Weekly(WEEK, time(18))]),
    ("9, 13:30, 18", [Weekly(WEEK, time(9)), Weekly(WEEK, time(13, 30)), Weekly(WEEK, time(18))]),
    ("noon on weekends", [Weekly(ENDS, time(12))]),
    ("weekends at noon; weekdays 7", [Weekly(ENDS, time(12)), Weekly(WORK, time(7))]),
    ("mondays 9 and fridays 10", [Weekly(on(1), time(9)), Weekly(on(5), time(10))]),
    ("9 on mon and 10 on fri", [Weekly(on(1), time(9)), Weekly(on(5), time(10))]),
    ("every 3 days at 9", [EveryDays(3, TODAY, time(9))]),
    ("every other day at 9 and 18", [EveryDays(2, TODAY, at) for at in (time(9), time(18))]),
    ("every second day 8pm", [EveryDays(2, TODAY, time(20))]),
    ("every 3rd day at 9", [EveryDays(3, TODAY, time(9))]),
    ("3 random between 10 and 20, 90 min apart", randoms(3, 10, 20, 90)),
    ("3 times at random between 10:00 and 20:00, at least 2 hours apart", randoms(3, 10, 20, 120)),
    ("3x random 10-20", randoms(3, 10, 20, 60)),
    ("random 2 times from 10 am to 8 pm on weekdays", randoms(2, 10, 20, 60, WORK)),
    ("five prompts a day at random between 9 and 21", randoms(5, 9, 21, 60)),
    ("at random between 10 and 11", randoms(1, 10, 11, 60)),
    ("the day before the session at 18", [BySession(OnDay(-1, time(18)))]),
    ("day before session 18:00", [BySession(OnDay(-1, time(18)))]),
    ("2 days before the session at 18 and 20", [
        BySession(OnDay(-2, time(18))), BySession(OnDay(-2, time(20)))
    ]),
    ("on the day of the session at 9", [BySession(OnDay(0, time(9)))]),
    ("three days after the session at 9", [BySession(OnDay(3, time(9)))]),
    ("2 hours before the session", [BySession(InMinutes(-120))]),
    ("an hour after each session", [BySession(InMinutes(60))]),
    ("half an hour before the session", [BySession(InMinutes(-30))]),
    ("30 min after waking up", [AfterWaking(WEEK, 30)]),
    ("an hour after waking on weekdays", [AfterWaking(WORK, 60)]),
    ("after waking up", [AfterWaking(WEEK, 0)]),
    ("half an hour after getting up", [AfterWaking(WEEK, 30)]),
    ("on 3 Dec and 10 Dec at 9", [OnDates((date(2027, 12, 3), date(2027, 12, 10)), time(9))]),
    ("10 Dec, 3 Dec 9:00", [OnDates((date(2027, 12, 3), date(2027, 12, 10)), time(9))]),
    ("Fri 3 December at 9", [OnDates((date(2027, 12, 3),), time(9))]),
    ("2027-12-03 at 9 and 18", [OnDates((date(2027, 12, 3),), at) for at in (time(9), time(18))]),
    ("the day after the thought record at 18", [
        AfterOther("a1", OTHERS["a1"], OnDay(1, time(18)))
    ]),
    ("2 hours after experiment", [AfterOther("a2", OTHERS["a2"], InMinutes(120))]),
    ("no prompts", []),
    ("only when they like", []),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "rules"), READ, ids=[typed for typed, _ in READ])
def test_what_is_read(typed: str, rules: list[Rule]) -> None:
    assert schedule_in(typed, TODAY, seed="s", others=OTHERS) == tuple(rules)
    assert schedule_in(f"  {typed.upper()} ", TODAY, seed="s", others=OTHERS) == tuple(rules)


UNREAD = [
    ("", "words", ""),
    ("every morning", "words", "morning"),
    ("daily at lunch", "words", "lunch"),
    ("daily", "time", "daily"),
    ("mon 9 fri", "words", "9"),
    ("9 to 5", "words", "9 to 5"),
    ("weekdays 25:00", "words", "25:00"),
    ("the day after the session", "time", "the day after the session"),
    ("soon before the session", "words", "soon before the session"),
    ("2 hours before the session at 9", "words", "2 hours before the session at 9"),
    ("3 hours after breakfast", "words", "breakfast"),
    ("the day after the e at 9", "words", "e"),  # two practices have an e
    ("3 random", "time", "3 random"),
    ("12 random between 10 and 20", "room", "12"),
    ("4 random between 10 and 12", "room", "4, 10:00-12:00"),
    ("2 random between 20 and 10", "room", "2, 20:00-10:00"),
    ("on 3 Mar 2026 at 9", "past", "on 3 mar 2026 at 9"),
    ("Mon 3 Dec at 9", "words", "mon 3 dec"),  # a Friday
    ("60 days before the session at 9", "far", "60 days before the session at 9"),
    ("x" * 400, "words", "x" * 80),
]


@pytest.mark.parametrize(("typed", "why", "part"), UNREAD, ids=[typed[:30] for typed, *_ in UNREAD])
def test_what_is_not_read_is_named(typed: str, why: str, part: str) -> None:
    assert schedule_in(typed, TODAY, others=OTHERS) == Unread(why, part)  # pyright: ignore


HEARD = (
    "every day days mon tue-fri weekdays at 9 10:30 8pm and , ; the before after session random "
    "between to 3 two waking up on dec 3. 2027-12-03 hours min apart - / x"
)
WORDS = st.sampled_from(HEARD.split())


@given(st.one_of(st.text(max_size=320), st.lists(WORDS, max_size=14).map(" ".join)))
def test_anything_typed_is_read_or_named(typed: str) -> None:
    read = schedule_in(typed, TODAY, others=OTHERS)
    assert isinstance(read, tuple | Unread)


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


NOW = datetime(2027, 3, 1, 10, tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Thu 14:00", "2027-03-04 14:00"),
        ("thursday at 2 pm", "2027-03-04 14:00"),
        ("on 4 March at 14:00", "2027-03-04 14:00"),
        ("Thu 4 March 14:00", "2027-03-04 14:00"),
        ("4.3. 14:00", "2027-03-04 14:00"),
        ("Thu 2", "2027-03-04 14:00"),
        ("Thu 5 30", "2027-03-04 17:30"),
        ("Thu 2 am", "2027-03-04 02:00"),
        ("Thu 02:00", "2027-03-04 02:00"),
        ("Thu 6", "2027-03-04 06:00"),
        ("tomorrow 9", "2027-03-02 09:00"),
        ("mon 11", "2027-03-01 11:00"),
        ("mon 9", "2027-03-08 09:00"),
        ("today 11", "2027-03-01 11:00"),
        ("today 9", None),
        ("Fri 4 March 14:00", None),
        ("1 March 2026 9:00", None),
        ("Thursday", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_moment_to_come(typed: str, expected: str | None) -> None:
    found = moment_in(typed, NOW, packaged.language("en").days)
    assert (f"{found:%Y-%m-%d %H:%M}" if found else None) == expected


@pytest.mark.parametrize(
    ("locale", "typed", "expected"),
    [
        ("de", "Do 14:00", "2027-03-04 14:00"),
        ("de", "Donnerstag um 14 Uhr", "2027-03-04 14:00"),
        ("de", "am Donnerstag, 4.3. um 14 Uhr", "2027-03-04 14:00"),
        ("de", "Fr 4.3. 14:00", None),
        ("de", "Montag 9 Uhr", "2027-03-08 09:00"),
        ("de", "morgen 9 Uhr", "2027-03-02 09:00"),
        ("de", "heute 9 Uhr", None),
        ("es", "jueves 14:00", "2027-03-04 14:00"),
        ("es", "el jueves a las 14:00", "2027-03-04 14:00"),
        ("es", "mañana a las 9", "2027-03-02 09:00"),
        ("es", "lun 9:00", "2027-03-08 09:00"),
        ("ru", "чт 14:00", "2027-03-04 14:00"),
        ("ru", "в четверг в 14:00", "2027-03-04 14:00"),
        ("ru", "4 марта в 14:00", "2027-03-04 14:00"),
        ("ru", "завтра в 9", "2027-03-02 09:00"),
        ("ru", "в четверг в два", "2027-03-04 14:00"),
        ("ru", "в четверг в 2 часа ночи", "2027-03-04 02:00"),
        ("ru", "Thu 14:00", "2027-03-04 14:00"),
    ],
)
def test_a_moment_to_come_in_each_language(locale: str, typed: str, expected: str | None) -> None:
    found = moment_in(typed, NOW, packaged.language(locale).days)
    assert (f"{found:%Y-%m-%d %H:%M}" if found else None) == expected
