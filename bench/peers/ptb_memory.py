"""python-telegram-bot as its examples have it: a ConversationHandler, everything in memory."""

import asyncio

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from bench.peers.ptb_parts import Context, ask_next, builder, live
from bench.peers.script import LAST


async def answered(update: Update, context: Context) -> int:
    """Keep a text and ask the next question."""
    return await _step(update, context, "text", update.message.text)


async def rated(update: Update, context: Context) -> int:
    """Keep a rating and ask the next question."""
    query = update.callback_query
    await query.answer()
    return await _step(update, context, "rating", query.data.removeprefix("rate:"))


async def _step(update: Update, context: Context, kind: str, answer: str) -> int:
    answers = context.user_data.setdefault("answers", {})
    at = len(answers) + 1
    answers[at] = answer
    await ask_next(update, context, at, kind, answer)
    return at + 1 if at < LAST else ConversationHandler.END


async def cancel(update: Update, context: Context) -> int:
    """End the conversation."""
    context.user_data.clear()
    return ConversationHandler.END


def main() -> None:
    """Run."""
    handlers = [
        MessageHandler(filters.TEXT & ~filters.COMMAND, answered),
        CallbackQueryHandler(rated, pattern=r"^rate:\d+$"),
    ]
    app = builder().build()
    app.add_handler(
        ConversationHandler(
            entry_points=handlers,
            states={number: handlers for number in range(1, LAST + 1)},
            fallbacks=[CommandHandler("cancel", cancel)],
        )
    )
    asyncio.run(live(app))


if __name__ == "__main__":
    main()
