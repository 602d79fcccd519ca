"""aiogram with SQLAlchemy's ORM: each answer is committed before the next question."""

import asyncio

from aiogram import Bot, Dispatcher, F, Router
from aiogram.types import CallbackQuery, Message

from bench.peers.aiogram_parts import ask_next, live, new_bot
from bench.peers.orm import keep, make_tables
from bench.peers.script import FIRST_MESSAGE

router = Router()
shown: dict[int, int] = {}
"""The message of each chat's open question."""


@router.message(F.text)
async def answered(message: Message, bot: Bot) -> None:
    """Keep a text and ask the next question."""
    words = message.text or ""
    at = await keep(message.chat.id, "text", words)
    await _next(bot, message.chat.id, at, "text", words)


@router.callback_query(F.data.startswith("rate:"))
async def rated(query: CallbackQuery, bot: Bot) -> None:
    """Keep a rating and ask the next question."""
    rating = (query.data or "").removeprefix("rate:")
    at = await keep(query.from_user.id, "rating", rating)
    await query.answer()
    await _next(bot, query.from_user.id, at, "rating", rating)


async def _next(bot: Bot, chat: int, at: int, kind: str, answer: str) -> None:
    old = shown.get(chat, FIRST_MESSAGE)
    shown[chat] = await ask_next(bot, chat, at, kind, answer, old)


async def main() -> None:
    """Run."""
    await make_tables()
    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    await live(dispatcher, new_bot())


if __name__ == "__main__":
    asyncio.run(main())
