"""What is being made is shown in the chat until it is there."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.afterwards import ShowBusy
from bot.busy import AFTER, AGAIN, Busy
from conversations.message import Message
from homework.reports.ordered import Order


@dataclass
class Machine:
    """Sleeps are noted, and end when as many have been had as a test wants."""

    most: int
    slept: list[float] = field(default_factory=list[float])
    done: asyncio.Event = field(default_factory=asyncio.Event)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if len(self.slept) > self.most:
            self.done.set()
            await asyncio.Event().wait()
        await asyncio.sleep(0)


def order(chat: int | None, mime: str) -> Order:
    nothing: Any = None
    return Order("r", "p", "c", "x", nothing, Message(""), Message(""), mime, chat)


@pytest.mark.parametrize("mime", ["image/png", "application/pdf"])
async def test_it_is_shown_after_a_moment_and_again_until_it_is_made(mime: str) -> None:
    shown: list[ShowBusy] = []

    async def show(one: ShowBusy) -> None:
        shown.append(one)

    machine: Any = Machine(2)
    task = asyncio.ensure_future(Busy(machine, show)(order(42, mime)))
    await machine.done.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert machine.slept == [AFTER, AGAIN, AGAIN]
    assert shown == [ShowBusy(42, mime == "image/png")] * 2


async def test_nothing_is_shown_where_nobody_waits() -> None:
    async def show(one: ShowBusy) -> None:
        raise AssertionError(one)

    machine: Any = Machine(9)
    await Busy(machine, show)(order(None, "image/png"))
