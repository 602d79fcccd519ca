"""A tiny bot for tests of the emulator and its page: it echoes, asks, and edits in place.

It speaks the Bot API over HTTP like any other bot.
"""

from typing import Any

from tests.support.telegram import Telegram

_KEYS = {
    "inline_keyboard": [
        [{"text": "Begin", "callback_data": "begin"}, {"text": "Later", "callback_data": "later"}],
        [{"text": "Tell me more", "callback_data": "more"}],
    ]
}


async def echo(telegram: Telegram) -> None:
    """Answer for ever; cancel the task to stop."""
    offset = 0
    while True:
        answer = await telegram.call("getUpdates", offset=offset, timeout=30)
        for update in answer.get("result", []):
            offset = update["update_id"] + 1
            if "message" in update:
                await _reply(telegram, update["message"])
            elif "callback_query" in update:
                await _pressed(telegram, update["callback_query"])


async def _reply(telegram: Telegram, message: dict[str, Any]) -> None:
    chat, text = message["chat"]["id"], message.get("text", "")
    if text.startswith("/start"):
        sent = await telegram.call(
            "sendMessage",
            chat_id=chat,
            text="<b>Welcome.</b> Ready for a <i>small</i> step? /help tells more.",
            parse_mode="HTML",
            reply_markup=_KEYS,
        )
        number = sent["result"]["message_id"]
        await telegram.call("pinChatMessage", chat_id=chat, message_id=number)
        commands = [{"command": "today", "description": "What is due"}]
        scope = {"type": "chat", "chat_id": chat}
        await telegram.call("setMyCommands", commands=commands, scope=scope)
    else:
        shown = text or next(kind for kind in ("document", "photo", "sticker") if kind in message)
        await telegram.call("sendMessage", chat_id=chat, text=f"You wrote: {shown}")


async def _pressed(telegram: Telegram, query: dict[str, Any]) -> None:
    message = query["message"]
    await telegram.call(
        "answerCallbackQuery", callback_query_id=query["id"], text=f"Noted: {query['data']}"
    )
    await telegram.call(
        "editMessageText",
        chat_id=message["chat"]["id"],
        message_id=message["message_id"],
        text=f"{message['text']}\n\nYou chose {query['data']}.",
    )
