"""What strangers are told waits for its turn, is bounded, and takes a slot of the common pace."""

import asyncio

from bot.afterwards import Tell
from bot.doorstep import MOST, PER_SECOND, Doorstep
from conversations.message import Message
from homework.outgoing import Posted
from scheduler.pacing import Line, Pace
from tests.support.hurried_clock import HurriedMachine

PATIENCE = 60.0


def tell(chat: int) -> Tell:
    return Tell(chat, Message("Hello"), patient=True)


async def test_x11_strangers_are_told_slowly_and_no_more_than_fit() -> None:
    machine, said, spent = HurriedMachine(speed=2000), list[tuple[int, float]](), list[int]()
    all_said = asyncio.Event()

    async def say(one: Tell) -> None:
        said.append((one.chat, machine.monotonic()))
        if len(said) == MOST:
            all_said.set()

    door = Doorstep(say, machine, lambda: spent.append(1))
    for chat in range(MOST + 50):
        door.put(tell(chat))
    async with asyncio.timeout(PATIENCE):
        await all_said.wait()
    assert [chat for chat, _ in said] == list(range(MOST)), (
        "in order, and what found no room is not"
    )
    assert len(spent) == MOST
    took = said[-1][1] - said[0][1]
    assert took >= (MOST - 1) / PER_SECOND
    door.close()


async def test_after_its_end_nothing_more_is_said() -> None:
    machine, said = HurriedMachine(), list[int]()

    async def say(one: Tell) -> None:
        said.append(one.chat)

    door = Doorstep(say, machine, lambda: None)
    door.put(tell(1))
    door.put(tell(2))
    door.close()
    await asyncio.sleep(0)
    assert said == []


def test_a_slot_that_is_spent_elsewhere_is_not_given_twice() -> None:
    line = Line(Pace(per_second=10))
    line.put(Posted("a", "p", 1, "ack", Message("Hello")), 0, 0.0)
    line.spend(0.0)
    assert line.take(0.05) is None
    assert line.wait(0.05) == 0.05
    assert line.take(0.11) is not None
