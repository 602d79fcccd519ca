"""What people do on their phones, and the updates a bot hears of it.

It must not know HTTP. Something a phone would not let its owner do raises `CannotDo`.
"""

import re
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from bot.demo.api_methods import LIMITS
from bot.demo.html_entities import Marked, finish
from bot.demo.looks import bot_user, chat_json, letter_json
from bot.demo.person_media import MEDIA, attach
from bot.demo.request_body import Upload
from bot.demo.world import Chat, Letter, Person, Query, World
from conversations.session import Json

_MEMBER = ("left", "member", "kicked")


class CannotDo(ValueError):
    """A phone would not let its owner do this."""


@dataclass(frozen=True, slots=True)
class Where:
    """Who acts, in which chat, and at which date (Unix seconds) the messenger dates it."""

    person: Person
    chat: Chat
    date: int


def say(world: World, where: Where, text: str, reply_to: int | None = None) -> list[Letter]:
    """Write a text; a long one leaves the phone as several messages of at most 4096 units.

    `reply_to`: the message of this chat that it is written under. The first piece brings it along,
    without what it replied to itself; one that is deleted is not brought.
    """
    _may_write(where)
    pieces = [piece for piece in _split(text) if piece.strip()]
    if not pieces:
        raise CannotDo("an empty text cannot be sent")
    extra: dict[str, Json] = {}
    if reply_to is not None:
        under = world.letters.get((where.chat.id, reply_to))
        if under is None:
            raise CannotDo(f"there is no message {reply_to}")
        if not under.deleted:
            told = letter_json(world, under)
            told.pop("reply_to_message", None)
            extra = {"reply_to_message": told}
    first, *rest = pieces
    return [
        _write(world, where, finish(Marked(first)), extra),
        *(_write(world, where, finish(Marked(piece))) for piece in rest),
    ]


def open_link(world: World, where: Where, link: str) -> list[Letter]:
    """Open `https://t.me/<bot>?start=<token>` and press Start; unblocks the bot if need be."""
    parts = urlsplit(link)
    token = parse_qs(parts.query).get("start", [""])[0]
    if parts.netloc not in {"t.me", "telegram.me"} or parts.path.strip("/") != world.username:
        raise CannotDo(f"{link} does not lead to @{world.username}")
    if token and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", token):
        raise CannotDo("a start token has 1-64 characters: letters, digits, _ and -")
    if where.person.blocked:
        block(world, where, blocked=False)
    return say(world, where, f"/start {token}".strip())


def press(
    world: World,
    where: Where,
    *,
    label: str | None = None,
    data: str | None = None,
    message_id: int | None = None,
    forged: bool = False,
) -> Query:
    """Press the newest button with this label or data (in one message, if named).

    `forged` sends `data` under `message_id` whether or not such a button is there, as a changed
    client or a screen that was not redrawn would.
    """
    letters = [
        letter
        for letter in reversed(world.in_chat(where.chat.id))
        if letter.sender is None and (message_id is None or letter.id == message_id)
    ]
    for letter in letters:
        if forged and data is not None:
            return _tap(world, where, letter, data)
        for button in (button for row in letter.keyboard for button in row):
            fits = button["text"] == label if label is not None else True
            fits = fits and (data is None or button.get("callback_data") == data)
            if fits and not letter.deleted and "callback_data" in button:
                return _tap(world, where, letter, str(button["callback_data"]))
    offered = [str(b["text"]) for letter in letters for row in letter.keyboard for b in row]
    raise CannotDo(f"no button {label or data!r}; there is {offered}")


def edit(world: World, where: Where, message_id: int, text: str) -> Letter:
    """Change a text one has written."""
    letter = _own(world, where, message_id)
    letter.versions.append(letter.content.text)
    letter.content, letter.edited_at = finish(Marked(text)), where.date
    letter.revision = world.touch(letter.chat)
    if _bot_reads(world, where.chat, letter):
        world.queue.put("edited_message", letter_json(world, letter))
    world.bell.ring()
    return letter


def delete(world: World, where: Where, message_id: int) -> Letter:
    """Delete a message for both sides; a bot is never told."""
    letter = world.letters.get((where.chat.id, message_id))
    if letter is None:
        raise CannotDo(f"there is no message {message_id}")
    letter.deleted = True
    letter.revision = world.touch(letter.chat)
    return letter


def forward(world: World, where: Where, text: str, author: str) -> Letter:
    """Forward to the bot what somebody called `author`, hidden behind their settings, wrote."""
    _may_write(where)
    origin: Json = {"type": "hidden_user", "date": where.date, "sender_user_name": author}
    return _write(world, where, finish(Marked(text)), {"forward_origin": origin})


def send(
    world: World, where: Where, kind: str, caption: str, upload: Upload | None = None
) -> Letter:
    """Send something that is not text: one of `MEDIA`, with the given file or a small stand-in."""
    _may_write(where)
    if kind not in MEDIA:
        raise CannotDo(f"{kind!r} cannot be sent; there is {', '.join(MEDIA)}")
    letter = world.add_letter(
        where.chat.id, where.person.id, finish(Marked(caption)), date=where.date
    )
    attach(world, letter, kind, upload)
    _hear(world, where, letter)
    return letter


def block(world: World, where: Where, *, blocked: bool) -> None:
    """Block or unblock the bot."""
    person = where.person
    if person.blocked == blocked:
        return
    person.blocked = blocked
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    _membership(world, where, before, after)
    world.touch(where.chat.id)


def add_to_group(world: World, person: Person, title: str, date: int) -> Chat:
    """Make a group and add the bot to it."""
    chat = world.add_group(title, [person.id])
    chat.bot_is = "member"
    where = Where(person, chat, date)
    _membership(world, where, "left", "member")
    letter = world.add_letter(chat.id, person.id, Marked(""), date=date)
    letter.service = f"{person.first_name} added {world.bot_name}"
    letter.extra = {"new_chat_members": [bot_user(world)]}
    world.queue.put("message", letter_json(world, letter))
    world.touch(chat.id)
    return chat


def remove_from_group(world: World, where: Where) -> None:
    """Throw the bot out of a group."""
    where.chat.bot_is = "kicked"
    _membership(world, where, "member", "kicked")
    world.touch(where.chat.id)


def _may_write(where: Where) -> None:
    if where.chat.kind == "private":
        if where.person.blocked:
            raise CannotDo("the bot is blocked; unblock it first")
        where.person.started = True


def _split(text: str) -> list[str]:
    pieces: list[str] = []
    units, begin = 0, 0
    for at, character in enumerate(text):
        size = 2 if ord(character) > 0xFFFF else 1
        if units + size > LIMITS.text:
            pieces.append(text[begin:at])
            begin, units = at, 0
        units += size
    return [*pieces, text[begin:]]


def _write(
    world: World, where: Where, content: Marked, extra: dict[str, Json] | None = None
) -> Letter:
    letter = world.add_letter(where.chat.id, where.person.id, content, date=where.date)
    letter.extra = extra or {}
    _hear(world, where, letter)
    return letter


def _hear(world: World, where: Where, letter: Letter) -> None:
    if _bot_reads(world, where.chat, letter):
        world.queue.put("message", letter_json(world, letter))
        world.bell.ring()


def _bot_reads(world: World, chat: Chat, letter: Letter) -> bool:
    if chat.kind == "private":
        return True
    text = letter.content.text
    addressed = text.startswith("/") or f"@{world.username}" in text
    return chat.bot_is == "member" and (addressed or not world.privacy_mode)


def _own(world: World, where: Where, message_id: int) -> Letter:
    letter = world.letters.get((where.chat.id, message_id))
    if letter is None or letter.sender != where.person.id or letter.deleted:
        raise CannotDo(f"message {message_id} is not one of your own")
    return letter


def _tap(world: World, where: Where, letter: Letter, data: str) -> Query:
    number = str(secrets.randbits(62))
    query = Query(number, where.person.id, where.chat.id, letter.id, data, born=world.seconds())
    world.queries[number] = query
    body: dict[str, Json] = {
        "id": number,
        "from": where.person.to_json(),
        "message": letter_json(world, letter),
        "chat_instance": str(where.chat.id * 7919),
        "data": data,
    }
    world.queue.put("callback_query", body)
    world.bell.ring()
    return query


def _membership(world: World, where: Where, before: str, after: str) -> None:
    if before not in _MEMBER or after not in _MEMBER:
        raise CannotDo("no such membership")

    def member(status: str) -> Json:
        body: dict[str, Json] = {"status": status, "user": bot_user(world)}
        if status == "kicked":
            body["until_date"] = 0
        return body

    world.queue.put(
        "my_chat_member",
        {
            "chat": chat_json(world, where.chat),
            "from": where.person.to_json(),
            "date": where.date,
            "old_chat_member": member(before),
            "new_chat_member": member(after),
        },
    )
    world.bell.ring()
