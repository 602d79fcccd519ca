"""Bot API methods that put something into a chat or change it: send, edit, delete, pin.

Each takes the world and the call's parameters, and returns the `result`; what Telegram refuses is
raised as `ApiRefusal`. It must not know HTTP.
"""

from bot.demo.api_methods import LIMITS
from bot.demo.html_entities import CannotParse, Entity, Marked, finish, parse_html, units
from bot.demo.inline_keyboards import read_keyboard
from bot.demo.looks import file_json, letter_json
from bot.demo.refusals import bad_request, forbidden
from bot.demo.request_body import Bag
from bot.demo.world import Chat, Letter, StoredFile, World
from conversations.session import Json

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF")
_METHODS = {"photo": "sendPhoto", "voice": "sendVoice", "document": "sendDocument"}
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def send_message(world: World, bag: Bag) -> Json:
    """sendMessage."""
    content = read_text(bag, "text")
    keyboard = read_keyboard(bag.structure("reply_markup"), only_inline=False)
    chat = open_chat(world, bag)
    world.floods.count(chat.id, world.seconds())
    letter = world.add_letter(chat.id, None, content)
    letter.keyboard, letter.silent = keyboard, bag.flag("disable_notification")
    return _sent(world, letter, "sendMessage")


def send_photo(world: World, bag: Bag) -> Json:
    """sendPhoto: an upload or the id of an earlier file."""
    file = _file(world, bag, "photo", LIMITS.photo_bytes)
    if not file.body.startswith(_PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    sizes: Json = [{**file_json(file), "width": 1, "height": 1}]
    return _send_media(world, bag, "photo", file, sizes)


def send_document(world: World, bag: Bag) -> Json:
    """sendDocument: an upload or the id of an earlier file."""
    file = _file(world, bag, "document", LIMITS.upload_bytes)
    body: Json = {"file_name": file.name, "mime_type": file.mime, **file_json(file)}
    return _send_media(world, bag, "document", file, body)


def send_voice(world: World, bag: Bag) -> Json:
    """sendVoice; who wants no voice messages gets none, and what is no OGG comes as a document."""
    file = _file(world, bag, "voice", LIMITS.upload_bytes)
    chat = open_chat(world, bag)
    if chat.kind == "private" and world.people[chat.id].no_voice:
        raise bad_request("VOICE_MESSAGES_FORBIDDEN")
    kind = "voice" if file.body.startswith(b"OggS") else "document"
    about: dict[str, Json] = {"duration": bag.whole("duration") or 0}
    if kind == "document":
        about = {"file_name": file.name}
    return _send_media(world, bag, kind, file, {**file_json(file), "mime_type": file.mime, **about})


def edit_message_text(world: World, bag: Bag) -> Json:
    """editMessageText; without a keyboard given the message loses the one it had."""
    content = read_text(bag, "text")
    keyboard = read_keyboard(bag.structure("reply_markup"), only_inline=True)
    letter = _own_letter(world, bag)
    if letter.media is not None:
        raise bad_request("there is no text in the message to edit")
    if letter.content == content and letter.keyboard == keyboard:
        raise bad_request(_NOT_MODIFIED)
    letter.versions.append(letter.content.text)
    letter.content, letter.keyboard = content, keyboard
    return _edited(world, letter, "editMessageText")


def edit_message_reply_markup(world: World, bag: Bag) -> Json:
    """editMessageReplyMarkup."""
    keyboard = read_keyboard(bag.structure("reply_markup"), only_inline=True)
    letter = _own_letter(world, bag)
    if letter.keyboard == keyboard:
        raise bad_request(_NOT_MODIFIED)
    letter.keyboard = keyboard
    return _edited(world, letter, "editMessageReplyMarkup")


def delete_message(world: World, bag: Bag) -> Json:
    """deleteMessage, up to 48 hours after it was sent."""
    chat = known_chat(world, bag)
    letter = find_letter(world, chat, bag, "message to delete not found")
    if world.now() - letter.date > LIMITS.delete_hours * 3600:
        raise bad_request("message can't be deleted for everyone")
    if chat.kind == "group" and letter.sender is not None:
        raise bad_request("message can't be deleted")
    _delete(world, chat, letter)
    return True


def _delete(world: World, chat: Chat, letter: Letter) -> None:
    letter.deleted = True
    if letter.id in chat.pinned:
        chat.pinned.remove(letter.id)
    letter.revision = world.touch(chat.id)


def delete_messages(world: World, bag: Bag) -> Json:
    """deleteMessages: 1 to 100; who is not found is passed over, who is too old spoils all."""
    chat = known_chat(world, bag)
    ids = bag.structure("message_ids")
    if not isinstance(ids, list) or not 0 < len(ids) <= LIMITS.delete_messages:
        raise bad_request("message identifiers are not specified")
    named = [world.letters.get((chat.id, one)) for one in ids if isinstance(one, int)]
    found = [one for one in named if one is not None and not one.deleted]
    if any(world.now() - one.date > LIMITS.delete_hours * 3600 for one in found):
        raise bad_request("message can't be deleted for everyone")
    for letter in found:
        _delete(world, chat, letter)
    return True


def pin_chat_message(world: World, bag: Bag) -> Json:
    """pinChatMessage; in a group the bot would need rights that nobody gave it."""
    chat = open_chat(world, bag)
    letter = find_letter(world, chat, bag, "message to pin not found")
    _may_pin(chat)
    if letter.id in chat.pinned:
        chat.pinned.remove(letter.id)
    chat.pinned.append(letter.id)
    world.touch(chat.id)
    return True


def unpin_chat_message(world: World, bag: Bag) -> Json:
    """unpinChatMessage: the named message, or the one pinned last."""
    chat = open_chat(world, bag)
    _may_pin(chat)
    if bag.whole("message_id") is not None:
        letter = find_letter(world, chat, bag, "message to unpin not found")
        if letter.id in chat.pinned:
            chat.pinned.remove(letter.id)
    elif chat.pinned:
        chat.pinned.pop()
    else:
        raise bad_request("message to unpin not found")
    world.touch(chat.id)
    return True


def known_chat(world: World, bag: Bag) -> Chat:
    """Return the chat named by `chat_id`; raise 400 if there is none or nobody ever knew it."""
    given = bag.text("chat_id")
    if not given:
        raise bad_request("chat_id is empty")
    chat = world.chats.get(int(given)) if given.removeprefix("-").isdigit() else None
    if chat is None:
        raise bad_request("chat not found")
    return chat


def open_chat(world: World, bag: Bag) -> Chat:
    """Return the chat named by `chat_id` if the bot may write there, else raise 400 or 403."""
    chat = known_chat(world, bag)
    if chat.kind == "group":
        if chat.bot_is == "kicked":
            raise forbidden("bot was kicked from the group chat")
        if chat.bot_is == "left":
            raise forbidden("bot is not a member of the group chat")
        return chat
    person = world.people[chat.id]
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def find_letter(world: World, chat: Chat, bag: Bag, otherwise: str) -> Letter:
    """Return the message named by `message_id`, or raise 400 with `otherwise`."""
    number = bag.whole("message_id")
    if not number:
        raise bad_request("message identifier is not specified")
    letter = world.letters.get((chat.id, number))
    if letter is None or letter.deleted:
        raise bad_request(otherwise)
    return letter


def read_text(bag: Bag, name: str) -> Marked:
    """Return the text of a call, parsed and trimmed; raise 400 where Telegram does."""
    caption = name == "caption"
    text = bag.text(name) or ""
    if not text:
        if caption:
            return Marked("")
        raise bad_request("message text is empty")
    if len(text.encode()) > LIMITS.raw_text_bytes:
        raise bad_request("text is too long")
    mode = (bag.text("parse_mode") or "").lower()
    if mode == "html":
        try:
            marked = parse_html(text)
        except CannotParse as refusal:
            raise bad_request(f"can't parse entities: {refusal}") from None
    elif mode in {"", "none"}:
        marked = Marked(text, _given_entities(bag, "caption_entities" if caption else "entities"))
    else:
        raise bad_request("unsupported parse_mode")
    marked = finish(marked)
    if not marked.text and not caption:
        raise bad_request("text must be non-empty")
    if units(marked.text) > (LIMITS.caption if caption else LIMITS.text):
        raise bad_request("message caption is too long" if caption else "message is too long")
    return marked


def _given_entities(bag: Bag, name: str) -> tuple[Entity, ...]:
    found: list[Entity] = []
    for item in bag.listed(name) or []:
        if not isinstance(item, dict):
            raise bad_request("can't parse MessageEntity: expected an Object")
        kind, offset, length = item.get("type"), item.get("offset"), item.get("length")
        if not isinstance(kind, str) or not isinstance(offset, int) or not isinstance(length, int):
            raise bad_request("can't parse MessageEntity: Can't find field \"type\"")
        extra = tuple(
            (key, value)
            for key, value in item.items()
            if key in {"url", "language", "custom_emoji_id"} and isinstance(value, str)
        )
        found.append(Entity(kind, offset, length, extra))
    return tuple(found)


def _may_pin(chat: Chat) -> None:
    if chat.kind == "group":
        raise bad_request("not enough rights to manage pinned messages in the chat")


def _own_letter(world: World, bag: Bag) -> Letter:
    if not bag.text("chat_id") and bag.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = open_chat(world, bag)
    letter = find_letter(world, chat, bag, "message to edit not found")
    if letter.sender is not None:
        raise bad_request("message can't be edited")
    return letter


def _file(world: World, bag: Bag, kind: str, limit: int) -> StoredFile:
    given = bag.text(kind)
    upload = bag.files.get(kind)
    if given and given.startswith("attach://"):
        upload = bag.files.get(given.removeprefix("attach://"))
    elif given and upload is None:
        stored = world.files.get(given)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored
    if upload is None:
        raise bad_request(f"there is no {kind} in the request")
    if not upload.body:
        raise bad_request("file must be non-empty")
    if len(upload.body) > limit:
        raise bad_request("file is too big")
    mime = upload.mime or "application/octet-stream"
    return world.add_file(kind, upload.name, mime, upload.body)


def _send_media(world: World, bag: Bag, kind: str, file: StoredFile, body: Json) -> Json:
    content = read_text(bag, "caption")
    keyboard = read_keyboard(bag.structure("reply_markup"), only_inline=False)
    chat = open_chat(world, bag)
    world.floods.count(chat.id, world.seconds())
    letter = world.add_letter(chat.id, None, content)
    letter.keyboard, letter.silent = keyboard, bag.flag("disable_notification")
    letter.media, letter.media_json, letter.file = kind, body, file
    return _sent(world, letter, _METHODS[kind])


def _sent(world: World, letter: Letter, method: str) -> Json:
    _log(world, letter, method)
    return letter_json(world, letter)


def _edited(world: World, letter: Letter, method: str) -> Json:
    letter.edited_at = world.now()
    letter.revision = world.touch(letter.chat)
    _log(world, letter, method)
    return letter_json(world, letter)


def _log(world: World, letter: Letter, method: str) -> None:
    world.sends.append(
        {
            "n": len(world.sends) + 1,
            "method": method,
            "chat": letter.chat,
            "message_id": letter.id,
            "text": letter.content.text,
            "buttons": [b.get("callback_data") for row in letter.keyboard for b in row],
            "date": world.now(),
            "seconds": world.seconds(),
        }
    )
