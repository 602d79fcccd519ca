"""Tables: what people type -> the value it means, or the reason why it was not taken."""

from datetime import date, timedelta

import pytest

from conversations.answers import TEXT_LIMIT, Value, parse, press
from conversations.daywords import day_in, time_in
from conversations.effects import Refuse
from conversations.model import Step
from conversations.ratings import (
    Feelings,
    OutOfRange,
    Rating,
    Unsure,
    amount_in,
    feelings_in,
    rating_in,
)
from conversations.session import Option
from homework import packaged
from tests.support.sheets import every_kind, one

TODAY = date(2026, 5, 5)  # a Tuesday
EN = packaged.language("en")


def step(kind: str, more: str = "") -> Step:
    return one(kind, more).steps[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60", 60),
        (" 60 ", 60),
        ("60.", 60),
        ("60!", 60),
        ("60%", 60),
        ("60 %", 60),
        ("60 percent", 60),
        ("about 60", 60),
        ("maybe like 60", 60),
        ("I think it's about 60", 60),
        ("~60", 60),
        ("60ish", 60),
        ("60 or so", 60),
        ("60 I guess", 60),
        ("6/10", 60),
        ("6 / 10", 60),
        ("6 out of 10", 60),
        ("6,5/10", 65),
        ("3/5", 60),
        ("60/100", 60),
        ("0", 0),
        ("100", 100),
        ("٦٠", 60),
        ("62.5", 63),
        ("100!", 100),
        ("10", 10),
        ("ten", 10),
        ("sixty", 60),
        ("about sixty", 60),
        ("Sixty-five", 65),
        ("sixty five", 65),
        ("six out of ten", 60),
        ("a hundred", 100),
        ("zero", 0),
    ],
)
def test_a_plain_rating_is_read(text: str, value: int) -> None:
    assert rating_in(text, 100, EN.numerals) == Rating(value)


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("6", (6, 60), 6),
        ("six", (6, 60), 6),
        ("about 6", (6, 60), 6),
        ("6.5", (7, 65), None),
    ],
)
def test_what_may_be_meant_on_another_scale_is_asked(
    text: str, options: tuple[int, ...], said: int | None
) -> None:
    assert rating_in(text, 100, EN.numerals) == Unsure(options, said)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("60-70", (60, 70)),
        ("60 – 70", (60, 70)),
        ("60 to 70", (60, 70)),
        ("60 or 70", (60, 70)),
        ("between 60 and 70", (60, 70)),
        ("maybe between sixty and seventy", (60, 70)),
        ("from 70 to 60", (60, 70)),
        ("60-70%", (60, 70)),
        ("6-7/10", (60, 70)),
        ("6-7", (6, 7, 60, 70)),
    ],
)
def test_two_ends_are_asked(text: str, options: tuple[int, ...]) -> None:
    assert rating_in(text, 100, EN.numerals) == Unsure(options, span=True)


def test_a_half_on_the_scale_to_ten_is_asked() -> None:
    assert rating_in("6.5", 10, EN.numerals) == Unsure((6, 7))
    assert rating_in("6", 10, EN.numerals) == Rating(6)


def test_what_was_asked_about_is_taken_the_second_time() -> None:
    scale = step("scale", 'low = "a"\nhigh = "b"')
    first = parse(scale, "6", today=TODAY, language=EN)
    assert isinstance(first, Refuse)
    assert first.offered == (6, 60)
    assert parse(scale, "6", today=TODAY, offered=first.offered) == Value(6)
    assert parse(scale, "60", today=TODAY, offered=first.offered) == Value(60)


@pytest.mark.parametrize(
    "text",
    ["60 because she looked at me", "60, it was worse before", "60 - I hate this", "60\nwhy ask"],
)
def test_a_rating_with_more_words_is_read_and_the_words_are_kept(text: str) -> None:
    assert rating_in(text, 100, EN.numerals) == Rating(60, more=True)


@pytest.mark.parametrize(
    "text",
    [
        "no idea",
        "I cried 3 times",
        "3 of my friends came",
        "one of them",
        "no one",
        "0.4",
        "100 years old",
        "very strong",
        "1,000",
        "call me at 5",
        "",
        "%",
        "6/0",
    ],
)
def test_a_number_that_is_not_plainly_the_answer_is_not_guessed(text: str) -> None:
    assert rating_in(text, 100, EN.numerals) is None


@pytest.mark.parametrize("text", ["150", "-5", "11/10", "101", "200%", "999999999", "90-110"])
def test_a_number_beside_the_scale_is_told_apart(text: str) -> None:
    assert rating_in(text, 100, EN.numerals) == OutOfRange()


@pytest.mark.parametrize(
    ("text", "value"), [("6", 6), ("6/10", 6), ("60%", 6), ("about 6", 6), ("10", 10)]
)
def test_the_scale_to_ten(text: str, value: int) -> None:
    assert rating_in(text, 10, EN.numerals) == Rating(value)


def test_the_scale_to_ten_ends_at_ten() -> None:
    assert rating_in("60", 10, EN.numerals) == OutOfRange()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sad", [("sad", None)]),
        ("sad 80, angry 40", [("sad", 80), ("angry", 40)]),
        ("sad 80 angry 40", [("sad", 80), ("angry", 40)]),
        ("sad: 80; angry: 40", [("sad", 80), ("angry", 40)]),
        ("sad - 80\nangry - 40", [("sad", 80), ("angry", 40)]),
        ("sad (80), angry (40)", [("sad", 80), ("angry", 40)]),
        ("sad 8/10 and angry 40%", [("sad", 80), ("angry", 40)]),
        ("sad about 80", [("sad", 80)]),
        ("80 sad", [("sad", 80)]),
        ("sad, angry 40", [("sad", None), ("angry", 40)]),
        ("sad and lonely", [("sad", None), ("lonely", None)]),
        ("😔 70", [("😔", 70)]),
        ("a bit sad", [("sad", None)]),
        ("sad (80) and angry (40)", [("sad", 80), ("angry", 40)]),
        ("sad 80\nangry 40", [("sad", 80), ("angry", 40)]),
        ("very sad 70 a bit angry 30", [("sad", 70), ("angry", 30)]),
        ("sad eighty, angry forty", [("sad", 80), ("angry", 40)]),
        ("sad six out of ten", [("sad", 60)]),
        ("sad is 80", [("sad", 80)]),
        ("sad, 80", [("sad", 80)]),
        ("sad 80 I think", [("sad", 80)]),
    ],
)
def test_feelings_with_and_without_numbers(text: str, found: list[tuple[str, int | None]]) -> None:
    assert feelings_in(text, 100, EN.numerals) == Feelings(tuple(found))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sad 800", [("sad", None)]),
        ("sad 8, angry 4", [("sad", None), ("angry", None)]),
        ("sad 80, angry 0,5", [("sad", 80), ("angry", None)]),
        ("sad 80 because she left", [("sad", 80)]),
    ],
)
def test_what_is_more_than_feelings_with_plain_numbers_is_told(
    text: str, found: list[tuple[str, int | None]]
) -> None:
    assert feelings_in(text, 100, EN.numerals) == Feelings(tuple(found), more=True)


@pytest.mark.parametrize(
    "text",
    [
        "I felt really bad and I did not know what to do at all",
        "",
        "80",
        "x" * 61,
        ", ;",
        "I felt 100 years old",
        "20 friends came",
        "at 5 pm",
        "sad 80 90",
        "sad 80 → 60",
        "sad 80 -> 60",
    ],
)
def test_a_sentence_is_no_list_of_feelings(text: str) -> None:
    assert feelings_in(text, 100, EN.numerals) is None


def test_the_reason_of_a_feeling_is_kept_beside_it() -> None:
    moods = step("moods", 'low = "a"\nhigh = "b"\nrate_prompt = "{name}?"')
    found = parse(moods, "sad 80 because she left", today=TODAY, language=EN)
    assert found == Value([{"name": "sad", "rating": 80}], "sad 80 because she left")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("20", (20.0, False)),
        ("about 20 min", (20.0, False)),
        ("2,5", (2.5, False)),
        ("twenty minutes", (20.0, False)),
        ("one of my friends came by", None),
    ],
)
def test_amounts(text: str, amount: tuple[float, bool] | None) -> None:
    assert amount_in(text, EN.numerals) == amount


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-05-05"),
        ("Yesterday", "2026-05-04"),
        ("tomorrow!", "2026-05-06"),
        ("last night", "2026-05-04"),
        ("2026-05-01", "2026-05-01"),
        ("1.5.", "2026-05-01"),
        ("1.5.2025", "2025-05-01"),
        ("1 May", "2026-05-01"),
        ("1st of May", "2026-05-01"),
        ("May 1, 2025", "2025-05-01"),
        ("24/12", "2025-12-24"),
        ("12/24", "2025-12-24"),
        ("Friday", "2026-05-01"),
        ("Tuesday", "2026-05-05"),
        ("next Friday", "2026-05-08"),
        ("on Monday", "2026-05-04"),
        ("31 Dec", "2025-12-31"),
        ("31 Dec '25", "2025-12-31"),
        ("1.5.25", "2025-05-01"),
        ("2025/12/31", "2025-12-31"),
        ("31-12-2025", "2025-12-31"),
        ("the 1st", "2026-05-01"),
        ("on the 31st", "2026-03-31"),
        ("Fri 1 May", "2026-05-01"),
        ("Friday the 1st", "2026-05-01"),
        ("Friday, May 1st, 2026", "2026-05-01"),
        ("1/5", "2026-05-01"),
        ("4/5", None),
        ("12/4/2026", "2026-04-12"),
        ("4/5/2025", None),
        ("Saturday 4/4", "2026-04-04"),
    ],
)
def test_days(text: str, day: str | None) -> None:
    found = day_in(text, TODAY, "past", EN.days)
    assert (found and found.isoformat()) == day


def test_which_of_two_days_is_meant_is_asked_where_both_are_near() -> None:
    asked = parse(step("date"), "3/4", today=TODAY, language=EN)
    assert asked == Refuse(
        "refuse-date-which", {"first": date(2026, 4, 3), "last": date(2026, 3, 4)}, bare=True
    )
    assert parse(step("date"), "3 April", today=TODAY, language=EN) == Value("2026-04-03")


def test_of_two_days_the_near_one_is_meant() -> None:
    """Both ways of writing it are of a plan for next week, and nobody plans for March."""
    late = date(2026, 11, 27)
    for said in ("3/12", "12/3", "3/12/2026", "12/3/26"):
        assert day_in(said, late, "future", EN.days) == date(2026, 12, 3), said


UNREAD = [
    "3/4",
    "30 February",
    "soon",
    "99/99",
    "2026-13-01",
    "T",
    "1",
    "Mon 1 May",
    "the 32nd",
    "1-2-3-4",
]


@pytest.mark.parametrize("text", UNREAD)
def test_a_day_that_could_be_another_is_not_guessed(text: str) -> None:
    assert day_in(text, TODAY, "past", EN.days) is None


def test_days_ahead() -> None:
    assert day_in("Friday", TODAY, "future", EN.days) == date(2026, 5, 8)
    assert day_in("Tuesday", TODAY, "future", EN.days) == TODAY
    assert day_in("next Tuesday", TODAY, "future", EN.days) == date(2026, 5, 12)
    assert day_in("1 May", TODAY, "future", EN.days) == date(2027, 5, 1)
    assert day_in("29 February", date(2026, 5, 5), "future", EN.days) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [("in a week", 7), ("In 3 days", 3), ("in two weeks", 14), ("in one day", 1), ("in 1 week", 7)],
)
def test_days_ahead_are_counted(text: str, days: int) -> None:
    assert day_in(text, TODAY, "future", EN.days) == TODAY + timedelta(days=days)


@pytest.mark.parametrize("text", ["in some days", "in a month", "in 0 days", "in week"])
def test_a_count_that_is_none_is_not_guessed(text: str) -> None:
    assert day_in(text, TODAY, "future", EN.days) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9", "09:00"),
        ("9:30", "09:30"),
        ("21.30", "21:30"),
        ("9pm", "21:00"),
        ("9 p.m.", "21:00"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("at 6 pm", "18:00"),
        ("2130", "21:30"),
        ("9h30", "09:30"),
        ("noon", "12:00"),
        ("24:00", None),
        ("9:75", None),
        ("13 pm", None),
        ("late", None),
        ("", None),
    ],
)
def test_times(text: str, time: str | None) -> None:
    assert time_in(text, EN.days) == time


@pytest.mark.parametrize(
    ("kind", "more", "text", "value"),
    [
        ("info", "", "ok", True),
        ("text", "", "  words  ", "words"),
        ("scale", 'low = "a"\nhigh = "b"', "about 60", 60),
        ("text_list", "", "one\n\ntwo", ["one", "two"]),
        ("number", "max = 30", "20 days", 20),
        ("number", "whole = false", "2.5", 2.5),
        ("date", "", "yesterday", "2026-05-04"),
        ("time", "", "6 pm", "18:00"),
        ("yes_no", "", "Yes!", True),
        ("yes_no", "", "nope", False),
        ("yes_no", "", "1", True),
        ("yes_no", "", "0", False),
        (
            "moods",
            'low = "a"\nhigh = "b"\nrate_prompt = "{name}?"',
            "sad 80",
            [{"name": "sad", "rating": 80}],
        ),
    ],
)
def test_each_kind_takes_its_text(kind: str, more: str, text: str, value: object) -> None:
    assert parse(step(kind, more), text, today=TODAY, language=EN) == Value(value)  # pyright: ignore


@pytest.mark.parametrize(
    ("kind", "more", "text", "key"),
    [
        ("info", "", "why?", "refuse-info"),
        ("text", "max_chars = 5", "longer than five", "refuse-long"),
        ("scale", 'low = "a"\nhigh = "b"', "no idea", "refuse-rating"),
        ("scale", 'low = "a"\nhigh = "b"', "101", "refuse-rating-range"),
        ("number", "max = 30", "31", "refuse-number-range"),
        ("number", "", "2.5", "refuse-number-whole"),
        ("number", "", "some", "refuse-number"),
        ("date", "", "soon", "refuse-date"),
        ("time", "", "late", "refuse-time"),
        ("yes_no", "", "no idea", "refuse-yes-no"),
        ("yes_no", "", "not sure", "refuse-yes-no"),
        ("yes_no", "", "0,5", "refuse-yes-no"),
    ],
)
def test_each_kind_says_why_not(kind: str, more: str, text: str, key: str) -> None:
    found = parse(step(kind, more), text, today=TODAY, language=EN)
    assert isinstance(found, Refuse)
    assert found.key == key


def test_yes_with_a_reason_keeps_the_reason() -> None:
    assert parse(step("yes_no"), "No, it rained", today=TODAY, language=EN) == Value(
        False, "No, it rained"
    )


OPTIONS = (Option("home", "At home"), Option("work", "At work"), Option("out", "Outside"))


@pytest.mark.parametrize(
    ("text", "value"), [("at home", "home"), ("OUT", "out"), ("outs", "out"), ("Outside.", "out")]
)
def test_a_choice_may_be_typed(text: str, value: str) -> None:
    place = every_kind().by_id["place"]
    assert parse(place, text, today=TODAY, options=OPTIONS) == Value(value)


@pytest.mark.parametrize("text", ["at", "at w or so", "elsewhere", ""])
def test_an_unclear_choice_is_refused(text: str) -> None:
    place = every_kind().by_id["place"]
    assert isinstance(parse(place, text, today=TODAY, options=OPTIONS), Refuse)


def test_several_may_be_typed_in_any_order() -> None:
    drop = every_kind().by_id["drop"]
    assert parse(drop, "outside, at home", today=TODAY, options=OPTIONS) == Value(["home", "out"])
    assert isinstance(parse(drop, "outside, moon", today=TODAY, options=OPTIONS), Refuse)


@pytest.mark.parametrize(("text", "value"), [("2", "they know"), ("#1", "I am bad"), ("know", 0)])
def test_a_pick_by_number_or_words(text: str, value: str | int) -> None:
    items = ["I am bad", "they know"]
    found = parse(every_kind().by_id["hot"], text, today=TODAY, items=items)
    assert found == Value(value or "they know")


def test_an_over_long_text_keeps_its_rest_as_a_note() -> None:
    found = parse(step("text"), "x" * (TEXT_LIMIT + 5), today=TODAY)
    assert found == Value("x" * TEXT_LIMIT, "x" * 5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("intro", "yes"),
        ("situation", "60"),
        ("place", "moon"),
        ("tension", "11"),
        ("tension", "-1"),
        ("tension", "²"),
        ("day", "yesterdays"),
        ("clock", "03:00"),
        ("happened", "maybe"),
        ("hot", "9"),
        ("hot", "-1"),
        ("moods_now", "101"),
    ],
)
def test_a_forged_button_has_no_value(name: str, value: str) -> None:
    found = press(every_kind().by_id[name], value, today=TODAY, options=OPTIONS, items=["a"])
    assert found is None


def test_values_do_not_show_in_reprs() -> None:
    assert "secret" not in repr(Value("secret", "secret"))


@pytest.mark.parametrize(
    "text",
    ["22:15 was the worst, 90", "70 - no, 40", "10-15 minutes, then 80", "20, maybe 30"],
)
def test_of_two_numbers_none_is_taken(text: str) -> None:
    assert rating_in(text, 100, EN.numerals) is None
