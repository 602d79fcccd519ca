"""Sessions to JSON and back, histories to answers, callback values to events."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from conversations import codec
from conversations.codec import Folded, SessionUnreadable, dump, fold, load
from conversations.effects import Saved
from conversations.events import Chosen, Edited, Resumed, SteppedDown, Undone
from conversations.message import CALLBACK_LIMIT, callback, split_callback
from conversations.session import Appended, Asked, Unsure
from conversations.taps import chose, edits, tap
from tests.support.sheets import HANDED, every_kind
from tests.support.talk import EVENING, Talk


def full() -> Talk:
    return Talk(every_kind(), handed=HANDED).press("v.ok").type("on the bus").press("v.k2")


def test_everything_comes_back() -> None:
    session = replace(
        full().session,
        status="waiting",
        asked=Asked("a" * 16, None, EVENING, EVENING + timedelta(seconds=1), ("18:00",)),
        locked=frozenset({"situation"}),
        notes=("one", "zwei 😔"),
        appended=Appended("b" * 16, "moods", [{"name": "x", "rating": None}], "text"),
        editing=True,
        item=2,
        tries=3,
        halfway=frozenset({"moods"}),
        last="situation",
        unsure=Unsure("too_much", ["a"]),
    )
    assert load(json.loads(json.dumps(dump(session)))) == session


def test_without_answers_nothing_of_them_is_in_the_body() -> None:
    talk = full()
    bare = dump(talk.session, answers=False)
    assert "on the bus" not in json.dumps(bare)
    assert load(bare).answers == {}
    assert load(bare, fold(talk.history)) == talk.session


def test_fold_follows_the_history() -> None:
    rows = [
        Saved("a", "one", "answered"),
        Saved("a", "one\ntwo", "appended"),
        Saved("a", "one", "undone"),
        Saved("b", None, "skipped"),
        Saved("c", 5, "answered"),
        Saved("c", None, "edited"),
        Saved("a", "kept", "noted"),
        Saved("a", "forwarded", "held"),
        Saved("d", None, "skipped"),
        Saved("d", "late", "answered"),
    ]
    assert fold(rows) == Folded({"a": "one", "d": "late"}, frozenset({"b"}), ("kept",))


def test_a_session_of_a_newer_program_or_a_damaged_one_is_told_without_its_content() -> None:
    data = dump(full().session)
    for broken in (data | {"schema": 99}, {}, data | {"asked": "x"}, data | {"status": "odd"}):
        with pytest.raises(SessionUnreadable) as error:
            load(broken)
        assert "bus" not in str(error.value)
        assert error.value.__cause__ is None


def test_an_older_schema_is_upgraded(monkeypatch: pytest.MonkeyPatch) -> None:
    session = full().session
    old = {("phase" if key == "stage" else key): value for key, value in dump(session).items()}

    def upgrade(data: dict[str, codec.Json]) -> dict[str, codec.Json]:
        return {("stage" if k == "phase" else k): v for k, v in data.items()} | {"schema": 1}

    monkeypatch.setitem(codec.UPGRADES, 0, upgrade)
    assert load(old | {"schema": 0}) == session


@pytest.mark.parametrize(
    ("value", "event"),
    [
        ("v.60", Chosen("a", "60")),
        ("n.x", Chosen("a", "on.x")),
        ("o.x", Chosen("a", "off.x")),
        ("v.18:30", Chosen("a", "18:30")),
        ("e.situation", Edited("a", "situation")),
        ("d.light", SteppedDown("light", "a")),
        ("u", Undone("a")),
        ("r", Resumed()),
    ],
)
def test_values_become_events(value: str, event: object) -> None:
    assert tap("a", value) == event


@pytest.mark.parametrize(
    "value", ["h", "", "v.", "v", "z", "d.huge", "e.", "q.60", ".", "bb", "🙂"]
)
def test_help_and_nonsense_are_no_events(value: str) -> None:
    assert tap("a", value) is None


def test_the_longest_values_fit_callback_data() -> None:
    for value in (chose("off." + "x" * 40), edits("s" * 40), chose("18:30")):
        data = callback("a" * 16, value)
        assert len(data.encode()) <= CALLBACK_LIMIT
        assert split_callback(data) == ("a" * 16, value)
    assert tap("a", chose("off.x")) == Chosen("a", "off.x")
    assert tap("a", chose("on.x")) == Chosen("a", "on.x")
