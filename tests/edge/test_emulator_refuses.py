"""The emulator refuses what Telegram refuses, with Telegram's code and words."""

import json
from collections.abc import AsyncGenerator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat, InlineKeyboardButton
from telegram import InlineKeyboardMarkup as Markup
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.demo.api_methods import API, LIMITS
from bot.demo.floods import Floods
from tests.support.recordings import ogg
from tests.support.telegram import Phone, Telegram, emulated

# Telegram takes the absence as "none": no commands, no webhook.
MAY_BE_EMPTY = {("setMyCommands", "commands"), ("setWebhook", "url")}
QUERY_TOO_OLD = "Query is too old and response timeout expired or query id is invalid"


@pytest.fixture
async def telegram() -> AsyncGenerator[Telegram, None]:
    async with emulated() as running:
        yield running


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncGenerator[Bot, None]:
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        yield bot


@pytest.fixture
async def phone(telegram: Telegram) -> Phone:
    phone = await telegram.person("Ann")
    await phone.say("/start")
    return phone


def button(text: str = "Go", data: str | None = "d", **more: Any) -> dict[str, Any]:
    return {"text": text, "callback_data": data, **more}


async def test_wrong_tokens_and_unknown_methods(telegram: Telegram):
    async def status(path: str) -> tuple[int, str]:
        async with telegram.http.get(f"{telegram.root}/{path}") as response:
            return response.status, (await response.json())["description"]

    assert await status("bot1:wrong/getMe") == (401, "Unauthorized")
    assert await status("botnonsense/getMe") == (404, "Not Found")
    assert await status(f"bot{telegram.token}/makeTea") == (404, "Not Found: method not found")
    assert (await telegram.call("GETME"))["result"]["username"] == "homework_demo_bot"


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": None}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "x" * 40_000}, "text is too long"),
        ({"text": "\ud83d"}, "strings must be encoded in UTF-8"),
        ({"text": ["x"]}, 'invalid parameter "text": expected String'),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        (
            {"text": "<br>", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "br" at byte offset 0',
        ),
        ({"chat_id": None}, "chat_id is empty"),
        ({"chat_id": 5}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"reply_markup": []}, "object expected as reply markup"),
        ({"reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        (
            {"reply_markup": {"inline_keyboard": [button()]}},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            {"reply_markup": {"inline_keyboard": [[button(" ")]]}},
            "inline keyboard button text must be non-empty",
        ),
        (
            {"reply_markup": {"inline_keyboard": [[button(data=None)]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"reply_markup": {"inline_keyboard": [[button(data="x" * 65)]]}}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": {"inline_keyboard": [[button(data="é" * 33)]]}}, "BUTTON_DATA_INVALID"),
        (
            {"reply_markup": {"inline_keyboard": [[button()] * 8] * 13}},
            "reply markup is too long",
        ),
    ],
)
async def test_messages(telegram: Telegram, phone: Phone, params: dict[str, Any], description: str):
    given = {"chat_id": phone.chat, "text": "x"} | params
    answer = await telegram.call("sendMessage", **given)
    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {description}")
    assert await telegram.sends() == []


async def test_limits_are_taken_to_the_last_unit(telegram: Telegram, phone: Phone):
    for text in ("x" * 4096, "😀" * 2048, "<b>" + "x" * 4096 + "</b>"):
        keyboard = {"inline_keyboard": [[button(data="x" * 64)] * 8] * 12}
        answer = await telegram.call(
            "sendMessage", chat_id=phone.chat, text=text, parse_mode="HTML", reply_markup=keyboard
        )
        assert answer["ok"]


async def test_every_required_parameter_is_required(telegram: Telegram, phone: Phone):
    given = {"chat_id": phone.chat, "message_id": 1, "text": "x", "action": "typing"}
    for method, parameters in API.methods.items():
        for missing, parameter in parameters.items():
            if not parameter.required or (method, missing) in MAY_BE_EMPTY:
                continue
            answer = await telegram.call(method, **{k: v for k, v in given.items() if k != missing})
            assert not answer["ok"] and answer["error_code"] == 400, (method, missing)


async def test_captions_and_files(bot: Bot, phone: Phone):
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(phone.chat, b"x", caption="x" * 1025)
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await bot.send_document(phone.chat, b"")
    with pytest.raises(BadRequest, match="Wrong file identifier/http url specified"):
        await bot.send_photo(phone.chat, "AAAA")
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("AAAA")
    assert (await bot.send_document(phone.chat, b"x", caption="x" * 1024)).caption


async def test_what_is_no_picture_is_no_photo(bot: Bot, phone: Phone):
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(phone.chat, b"words")


async def test_who_wants_no_voice_messages_gets_none(bot: Bot, phone: Phone):
    assert (await bot.send_voice(phone.chat, ogg(3), caption="Voice note, 0:03")).voice
    assert (await bot.send_voice(phone.chat, b"no sound")).document
    await phone.wants_no_voice()
    with pytest.raises(BadRequest, match=r"(?i)voice_messages_forbidden"):
        await bot.send_voice(phone.chat, ogg(3))
    assert await bot.send_document(phone.chat, ogg(3), filename="note.ogg")


async def test_missing_files(telegram: Telegram, phone: Phone):
    for kind in ("photo", "document", "voice"):
        answer = await telegram.call(f"send{kind}", chat_id=phone.chat)
        assert answer["description"] == f"Bad Request: there is no {kind} in the request"


async def test_who_never_pressed_start_cannot_be_written_to(telegram: Telegram, bot: Bot):
    stranger = await telegram.person("Bob")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger.chat, "hello")


async def test_a_block_is_told_and_held(telegram: Telegram, bot: Bot, phone: Phone):
    await phone.block()
    updates = await bot.get_updates(timeout=5)
    member = updates[-1].my_chat_member
    assert member and member.new_chat_member.status == "kicked"
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(phone.chat, "hello")
    with pytest.raises(Forbidden):
        await bot.send_chat_action(phone.chat, "typing")
    await phone.open("https://t.me/homework_demo_bot?start=again")
    assert await bot.send_message(phone.chat, "hello")
    await phone.deactivate()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(phone.chat, "hello")


async def test_edits(telegram: Telegram, bot: Bot, phone: Phone):
    keyboard = Markup([[InlineKeyboardButton("Go", callback_data="d")]])
    sent = await bot.send_message(phone.chat, "<b>x</b>", "HTML", reply_markup=keyboard)
    where: dict[str, Any] = {"chat_id": phone.chat, "message_id": sent.message_id}
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await bot.edit_message_text(
            " <strong>x</strong> ", **where, parse_mode="HTML", reply_markup=keyboard
        )
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(**where, reply_markup=keyboard)
    await bot.edit_message_text("x", **where, reply_markup=keyboard)  # the entity is gone
    await bot.edit_message_reply_markup(**where)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(**where)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("y", phone.chat, 999)
    [own] = await phone.say("mine")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("y", phone.chat, own.message_id)
    document = await bot.send_document(phone.chat, b"x")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("y", phone.chat, document.message_id)
    answer = await telegram.call("editMessageText", chat_id=phone.chat, text="y")
    assert answer["description"] == "Bad Request: message identifier is not specified"
    answer = await telegram.call("editMessageText", chat_id=phone.chat, message_id="one", text="y")
    assert answer["description"] == "Bad Request: message identifier is not specified"


async def test_deletes(telegram: Telegram, bot: Bot, phone: Phone):
    sent = await bot.send_message(phone.chat, "x")
    await bot.delete_message(phone.chat, sent.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(phone.chat, sent.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("y", phone.chat, sent.message_id)
    old = await bot.send_message(phone.chat, "x")
    await telegram.advance(LIMITS.delete_hours * 3600 + 1)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(phone.chat, old.message_id)


async def test_pins(bot: Bot, phone: Phone):
    sent = await bot.send_message(phone.chat, "x")
    with pytest.raises(BadRequest, match="Message to pin not found"):
        await bot.pin_chat_message(phone.chat, 999)
    await bot.pin_chat_message(phone.chat, sent.message_id)
    assert await phone.pinned() == [sent.message_id]
    await bot.unpin_chat_message(phone.chat)
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await bot.unpin_chat_message(phone.chat)


async def test_callback_queries(telegram: Telegram, bot: Bot, phone: Phone):
    keyboard = Markup([[InlineKeyboardButton("Go", callback_data="d")]])
    await bot.send_message(phone.chat, "x", reply_markup=keyboard)
    tap = await phone.press("Go")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(tap.query, "x" * 201)
    await bot.answer_callback_query(tap.query, "x" * 200)
    with pytest.raises(BadRequest, match=QUERY_TOO_OLD):
        await bot.answer_callback_query(tap.query)
    late = await phone.press("Go")
    await telegram.advance(61)
    with pytest.raises(BadRequest, match=QUERY_TOO_OLD):
        await bot.answer_callback_query(late.query)
    with pytest.raises(BadRequest, match=QUERY_TOO_OLD):
        await bot.answer_callback_query("17")


@pytest.mark.parametrize(
    ("name", "description", "complaint"),
    [
        ("Start", "x", "BOT_COMMAND_INVALID"),
        ("to-day", "x", "BOT_COMMAND_INVALID"),
        ("", "x", "command must be non-empty"),
        ("x" * 33, "x", "command length must not exceed 32"),
        ("start", "", "command description must be non-empty"),
        ("start", "x" * 257, "command description length must not exceed 256"),
    ],
)
async def test_commands(telegram: Telegram, name: str, description: str, complaint: str):
    commands = [{"command": name, "description": description}]
    answer = await telegram.call("setMyCommands", commands=commands)
    assert answer["description"] == f"Bad Request: {complaint}"


async def test_menus_are_scoped_and_counted(telegram: Telegram, bot: Bot, phone: Phone):
    await bot.set_my_commands([BotCommand("start", "Begin")])
    assert await phone.menu() == ["start"]
    scope = BotCommandScopeChat(phone.chat)
    await bot.set_my_commands([BotCommand("today", "Today")], scope)
    await bot.set_my_commands([BotCommand("heute", "Heute")], scope, language_code="de")
    assert await phone.menu() == ["today"]
    assert [each.command for each in await bot.get_my_commands(scope, "de")] == ["heute"]
    assert [each.command for each in await bot.get_my_commands()] == ["start"]
    await bot.delete_my_commands(scope)
    assert await phone.menu() == ["start"]
    with pytest.raises(BadRequest, match="Bot_commands_too_much"):
        await bot.set_my_commands([(f"c{n}", "x") for n in range(101)])
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([], BotCommandScopeChat(5))


async def test_chat_actions(bot: Bot, phone: Phone):
    await bot.send_chat_action(phone.chat, "typing")
    assert await phone.action() == "typing"
    await bot.send_message(phone.chat, "x")
    assert await phone.action() == ""
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(phone.chat, "dancing")


async def test_groups(bot: Bot, phone: Phone):
    group = await phone.group("Family")
    await phone.say("nobody hears this", chat=group)
    await phone.say("/start", chat=group)
    updates = await bot.get_updates(timeout=5)
    added, service, command = updates[1].my_chat_member, updates[2].message, updates[3].message
    assert added and (added.chat.type, added.new_chat_member.status) == ("group", "member")
    assert service and service.new_chat_members
    assert command and command.text == "/start" and len(updates) == 4
    await bot.send_message(group, "goodbye")
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages"):
        await bot.pin_chat_message(group, 1 + (await phone.messages(chat=group))[0].message_id)
    await bot.leave_chat(group)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(group, "still here")
    second = await phone.group("Work")
    await phone.remove_bot(second)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(second, "hello")
    with pytest.raises(BadRequest):
        await bot.leave_chat(phone.chat)


async def test_floods(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    seconds = 1000.0
    floods = Floods(per_second=30, chat_per_second=1.0, chat_burst=6)
    async with (
        emulated(floods=floods, machine=lambda: seconds) as telegram,
        Bot(telegram.token, base_url=telegram.base_url) as bot,
    ):
        people = [await telegram.person(f"P{n}") for n in range(31)]
        for phone in people:
            await phone.say("/start")
        for phone in people[:30]:
            await bot.send_message(phone.chat, "x")
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(people[30].chat, "x")
        assert caught.value.retry_after == timedelta(seconds=1)
        seconds += 60
        for _ in range(6):
            await bot.send_message(people[0].chat, "x")
        answer = await telegram.call("sendMessage", chat_id=people[0].chat, text="x")
        assert answer == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        }
        await telegram.settings(floods=False)
        await bot.send_message(people[0].chat, "x")


async def test_bodies_of_every_form_are_read(telegram: Telegram, phone: Phone):
    url = f"{telegram.root}/bot{telegram.token}/sendMessage"
    keyboard = json.dumps({"inline_keyboard": [[button()]]})
    form = {"chat_id": str(phone.chat), "text": "é 😀", "reply_markup": keyboard}
    multipart = aiohttp.FormData(form, default_to_multipart=True)
    for data in (form, multipart):
        async with telegram.http.post(url, data=data) as response:
            result = (await response.json())["result"]
            assert (result["text"], len(result["reply_markup"]["inline_keyboard"])) == ("é 😀", 1)
    async with telegram.http.get(url, params=form) as response:
        assert response.status == 200
    async with telegram.http.post(url, data=b"{", headers={"content-type": "application/json"}) as (
        response
    ):
        assert (await response.json())["error_code"] == 400


async def test_strangers_from_elsewhere_are_turned_away(telegram: Telegram):
    for headers in ({"Host": "evil.example:80"}, {"Origin": "https://evil.example"}):
        async with telegram.http.get(f"{telegram.root}/person", headers=headers) as response:
            assert response.status == 403
