"""python-telegram-bot with SQLAlchemy's ORM: each answer is committed before the next question."""

import asyncio

from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bench.peers.orm import keep, make_tables
from bench.peers.ptb_parts import Context, ask_next, builder, live


async def answered(update: Update, context: Context) -> None:
    """Keep a text and ask the next question."""
    words = update.message.text
    at = await keep(update.effective_chat.id, "text", words)
    await ask_next(update, context, at, "text", words)


async def rated(update: Update, context: Context) -> None:
    """Keep a rating and ask the next question."""
    query = update.callback_query
    rating = query.data.removeprefix("rate:")
    at = await keep(update.effective_chat.id, "rating", rating)
    await query.answer()
    await ask_next(update, context, at, "rating", rating)


async def main() -> None:
    """Run."""
    await make_tables()
    app = builder().build()
    app.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, answered))
    app.add_handler(CallbackQueryHandler(rated, pattern=r"^rate:\d+$"))
    await live(app)


if __name__ == "__main__":
    asyncio.run(main())
