"""The bot's own name, needed for links: asked from the messenger, else as it was last known.

The last known name stands in a small file in the data folder, so that a link can be made while
nothing is reachable. It must not know what links are for.
"""

import asyncio
import json
from contextlib import suppress
from pathlib import Path
from typing import cast

from bot.settings import Settings
from homework.store.disk import make_private

ASK_SECONDS = 6.0


def remember_username(data_dir: Path, username: str) -> None:
    """Keep the name; the file is replaced whole, so that it can never be half written.

    Where there is no room for it the bot runs all the same: help hangs on no link.
    """
    path = _file(data_dir)
    draft = path.with_suffix(".new")
    with suppress(OSError):
        make_private(draft)
        draft.write_text(json.dumps({"username": username}) + "\n", encoding="utf-8")
        draft.replace(path)


def known_username(data_dir: Path) -> str | None:
    """Return the name as last kept, None if there is none."""
    try:
        kept: object = json.loads(_file(data_dir).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    name = cast(dict[str, object], kept).get("username") if isinstance(kept, dict) else None
    return name if isinstance(name, str) and name else None


async def learn_username(settings: Settings) -> str | None:
    """Return the bot's user name, asked with getMe within seconds, else as last kept, else None."""
    from telegram.error import TelegramError

    from bot.calls import Api
    from bot.transport import AiohttpRequest

    request = AiohttpRequest(connections=1)
    await request.initialize()
    try:
        async with asyncio.timeout(ASK_SECONDS):
            me = await Api(settings.token(), settings.telegram_api_url, request).identify()
    except (TelegramError, TimeoutError):
        return known_username(settings.homework_data_dir)
    finally:
        await request.shutdown()
    if me.username:
        remember_username(settings.homework_data_dir, me.username)
    return me.username or None


def start_link(username: str, token: str) -> str:
    """Return the link that opens the chat with the bot and hands it the token."""
    return f"https://t.me/{username}?start={token}"


def _file(data_dir: Path) -> Path:
    return data_dir / "bot.json"
