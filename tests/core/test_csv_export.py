"""The tables: a row per answer, entry and occurrence; a codebook that knows every column and word;
nothing in a cell that a spreadsheet would run."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest

from conversations.engine import start
from conversations.model import Countdown, Step
from conversations.session import Json
from homework import packaged
from homework.ledger import END_STATES, OPEN_STATES, REASONS
from homework.reports import codebook
from homework.reports.shared import Records
from homework.reports.table import archive, defused
from homework.store.columns import to_milliseconds
from tests.support.sheets import EVERY_KIND, loaded
from tests.support.taken_out import (
    NOW,
    TEXTS,
    entry,
    every_form,
    occurrence,
    records,
    ref_of,
    shared,
    walked,
)

RECORD = packaged.worksheets()["thought_record_7col"]
EVERY = loaded(EVERY_KIND)
Rows = list[dict[str, str]]


def unpacked(found: Records) -> tuple[dict[str, Rows], str]:
    """Return the tables by name, and the codebook."""
    with zipfile.ZipFile(io.BytesIO(archive(found, TEXTS))) as packed:
        files = {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}
    assert [*files] == ["answers.csv", "entries.csv", "occurrences.csv", "codebook.txt"]
    book = files.pop("codebook.txt")
    return {
        name.removesuffix(".csv"): [*csv.DictReader(io.StringIO(text, newline=""), strict=True)]
        for name, text in files.items()
    }, book


def rows_of(answers: dict[str, Json], **more: object) -> Rows:
    session = replace(walked(RECORD, "full"), answers=answers, **more)  # type: ignore[arg-type]
    one = replace(shared(EVERY, entry(EVERY, session)))
    return unpacked(records([one], [EVERY]))[0]["answers"]


def told(rows: Rows, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_each_kind_of_answer_is_a_row_or_a_row_an_item() -> None:
    rows = rows_of(
        {
            "intro": True,
            "situation": "In the shop, at noon",
            "place": "out",
            "drop": ["a", "c"],
            "moods": [{"name": "sad", "rating": 80}, {"name": "cross", "rating": None}],
            "thoughts": ["They look", "I must go"],
            "hot": "I must go",
            "prediction": {"cannot_yet": True},
            "minutes": 25,
            "day": "2027-03-02",
            "clock": "18:30",
            "happened": False,
            "tension": 4,
        },
        skipped=frozenset({"belief"}),
        notes=("one more thing",),
    )
    assert told(rows, "step", "kind", "what", "item", "name", "text", "number", "code") == [
        ("situation", "text", "answered", "", "", "In the shop, at noon", "", ""),
        ("place", "choice", "answered", "", "", "Outside", "", "out"),
        ("drop", "multi", "answered", "1", "", "Checking", "", "a"),
        ("drop", "multi", "answered", "2", "", "Leaving", "", "c"),
        ("moods", "moods", "answered", "1", "sad", "", "80", ""),
        ("moods", "moods", "answered", "2", "cross", "", "", ""),
        ("thoughts", "text_list", "answered", "1", "", "They look", "", ""),
        ("thoughts", "text_list", "answered", "2", "", "I must go", "", ""),
        ("hot", "pick", "answered", "", "", "I must go", "", ""),
        ("prediction", "text", "cannot_yet", "", "", "", "", ""),
        ("belief", "scale", "skipped", "", "", "", "", ""),
        ("minutes", "number", "answered", "", "", "", "25", ""),
        ("day", "date", "answered", "", "", "2027-03-02", "", ""),
        ("clock", "time", "answered", "", "", "18:30", "", ""),
        ("happened", "yes_no", "answered", "", "", "", "", "no"),
        ("tension", "scale", "answered", "", "", "", "4", ""),
        ("notes", "notes", "answered", "1", "", "one more thing", "", ""),
    ]
    scale = ("scale_min", "scale_max", "scale_low", "scale_high", "unit")
    assert told(rows[15:16], *scale) == [("0", "10", "loose", "tight", "")]
    assert told(rows[4:5], *scale) == [("0", "100", "none", "most", "")]
    assert told(rows[11:12], *scale) == [("1", "180", "", "", "minutes")]
    assert {row["part"] for row in rows} == {"plan", "after", ""}
    assert {row["client"] for row in rows} == {"Fox"}


@pytest.mark.parametrize(("sharing", "count"), [("all", 3), ("summary", 3), ("nothing", 0)])
def test_of_a_clock_only_numbers_are_told_and_each_rating_once(sharing: str, count: int) -> None:
    sheet = packaged.worksheets()["exposure"]
    step = next(one for one in sheet.steps if isinstance(one, Countdown) and one.every)
    value: Json = {"ran": 600, "ratings": {"5": 70, "10": 40}, "since": "zqsincezq"}
    session = replace(walked(RECORD, "full"), answers={step.id: value})
    one = shared(sheet, entry(sheet, session, sharing=sharing))
    rows = unpacked(records([one], [sheet]))[0]["answers"]
    assert [row["number"] for row in rows] == ["10", "70", "40"][:count]
    assert sharing == "all" or "zqsincezq" not in str(one.answers)


def test_what_was_said_of_a_sheet_afterwards_stands_beside_it() -> None:
    said: Json = {"done": "half", "hard": "much", "useful": 7, "way": "zqrainzq"}
    body: dict[str, Json] = {"wrap": {"asks": [], "said": said}}
    found = [
        shared(RECORD, entry(RECORD, walked(RECORD, "full"), how, sharing=how, body=body))
        for how in ("all", "summary", "nothing")
    ]
    rows = unpacked(records(found, [RECORD]))[0]["entries"]
    assert told(rows, "after_done", "after_hard", "after_useful", "after_way") == [
        ("half", "much", "7", "zqrainzq"),
        ("half", "much", "7", ""),
        ("", "", "", ""),
    ]


def test_what_was_read_is_no_answer_even_if_it_was_skipped() -> None:
    assert rows_of({"intro": True}, skipped=frozenset({"intro"})) == []


def test_what_was_put_off_stands_before_what_stands_now_and_is_numbered() -> None:
    session = replace(walked(RECORD, "full"), answers={"situation": "now"})
    earlier: list[Json] = [{"situation": "first"}, {"situation": "second"}]
    one = shared(EVERY, entry(EVERY, session, body={"put_off": earlier, "changed": ["situation"]}))
    one = replace(one, answered_at={"situation": to_milliseconds(NOW)})
    rows = unpacked(records([one], [EVERY]))[0]["answers"]
    assert told(rows, "round", "text", "answered_utc", "changed_later") == [
        ("1", "first", "", "yes"),
        ("2", "second", "", "yes"),
        ("", "now", "2027-03-01T09:00:00.000Z", "yes"),
    ]


def test_only_what_is_shared_is_in_it_and_the_codebook_counts_the_rest() -> None:
    session = replace(
        walked(RECORD, "full"),
        answers={"situation": "zqwordzq", "moods": [{"name": "sad", "rating": 80}]},
        notes=("zqnotezq",),
        skipped=frozenset({"thoughts"}),
    )
    found = [
        shared(RECORD, entry(RECORD, session, f"e{sharing}", sharing=sharing))
        for sharing in ("summary", "nothing", "nothing")
    ]
    tables, book = unpacked(records(found, [RECORD]))
    assert told(tables["answers"], "entry", "step", "name", "number", "text") == [
        ("esummary", "moods", "sad", "80", "")
    ]
    assert told(tables["entries"], "sharing", "state", "occurrence") == [
        ("summary", "done", "oesummary"),
        ("nothing", "done", "oenothing"),
        ("nothing", "done", "oenothing"),
    ]
    assert "Fox: entries 3, of these only as numbers 1, kept by the client 2" in book
    assert "zq" not in json.dumps(tables) + book


def test_of_a_list_of_ones_own_words_a_summary_says_how_many_were_chosen() -> None:
    sheet = packaged.worksheets()["worry_postponement"]
    session = replace(walked(sheet, "full"), answers={"still": ["e1"]})
    body: dict[str, Json] = {"lists": {"still": {"e1": "zqonezq", "e2": "zqtwozq"}}}
    one = shared(sheet, entry(sheet, session, sharing="summary", body=body))
    (row,) = unpacked(records([one], [sheet]))[0]["answers"]
    assert (row["what"], row["number"], row["scale_max"]) == ("chosen", "1", "2")
    assert "zq" not in json.dumps(row)


def test_the_ledger_has_every_stamp_in_utc_and_the_clock_then_valid() -> None:
    skipped = occurrence(
        "o2", "skipped", reason="busy", opened_at=None, first_answer_at=None, snoozes=2
    )
    one = replace(
        shared(RECORD, entry(RECORD, walked(RECORD, "full"), "1")), occurrence="o1", recalled=True
    )
    found = records([one], [RECORD], occurrence("o1", reminded_at=NOW), skipped)
    rows = unpacked(found)[0]["occurrences"]
    first, second = rows
    assert told(rows, "occurrence", "state", "reason", "snoozes", "entry", "recalled") == [
        ("o1", "on_time", "", "0", "1", "yes"),
        ("o2", "skipped", "busy", "2", "", ""),
    ]
    assert {name: value for name, value in first.items() if name.endswith("_utc")} == {
        "planned_utc": "2027-03-01T08:00:00.000Z",
        "window_ends_utc": "2027-03-01T09:00:00.000Z",
        "sent_utc": "2027-03-01T08:00:00.000Z",
        "reminded_utc": "2027-03-01T09:00:00.000Z",
        "opened_utc": "2027-03-01T08:40:00.000Z",
        "first_answer_utc": "2027-03-01T08:41:00.000Z",
        "closed_utc": "2027-03-01T08:55:00.000Z",
    }
    assert first["zone"] == first["zone_closed"] == "Europe/London"
    assert (first["worksheet"], second["opened_utc"]) == ("thought_record_7col", "")


def test_the_codebook_knows_every_column_state_and_question() -> None:
    sheets = list(packaged.worksheets().values())
    _, book = unpacked(records([], sheets))
    for name, columns in codebook.COLUMNS.items():
        section = book.split(f"{name}.csv – ")[1].split("\n\n\n")[0]
        assert [line.split(":")[0].strip() for line in section.splitlines()[2:]] == [*columns]
    for word in END_STATES | OPEN_STATES | frozenset().union(*REASONS.values()):
        assert f"\n  {word}: " in book, word
    for sheet in sheets:
        for step in sheet.steps:
            assert step.kind == "info" or f"\n  {step.id} ({step.kind}" in book, step.id
    assert "(scale, 0 = " in book


def test_every_kind_of_step_is_explained() -> None:
    sorts = get_args(get_args(Step)[0])
    kinds = {get_args(sort.model_fields["kind"].annotation)[0] for sort in sorts}
    assert kinds - {"info"} | {codebook.NOTES} == {*codebook.KINDS}


def test_the_words_of_the_tables_stand_in_the_codebook() -> None:
    """Whatever the real engine makes of any sheet is said in words that are explained."""
    known, seen = codebook.words(TEXTS), dict[str, set[str]]()
    for sheet, variant in every_form():
        found = [
            shared(sheet, entry(sheet, walked(sheet, variant, seed), f"e{seed}"))
            for seed in range(3)
        ]
        tables, _ = unpacked(records(found, [sheet]))
        for name, of in (("kind", "kind"), ("what", "what")):
            seen.setdefault(of, set()).update(row[name] for row in tables["answers"])
        for name, of in (("form", "form"), ("sharing", "sharing"), ("state", "state of an entry")):
            seen.setdefault(of, set()).update(row[name] for row in tables["entries"])
    assert [name for name, words in seen.items() if words - known[name].keys()] == []
    assert len(seen["kind"]) > 8


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'\t=1+1"),
        ("\n=1+1", "'\n=1+1"),
        ("\r\n=1+1", "'\n=1+1"),
        ("\x00=1+1", "'=1+1"),
        ("\u200b=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("＝1+1", "'＝1+1"),
        ("a=1", "a=1"),
        ("80 = much", "80 = much"),
        ("", ""),
        ("–5", "–5"),
    ],
)
def test_x10_cells_are_defused(cell: str, safe: str) -> None:
    assert defused(cell) == safe


def test_a_code_name_and_a_title_are_defused_too() -> None:
    sheet = RECORD.model_copy(update={"title": "=HYPERLINK(1)"})
    one = shared(sheet, entry(sheet, walked(RECORD, "full")))
    found = records([replace(one, sheet=ref_of(sheet))], [sheet], occurrence("o1"), name="@Fox")
    tables, _ = unpacked(found)
    assert {row["client"] for rows in tables.values() for row in rows} == {"'@Fox"}
    assert tables["entries"][0]["title"] == "'=HYPERLINK(1)"


def test_numbers_stay_numbers() -> None:
    rows = rows_of({"minutes": -2.5})
    assert told(rows, "number", "text") == [("-2.5", "")]


def test_it_opens_as_it_is_and_says_when_it_was_made() -> None:
    found = replace(records([], []), made_at=NOW + timedelta(hours=1), start=NOW.date())
    with zipfile.ZipFile(io.BytesIO(archive(found, TEXTS))) as packed:
        for name in packed.namelist():
            assert packed.getinfo(name).date_time == (2027, 3, 1, 10, 0, 0)
        head = packed.read("answers.csv")
    assert head.startswith(b"\xef\xbb\xbfclient,entry,") and head.endswith(b"\r\n")
    assert "Days 2027-03-01 to 2027-03-01" in unpacked(found)[1]


@pytest.mark.parametrize("sharing", ["all", "summary"])
def test_what_came_with_the_practice_is_told_from_what_was_answered(sharing: str) -> None:
    sheet = packaged.worksheets()["exposure"]
    given: dict[str, Json] = {"item": "Take the lift", "hard": 40, "model": "stay", "pace": 5}
    begun = start(sheet, id="s", client="c", variant="full", now=NOW, given=given).session
    session = replace(begun, answers={**begun.answers, "expected": 60})
    tables, book = unpacked(
        records([shared(sheet, entry(sheet, session, sharing=sharing))], [sheet])
    )
    rows = {row["step"]: row["what"] for row in tables["answers"]}
    came = {"item", "hard", "model", "pace"} if sharing == "all" else {"hard"}
    assert rows == dict.fromkeys(came, "given") | {"expected": "answered"}
    assert f"  given: {TEXTS.plain('code-what-given')}" in book
