"""python-telegram-bot: what its peers share."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import Application, ContextTypes

from bench.peers.orders import ROOT, TOKEN, Obey, attend
from bench.peers.script import FIRST_MESSAGE, Rows, question, settled

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
Context = ContextTypes.DEFAULT_TYPE


def keyboard(rows: Rows) -> InlineKeyboardMarkup:
    """Return inline buttons."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )


def builder():
    """Return the application's builder, pointed at the stub; everything else is the default."""
    return Application.builder().token(TOKEN).base_url(f"{ROOT}/bot")


async def ask_next(update: Update, context: Context, at: int, kind: str, answer: str) -> None:
    """Put the question after `at` and show the answer in the one before."""
    chat = update.effective_chat
    assert chat is not None
    words, rows = question(at + 1, kind)
    sent = await context.bot.send_message(
        chat.id,
        words,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(rows),
        link_preview_options=NO_PREVIEW,
    )
    old = context.user_data.get("message", FIRST_MESSAGE)
    context.user_data["message"] = sent.message_id
    await context.bot.edit_message_text(
        settled(at, kind, answer),
        chat.id,
        old,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
    )


async def live(app: Application, obey: Obey | None = None) -> None:
    """Poll until the orders end: what `run_polling` does, but for the signals."""
    async with app:
        await app.start()
        await app.updater.start_polling()
        await (attend(obey) if obey else attend())
        await app.updater.stop()
        await app.stop()
