"""The messenger's side of a webhook: brings each update until 200 is said, as Telegram does.

Updates of one chat are brought one after another, those of different chats at the same time. The
emulator keeps the address and the queue; nobody sleeps here.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp

from bot.demo.emulator import Emulator
from bot.demo.update_queue import Queued
from bot.webhook import SECRET_HEADER

_AGAIN = 0.05


@dataclass
class Bringer:
    """`answers` is what was said to each try, in order."""

    emulator: Emulator
    answers: list[int] = field(default_factory=list[int])

    async def run(self) -> None:
        world = self.emulator.world
        async with aiohttp.ClientSession() as http:
            while not world.bell.closed:
                rung = world.bell.rung
                if world.webhook and world.queue.waiting:
                    if not await self._round(http, list(world.queue.waiting)):
                        await world.bell.until(lambda: None, _AGAIN)
                    continue
                await world.bell.until(lambda was=rung: True if world.bell.rung > was else None, 60)

    async def _round(self, http: aiohttp.ClientSession, items: list[Queued]) -> bool:
        chats: dict[object, list[Queued]] = {}
        for item in items:
            chats.setdefault(_chat(item), []).append(item)
        done = await asyncio.gather(*(self._one_after_another(http, own) for own in chats.values()))
        return all(done)

    async def _one_after_another(self, http: aiohttp.ClientSession, items: list[Queued]) -> bool:
        world = self.emulator.world
        for item in items:
            status = await self.bring(http, item.raw)
            self.answers.append(status)
            if status != 200:
                return False
            world.queue.waiting = [one for one in world.queue.waiting if one.id != item.id]
            world.queue.confirmed.append(item)
        return True

    async def bring(self, http: aiohttp.ClientSession, raw: object) -> int:
        """Try once; 0 when nobody answers."""
        hook = self.emulator.world.webhook
        headers = {SECRET_HEADER: str(hook["secret"])}
        try:
            async with http.post(str(hook["url"]), json=raw, headers=headers) as answer:
                return answer.status
        except aiohttp.ClientError:
            return 0


def _chat(item: Queued) -> object:
    raw = item.raw if isinstance(item.raw, dict) else {}
    for part in raw.values():
        if isinstance(part, dict) and isinstance(person := part.get("from"), dict):
            return person.get("id")
    return None


@asynccontextmanager
async def bringing(emulator: Emulator) -> AsyncGenerator[Bringer]:
    """Bring updates for the time of the block."""
    bringer = Bringer(emulator)
    running = asyncio.create_task(bringer.run())
    try:
        yield bringer
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
