"""Points of a series: as they were given, in order, and no more than was shared."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from conversations.session import Json
from homework import packaged
from homework.points import by_day, series, summary
from homework.store.entries import Written

SHEET = packaged.worksheets()["self_monitoring"]
TEXTS = packaged.texts("en", strict=True)
NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


def point(hours: int, value: int | None, *, sharing: str = "all", note: str = "") -> Written:
    answers = {"state_1": value, "doing": "rest", "note": note}
    at = NOON + timedelta(hours=hours)
    return Written(
        id=f"e{hours}",
        client="c",
        session=f"s{hours}",
        assignment="a",
        occurrence=None,
        worksheet="self_monitoring",
        variant="full",
        state="done",
        sharing=sharing,
        body={
            "names": {"state_1": "tense"},
            "answers": {step: said for step, said in answers.items() if said not in (None, "")},
        },
        began_at=at,
        closed_at=at,
    )


def test_points_stand_in_order_of_time_whatever_order_they_came_in() -> None:
    found = series(SHEET, [point(5, 2), point(0, 6), point(3, None)])
    assert found == {"tense": [(NOON, 6), (NOON + timedelta(hours=5), 2)]}


def test_no_mean_is_said_below_five_points() -> None:
    few = [point(hour, hour) for hour in range(4)]
    assert summary(SHEET, few, TEXTS) == ["tense: 4 answers, from 0 to 3"]
    assert summary(SHEET, few[:1], TEXTS) == ["tense: 1 answer, 0"]
    many = [point(hour, hour) for hour in range(6)]
    assert summary(SHEET, many, TEXTS) == ["tense: 6 answers, from 0 to 5, mean 2.5"]


def test_what_is_kept_is_counted_and_not_shown() -> None:
    found = [point(0, 6), point(1, 9, sharing="nothing", note="secret")]
    html = by_day(SHEET, found, ZoneInfo("Europe/London"), TEXTS)
    assert "tense 6" in html
    assert "9" not in html and "secret" not in html
    assert "1 more answer they keep to themselves." in html


def test_a_summary_shows_numbers_and_none_of_the_words() -> None:
    html = by_day(SHEET, [point(0, 6, sharing="summary", note="secret")], ZoneInfo("UTC"), TEXTS)
    assert "tense 6" in html
    assert "secret" not in html and "Rest" not in html


def test_words_are_shown_where_all_is_shared_and_escaped() -> None:
    html = by_day(SHEET, [point(0, 6, note="<b>boss</b>")], ZoneInfo("UTC"), TEXTS)
    assert "12:00 tense 6, Rest, “&lt;b&gt;boss&lt;/b&gt;”" in html


def test_times_are_those_of_the_client() -> None:
    html = by_day(SHEET, [point(11, 6), point(14, 7)], ZoneInfo("Asia/Tokyo"), TEXTS)
    assert "08:00 tense 6" in html and "11:00 tense 7" in html
    assert html.count("Mar 2, 2027") == 1, "both are of one day there"


DAYS = packaged.worksheets()["activity_monitoring"]


def noted(hours: int, activity: str, joy: int, *, sharing: str = "all") -> Written:
    answers: dict[str, Json] = {"span": "morning", "activity": activity, "joy": joy}
    one = point(hours, None, sharing=sharing)
    return replace(one, worksheet=DAYS.id, body={"answers": answers})


def test_ratings_that_nobody_named_are_points_under_the_name_of_their_step() -> None:
    assert series(DAYS, [noted(0, "lay in bed", 1)]) == {"Joy": [(NOON, 1)]}


def test_the_lowest_and_the_highest_are_told_with_what_they_were_about() -> None:
    found = [noted(0, "lay in bed", 1), noted(3, "a walk with Ana", 8), noted(5, "tea", 4)]
    said = "Joy: 3 answers, from 1 (“lay in bed”) to 8 (“a walk with Ana”)"
    assert summary(DAYS, found, TEXTS) == [said]
    hidden = [noted(0, "lay in bed", 1, sharing="summary"), *found[1:]]
    assert summary(DAYS, hidden, TEXTS) == ["Joy: 3 answers, from 1 to 8 (“a walk with Ana”)"]
    flat = [noted(0, "lay in bed", 4), noted(3, "tea", 4)]
    assert summary(DAYS, flat, TEXTS) == ["Joy: 2 answers, from 4 to 4"]


def test_a_moment_is_told_in_the_order_of_its_questions() -> None:
    html = by_day(DAYS, [noted(0, "<i>tea</i>", 4)], ZoneInfo("UTC"), TEXTS)
    assert "12:00 This morning, “&lt;i&gt;tea&lt;/i&gt;”, Joy 4" in html
    html = by_day(DAYS, [noted(0, "tea", 4, sharing="summary")], ZoneInfo("UTC"), TEXTS)
    assert "12:00 Joy 4" in html and "tea" not in html
