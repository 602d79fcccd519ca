"""getUpdates of the emulator: offsets, long polls, conflicts, and everything that may go wrong."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import Conflict, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.calls import Api
from bot.demo.faults import NOISE
from bot.transport import AiohttpRequest, MaybeSent
from tests.support.telegram import Phone, Telegram, emulated


@pytest.fixture
async def telegram() -> AsyncGenerator[Telegram, None]:
    async with emulated() as running:
        yield running


@pytest.fixture
async def phone(telegram: Telegram) -> Phone:
    return await telegram.person("Ann")


async def poll(telegram: Telegram, **params: Any) -> list[Any]:
    answer = await telegram.call("getUpdates", **params)
    assert answer["ok"], answer
    return list(answer["result"])


async def polled(telegram: Telegram, times: int) -> None:
    """Return when the emulator has seen that many polls."""
    assert telegram.emulator is not None
    world = telegram.emulator.world
    assert await world.bell.until(lambda: world.polling >= times or None, 10)


def texts(updates: list[Any]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_stay_until_they_are_confirmed(telegram: Telegram, phone: Phone):
    for text in ("one", "two", "three"):
        await phone.say(text)
    batch = await poll(telegram)
    assert texts(batch) == ["one", "two", "three"]
    assert texts(await poll(telegram, limit=2)) == ["one", "two"]
    assert texts(await poll(telegram, offset=batch[1]["update_id"])) == ["two", "three"]
    assert texts(await poll(telegram, offset=-1)) == ["three"]
    assert await poll(telegram, offset=batch[2]["update_id"] + 1) == []
    assert await poll(telegram) == []


async def test_a_long_poll_ends_with_the_news(telegram: Telegram, phone: Phone):
    waiting = asyncio.create_task(poll(telegram, timeout=30))
    await polled(telegram, 1)
    await phone.say("news")
    assert texts(await waiting) == ["news"]


async def test_a_second_poll_ends_the_first(telegram: Telegram, phone: Phone):
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        first = asyncio.create_task(bot.get_updates(timeout=30))
        await polled(telegram, 1)
        second = asyncio.create_task(poll(telegram, timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        await phone.say("for the second")
        assert texts(await second) == ["for the second"]


async def test_a_webhook_stops_polling(telegram: Telegram, phone: Phone):
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        await bot.set_webhook("https://bot.example/hook", secret_token="a-b_c")
        assert (await bot.get_webhook_info()).url == "https://bot.example/hook"
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await bot.get_updates()
        await phone.say("kept")
        assert (await bot.get_webhook_info()).pending_update_count == 1
        await bot.delete_webhook()
        assert len(await bot.get_updates()) == 1
        await bot.delete_webhook(drop_pending_updates=True)
        assert await bot.get_updates() == ()
        for url, secret in (("http://bot.example/hook", None), ("https://a.example", "!")):
            with pytest.raises(TelegramError):
                await bot.set_webhook(url, secret_token=secret)


async def test_only_the_kinds_asked_for_are_queued(telegram: Telegram, phone: Phone):
    await poll(telegram, allowed_updates=["callback_query"])
    await phone.say("unheard")
    assert await poll(telegram) == []
    await poll(telegram, allowed_updates=[])
    [own] = await phone.say("heard")
    await phone.edit(own.message_id, "heard better")
    kinds = [sorted(update) for update in await poll(telegram)]
    assert kinds == [["message", "update_id"], ["edited_message", "update_id"]]


async def test_messages_are_dated_in_whole_seconds_as_the_test_wants(
    telegram: Telegram, phone: Phone
):
    await phone.say("now")
    await phone.say("earlier", after=-3600)
    await phone.say("long ago", date=86_400)
    await telegram.advance(7200)
    await phone.say("later")
    now, earlier, old, later = (update["message"]["date"] for update in await poll(telegram))
    assert 3599 <= now - earlier <= 3600 and old == 86_400 and 7200 <= later - now <= 7260
    born = datetime.fromtimestamp(now, UTC)
    assert abs((datetime.fromtimestamp(earlier, UTC) - born).total_seconds()) <= 3600


async def test_a_long_text_leaves_the_phone_in_pieces(telegram: Telegram, phone: Phone):
    await phone.say("😀" * 2048 + "x" * 4000 + "y" * 1000)
    assert [len(text) for text in texts(await poll(telegram))] == [2048, 4096, 904]


async def test_a_reply_brings_the_message_it_was_written_under(telegram: Telegram, phone: Phone):
    [first] = await phone.say("first")
    [second] = await phone.say("second", reply_to=first.message_id)
    await phone.say("third", reply_to=second.message_id)
    await phone.delete(first.message_id)
    await phone.say("fourth", reply_to=first.message_id)
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        updates = await bot.get_updates()
    under = [update.message.reply_to_message for update in updates if update.message]
    assert [one and one.text for one in under] == [None, "first", "second", None]
    assert under[2] and under[2].reply_to_message is None, "one message deep, as the messenger does"


async def test_media_forwards_and_links(telegram: Telegram, phone: Phone):
    kinds = ["sticker", "photo", "voice", "video", "audio", "location", "contact", "dice"]
    for kind in kinds:
        await phone.send(kind)
    await phone.forward("copied", author="Carl")
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        updates = await bot.get_updates()
    for kind, update in zip(kinds, updates, strict=False):
        assert update.message and getattr(update.message, kind)
    assert updates[-1].message and updates[-1].message.forward_origin


async def test_confirmed_updates_come_again_shuffled_and_mixed_with_garbage(
    telegram: Telegram, phone: Phone
):
    for number in range(6):
        await phone.say(str(number))
    batch = await poll(telegram)
    offset = batch[-1]["update_id"] + 1
    assert await poll(telegram, offset=offset) == []
    await telegram.queue(redeliver=4)
    await phone.say("new")
    await telegram.queue(shuffle=1)
    again = await poll(telegram, offset=offset)
    assert sorted(texts(again)) == ["2", "3", "4", "5", "new"]
    assert telegram.emulator is not None
    queue = telegram.emulator.world.queue
    assert [item.raw for item in queue.shuffled] == again
    assert queue.made == [*range(queue.made[0], queue.next_id)], "each is counted once"
    assert texts(again) != ["2", "3", "4", "5", "new"]
    assert texts(await poll(telegram, offset=offset)) == ["new"]
    await telegram.queue(garbage=[42, None, {"message": {"text": 7}}, {"update_id": "x"}])
    garbage = await poll(telegram, offset=offset + 1)
    assert garbage[0] == 42 and garbage[1] is None and garbage[3] == {"update_id": "x"}
    assert isinstance(garbage[2]["update_id"], int)


async def test_ids_may_restart_lower(telegram: Telegram, phone: Phone):
    await phone.say("before")
    [before] = await poll(telegram)
    offset = before["update_id"] + 1
    await poll(telegram, offset=offset)
    await telegram.queue(restart=1000)
    await phone.say("after the quiet week")
    [after] = await poll(telegram, offset=offset)
    assert after["update_id"] == 1000
    assert await poll(telegram, offset=1001) == []


async def test_faults_hit_the_calls_they_name(
    telegram: Telegram, phone: Phone, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    await phone.say("/start")
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        for kind, error in (
            ("flood", RetryAfter),
            ("forbidden", Forbidden),
            ("conflict", Conflict),
            ("error_500", NetworkError),
            ("truncated", TelegramError),
            ("drop_before", NetworkError),
            ("drop_after", NetworkError),
        ):
            await telegram.fault(kind, "sendMessage", skip=1)
            await bot.send_message(phone.chat, f"let through before {kind}")
            with pytest.raises(error):
                await bot.send_message(phone.chat, f"hit by {kind}")
        await telegram.fault("delay", seconds=0.01, for_good=True)
        await bot.send_message(phone.chat, "slow")
        await telegram.no_faults()
    arrived = [entry["text"] for entry in await telegram.sends()]
    assert [text for text in arrived if text.startswith("hit")] == [
        "hit by truncated",
        "hit by drop_after",
    ]
    assert telegram.emulator is not None
    hits = dict(telegram.emulator.world.faults.hits)
    assert hits.pop("delay") == 1
    assert hits == dict.fromkeys(hits, 1) and len(hits) == 7
    codes = [call["code"] for call in await telegram.calls("sendMessage")]
    assert codes.count(0) == 1 and codes.count(429) == 1 and codes.count(500) == 1


async def test_garbage_stands_in_place_of_the_answer_to_what_was_done(
    telegram: Telegram, phone: Phone
):
    """Each kind of noise in turn; our own transport says of each that nobody can know."""
    await phone.say("/start")
    await telegram.fault("garbage", "sendMessage", times=len(NOISE))
    url = f"{telegram.root}/bot{telegram.token}/sendMessage"
    bodies: list[bytes] = []
    for number in range(len(NOISE)):
        async with telegram.http.post(url, json={"chat_id": phone.chat, "text": f"{number}"}) as it:
            assert it.status == 200
            bodies.append(await it.read())
    assert sorted(bodies) == sorted(NOISE)
    await telegram.fault("garbage", "sendMessage", times=len(NOISE))
    request = AiohttpRequest()
    await request.initialize()
    for number in range(len(NOISE)):
        with pytest.raises(MaybeSent):
            await Api(telegram.token, telegram.root, request).call(
                "sendMessage", {"chat_id": phone.chat, "text": f"{number} again"}
            )
    await request.shutdown()
    arrived = [entry["text"] for entry in await telegram.sends()]
    assert len(set(arrived)) == 2 * len(NOISE)


async def test_a_cut_connection_sends_no_byte(telegram: Telegram):
    await telegram.fault("drop_before", "getMe")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await telegram.call("getMe")
    assert (await telegram.call("getMe"))["ok"]


async def test_a_poll_of_a_dead_bot_takes_nothing(telegram: Telegram, phone: Phone):
    await phone.say("one")
    [one] = await poll(telegram)
    offset = one["update_id"] + 1
    dead = asyncio.create_task(poll(telegram, offset=offset, timeout=30))
    await polled(telegram, 2)
    dead.cancel()
    await asyncio.gather(dead, return_exceptions=True)
    await telegram.calls("getUpdates", after=1, within=5)
    await telegram.queue(redeliver=1)
    assert texts(await poll(telegram, offset=offset)) == ["one"]
