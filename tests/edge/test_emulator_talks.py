"""A bot made of PTB's own `Bot` and a person meet in the emulator."""

from collections.abc import AsyncGenerator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from tests.support.telegram import PhoneRefuses, Telegram, emulated


@pytest.fixture
async def telegram() -> AsyncGenerator[Telegram, None]:
    async with emulated() as running:
        yield running


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncGenerator[Bot, None]:
    async with Bot(
        telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url
    ) as bot:
        yield bot


async def test_a_person_starts_and_the_bot_reads_and_answers(telegram: Telegram, bot: Bot):
    phone = await telegram.person("Ann")
    await phone.open("https://t.me/homework_demo_bot?start=abc-_123")
    [update] = await bot.get_updates(timeout=5)
    assert update.message and update.message.text == "/start abc-_123"
    assert update.message.entities[0].type == "bot_command"
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="1:a:b")]])
    sent = await bot.send_message(phone.chat, "<b>Hi</b> &amp; 😀", "HTML", reply_markup=keyboard)
    assert (sent.text, sent.entities[0].type, sent.entities[0].length) == ("Hi & 😀", "bold", 2)
    await phone.expect("Hi & ")
    tap = await phone.press("Go")
    [pressed] = await bot.get_updates(offset=update.update_id + 1, timeout=5)
    assert pressed.callback_query and pressed.callback_query.data == "1:a:b"
    await pressed.callback_query.answer("Noted", show_alert=True)
    answered = await phone.answered(tap)
    assert (answered.text, answered.alert) == ("Noted", True)
    await pressed.callback_query.edit_message_text("Done")
    edited = await phone.expect("Done")
    assert (edited.message_id, edited.labels, edited.versions) == (
        sent.message_id,
        [],
        ("Hi & 😀",),
    )
    assert [entry["method"] for entry in await telegram.sends()] == [
        "sendMessage",
        "editMessageText",
    ]


async def test_a_file_goes_both_ways(telegram: Telegram, bot: Bot):
    phone = await telegram.person("Ann")
    await phone.send("document", "my notes", b"from the phone\r\n--x")
    [update] = await bot.get_updates(timeout=5)
    assert update.message and update.message.document
    file = await bot.get_file(update.message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"from the phone\r\n--x"
    await bot.send_document(phone.chat, b"\x00\r\nreport\r\n", caption="Yours", filename="r.pdf")
    assert await phone.download(await phone.expect("Yours")) == b"\x00\r\nreport\r\n"
    await bot.send_photo(phone.chat, b"\x89PNG", filename="qr.png")
    assert (await phone.expect("qr.png")).media == "photo"


async def test_only_what_is_on_the_screen_can_be_pressed(telegram: Telegram):
    phone = await telegram.person("Ann")
    await phone.say("hello")
    with pytest.raises(PhoneRefuses, match="no button"):
        await phone.press("Go")
