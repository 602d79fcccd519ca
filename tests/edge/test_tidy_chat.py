"""P8: messages go within the messenger's limits, and the outbox's own kind asks for it."""

from collections.abc import AsyncGenerator

import pytest

from bot.calls import Api
from bot.demo.api_methods import LIMITS
from bot.sender import Sender
from bot.transport import AiohttpRequest
from homework.outgoing import SWEEP_LIMIT, Posted, sweeping
from scheduler.sending import Refused, Sent
from tests.support.telegram import TOKEN, Phone, Telegram, emulated


@pytest.fixture
async def telegram() -> AsyncGenerator[Telegram, None]:
    async with emulated() as running:
        yield running


@pytest.fixture
async def phone(telegram: Telegram) -> Phone:
    phone = await telegram.person("Ann")
    await phone.say("/start")
    return phone


async def test_many_messages_are_deleted_at_once_within_the_limits(
    telegram: Telegram, phone: Phone
) -> None:
    sent = [await telegram.call("sendMessage", chat_id=phone.chat, text="x") for _ in range(3)]
    ids = [one["result"]["message_id"] for one in sent]
    answer = await telegram.call("deleteMessages", chat_id=phone.chat, message_ids=[*ids[:2], 9999])
    assert answer["result"] is True
    assert [one.message_id for one in await phone.messages() if one.from_bot] == ids[2:]
    for wrong in ([], list(range(1, LIMITS.delete_messages + 2))):
        answer = await telegram.call("deleteMessages", chat_id=phone.chat, message_ids=wrong)
        assert not answer["ok"]
    await telegram.advance(LIMITS.delete_hours * 3600 + 1)
    answer = await telegram.call("deleteMessages", chat_id=phone.chat, message_ids=ids)
    assert "can't be deleted" in answer["description"]


async def test_the_sender_asks_for_what_the_row_names(telegram: Telegram, phone: Phone) -> None:
    sent = [await telegram.call("sendMessage", chat_id=phone.chat, text="x") for _ in range(2)]
    ids = [one["result"]["message_id"] for one in sent]
    request = AiohttpRequest(connections=1)
    await request.initialize()
    try:
        sender = Sender(Api(TOKEN, telegram.root, request))
        row = Posted("r", "p", phone.chat, "sweep", sweeping(ids))
        assert isinstance(await sender(row), Sent)
        assert [one for one in await phone.messages() if one.from_bot] == []
        again = await sender(row)
        assert isinstance(again, Sent), "whatever is gone already is passed over"
        much = Posted("r", "p", phone.chat, "sweep", sweeping(range(1, SWEEP_LIMIT + 2)))
        assert isinstance(await sender(much), Refused)
    finally:
        await request.shutdown()
