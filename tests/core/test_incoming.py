"""From raw JSON to an `Incoming`, or to one of two errors that hold no trace of it."""

import copy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.incoming import Incoming, UpdateForeign, UpdateUnreadable, parse

DATE = 1772400000
AT = datetime.fromtimestamp(DATE, UTC)
ANN = {"id": 11, "is_bot": False, "first_name": "Ann", "language_code": "de"}
CHAT = {"id": 11, "type": "private", "first_name": "Ann"}
GROUP = {"id": -5, "type": "group", "title": "G"}


def message(text: str = "hello", **more: Any) -> dict[str, Any]:
    return {"message_id": 3, "date": DATE, "chat": CHAT, "from": ANN, "text": text} | more


def of(**update: Any) -> Incoming:
    return parse({"update_id": 1, **update})


def member(status: str) -> dict[str, Any]:
    return {"status": status, "user": ANN} | ({"until_date": 0} if status == "kicked" else {})


def test_a_text() -> None:
    assert of(message=message("Hello there")) == Incoming(
        1,
        "text",
        11,
        11,
        True,
        at=AT,
        text="Hello there",
        message_id=3,
        locale_hint="de",
    )


@pytest.mark.parametrize(
    ("text", "command", "args"),
    [
        ("/start", "start", ""),
        ("/START abc_1", "start", "abc_1"),
        ("/today@our_bot  now \n", "today", "now"),
        ("/10 was my mood", "10", "was my mood"),
        ("/pause\ntwo days", "pause", "two days"),
    ],
)
def test_a_command(text: str, command: str, args: str) -> None:
    incoming = of(message=message(text))
    assert (incoming.what, incoming.command, incoming.args) == ("command", command, args)
    assert incoming.text == text


@pytest.mark.parametrize("text", ["/", "/ start", "/é", "no /start", "/a/b", "/start!", "//x"])
def test_no_command(text: str) -> None:
    assert (of(message=message(text)).what, of(message=message(text)).command) == ("text", "")


def test_a_photo_is_something_else_with_its_caption() -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    raw = message(photo=photo, caption="/start me")
    del raw["text"]
    incoming = of(message=raw)
    assert (incoming.what, incoming.text, incoming.command) == ("other", "/start me", "")


def test_rule_x6_a_forwarded_text_is_foreign() -> None:
    origin = {"type": "hidden_user", "date": DATE, "sender_user_name": "Bo"}
    via = {"id": 9, "is_bot": True, "first_name": "B", "username": "b_bot"}
    assert of(message=message(forward_origin=origin)).foreign
    assert of(message=message(via_bot=via)).foreign
    assert not of(message=message()).foreign


def test_rule_x6_a_group_is_not_private() -> None:
    incoming = of(message=message(chat=GROUP))
    assert (incoming.private, incoming.chat_id, incoming.user_id) == (False, -5, 11)


@pytest.mark.parametrize(
    ("sent", "sort"),
    [
        ({"photo": [{}]}, "photo"),
        ({"animation": {}, "document": {}}, "animation"),
        ({"poll": {"question": 1}}, "poll"),
        ({"voice": None}, "voice"),
        ({"story": {}}, "other"),
        ({"reply_to_message": {"poll": {}}}, "other"),
        ({"external_reply": {"origin": 1}}, "other"),
        ({"quote": {"text": 1}, "reply_to_story": 5}, "other"),
    ],
)
def test_what_is_sent_beside_text_is_told_whatever_is_in_it(
    sent: dict[str, object], sort: str
) -> None:
    body = message("", **sent)
    del body["text"]
    incoming = of(message=body)
    assert (incoming.what, incoming.sort) == ("other", sort)


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ({"reply_to_message": message("earlier", message_id=4)}, 4),
        ({"reply_to_message": {"message_id": 4, "poll": {}, "chat": []}}, 4),
        ({"reply_to_message": {"message_id": True}}, None),
        ({"reply_to_message": {"message_id": 10**30}}, None),
        ({"reply_to_message": {"message_id": -4}}, None),
        ({"reply_to_message": {"message_id": "4"}}, None),
        ({"reply_to_message": [4]}, None),
        ({"reply_to_message": None}, None),
        ({"external_reply": {"message_id": 4, "origin": {}}, "quote": {"text": None}}, None),
        ({}, None),
    ],
)
def test_of_what_was_replied_to_only_the_number_is_read(
    told: dict[str, object], number: int | None
) -> None:
    incoming = of(message=message("words", **told))
    assert (incoming.what, incoming.text, incoming.reply_to) == ("text", "words", number)


def test_pictures_of_an_album_know_it() -> None:
    body = message("", photo=[{}], media_group_id="77")
    del body["text"]
    assert of(message=body).album == "77"


def test_an_edit_has_the_date_of_the_edit() -> None:
    incoming = of(edited_message=message("better", edit_date=DATE + 60))
    assert (incoming.what, incoming.text, incoming.message_id) == ("edited", "better", 3)
    assert incoming.at == datetime.fromtimestamp(DATE + 60, UTC)
    assert incoming.written == datetime.fromtimestamp(DATE, UTC)


def test_a_tap() -> None:
    query = {"id": "q", "from": ANN, "chat_instance": "x", "data": "1:a:b", "message": message()}
    incoming = of(callback_query=query)
    assert (incoming.what, incoming.data, incoming.callback) == ("tap", "1:a:b", "q")
    assert (incoming.message_id, incoming.private, incoming.at) == (3, True, None)


def test_a_tap_on_a_message_too_old_to_be_told() -> None:
    old = {"chat": CHAT, "message_id": 3, "date": 0}
    query = {"id": "q", "from": ANN, "chat_instance": "x", "data": "1:a:b", "message": old}
    incoming = of(callback_query=query)
    assert (incoming.chat_id, incoming.message_id, incoming.private) == (11, 3, True)


def test_a_tap_that_belongs_to_no_chat_is_not_private() -> None:
    query = {
        "id": "q",
        "from": ANN,
        "chat_instance": "x",
        "data": "1:a:b",
        "inline_message_id": "i",
    }
    assert not of(callback_query=query).private


@pytest.mark.parametrize(
    ("chat", "old", "new", "what"),
    [
        (CHAT, "member", "kicked", "blocked"),
        (CHAT, "kicked", "member", "unblocked"),
        (GROUP, "left", "member", "joined_group"),
        (GROUP, "member", "left", "other"),
    ],
)
def test_blocking_and_groups(chat: dict[str, Any], old: str, new: str, what: str) -> None:
    change = {"chat": chat, "from": ANN, "date": DATE}
    change |= {"old_chat_member": member(old), "new_chat_member": member(new)}
    assert of(my_chat_member=change).what == what


@pytest.mark.parametrize("raw", [{}, {"invention": {"x": 1}}, {"channel_post": message()}])
def test_what_nobody_asked_for_is_foreign(raw: dict[str, Any]) -> None:
    with pytest.raises(UpdateForeign):
        of(**raw)


def test_a_message_without_an_author_is_foreign() -> None:
    raw = message()
    del raw["from"]
    with pytest.raises(UpdateForeign):
        of(message=raw)


@pytest.mark.parametrize(
    "broken",
    [
        {"date": {"a": 1}},
        {"date": None},
        {"chat": "somebody"},
        {"chat": None},
        {"from": "secret words"},
        {"from": {"id": "11", "is_bot": False, "first_name": "A"}},
        {"text": {"secret": "words"}},
        {"message_id": "secret words"},
        {"entities": "secret words"},
    ],
)
def test_rule_4_1_what_cannot_be_read_is_one_error_with_no_trace_of_it(broken: Any) -> None:
    with pytest.raises(UpdateUnreadable) as caught:
        of(message=message() | broken)
    assert "secret" not in str(caught.value) + repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    deep = [
        found
        for key, one in inner
        if isinstance(one, dict | list)
        for found in _paths(one, (*path, key))
    ]
    keys = list(value) if isinstance(value, dict) else range(len(value))
    return [(*path, key) for key in keys] + deep


WHOLE = {
    "update_id": 1,
    "message": message(
        entities=[{"type": "bold", "offset": 0, "length": 2}],
        reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]},
    ),
}
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(), st.just([]), st.just({}), st.just([None])
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(_paths(WHOLE)), ODD)
def test_rule_4_1_whatever_stands_anywhere_parse_returns_or_raises_its_own_error(
    path: tuple[Any, ...], odd: Any
) -> None:
    raw = copy.deepcopy(WHOLE)
    place: Any = raw
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = odd
    try:
        incoming = parse(raw)
    except UpdateUnreadable:
        return
    assert type(incoming.user_id) is int
    assert isinstance(incoming.text, str)
