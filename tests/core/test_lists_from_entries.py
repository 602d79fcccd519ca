"""Lists that are filled from earlier sheets: one's own lines, and what there is to talk about."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.loader import load
from conversations.model import Multi
from conversations.session import Json, Ref
from homework import packaged
from homework.handing import MOST, sheets, words
from homework.house import House, Shelf
from homework.reading import entry_html, shared_lines
from homework.safety.crisis import CrisisBook
from homework.store.entries import Written
from tests.support.sheets import HEAD, small
from tests.support.talk import Talk

NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
TEXTS = packaged.texts("en", strict=True)
SHEETS = packaged.worksheets()
WORRY, BRIDGE = SHEETS["worry_postponement"], SHEETS["session_bridge"]
REFS = {name: Ref(name, one.version, "") for name, one in SHEETS.items()}
SHELF = Shelf({REFS[name]: one for name, one in SHEETS.items()}, REFS, {})
HOUSE = House(SHELF, {"en": TEXTS}, CrisisBook({}), "bot")
LONDON = ZoneInfo("Europe/London")


def closed(place: int, sheet: str = WORRY.id, sharing: str = "all", **said: Json) -> Written:
    at = NOW + timedelta(hours=place)
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
        body={"answers": said},
        began_at=at,
        closed_at=at,
    )


def still() -> Multi:
    step = WORRY.by_id["still"]
    assert isinstance(step, Multi)
    return step


def parked(place: int, worry: str, **more: Json) -> Written:
    return closed(place, now="park", worry=worry, **more)


def test_the_list_holds_the_lines_since_it_was_last_looked_at() -> None:
    found = [
        parked(0, "old"),
        closed(1, now="time", still=["e0"]),
        parked(2, "a\nb"),
        parked(3, "c"),
    ]
    found.append(closed(4, "thought_record_3col", worry="not of this sheet"))
    assert [option.label for option in words(WORRY, still(), found)] == ["a b", "c"]


def test_a_list_that_was_passed_over_is_there_the_next_time() -> None:
    found = [parked(0, "a"), closed(1, now="time", before=60)]
    assert [option.label for option in words(WORRY, still(), found)] == ["a"]


def test_what_has_a_next_step_is_not_on_the_list() -> None:
    found = [parked(0, "rent", can="act", next_step="pay it"), parked(1, "b", can="act")]
    assert [option.label for option in words(WORRY, still(), found)] == ["b"]


def test_a_list_is_not_endless_and_keeps_the_newest() -> None:
    found = [parked(place, f"worry {place}") for place in range(MOST + 5)]
    listed = words(WORRY, still(), found)
    assert (len(listed), listed[-1].label) == (MOST, f"worry {MOST + 4}")


def test_sheets_to_talk_about_are_those_since_the_last_bridge_and_a_series_is_one() -> None:
    found = [
        closed(0, "thought_record_3col"),
        closed(1, BRIDGE.id),
        closed(2, "self_monitoring"),
        closed(3, "action_plan"),
        closed(5, "self_monitoring"),
    ]
    listed = sheets(HOUSE, BRIDGE, found, LONDON, TEXTS)
    assert [option.label for option in listed] == [
        "Check-in: how it is right now",
        "Mon 1 Mar: A step to take",
    ]


def test_what_was_chosen_is_read_in_words_and_counted_where_only_numbers_are_shared() -> None:
    body: dict[str, Json] = {
        "answers": {"now": "time", "still": ["e0"], "before": 70, "after": 50},
        "lists": {"still": {"e0": "the job", "e1": "the arm"}},
    }
    whole = closed(2)
    whole.body.update(body)
    assert "the job" in entry_html(whole, WORRY, TEXTS)
    assert "the arm" not in entry_html(whole, WORRY, TEXTS)
    assert shared_lines(whole, WORRY, TEXTS) == ["Worried 70 → 50", "Still matter 1/2"]
    summary = closed(2, sharing="summary")
    summary.body.update(body)
    assert "Still matter 1/2" in entry_html(summary, WORRY, TEXTS)
    assert "the job" not in entry_html(summary, WORRY, TEXTS)


def test_what_is_for_the_session_is_told_where_all_is_shared() -> None:
    said: dict[str, Json] = {"week": 40, "topic": "the fight\non Sunday"}
    assert shared_lines(closed(0, BRIDGE.id, **said), BRIDGE, TEXTS) == [
        "Since the last time: 40",
        "Most important: the fight; on Sunday",
    ]
    assert shared_lines(closed(0, BRIDGE.id, "summary", **said), BRIDGE, TEXTS) == []


LIST = (
    '[[steps]]\nid = "line"\nkind = "text"\nprompt = "Line?"\n'
    '[[steps]]\nid = "which"\nkind = "multi"\nchoices_from = "words"\nof = "line"\n'
    'where = { step = "line", answered = true }\nprompt = "Which?"\n'
)


def test_an_empty_list_is_not_asked() -> None:
    assert Talk(small(LIST)).type("a line").asked is None


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('of = "line"', 'of = "which"', '"of" must name a text step of this sheet'),
        ('"words"', '"handed"', '"of" and "where" belong to choices_from = "words"'),
        ('{ step = "line"', '{ step = "lin"', '"lin" is no step of this sheet'),
        ("answered = true }", 'is = "x" }', '"is" cannot be asked of "line", which is a text step'),
    ],
)
def test_a_list_that_cannot_be_filled_is_told(old: str, new: str, rule: str) -> None:
    assert not isinstance(load(HEAD + LIST, "x.toml"), list)
    found = load(HEAD + LIST.replace(old, new), "x.toml")
    assert isinstance(found, list)
    assert [problem.rule for problem in found] == [rule]
