"""aiogram's `Bot`, bare, with 64 sends in flight."""

import asyncio
from typing import Any

from bench.peers.aiogram_parts import keyboard, new_bot
from bench.peers.orders import attend
from bench.peers.script import PROMPT, PROMPT_ROWS

BUTTONS = keyboard(PROMPT_ROWS)


async def main() -> None:
    """Run; the order `send` sends to its users, `in_flight` at a time."""
    bot = new_bot()

    async def send(users: list[int]) -> None:
        while users:
            await bot.send_message(users.pop(), PROMPT, reply_markup=BUTTONS)

    async def obey(order: dict[str, Any]) -> dict[str, Any]:
        users = list(order["users"])
        await asyncio.gather(*(send(users) for _ in range(order["in_flight"])))
        return {}

    await attend(obey)
    await bot.session.close()


if __name__ == "__main__":
    asyncio.run(main())
