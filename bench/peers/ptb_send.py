"""python-telegram-bot's default `Bot`, with 64 sends in flight."""

import asyncio
from typing import Any

from telegram import Bot
from telegram.constants import ParseMode

from bench.peers.orders import ROOT, TOKEN, attend
from bench.peers.ptb_parts import NO_PREVIEW, keyboard
from bench.peers.script import PROMPT, PROMPT_ROWS

BUTTONS = keyboard(PROMPT_ROWS)


async def main() -> None:
    """Run; the order `send` sends to its users, `in_flight` at a time."""
    async with Bot(TOKEN, base_url=f"{ROOT}/bot") as bot:

        async def send(users: list[int]) -> None:
            while users:
                await bot.send_message(
                    users.pop(),
                    PROMPT,
                    parse_mode=ParseMode.HTML,
                    reply_markup=BUTTONS,
                    link_preview_options=NO_PREVIEW,
                )

        async def obey(order: dict[str, Any]) -> dict[str, Any]:
            users = list(order["users"])
            await asyncio.gather(*(send(users) for _ in range(order["in_flight"])))
            return {}

        await attend(obey)


if __name__ == "__main__":
    asyncio.run(main())
