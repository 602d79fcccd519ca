"""aiogram: what its peers share."""

import asyncio

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bench.peers.orders import ROOT, TOKEN, Obey, attend
from bench.peers.script import Rows, question, settled


def keyboard(rows: Rows) -> InlineKeyboardMarkup:
    """Return inline buttons."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=label, callback_data=data) for label, data in row]
            for row in rows
        ]
    )


def new_bot() -> Bot:
    """Return a bot that talks to the stub; everything else is the default."""
    return Bot(
        TOKEN,
        session=AiohttpSession(api=TelegramAPIServer.from_base(ROOT)),
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )


async def ask_next(bot: Bot, chat: int, at: int, kind: str, answer: str, old: int) -> int:
    """Put the question after `at`, show the answer in the one before; return the new message."""
    words, rows = question(at + 1, kind)
    sent = await bot.send_message(chat, words, reply_markup=keyboard(rows))
    await bot.edit_message_text(settled(at, kind, answer), chat_id=chat, message_id=old)
    return sent.message_id


async def live(dispatcher: Dispatcher, bot: Bot, obey: Obey | None = None) -> None:
    """Poll until the orders end."""
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    await (attend(obey) if obey else attend())
    await dispatcher.stop_polling()
    await polling
    await bot.session.close()
