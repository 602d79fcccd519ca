"""One update as the house understands it (pure).

Everything from the messenger is client-supplied: ids of chats and users are taken from here and
nowhere else; callback data is only a claim, checked against what its sender owns.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from telegram import CallbackQuery, ChatMemberUpdated, Document, Message, Update, User

from bot.calls import fields
from bot.recorded import recorded

What = Literal[
    "text",
    "command",
    "tap",
    "edited",
    "location",
    "document",
    "other",
    "joined_group",
    "blocked",
    "unblocked",
]


Sort = Literal[
    "sticker",
    "photo",
    "voice",
    "video",
    "video_note",
    "animation",
    "audio",
    "document",
    "contact",
    "location",
    "poll",
    "dice",
    "other",
]
_SORTS: tuple[Sort, ...] = (
    "animation",  # comes as a document too
    "sticker",
    "photo",
    "voice",
    "video",
    "video_note",
    "audio",
    "document",
    "contact",
    "location",
    "poll",
    "dice",
)
_OTHERS = frozenset(
    (
        "story",
        "game",
        "paid_media",
        "invoice",
        "reply_to_message",
        "external_reply",
        "quote",
        "reply_to_story",
    )
)
_UNREAD = _OTHERS.union(_SORTS) - {"location", "document"}
"""Parts of a message that nobody looks into: the library may find fault with what they hold."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that lies with the messenger: its id there, and what its sender's phone says of it.

    Of a picture, the largest of its sizes.
    """

    id: str = field(repr=False)
    name: str = field(repr=False)
    size: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update. `what` says which of the fields are filled.

    `text`: the whole text. `command`: lower-case name without slash or bot name; `args`: the rest.
    `data`: callback data of a tap; `callback` its query id. `foreign`: forwarded or sent via a bot.
    `at`: the messenger's date of the message (UTC), of an edit the date of the edit, and `written`
    when it was first sent; for a tap, None. `place`: latitude and longitude of a `location` that
    was sent. `file`: of a document, a voice note, a picture. `other`: anything else in a chat (a
    photo: `text` is its caption). `sort`: what a message is beside text; `album`: the pictures it
    was sent with; `reply_to`: the message of this chat that it was written under.
    """

    update_id: int
    what: What
    user_id: int = field(repr=False)
    chat_id: int = field(repr=False)
    private: bool
    at: datetime | None = None
    written: datetime | None = None
    text: str = field(default="", repr=False)
    command: str = field(default="", repr=False)
    args: str = field(default="", repr=False)
    data: str = field(default="", repr=False)
    callback: str = ""
    message_id: int | None = None
    foreign: bool = False
    locale_hint: str = ""
    place: tuple[float, float] | None = field(default=None, repr=False)
    file: SentFile | None = field(default=None, repr=False)
    sort: Sort = "other"
    album: str = field(default="", repr=False)
    reply_to: int | None = None


class IncomingError(Exception):
    """An update could not be turned into something the house understands."""

    def __str__(self) -> str:
        """Return the sentence of the class: what arrived is never quoted."""
        return (type(self).__doc__ or "").partition("\n")[0]


class UpdateUnreadable(IncomingError):
    """The update has not the shape the library knows."""


class UpdateForeign(UpdateUnreadable):
    """The update is of a kind nobody here asked for."""


HIGHEST = 2**31 - 1
"""No message has a higher number."""
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?=\s|$)")
_LEFT = frozenset({"left", "kicked"})


def parse(raw: Mapping[str, Any]) -> Incoming:
    """Return the update that `raw`, one element of a getUpdates answer, stands for.

    Raises `UpdateUnreadable` (with no trace of the contents), and of that `UpdateForeign` for
    updates that belong to no person or are of a kind we don't ask for.
    """
    try:
        incoming = _understood(Update.de_json(_lighter(raw), None))
        sort = _sort(raw)
        incoming = replace(
            incoming,
            sort=sort,
            file=incoming.file or _recorded(raw, sort),
            reply_to=_replied_to(raw),
        )
        if _sound(incoming):
            return _whole(incoming)
    except UpdateForeign:
        raise
    except Exception:  # noqa: S110 - the library raises whatever the JSON provokes  # nosec B110
        pass
    raise UpdateUnreadable


def _lighter(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return the update without what is not looked at: contents of media, and the buttons under a
    pressed message, which are ours and dear to parse."""
    for name in ("message", "edited_message"):
        if _UNREAD.intersection(message := fields(raw.get(name))):
            gone = _UNREAD | {"document"} if "animation" in message else _UNREAD
            kept = {key: value for key, value in message.items() if key not in gone}
            return {**raw, name: kept}
    query = fields(raw.get("callback_query"))
    message = fields(query.get("message"))
    if "reply_markup" not in message:
        return dict(raw)
    return {**raw, "callback_query": query | {"message": message | {"reply_markup": None}}}


def _understood(update: Update) -> Incoming:
    match update:
        case Update(message=Message() as message):
            return _message(update.update_id, message)
        case Update(edited_message=Message() as message):
            return _edited(update.update_id, message)
        case Update(callback_query=CallbackQuery() as query):
            return _tap(update.update_id, query)
        case Update(my_chat_member=ChatMemberUpdated() as change):
            return _membership(update.update_id, change)
        case _:
            raise UpdateForeign


def _sound(incoming: Incoming) -> bool:
    """Tell whether the values have their types; the library takes whatever the JSON holds."""
    numbers: list[object] = [incoming.update_id, incoming.user_id, incoming.chat_id]
    texts: list[object] = [incoming.text, incoming.data, incoming.callback]
    message_id: object = incoming.message_id
    place: list[object] = [*(incoming.place or ())]
    if incoming.file is not None:
        texts += [incoming.file.id, incoming.file.name]
        numbers.append(incoming.file.size)
    return (
        all(isinstance(number, int | float) for number in place)
        and all(type(number) is int for number in numbers)
        and all(isinstance(text, str) for text in texts)
        and (message_id is None or type(message_id) is int)
        and (incoming.at is not None or incoming.what == "tap")
    )


def _whole(incoming: Incoming) -> Incoming:
    """Return the update with halves of characters, which no text may hold, marked as broken."""
    texts = (incoming.text, incoming.args, incoming.data, incoming.callback)
    if all(text.isascii() for text in texts):
        return incoming
    return replace(
        incoming,
        text=_mended(incoming.text),
        args=_mended(incoming.args),
        data=_mended(incoming.data),
        callback=_mended(incoming.callback),
    )


def _mended(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _message(update_id: int, message: Message) -> Incoming:
    user = _author(message.from_user)
    text = message.text or message.caption or ""
    command = _COMMAND.match(text) if message.text else None
    spot = message.location
    return Incoming(
        update_id,
        "command" if command else _kind(message),
        user.id,
        message.chat.id,
        message.chat.type == message.chat.PRIVATE,
        at=message.date,
        text=text,
        command=command[1].lower() if command else "",
        args=text[command.end() :].strip() if command else "",
        message_id=message.message_id,
        foreign=message.forward_origin is not None or message.via_bot is not None,
        locale_hint=user.language_code or "",
        place=(spot.latitude, spot.longitude) if spot else None,
        file=_file(message.document) if message.document and not message.animation else None,
        album=str(message.media_group_id or ""),
    )


def _kind(message: Message) -> What:
    if message.text:
        return "text"
    if message.location:
        return "location"
    return "document" if message.document and not message.animation else "other"


def _file(document: Document) -> SentFile:
    return SentFile(document.file_id, document.file_name or "", document.file_size or 0)


def _sort(raw: Mapping[str, Any]) -> Sort:
    """Return what a message is beside text."""
    message = fields(raw.get("message"))
    for sort in _SORTS:
        if sort in message:
            return sort
    return "other"


def _replied_to(raw: Mapping[str, Any]) -> int | None:
    """Return the number of the message a new one replies to: of what it says nothing is believed.

    What was written in another chat stands in `external_reply` and is not looked at.
    """
    number = fields(fields(raw.get("message")).get("reply_to_message")).get("message_id")
    return number if type(number) is int and 0 < number <= HIGHEST else None


def _recorded(raw: Mapping[str, Any], sort: Sort) -> SentFile | None:
    """Return the file of a voice note, or of the largest of a picture's sizes."""
    found = recorded(raw, sort) if sort in ("voice", "photo") else None
    return None if found is None else SentFile(found[0], "", found[1])


def _edited(update_id: int, message: Message) -> Incoming:
    user = _author(message.from_user)
    if message.location is not None:  # somebody shares where they go: asked for once, not followed
        raise UpdateForeign
    return Incoming(
        update_id,
        "edited",
        user.id,
        message.chat.id,
        message.chat.type == message.chat.PRIVATE,
        at=message.edit_date or message.date,
        written=message.date,
        text=message.text or message.caption or "",
        message_id=message.message_id,
        foreign=message.forward_origin is not None or message.via_bot is not None,
        locale_hint=user.language_code or "",
    )


def _tap(update_id: int, query: CallbackQuery) -> Incoming:
    message = query.message
    chat = message.chat if message else None
    return Incoming(
        update_id,
        "tap",
        query.from_user.id,
        chat.id if chat else query.from_user.id,
        chat is not None and chat.type == chat.PRIVATE,
        data=query.data or "",
        callback=query.id,
        message_id=message.message_id if message else None,
        locale_hint=query.from_user.language_code or "",
    )


def _membership(update_id: int, change: ChatMemberUpdated) -> Incoming:
    private = change.chat.type == change.chat.PRIVATE
    gone = change.new_chat_member.status in _LEFT
    what: What = "blocked" if gone else "unblocked"
    if not private:
        what = "other" if gone else "joined_group"
    return Incoming(
        update_id,
        what,
        change.from_user.id,
        change.chat.id,
        private,
        at=change.date,
        locale_hint=change.from_user.language_code or "",
    )


def _author(user: User | None) -> User:
    if user is None:
        raise UpdateForeign
    return user
