"""The transport and the sender against a server that misbehaves: never sent, or maybe sent."""

import asyncio
import json
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram.error import BadRequest, Conflict, Forbidden, TelegramError

from bot.afterwards import AnswerTap, LeaveChat, SetMenu, ShowBusy, perform
from bot.calls import Api
from bot.sender import Sender
from bot.transport import (
    AiohttpRequest,
    Flooded,
    MaybeSent,
    NeverSent,
    NoSuchPlace,
    TokenRefused,
)
from conversations.message import Button, Message
from homework.outgoing import Attachment, Posted
from scheduler.sending import (
    CannotSend,
    Gone,
    NotSent,
    Refused,
    SendResult,
    Sent,
    Unknown,
    Wait,
)
from tests.support.rude_server import Behaviour, Rude, api, hangs, response, rude, says

TOKEN = "4242424242:AAcanaryCanaryCanaryCanaryCanary000"
DATE = 1772400000
AT = datetime.fromtimestamp(DATE, UTC)
SENT = api(200, result={"message_id": 7, "date": DATE, "chat": {"id": 11}})
EDITED = api(200, result={"message_id": 7, "date": DATE, "edit_date": DATE + 9})
HELLO = Posted("r1", "p1", 11, "step", Message("Hello <b>you</b> &amp; me"))


@asynccontextmanager
async def client(root: str, read: float = 5.0) -> AsyncGenerator[Api]:
    request = AiohttpRequest(read=read)
    await request.initialize()
    try:
        yield Api(TOKEN, root, request)
    finally:
        await request.shutdown()


async def send(*behaviours: Behaviour, posted: Posted = HELLO, read: float = 5.0) -> SendResult:
    async with rude(*behaviours) as server, client(server.root, read) as calls:
        return await Sender(calls)(posted)


def bodies_of(server: Rude) -> list[dict[str, Any]]:
    return [json.loads(body) for body in server.requests]


# Files that somebody sent


@pytest.mark.parametrize(
    ("told", "length", "requests"), [(101, 101, 1), (5, 101, 2), (None, 101, 2), (100, 100, 2)]
)
async def test_x12_no_more_of_a_file_is_taken_than_may_be_whatever_was_said_of_it(
    told: int | None, length: int, requests: int
) -> None:
    where = api(200, result={"file_path": "voice/1.oga", "file_size": told})
    async with (
        rude(says(where, response(200, b"x" * length))) as server,
        client(server.root) as calls,
    ):
        if length > 100:
            with pytest.raises(BadRequest):
                await calls.file("f", 100)
        else:
            assert await calls.file("f", 100) == b"x" * 100
    assert len(server.requests) == requests


# Never sent, maybe sent


async def test_rule_4_4_a_refused_connection_is_not_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: connections are refused
        async with client(f"http://127.0.0.1:{taken.getsockname()[1]}") as calls:
            assert isinstance(await Sender(calls)(HELLO), NotSent)


async def test_rule_4_4_a_host_without_an_address_is_not_sent() -> None:
    async with client("http://nowhere.invalid") as calls:
        assert isinstance(await Sender(calls)(HELLO), NotSent)


async def test_rule_4_4_a_connection_that_is_never_made_is_not_sent() -> None:
    """A full queue of a listening socket makes connecting time out."""
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        crowd = [socket.socket() for _ in range(4)]
        for one in crowd:
            one.setblocking(False)
            one.connect_ex(deaf.getsockname())
        try:
            async with client(f"http://127.0.0.1:{deaf.getsockname()[1]}") as calls:
                with pytest.raises(NeverSent):
                    await calls.call("getMe", {}, connect_timeout=0.2)
        finally:
            for one in crowd:
                one.close()


async def test_rule_4_4_a_pool_that_is_not_open_is_not_sent() -> None:
    calls = Api(TOKEN, "http://127.0.0.1:1", AiohttpRequest())
    assert isinstance(await Sender(calls)(HELLO), NotSent)


@pytest.mark.parametrize(
    "behaviour",
    [
        says(b""),
        says(b"HTTP/1.1 200 OK\r\nContent-Le"),
        says(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"),
        says(b"this is no HTTP at all\r\n\r\n"),
        says(response(200, b"<html>welcome</html>")),
        says(response(200, b'{"ok": true}')),
        says(response(200, b"[1, 2]")),
        says(response(500, b"\xff\xfe garbage")),
        says(api(500, "Internal Server Error: restart")),
        says(api(502, "Bad Gateway")),
        says(response(504, b"<html>gateway time-out</html>")),
    ],
    ids=[
        "dropped",
        "half a head",
        "half a body",
        "no HTTP",
        "not JSON",
        "no result",
        "a list",
        "500 garbage",
        "500",
        "502",
        "504 page",
    ],
)
async def test_rule_4_4_everything_after_the_first_byte_is_unknown(behaviour: Behaviour) -> None:
    assert isinstance(await send(behaviour), Unknown)


async def test_rule_4_4_a_read_time_out_is_unknown() -> None:
    assert isinstance(await send(hangs, read=0.1), Unknown)


async def test_rule_4_4_a_dropped_keep_alive_connection_is_unknown_and_not_sent_again() -> None:
    """The server closes while the second request is on its way; the request is not repeated."""

    async def closes_at_the_second(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await says(SENT)(reader, writer)
        await reader.readuntil(b"\r\n\r\n")

    async with rude(closes_at_the_second, says(SENT)) as server, client(server.root) as calls:
        sender = Sender(calls)
        assert await sender(HELLO) == Sent(7, AT)
        assert isinstance(await sender(HELLO), Unknown)
        assert server.connections == 1


@pytest.mark.parametrize("status", [302, 403, 404, 407])
async def test_what_a_proxy_says_is_not_sent(status: int) -> None:
    assert isinstance(await send(says(response(status, b"<html>proxy</html>"))), NotSent)


# What the server means


async def test_rule_4_4_a_429_waits_as_long_as_it_says() -> None:
    flood = api(429, "Too Many Requests: retry after 17", retry_after=17)
    assert await send(says(flood)) == Wait(17.0)
    assert await send(says(response(429, b"slow down"))) == Wait(5.0)


@pytest.mark.parametrize(
    ("status", "description"),
    [
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: user is deactivated"),
        (403, "Forbidden: bot can't initiate conversation with a user"),
        (400, "Bad Request: chat not found"),
        (400, "Bad Request: PEER_ID_INVALID"),
    ],
)
async def test_rule_4_4_the_unreachable_are_gone(status: int, description: str) -> None:
    assert isinstance(await send(says(api(status, description))), Gone)


async def test_rule_4_4_an_edit_that_changes_nothing_is_sent() -> None:
    text = "Bad Request: message is not modified: specified new message content and reply markup"
    edit = replace(HELLO, edits_message=7)
    assert await send(says(api(400, text)), posted=edit) == Sent(7, None)


@pytest.mark.parametrize(
    "reason", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"]
)
async def test_rule_4_4_an_edit_of_a_message_that_is_gone_is_refused(reason: str) -> None:
    edit = replace(HELLO, edits_message=7)
    result = await send(says(api(400, f"Bad Request: {reason}")), posted=edit)
    assert result == Refused(reason.lower())


async def test_rule_4_4_refused_markup_is_sent_again_as_plain_text() -> None:
    refusal = api(400, 'Bad Request: can\'t parse entities: Unsupported start tag "secret"')
    async with rude(says(refusal, SENT)) as server, client(server.root) as calls:
        assert await Sender(calls)(HELLO) == Sent(7, AT)
        first, second = bodies_of(server)
    assert (first["text"], first["parse_mode"]) == ("Hello <b>you</b> &amp; me", "HTML")
    assert (second["text"], second.get("parse_mode")) == ("Hello you & me", None)


async def test_reasons_never_quote_a_message() -> None:
    quoting = api(400, 'Bad Request: wrong thing "my secret": in my secret')
    assert await send(says(quoting)) == Refused("wrong thing")


async def test_rule_4_4_a_refused_token_is_a_clear_error_and_names_no_token() -> None:
    async with rude(says(api(401, "Unauthorized"))) as server, client(server.root) as calls:
        with pytest.raises(CannotSend) as caught:
            await Sender(calls)(HELLO)
    assert isinstance(caught.value, TokenRefused)
    assert "does not accept the bot token" in str(caught.value)
    assert TOKEN not in repr(caught.value)


async def test_a_wrong_address_or_malformed_token_is_told_at_start() -> None:
    async with rude(says(api(404, "Not Found"))) as server, client(server.root) as calls:
        with pytest.raises(NoSuchPlace, match="TELEGRAM_API_URL"):
            await calls.identify()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (api(403, "Forbidden: x"), Forbidden),
        (api(400, "Bad Request: x"), BadRequest),
        (api(409, "Conflict: terminated by other getUpdates request"), Conflict),
        (response(413, b"too large"), BadRequest),
        (api(429, "x", retry_after=1), Flooded),
        (api(503, "x"), MaybeSent),
    ],
)
async def test_rule_4_4_errors_keep_their_kind(answer: bytes, kind: type[TelegramError]) -> None:
    async with rude(says(answer)) as server, client(server.root) as calls:
        with pytest.raises(kind):
            await calls.bot().delete_message(11, 7)


async def test_rule_x8_no_error_holds_the_token_nor_a_cause_that_does() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        async with client(f"http://127.0.0.1:{taken.getsockname()[1]}") as calls:
            with pytest.raises(NeverSent) as caught:
                await calls.call("getMe", {})
    error: BaseException | None = caught.value
    while error is not None:
        assert TOKEN not in repr(error) + str(error)
        error = error.__cause__ or error.__context__
    assert TOKEN not in repr(calls)


# By way of a proxy


@pytest.mark.parametrize(("excepted", "result"), [("", Sent(7, AT)), ("nowhere.invalid", None)])
async def test_a_proxy_that_the_environment_names_is_used_but_for_its_exceptions(
    monkeypatch: pytest.MonkeyPatch, excepted: str, result: SendResult | None
) -> None:
    async with rude(says(SENT)) as proxy:
        monkeypatch.setenv("http_proxy", proxy.root)
        monkeypatch.setenv("no_proxy", excepted)
        async with client("http://nowhere.invalid") as calls:
            found = await Sender(calls)(HELLO)
    assert found == result if result else isinstance(found, NotSent)


# What is sent


async def test_a_message_is_sent_with_its_buttons() -> None:
    buttons = ((Button("Yes & no", "1:a:y"),), (Button("Back", "1:a:b"),))
    posted = replace(HELLO, message=Message("Hi", buttons), silent=True)
    async with rude(says(SENT)) as server, client(server.root) as calls:
        assert await Sender(calls)(posted) == Sent(7, AT)
        (body,) = bodies_of(server)
    assert (body["chat_id"], body["text"], body["disable_notification"]) == (11, "Hi", True)
    assert body["link_preview_options"] == {"is_disabled": True}
    assert body["reply_markup"] == {
        "inline_keyboard": [
            [{"text": "Yes & no", "callback_data": "1:a:y"}],
            [{"text": "Back", "callback_data": "1:a:b"}],
        ]
    }


async def test_an_edit_without_buttons_removes_them_and_is_dated_by_the_edit() -> None:
    async with rude(says(EDITED)) as server, client(server.root) as calls:
        result = await Sender(calls)(replace(HELLO, edits_message=7))
        (body,) = bodies_of(server)
    assert result == Sent(7, datetime.fromtimestamp(DATE + 9, UTC))
    assert body["message_id"] == 7
    assert "reply_markup" not in body


@pytest.mark.parametrize(
    ("mime", "method", "field"),
    [
        ("image/png", b"sendPhoto", b'name="photo"'),
        ("audio/ogg", b"sendVoice", b'name="voice"'),
        ("application/pdf", b"sendDocument", b'name="document"'),
    ],
)
async def test_a_file_travels_with_its_text(mime: str, method: bytes, field: bytes) -> None:
    heads: list[bytes] = []
    bodies: list[bytes] = []

    async def takes(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        while not bodies or not bodies[-1].rstrip().endswith(b"--"):
            bodies.append((bodies[-1] if bodies else b"") + await reader.read(65536))
        writer.write(SENT)
        await writer.drain()

    posted = replace(HELLO, attachment=Attachment("chart.bin", mime, b"\x00BYTES\x01"))
    assert await send(takes, posted=posted) == Sent(7, AT)
    assert method in heads[0]
    for part in (field, b'filename="chart.bin"', b"\x00BYTES\x01", b"Hello <b>you</b>"):
        assert part in bodies[-1]


async def test_pinning_is_tried_and_its_refusal_changes_nothing() -> None:
    answers = says(SENT, api(400, "Bad Request: not enough rights"))
    async with rude(answers) as server, client(server.root) as calls:
        assert await Sender(calls)(replace(HELLO, pin=True)) == Sent(7, AT)
        assert bodies_of(server)[1]["message_id"] == 7


async def test_calls_afterwards_are_made_and_refusals_forgotten() -> None:
    def menus(role: str, locale: str) -> list[tuple[str, str]]:
        return [("today", f"{role} {locale}")]

    refusal = api(400, "Bad Request: query is too old and response timeout expired")
    items = [AnswerTap("q", "x" * 500), SetMenu(11, "client", "en"), LeaveChat(-5)]
    items.append(ShowBusy(12, picture=False))
    async with rude(says(refusal)) as server, client(server.root) as calls:
        await perform(calls, items, menus)
        told = {frozenset(body): body for body in bodies_of(server)}
    assert len(told) == 4
    assert told[frozenset({"chat_id", "action"})]["action"] == "upload_document"
    assert len(told[frozenset({"callback_query_id", "text"})]["text"]) == 200
    menu = told[frozenset({"commands", "scope"})]
    assert menu["commands"] == [{"command": "today", "description": "client en"}]
    assert menu["scope"] == {"type": "chat", "chat_id": 11}
