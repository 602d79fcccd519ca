"""The finding under a picture says what the picture shows, no more and no less."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from conversations.session import Json
from homework import packaged
from homework.chain import Occurrence
from homework.reports import charts, offers
from homework.reports.material import Material, Told
from homework.reports.pictures import Adherence, Forecasts, HeatMap, Pairs, Ratings, Year
from homework.store.entries import Written

SHEETS = packaged.worksheets()
TEXTS = packaged.texts("en", strict=True)
NOW = datetime(2027, 3, 14, 20, 0, tzinfo=UTC)
FIRST = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


def written(
    place: int,
    sheet: str,
    at: datetime,
    *,
    sharing: str = "all",
    names: dict[str, Json] | None = None,
    **said: Json,
) -> Written:
    return Written(
        id=f"e{place}",
        client="c",
        session=f"s{place}",
        assignment="a",
        occurrence=None,
        worksheet=sheet,
        variant="full",
        state="done",
        sharing=sharing,
        body={"answers": said, "names": names or {}},
        began_at=at,
        closed_at=at,
    )


def planned(place: int, state: str, day: int) -> Occurrence:
    at = FIRST + timedelta(days=day)
    return Occurrence(f"o{place}", "c", "a", "x", at.date(), "main", at, "UTC", None, state=state)


def material(
    found: list[Written], ledger: list[Occurrence] | None = None, *, own: bool = True
) -> Material:
    zone, today = ZoneInfo("UTC"), NOW.date()
    return Material("c", "Fox", own, zone, today, SHEETS, found, ledger or [])


def told(kind: type, found: list[Written], *, own: bool = True) -> Told:
    (one,) = [
        one for one in offers.told(material(found, own=own), TEXTS) if type(one.picture) is kind
    ]
    return one


def moods(*values: int, days: tuple[int, ...] = (), sharing: str = "all") -> list[Written]:
    """One rating of "Anxiety" on each of some days, from the first of March on."""
    return [
        written(
            place,
            "self_monitoring",
            FIRST + timedelta(days=day),
            sharing=sharing,
            names={"state_1": "Anxiety"},
            state_1=value,
        )
        for place, (day, value) in enumerate(zip(days or range(len(values)), values, strict=True))
    ]


TEN = moods(2, 8, 5, 5, 6, 4, 5, 5, 7, 3, days=(0, 1, 2, 3, 4, 5, 8, 9, 10, 13))


def test_ratings_are_counted_with_their_span_their_middle_and_the_empty_days() -> None:
    one = told(Ratings, TEN)
    assert one.finding == (
        "Anxiety: 10 ratings in 14 days, between 2 and 8; middle 5. No ratings on 4 days."
    )
    assert isinstance(one.picture, Ratings)
    (series,) = one.picture.series
    assert [value for _, value in series.points] == [2, 8, 5, 5, 6, 4, 5, 5, 7, 3]
    assert charts.ratings_chart.empty_days(series, len(one.picture.days)) == [6, 7, 11, 12]
    assert (one.picture.days[0], one.picture.days[-1], series.top) == ("1 Mar", "14 Mar", 10)


def test_no_middle_is_said_below_five_and_nothing_is_shown_below_three() -> None:
    few = moods(2, 8, 5, days=(11, 12, 13))
    assert told(Ratings, few).finding == "Anxiety: 3 ratings in 3 days, between 2 and 8."
    assert offers.told(material(few[:2]), TEXTS) == []
    same = told(Ratings, moods(4, 4, 4, days=(11, 12, 13)))
    assert same.finding == "Anxiety: 3 ratings in 3 days, each 4."


def test_ratings_older_than_four_weeks_are_not_in_it() -> None:
    old = [replace(one, began_at=one.began_at - timedelta(days=20)) for one in moods(9, 9, 9)]
    assert told(Ratings, old + TEN).finding == told(Ratings, TEN).finding


def test_a_therapist_sees_what_is_shared_and_how_many_stay_out() -> None:
    hidden = [replace(one, id=f"h{one.id}", sharing="nothing") for one in moods(0, 10)]
    seen = told(Ratings, TEN + hidden, own=False)
    assert seen.finding == told(Ratings, TEN).finding + (
        " 2 entries are not shared and are not in it."
    )
    assert isinstance(seen.picture, Ratings)
    assert {0, 10}.isdisjoint(value for _, value in seen.picture.series[0].points)
    assert "not shared" not in told(Ratings, TEN + hidden).finding, "they are one's own"
    only_hidden = offers.told(material(hidden + moods(1, sharing="nothing"), own=False), TEXTS)
    assert only_hidden == []


def test_hours_name_the_highest_and_the_lowest_field() -> None:
    one = told(HeatMap, TEN)
    assert one.finding == (
        "Anxiety, by weekday and hour: 10 ratings on 10 days. "
        "Highest middle: 6.5 (Tue 9–12 ×2). Lowest middle: 2 (Mon 9–12 ×1)."
    )
    assert isinstance(one.picture, HeatMap)
    cells = {(cell.row, cell.column): (cell.value, cell.count) for cell in one.picture.cells}
    assert cells[0, 0] == (2, 1) and cells[1, 0] == (6.5, 2)
    assert sum(cell.count for cell in one.picture.cells) == 10
    assert one.picture.columns == ("9–12",)


def shame(place: int, before: int, after: int, *, sharing: str = "all") -> Written:
    at = FIRST + timedelta(days=place)
    given: list[Json] = [{"name": "shame", "rating": before}, {"name": "sad", "rating": None}]
    again: list[Json] = [{"name": "shame", "rating": after}]
    return written(place, "thought_record_7col", at, sharing=sharing, moods=given, moods_now=again)


def test_pairs_tell_all_three_ways_a_number_can_go_alike() -> None:
    found = [shame(0, 80, 60), shame(1, 70, 70), shame(2, 40, 60)]
    one = told(Pairs, found)
    title = SHEETS["thought_record_7col"].title
    assert one.finding == (
        f"{title}: 3 pairs of ratings from 3 sheets. After, lower: 1, the same: 1, higher: 1."
    )
    assert isinstance(one.picture, Pairs)
    assert [(row.label, row.before, row.after) for row in one.picture.rows] == [
        ("1 Mar · shame", 80, 60),
        ("2 Mar · shame", 70, 70),
        ("3 Mar · shame", 40, 60),
    ]


def test_of_many_pairs_the_newest_are_shown_and_the_others_counted() -> None:
    one = told(Pairs, [shame(place, 80, place) for place in range(11)])
    assert one.finding.endswith("3 earlier pairs are not in it.")
    assert isinstance(one.picture, Pairs)
    assert [row.after for row in one.picture.rows] == [3, 4, 5, 6, 7, 8, 9, 10]


def worry(place: int, came: str, likely: int, *, sharing: str = "all") -> Written:
    at = FIRST + timedelta(days=place)
    return written(place, "worry_outcome", at, sharing=sharing, came=came, likely=likely)


def test_forecasts_stand_beside_what_came_from_five_on() -> None:
    said = ("no", "no", "no", "no", "no", "yes")
    found = [worry(place, came, 10 * place) for place, came in enumerate(said)]
    one = told(Forecasts, found)
    title = SHEETS["worry_outcome"].title
    assert one.finding == (
        f"{title}: looked back on 6. "
        "No: 5, how likely it had seemed: between 0 and 40; middle 20. In part: 0. "
        "Yes: 1, how likely it had seemed: 50."
    )
    kinds = [type(one.picture) for one in offers.told(material(found[:4]), TEXTS)]
    assert Forecasts not in kinds
    kept = [worry(9, "yes", 90, sharing="summary")]
    seen = told(Forecasts, found + kept, own=False)
    assert seen.finding.endswith("1 entry is not shared in full and is not in it.")


def test_the_ledger_is_told_with_its_fair_rate_and_only_to_a_therapist() -> None:
    states = ("on_time", "on_time", "late", "missed", "partial", "skipped", "not_delivered")
    ledger = [planned(place, state, place) for place, state in enumerate(states)]
    ledger.append(planned(99, "planned", 13))
    (one,) = offers.told(material([], ledger, own=False), TEXTS)
    assert one.finding == (
        "7 planned since 1 Mar have ended: on time 2, late 1, partly 1, missed 1, skipped 1, "
        "not delivered 1. Done of those that count: 3 of 5 (60 %)."
    )
    assert isinstance(one.picture, Adherence)
    assert one.picture.weeks == ("1 Mar", "8 Mar")
    assert offers.told(material([], ledger, own=True), TEXTS) == []


def test_no_percentage_is_said_below_five() -> None:
    ledger = [planned(place, "on_time", place) for place in range(4)]
    (one,) = offers.told(material([], ledger, own=False), TEXTS)
    assert one.finding.endswith("Done of those that count: 4 of 4.") and "%" not in one.finding


def test_a_year_counts_entries_and_days() -> None:
    early = [written(70, "action_plan", datetime(2026, 2, 3, 9, 0, tzinfo=UTC))]
    some = [written(50 + n, "action_plan", FIRST - timedelta(days=30 * n)) for n in range(3)]
    twice = [replace(some[0], id="again")]
    one = told(Year, early + some + twice)
    assert one.finding == "4 entries on 3 days since 31 Dec."
    assert isinstance(one.picture, Year)
    assert one.picture.months == ("Dec", "Jan", "Feb", "Mar")
    assert one.picture.lengths == (31, 31, 28, 14)
    assert one.picture.days == ((0, 31, 1), (1, 30, 1), (3, 1, 2))


def test_times_are_those_of_the_clients_clock() -> None:
    late = [replace(one, began_at=one.began_at.replace(hour=23)) for one in TEN]
    there = replace(material(late), zone=ZoneInfo("Asia/Tokyo"), today=date(2027, 3, 15))
    (one,) = [one for one in offers.told(there, TEXTS) if isinstance(one.picture, HeatMap)]
    assert isinstance(one.picture, HeatMap)
    assert one.picture.columns == ("6–9",), "eight in the morning of the next day"


def test_a_key_finds_its_picture_again_and_tells_nothing() -> None:
    here = material(TEN)
    for one in offers.told(here, TEXTS):
        assert offers.one(here, one.key, TEXTS) == one
        assert len(one.key) <= 24 and "anxiety" not in one.key.lower()
    assert offers.one(here, "ratings.0000000000", TEXTS) is None
    other = replace(here, client="d")
    assert {one.key for one in offers.told(here, TEXTS)}.isdisjoint(
        one.key for one in offers.told(other, TEXTS)
    )


def test_a_finding_never_interprets() -> None:
    source = packaged.catalogue("en")["pictures.ftl"].lower()
    for word in (
        "better",
        "worse",
        "improve",
        "good",
        "bad",
        "trend",
        "streak",
        "should",
        "failed",
    ):
        assert word not in source
