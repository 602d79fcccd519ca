"""How the world looks as JSON: to the bot (Bot API objects), to a person (what a phone shows)."""

from bot.demo.world import Chat, Letter, Query, StoredFile, World
from conversations.session import Json


def bot_user(world: World) -> dict[str, Json]:
    """Return the bot as a User."""
    return {
        "id": world.bot_id,
        "is_bot": True,
        "first_name": world.bot_name,
        "username": world.username,
    }


def chat_json(world: World, chat: Chat) -> dict[str, Json]:
    """Return the Bot API's Chat."""
    if chat.kind == "group":
        return {
            "id": chat.id,
            "title": chat.title,
            "type": "group",
            "all_members_are_administrators": True,
        }
    person = world.people[chat.id]
    body: dict[str, Json] = {"id": chat.id, "first_name": person.first_name, "type": "private"}
    if person.username:
        body["username"] = person.username
    return body


def file_json(file: StoredFile) -> dict[str, Json]:
    """Return the Bot API's File, without its path."""
    return {
        "file_id": file.id,
        "file_unique_id": file.unique,
        "file_size": len(file.body),
    }


def letter_json(world: World, letter: Letter) -> dict[str, Json]:
    """Return the Bot API's Message."""
    sender = bot_user(world) if letter.sender is None else world.people[letter.sender].to_json()
    body: dict[str, Json] = {
        "message_id": letter.id,
        "from": sender,
        "chat": chat_json(world, world.chats[letter.chat]),
        "date": letter.date,
    }
    if letter.edited_at is not None:
        body["edit_date"] = letter.edited_at
    body.update(letter.extra)
    if letter.media is not None:
        body[letter.media] = letter.media_json
    prefix = "caption" if letter.media is not None else "text"
    entities = "caption_entities" if letter.media is not None else "entities"
    if letter.content.text:
        body[prefix] = letter.content.text
    if letter.content.entities:
        body[entities] = [entity.to_json() for entity in letter.content.entities]
    if letter.keyboard:
        body["reply_markup"] = {"inline_keyboard": [list(row) for row in letter.keyboard]}
    return body


def shown(world: World, letter: Letter) -> dict[str, Json]:
    """Return a message as a phone shows it."""
    file: Json = None
    if letter.file is not None:
        stored = letter.file
        file = {"id": stored.id, "name": stored.name, "mime": stored.mime, "size": len(stored.body)}
    return {
        "message_id": letter.id,
        "chat": letter.chat,
        "from_bot": letter.sender is None,
        "sender": letter.sender,
        "date": letter.date,
        "text": letter.content.text,
        "entities": [entity.to_json() for entity in letter.content.entities],
        "buttons": [list(row) for row in letter.keyboard],
        "media": letter.media,
        "file": file,
        "service": letter.service,
        "edited_at": letter.edited_at,
        "versions": list(letter.versions),
        "deleted": letter.deleted,
        "silent": letter.silent,
        "revision": letter.revision,
    }


def query_json(query: Query) -> dict[str, Json]:
    """Return a pressed button and what the bot answered."""
    return {
        "query": query.id,
        "message_id": query.message,
        "data": query.data,
        "answered": query.answered,
        "text": query.text,
        "alert": query.alert,
        "revision": query.revision,
    }


def screen(world: World, chat: int, after: int) -> dict[str, Json]:
    """Return what changed in `chat` since revision `after`, and what stands beside it."""
    action, until = world.typing.get(chat, ("", 0.0))
    return {
        "chat": chat,
        "revision": world.chat_revision.get(chat, 0),
        "messages": [shown(world, each) for each in world.in_chat(chat) if each.revision > after],
        "answers": [
            query_json(query) for query in world.answered.get(chat, []) if query.revision > after
        ],
        "pinned": list(world.chats[chat].pinned),
        "menu": world.menu_of(chat),
        "action": action if until > world.seconds() else "",
        "blocked": chat in world.people and world.people[chat].blocked,
        "now": world.now(),
    }
