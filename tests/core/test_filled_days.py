"""What fills somebody's days: plain facts with their number, from five on, as far as is shared."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.session import Json
from homework import packaged
from homework.filled_days import lines
from homework.store.entries import Written
from tests.core.test_tallies import written

TEXTS = packaged.texts("en", strict=True)
DAYS = packaged.worksheets()["activity_monitoring"]
LONDON = ZoneInfo("Europe/London")


def note(day: int, hour: int = 12, sharing: str = "all", **said: Json) -> Written:
    at = datetime(2027, 3, 1, hour, 30, tzinfo=UTC) + timedelta(days=day)
    one = written(day, DAYS.id, sharing=sharing, **said)
    return replace(one, id=f"e{day}.{hour}", began_at=at, closed_at=at)


def told(found: list[Written], zone: ZoneInfo = LONDON) -> list[str]:
    return lines(DAYS, found, zone, TEXTS)


# Mood by kind


def moods(kind: str, *values: int, sharing: str = "all") -> list[Written]:
    return [
        note(day, what_kind=kind, mood=mood, sharing=sharing) for day, mood in enumerate(values)
    ]


def test_mood_is_told_by_kind_where_a_kind_was_noted_five_times() -> None:
    found = [*moods("people", 7, 8, 6, 7, 8, 9), *moods("home", 4, 4, 5, 3, 4)]
    assert told([*found, *moods("rest", 1, 1, 1, 1)]) == [
        "Mood on average by kind, from 5 notes of a kind on: "
        "Things at home 4.0 (5 ×) · With people 7.5 (6 ×)"
    ]


def test_a_kind_with_fewer_notes_is_left_out_and_none_make_no_line() -> None:
    assert told([*moods("people", 7, 8, 6, 7), *moods("home", 4, 4, 5, 3)]) == []
    unkind = [note(day, mood=5) for day in range(9)]
    assert told(unkind) == [], "no kind was chosen"


@pytest.mark.parametrize("sharing", ["summary", "nothing"])
def test_a_kind_is_a_word_and_told_only_where_all_is_shared(sharing: str) -> None:
    assert told(moods("people", 7, 8, 6, 7, 8, sharing=sharing)) == []
    mixed = [*moods("people", 7, 8, 6, 7), *moods("people", 7, sharing=sharing)]
    assert told(mixed) == []


# Little joy with much done


def rated(day: int, joy: int, done: int, activity: str = "", sharing: str = "all") -> Written:
    said: dict[str, Json] = {"joy": joy, "done": done} | (
        {"activity": activity} if activity else {}
    )
    return note(day, sharing=sharing, **said)


JOYLESS = "Joy 3 or less, Got something done 7 or more: "


def test_little_joy_with_much_done_is_counted_with_its_newest_words() -> None:
    found = [
        rated(0, 3, 7, "tax letter"),
        rated(1, 4, 7, "a walk"),
        rated(2, 3, 6, "tea"),
        rated(3, 0, 10, "the kitchen"),
        rated(4, 8, 9, "a swim"),
    ]
    assert told(found[::-1]) == [
        f"{JOYLESS}2 of 5 notes, the newest “the kitchen”, “tax letter”"
    ], "at the border it counts, beyond it not, and the newest stands first"
    assert told(found[:4]) == [], "fewer than five"
    assert told([rated(day, 4, 9) for day in range(9)]) == [], "none is so"


def test_no_more_than_three_words_are_told_each_once_and_short() -> None:
    words = ["a", "b", "c", "d", "d", "x" * 90]
    (line,) = told([rated(day, 1, 9, text) for day, text in enumerate(words)])
    assert line.startswith(f"{JOYLESS}6 of 6 notes, the newest “xxx")
    assert line.endswith("…”, “d”, “c”") and len(line) < 160


def test_words_stay_out_of_a_summary_and_all_of_what_is_kept() -> None:
    found = [rated(day, 1, 9, "secret", "summary") for day in range(5)]
    assert told(found) == [f"{JOYLESS}5 of 5 notes"]
    kept = [*found[:4], rated(4, 1, 9, "secret", "nothing")]
    assert told(kept) == []


# Parts of a day with nothing noted


def filled(day: int, *spans: str, **more: str) -> list[Written]:
    return [note(day, 21, span=span, **more) for span in spans]


EMPTY = "Parts of the day with nothing noted, on 5 days with notes: "
FULL = ("morning", "afternoon", "evening")


def week(*days: tuple[str, ...]) -> list[Written]:
    return [one for day, spans in enumerate(days) for one in filled(day, *spans)]


def test_parts_of_which_nothing_was_noted_are_counted_over_the_days_with_notes() -> None:
    found = week(FULL, ("morning",), ("morning", "evening"), (), FULL, FULL)
    assert told(found) == [f"{EMPTY}afternoon 2 · evening 1"]
    assert told(week(*[FULL] * 5)) == [], "none is empty"
    assert told(week(FULL, ("morning",), FULL, FULL)) == [], "fewer than five days"


def test_a_part_that_was_never_noted_is_left_out() -> None:
    found = week(*[("morning",)] * 4, ("morning", "afternoon"))
    assert told(found) == [f"{EMPTY}afternoon 4"], "nobody may have asked for the evening"


def test_what_lies_before_the_first_part_noted_is_not_called_empty() -> None:
    found = week(("evening",), *[("morning", "evening")] * 4, FULL)
    assert told(found) == [EMPTY.replace("5", "6") + "afternoon 4"], "it was agreed that afternoon"
    again = week(("morning",), ("evening",), *[FULL] * 4)
    assert told(again) == [EMPTY.replace("5", "6") + "morning 1 · afternoon 2 · evening 1"]


def test_what_may_still_come_on_the_last_day_is_not_called_empty() -> None:
    before = week(FULL, FULL, FULL, ("morning", "evening"))
    noon = note(4, 13, span="morning")
    assert told([*before, noon]) == [f"{EMPTY}afternoon 1"]
    assert told([*before, note(4, 18, span="morning")]) == [f"{EMPTY}afternoon 2"]
    over = told([*before, noon, note(5, 1, span="night")])
    assert over == [f"{EMPTY}afternoon 2 · evening 1"], "that day is over"


def test_the_last_hour_is_in_the_parts_it_touches_on_the_clients_clock() -> None:
    last = [note(day, 12, span="hour") for day in range(4)]  # 11:30 to 12:30
    evening = week(*[("evening",)] * 4, FULL)
    assert told([*last, *evening]) == [], "morning and afternoon both"
    tokyo = [note(day, 12, span="hour") for day in range(4)]  # 20:30 to 21:30
    there = [note(4, 8, span=span) for span in FULL]
    assert told([*tokyo, *there], ZoneInfo("Asia/Tokyo")) == [f"{EMPTY}morning 3 · afternoon 3"]


@pytest.mark.parametrize("sharing", ["summary", "nothing"])
def test_no_part_is_called_empty_where_the_note_may_be_about_it(sharing: str) -> None:
    unsaid = [note(day, 16, sharing=sharing, span="morning") for day in range(4)]
    assert told([*unsaid, *filled(4, *FULL)]) == [f"{EMPTY}evening 4"], "it began after the note"
    plain = [note(day, 21) for day in range(4)]
    assert told([*plain, *filled(4, *FULL)]) == [], "the short form does not ask"
    late = [replace(note(day, 21, span="hour"), recalled=True) for day in range(4)]
    assert told([*late, *filled(4, *FULL)]) == [], "from memory, of an hour nobody knows"


def test_past_midnight_it_is_still_the_day_before_and_a_night_is_no_part() -> None:
    found = [note(day, 0, span="evening") for day in range(1, 6)]
    found += [note(day, 11, span="morning") for day in range(5)]
    assert told(found) == []
    nights = [note(day, 11, span="night") for day in range(9)]
    assert told([*found[:4], *nights]) == [], "four evenings are four days"


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        (
            "es",
            (
                "Ánimo de media según el tipo, desde 5 anotaciones de un tipo: Con gente 5,0 (5 ×)",
                "Disfrute 3 o menos, Logro 7 o más: 5 de 5 anotaciones, las últimas «té»",
                "Partes del día sin nada anotado, en 5 días con anotaciones: tarde 4",
            ),
        ),
        (
            "de",
            (
                "Stimmung im Mittel nach Art, ab 5 Notizen einer Art: Mit Menschen 5,0 (5 ×)",
                "Freude höchstens 3, Etwas geschafft mindestens 7: 5 von 5 Notizen, zuletzt „té“",
                "Tageszeiten, zu denen nichts notiert ist, an 5 Tagen mit Notizen: Nachmittag 4",
            ),
        ),
        (
            "ru",
            (
                "Настроение в среднем по видам дел (от 5 записей одного вида): С людьми 5,0 (5 ×)",
                "Удовольствие не больше 3, Дело сделано не меньше 7: 5 из 5, последнее: «té»",
                "Время суток без записей (дней с записями: 5): день 4",
            ),
        ),
    ],
)
def test_they_are_told_in_each_language(locale: str, said: tuple[str, ...]) -> None:
    sheet = packaged.in_other_words(DAYS.id)[locale]
    every: dict[str, Json] = {"what_kind": "people", "mood": 5, "joy": 1, "done": 9}
    found = [note(day, 21, span="morning", activity="té", **every) for day in range(5)]
    found += filled(4, "afternoon")
    assert lines(sheet, found, LONDON, packaged.texts(locale, strict=True)) == list(said)
