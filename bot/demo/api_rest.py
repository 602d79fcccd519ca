"""Bot API methods beside sending: who the bot is, its menus, files, taps, groups, webhook.

Each takes the world and the call's parameters, and returns the `result`. It must not know HTTP.
"""

import re

from bot.demo.api_methods import API, LIMITS
from bot.demo.api_sends import known_chat, open_chat
from bot.demo.html_entities import units
from bot.demo.looks import bot_user, file_json
from bot.demo.refusals import bad_request, forbidden
from bot.demo.request_body import Bag
from bot.demo.world import World
from conversations.session import Json

_TYPING_SECONDS = 5.0
_SCOPES = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
}


def get_me(world: World, bag: Bag) -> Json:
    """getMe."""
    return {
        **bot_user(world),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy_mode,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def send_chat_action(world: World, bag: Bag) -> Json:
    """sendChatAction: shown for five seconds or until the next message."""
    action = bag.text("action") or ""
    if action not in API.chat_actions:
        raise bad_request("wrong parameter action in request")
    chat = open_chat(world, bag)
    world.typing[chat.id] = (action, world.seconds() + _TYPING_SECONDS)
    world.touch(chat.id)
    return True


def answer_callback_query(world: World, bag: Bag) -> Json:
    """answerCallbackQuery: once, and in time."""
    query = world.queries.get(bag.text("callback_query_id") or "")
    if query is None or query.answered or world.seconds() - query.born > world.query_lifetime:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = (bag.text("text") or "").strip()
    if units(text) > LIMITS.callback_answer:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answered, query.text, query.alert = True, text or None, bag.flag("show_alert")
    query.revision = world.touch(query.chat)
    world.answered.setdefault(query.chat, []).append(query)
    return True


def set_my_commands(world: World, bag: Bag) -> Json:
    """setMyCommands: at most 100, named with small letters, digits and underscores."""
    commands: list[Json] = []
    for item in bag.listed("commands") or []:
        if not isinstance(item, dict):
            raise bad_request("can't parse BotCommand: expected an Object")
        for name in ("command", "description"):
            if not isinstance(item.get(name), str):
                raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
        command = str(item["command"]).removeprefix("/").strip()
        description = str(item["description"]).strip()
        _check_command(command, description)
        commands.append({"command": command, "description": description})
    if len(commands) > LIMITS.commands:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = _scope(world, bag)
    if commands:
        world.menus[key] = commands
    else:
        world.menus.pop(key, None)
    _menus_changed(world)
    return True


def _check_command(command: str, description: str) -> None:
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > LIMITS.command:
        raise bad_request(f"command length must not exceed {LIMITS.command}")
    if not re.fullmatch(r"[a-z0-9_]+", command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LIMITS.command_description:
        raise bad_request(
            f"command description length must not exceed {LIMITS.command_description}"
        )


def get_my_commands(world: World, bag: Bag) -> Json:
    """getMyCommands: exactly this scope and language, nothing inherited."""
    return list(world.menus.get(_scope(world, bag), []))


def delete_my_commands(world: World, bag: Bag) -> Json:
    """deleteMyCommands."""
    world.menus.pop(_scope(world, bag), None)
    _menus_changed(world)
    return True


def _menus_changed(world: World) -> None:
    for chat in world.chats:
        world.touch(chat)


def _scope(world: World, bag: Bag) -> tuple[str, str, str]:
    language = bag.text("language_code") or ""
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    scope = bag.structure("scope")
    if scope is None:
        return ("default", "", language)
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    if not isinstance(kind, str) or kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if not kind.startswith("chat"):
        return (kind, "", language)
    chat = known_chat(world, Bag({"chat_id": scope.get("chat_id")}))
    return (kind, str(chat.id), language)


def get_file(world: World, bag: Bag) -> Json:
    """getFile: where to download a file of at most 20 MB."""
    file_id = bag.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = world.files.get(file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.body) > LIMITS.download_bytes:
        raise bad_request("file is too big")
    return {**file_json(file), "file_path": file.path}


def leave_chat(world: World, bag: Bag) -> Json:
    """leaveChat: groups only."""
    chat = known_chat(world, bag)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    if chat.bot_is != "member":
        raise forbidden("bot is not a member of the group chat")
    chat.bot_is = "left"
    world.touch(chat.id)
    return True


def set_webhook(world: World, bag: Bag) -> Json:
    """setWebhook: https, or plain http on this machine as a local Bot API server allows.

    The emulator keeps the address and the secret and stops polling; to bring updates there is left
    to tests.
    """
    url = bag.text("url") or ""
    secret = bag.text("secret_token") or ""
    if len(secret) > LIMITS.secret:
        raise bad_request("secret token is too long")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
        raise bad_request("secret token contains unallowed characters")
    if url and not re.match(r"https://[^/]+\.|https?://(127\.0\.0\.1|localhost)[:/]", url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    world.queue.allow(bag.listed("allowed_updates"))
    if bag.flag("drop_pending_updates"):
        world.queue.drop()
    world.webhook = {"url": url, "secret": secret} if url else {}
    world.polling += 1  # a poll under way ends with 409
    world.bell.ring()
    return True


def delete_webhook(world: World, bag: Bag) -> Json:
    """deleteWebhook."""
    if bag.flag("drop_pending_updates"):
        world.queue.drop()
    world.webhook = {}
    return True


def get_webhook_info(world: World, bag: Bag) -> Json:
    """getWebhookInfo."""
    return {
        "url": world.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.queue.waiting),
        "allowed_updates": list(sorted(world.queue.allowed)),
    }
