"""Direct calls made after the commit: each is best effort and loses nothing when it fails.

It must not know why they are made. Whatever must arrive goes through the outbox instead.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import assert_never

import structlog
from telegram import BotCommand, BotCommandScopeChat
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.calls import Api
from bot.sender import keyboard
from bot.transport import Flooded, MaybeSent, NeverSent
from conversations.message import Message

log = structlog.get_logger()

TAP_TEXT_LIMIT = 200
SECONDS = 10.0
PAUSES = (0.0, 0.1, 1.0)
"""Seconds before each try to tell something when the line breaks: it may be the help somebody asked
for, and no row keeps it. A second copy does no harm."""


@dataclass(frozen=True, slots=True)
class AnswerTap:
    """End the waiting circle on a pressed button, with a short text or none."""

    callback: str
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SetMenu:
    """Show the commands of `role` in the menu of one chat."""

    chat: int = field(repr=False)
    role: str
    locale: str


@dataclass(frozen=True, slots=True)
class LeaveChat:
    """Leave a group, after saying why if there is a message: this is a private matter."""

    chat: int = field(repr=False)
    message: Message | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Tell:
    """Say something where no row may or can be written: to strangers, groups, during an outage.

    `patient`: it may wait for its turn behind everybody else's messages.
    """

    chat: int = field(repr=False)
    message: Message = field(repr=False)
    patient: bool = False


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a message from a chat: what stands in it is not meant to stay there."""

    chat: int = field(repr=False)
    message_id: int


@dataclass(frozen=True, slots=True)
class ShowBusy:
    """Show for five seconds that a picture or a document is on its way to a chat."""

    chat: int = field(repr=False)
    picture: bool


Afterwards = AnswerTap | SetMenu | LeaveChat | Tell | Delete | ShowBusy
Menus = Callable[[str, str], Sequence[tuple[str, str]]]
"""`menus(role, locale)` -> (command, description) pairs in order."""


async def perform(api: Api, items: Sequence[Afterwards], menus: Menus) -> None:
    """Make the calls, all at once; what is refused is logged by kind and forgotten.

    A `Tell` or `Delete` whose line broke is tried three times, everything else once; all within ten
    seconds.
    """
    await asyncio.gather(*(_one(api, item, menus) for item in items))


async def _one(api: Api, item: Afterwards, menus: Menus) -> None:
    if isinstance(item, LeaveChat) and item.message is not None:
        await _one(api, Tell(item.chat, item.message), menus)
    method, parameters = _call(item, menus)
    pauses = PAUSES if isinstance(item, Tell | Delete) else PAUSES[:1]
    with suppress(TimeoutError):
        async with asyncio.timeout(SECONDS):
            for pause in pauses:
                await asyncio.sleep(pause)
                if await _tried(api, method, parameters):
                    return


async def _tried(api: Api, method: str, parameters: dict[str, object]) -> bool:
    """Make one call; False when its line broke, or a pause was asked for."""
    try:
        await api.call(method, parameters, read_timeout=SECONDS)
    except TelegramError as error:
        log.info("afterwards_failed", method=method, error=type(error).__name__)
        return not isinstance(error, NeverSent | MaybeSent | Flooded)
    return True


def _call(item: Afterwards, menus: Menus) -> tuple[str, dict[str, object]]:
    match item:
        case AnswerTap(callback, text):
            shown = text[:TAP_TEXT_LIMIT] or None
            return "answerCallbackQuery", {"callback_query_id": callback, "text": shown}
        case SetMenu(chat, role, locale):
            commands = [BotCommand(name, about) for name, about in menus(role, locale)]
            return "setMyCommands", {"commands": commands, "scope": BotCommandScopeChat(chat)}
        case LeaveChat(chat, _):
            return "leaveChat", {"chat_id": chat}
        case Delete(chat, message_id):
            return "deleteMessage", {"chat_id": chat, "message_id": message_id}
        case ShowBusy(chat, picture):
            action = ChatAction.UPLOAD_PHOTO if picture else ChatAction.UPLOAD_DOCUMENT
            return "sendChatAction", {"chat_id": chat, "action": action}
        case Tell(chat, message):
            return "sendMessage", {
                "chat_id": chat,
                "text": message.html,
                "parse_mode": "HTML",
                "reply_markup": keyboard(message.buttons),
            }
        case _:
            assert_never(item)
