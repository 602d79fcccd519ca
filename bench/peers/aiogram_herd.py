"""aiogram sending prompts to many: its guide's broadcast, or all at once; both try again on 429.

`BENCH_RECIPE`: "broadcast" sends one after another, twenty a second; "tasks" all at once, and who
is turned away waits as long as the messenger says.
"""

import asyncio
import os
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramRetryAfter

from bench.peers.aiogram_parts import keyboard, live, new_bot
from bench.peers.script import PROMPT, PROMPT_ROWS

BUTTONS = keyboard(PROMPT_ROWS)


async def send(bot: Bot, user: int) -> None:
    """Send one prompt, however often it takes."""
    while True:
        try:
            await bot.send_message(user, PROMPT, reply_markup=BUTTONS)
        except TelegramRetryAfter as flood:
            await asyncio.sleep(flood.retry_after)
        else:
            return


async def broadcast(bot: Bot, users: list[int]) -> None:
    """One after another, "20 messages per second (Limit: 30 messages per second)"."""
    for user in users:
        await send(bot, user)
        await asyncio.sleep(0.05)


async def tasks(bot: Bot, users: list[int]) -> None:
    """All at once."""
    await asyncio.gather(*(send(bot, user) for user in users))


async def main() -> None:
    """Run; the order `herd` sends to its users."""
    bot, dispatcher = new_bot(), Dispatcher()
    recipe = {"broadcast": broadcast, "tasks": tasks}[os.environ["BENCH_RECIPE"]]
    going: list[asyncio.Task[None]] = []

    async def obey(order: dict[str, Any]) -> dict[str, Any]:
        going.append(asyncio.create_task(recipe(bot, order["users"])))
        return {}

    await live(dispatcher, bot, obey)
    for one in going:
        one.cancel()


if __name__ == "__main__":
    asyncio.run(main())
