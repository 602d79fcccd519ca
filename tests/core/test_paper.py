"""A report on paper: two pages for eight weeks, what is shared in numbers, words stay words."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PIL import Image

from conversations.session import Json
from homework.reports import paper, period
from homework.reports.pictures import Adherence, HeatMap, Pairs, Paper, Ratings
from tests.core.test_findings import NOW, SHEETS, TEXTS, material, planned, written

SERIES = SHEETS["self_monitoring"]
NAMES: dict[str, Json] = {"state_1": "tense", "state_2": "low", "state_3": "$urge #panic()"}


def eight_weeks() -> Paper:
    """Everything there is: three states three times a day, pairs of two sheets, the ledger."""
    begins = datetime(2027, 1, 18, 9, 0, tzinfo=UTC)
    found = [
        written(
            day * 3 + hour,
            SERIES.id,
            begins + timedelta(days=day, hours=5 * hour),
            sharing="nothing" if day == 9 else "all",
            names=NAMES,
            state_1=(day + hour) % 11,
            state_2=(day * hour) % 11,
            state_3=day % 11,
        )
        for day in range(56)
        for hour in range(3)
        if day % 8
    ]
    for place in range(20):
        at = begins + timedelta(days=2 * place)
        moods: list[Json] = [{"name": f"mood {place}", "rating": 80}]
        again: list[Json] = [{"name": f"mood {place}", "rating": 5 * place}]
        found += [
            written(500 + place, "thought_record_7col", at, moods=moods, moods_now=again),
            written(600 + place, "activity_scheduling", at, joy_guess=3, joy=place % 11),
            written(700 + place, "worry_outcome", at, came="no", likely=5 * place),
        ]
    found.sort(key=lambda one: one.began_at)
    ledger = [planned(n, "on_time", n - 42) for n in range(56)]
    year = replace(material(found, ledger, own=False), days=56)
    return period.paper(year, {"a": SERIES.title}, TEXTS)


def test_eight_weeks_fit_on_two_pages_of_a4() -> None:
    found = eight_weeks()
    kinds = [type(picture) for picture, _ in found.pictures]
    assert kinds[:2] == [Adherence, Ratings]
    assert kinds.count(HeatMap) == kinds.count(Pairs) == 2
    pages = paper.pages(found)
    assert len(pages) == 2
    for page in pages:
        with Image.open(io.BytesIO(page)) as image:
            assert round(image.height / image.width, 2) == 1.41


def test_it_is_one_pdf_and_always_the_same() -> None:
    found = eight_weeks()
    made = paper.pdf(found)
    assert made.startswith(b"%PDF-") and paper.pdf(found) == made
    assert len(made) < 1_000_000


def test_it_counts_what_is_shared_and_says_what_is_not() -> None:
    found = eight_weeks()
    rows = {title: (count, rate) for title, count, rate in found.rows}
    assert rows[SERIES.title] == ("144, 3 more not shared", "56 of 56 done (100 %)")
    assert rows[SHEETS["worry_outcome"].title] == ("20", "nothing was due")
    assert found.under == "8 weeks, 18 Jan to 14 Mar 2027"
    (said,) = [said for picture, said in found.pictures if isinstance(picture, Ratings)]
    assert said.endswith("3 entries are not shared and are not in it.")


def test_a_report_of_one_sheet_says_of_which() -> None:
    one = written(1, "worry_outcome", NOW, came="no", likely=60)
    year = replace(material([one], own=False), days=28, sheet="worry_outcome")
    said = period.paper(year, {}, TEXTS)
    title = SHEETS["worry_outcome"].title
    assert said.under.startswith(f"{title}. 4 weeks, ")
    assert [row[0] for row in said.rows] == [title]


def test_the_name_is_the_code_name_and_no_words_of_a_client_are_in_it() -> None:
    found = eight_weeks()
    assert found.title == "Fox"
    noted = [written(1, SERIES.id, NOW, names=NAMES, state_1=4, note="zqcanaryzq")] * 3
    told = period.paper(replace(material(noted, own=False), days=28), {}, TEXTS)
    seen = "".join(f"{picture!r}{said}" for picture, said in told.pictures) + str(told.rows)
    assert "zqcanaryzq" not in seen


def test_words_are_never_read_as_code() -> None:
    nasty = '#panic("x") $ * _ [ ] \\ @a <b> // /* `'
    found = replace(eight_weeks(), title=nasty, rows=((nasty, nasty, nasty),), pictures=())
    assert len(paper.pages(found)) == 1


def test_without_anything_there_is_still_a_page() -> None:
    told = period.paper(replace(material([], own=False), days=84), {}, TEXTS)
    assert told.rows == () and told.pictures == ()
    assert told.under.endswith(". Nothing was planned or written in this time.")
    assert len(paper.pages(told)) == 1
