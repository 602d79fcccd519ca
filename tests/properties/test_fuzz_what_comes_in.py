"""Everything that reads what others sent, given what nobody would send: no exception escapes.

A few hundred inputs with the tests; `make fuzz EXAMPLES=20000` for a long run.
"""

import copy
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.incoming import Incoming, UpdateUnreadable, parse
from conversations import answers, taps
from conversations.effects import Refuse
from conversations.loader import load, translate
from conversations.message import CallbackTooLong, callback, split_callback
from conversations.model import Worksheet
from conversations.problems import Problem
from conversations.session import Option
from homework import packaged
from tests.support.examples import examples
from tests.support.sheets import every_kind

long_run = settings(
    max_examples=examples(150),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)
ANN, CHAT = {"id": 11, "is_bot": False, "first_name": "Ann"}, {"id": 11, "type": "private"}
HEAD = {"message_id": 3, "date": 1772400000, "chat": CHAT, "from": ANN}
FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 12}
MEMBER = {"status": "member", "user": ANN}
UPDATES: list[dict[str, Any]] = [
    {"message": HEAD | {"text": "/start abc"}},
    {"message": HEAD | {"text": "sad", "entities": [{"type": "bold", "offset": 0, "length": 3}]}},
    {"edited_message": HEAD | {"text": "sad 70", "edit_date": 1772400009}},
    {"callback_query": {"id": "q", "from": ANN, "data": "1:x:v.60", "chat_instance": "c",
                        "message": HEAD | {"text": "?"}}},
    {"my_chat_member": {"chat": CHAT, "from": ANN, "date": 1772400000,
                        "old_chat_member": MEMBER, "new_chat_member": MEMBER}},
    {"message": HEAD | {"location": {"latitude": 51.5, "longitude": -0.1}}},
    {"message": HEAD | {"voice": FILE | {"duration": 42}}},
    {"message": HEAD | {"document": FILE | {"file_name": "a.toml"}}},
    {"message": HEAD | {"photo": [FILE | {"width": 9, "height": 9}], "caption": "here"}},
]  # fmt: skip

strange = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "", "0", "-1", "½", "٤٢", "１０", "1e999", "nan", "\x00", "\ud800", "\u202e", "9" * 400,
            "25:61", "31.02.", "30 февраля", "übermorgen", "mañana", "/" * 50, "%s{}{0}", "<b>",
        ]
    ),
    st.integers(-(2**70), 2**70).map(str),
    st.floats().map(str),
)  # fmt: skip
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | strange,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every part of a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = [path] if path else []
    if isinstance(value, dict | list):
        for key, part in inner:
            found += places(part, (*path, key)) if isinstance(part, dict | list) else [(*path, key)]
    return found


@st.composite
def broken_updates(draw: st.DrawFn) -> dict[str, Any]:
    """An update with up to four parts taken away or turned into anything."""
    raw = copy.deepcopy(draw(st.sampled_from(UPDATES))) | {"update_id": 1}
    for _ in range(draw(st.integers(0, 4))):
        path = draw(st.sampled_from(places(raw)))
        inside: Any = raw
        for key in path[:-1]:
            inside = inside[key]
        if draw(st.booleans()) and isinstance(inside, dict):
            del inside[path[-1]]
        else:
            inside[path[-1]] = draw(anything)
        if not places(raw):
            break
    return raw


def numbers_in(value: Any) -> set[Any]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = {value} if isinstance(value, int | float) else set[Any]()
    return own.union(*(numbers_in(part) for part in parts))


@given(broken_updates())
@long_run
def test_an_update_is_understood_or_refused_without_a_trace(raw: dict[str, Any]) -> None:
    before = json.dumps(raw, sort_keys=True, default=str)
    try:
        found = parse(raw)
    except UpdateUnreadable as refused:
        assert str(refused) == str(type(refused)())
        assert refused.__cause__ is None
    else:
        assert isinstance(found, Incoming)
        assert {found.user_id, found.chat_id} <= numbers_in(raw), "nobody is made up"
        assert type(found.user_id) is type(found.chat_id) is int
        found.text.encode()
        found.data.encode()
    assert json.dumps(raw, sort_keys=True, default=str) == before


@given(st.dictionaries(st.text(max_size=12), anything, max_size=4))
@long_run
def test_any_object_is_no_update(raw: dict[str, Any]) -> None:
    with pytest.raises(UpdateUnreadable):
        parse({"update_id": 7, **raw})


STEPS = [step for sheet in (every_kind(), *packaged.worksheets().values()) for step in sheet.steps]
OPTIONS = [Option("a", "Walk"), Option("b", "Read ½ a book"), Option("c", "")]
LANGUAGES = ["en", "es", "de", "ru"]
typed = st.one_of(strange, st.lists(strange, max_size=4).map("\n".join), st.text(max_size=200))


@given(st.sampled_from(STEPS), typed, st.sampled_from(LANGUAGES), st.data())
@long_run
def test_any_words_are_an_answer_or_refused(
    step: Any, text: str, locale: str, data: st.DataObject
) -> None:
    text = text.encode("utf-8", "replace").decode().strip() or "x"
    given_items = data.draw(st.lists(strange, max_size=3))
    found = answers.parse(
        step,
        text,
        today=data.draw(st.dates(date(1990, 1, 1), date(9998, 12, 30))),
        options=OPTIONS,
        items=given_items,
        language=packaged.language(locale),
    )
    assert isinstance(found, answers.Value | Refuse)
    if isinstance(found, answers.Value):
        json.dumps(found.value, allow_nan=False)
        assert text not in repr(found) or len(text) < 3


@given(st.sampled_from(STEPS), strange, st.data())
@long_run
def test_any_press_is_of_this_step_or_nothing(step: Any, value: str, data: st.DataObject) -> None:
    today = data.draw(st.dates(date(1990, 1, 1), date(9998, 12, 30)))
    found = answers.press(step, value, today=today, options=OPTIONS, items=["one", "two"])
    if found is not None:
        json.dumps(found.value, allow_nan=False)


@given(st.one_of(strange, st.builds("{}:{}:{}".format, strange, strange, strange)), strange)
@long_run
def test_any_callback_data_is_of_ours_or_nothing(data: str, ask: str) -> None:
    parts = split_callback(data)
    if parts is not None:
        assert data == f"1:{parts[0]}:{parts[1]}"
        event = taps.tap(ask, parts[1])
        assert getattr(event, "ask", ask) == ask, "a press is about the question it stands under"
    try:
        written = callback("ref", data)
    except (CallbackTooLong, UnicodeEncodeError):
        return
    assert split_callback(written) == ("ref", data)


SOURCES = [*packaged.sources("worksheets").values()]


@st.composite
def broken_sheets(draw: st.DrawFn) -> str:
    """A shipped worksheet with lines lost, doubled, swapped, and anything put in."""
    lines = draw(st.sampled_from(SOURCES)).split("\n")
    for _ in range(draw(st.integers(0, 5))):
        at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["lose", "double", "swap", "put", "cut", "value"])):
            case "lose":
                del lines[at]
                lines = lines or [""]
            case "double":
                lines.insert(to, lines[at])
            case "swap":
                lines[at], lines[to] = lines[to], lines[at]
            case "put":
                lines.insert(at, draw(strange))
            case "cut":
                lines[at] = lines[at][: len(lines[at]) // 2]
            case _:
                name = lines[at].partition("=")[0]
                lines[at] = f"{name}= {json.dumps(draw(anything), default=str)}"
    return "\n".join(lines)


@given(broken_sheets())
@long_run
def test_any_file_is_a_worksheet_or_has_problems_that_say_where(source: str) -> None:
    for found in (load(source, "a file"), translate(every_kind(), source, "a file")):
        if isinstance(found, Worksheet):
            continue
        assert found
        assert all(isinstance(one, Problem) and str(one) for one in found)


@given(typed)
@long_run
def test_any_words_are_no_worksheet(source: str) -> None:
    found = load(source, "a file")
    assert isinstance(found, list)
    assert found
