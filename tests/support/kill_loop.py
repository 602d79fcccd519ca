"""Kills the bot again and again while people fill in worksheets, then compares all that is known.

python -m tests.support.kill_loop --kills 500 --seed 7
"""

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import Machine
from tests.support.bot_edges import POINTS
from tests.support.bot_process import BotDied
from tests.support.by_chat import SCHEDULE, agreed, joined_by, joined_client
from tests.support.history import Findings, examine
from tests.support.nursery import Nursery
from tests.support.patients import Patient
from tests.support.premises import Premises, premises
from tests.support.telegram import Phone

NAMES = ("Fox", "Owl", "Elk", "Hen", "Yak")
SHEET = "Thought record: looking at both sides"
START = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
LONG = SCHEDULE | {"For how long": "8 weeks"}
DEATH_WITHIN = 10.0
LAST_WORDS = 20.0
FAULTS = ("drop_before", "drop_after", "error_500", "truncated", "flood")


@dataclass
class Ward:
    """Everybody, and the bot they talk to."""

    here: Premises
    therapist: Phone
    patients: list[Patient]
    chance: random.Random
    faults: bool = False
    kills: dict[str, int] = field(default_factory=dict[str, int])
    invited: int = 0

    def count(self, how: str) -> None:
        self.kills[how] = self.kills.get(how, 0) + 1

    async def busy(self, calls: int) -> None:
        """Wait until so many more calls were made to the messenger."""
        world = self.here.emulator.world
        until = len(world.calls) + calls
        await world.bell.until(lambda: True if len(world.calls) >= until else None, 5.0)

    async def kill_somewhere(self) -> None:
        """Kill after some calls, and a moment that falls anywhere inside what comes next."""
        await self.busy(self.chance.randrange(1, 40))
        await Machine().sleep(self.chance.random() * 0.02)
        self.here.bot.kill()
        self.count("anywhere")

    async def kill_at(self, point: str, skip: int = 0) -> bool:
        """Order the death and make what leads to it happen; say whether it came."""
        bot = self.here.bot
        try:
            await bot.ask("die", point=point, skip=skip, after=self.chance.random() * 0.004)
            if point.startswith("timers"):
                await self.here.set_calendar(await self._next_moment())
            elif point.startswith("key"):
                self.invited += 1
                await self.therapist.say(f"/invite Guest{self.invited}")
            await bot.died(DEATH_WITHIN)
        except BotDied:
            pass
        except TimeoutError:
            bot.kill()
            self.count("in vain")
            return False
        self.count(point)
        return True

    async def _next_moment(self) -> datetime:
        return await self.here.next_due() or self.here.calendar.now() + timedelta(hours=24)

    async def spoil(self) -> None:
        """Let a call or two go wrong, as a network does."""
        if self.faults and self.chance.random() < 0.6:
            kind = self.chance.choice(FAULTS)
            await self.here.telegram.fault(kind, "sendMessage", skip=self.chance.randrange(4))

    async def again(self, *, now_and_then_dead: bool = False) -> None:
        """Start anew; sometimes the next death comes while it is starting."""
        await self.here.bot.ended()
        if now_and_then_dead:
            await self.here.bot.launch()
            await Machine().sleep(self.chance.random() * 0.4)
            self.here.bot.kill()
            self.count("while starting")
            await self.here.bot.ended()
        await self.here.bot.start()


@asynccontextmanager
async def ward(folder: Path, *, seed: int, people: int = 3) -> AsyncGenerator[Ward]:
    """A running bot, a therapist, and clients with a worksheet every day."""
    nursery = Nursery()
    try:
        async with premises(folder, at=START, nursery=nursery, attempts=True, seed=seed) as here:
            await here.bot.start()
            link = (await here.bot.ask("invite", name="Dr A"))["link"]
            therapist = await joined_by(here, link)
            chance = random.Random(seed)
            patients: list[Patient] = []
            for name in NAMES[:people]:
                phone = await joined_client(therapist, name)
                await agreed(here, therapist, phone, SHEET, LONG, several=bool(patients))
                patients.append(Patient(phone, random.Random(chance.random())))
            yield Ward(here, therapist, patients, chance)
    finally:
        nursery.close()


@asynccontextmanager
async def living(patients: Sequence[Patient]) -> AsyncGenerator[None]:
    """The patients do what they do; at the end they stop, and what they did is handled."""
    lives = [asyncio.create_task(patient.live()) for patient in patients]
    for patient in patients:
        await patient.phone.say("/log", after=5)
    try:
        yield
    finally:
        for life in lives:
            life.cancel()
        ends = await asyncio.gather(*lives, return_exceptions=True)
    for end in ends:
        if not isinstance(end, asyncio.CancelledError):
            raise AssertionError("a patient stopped by themselves") from end


async def drained(here: Premises) -> None:
    """Wait until everything said is handled and everything to say is sent; then stop the bot."""
    world = here.emulator.world
    last = world.queue.next_id - 1

    def handled() -> bool | None:
        return True if not any(item.id <= last for item in world.queue.waiting) else None

    assert await world.bell.until(handled, LAST_WORDS), f"updates are left\n{here.bot.tail()}"
    await here.settled(LAST_WORDS)
    assert await here.bot.stop() == 0, here.bot.tail()


async def run_kills(
    folder: Path,
    kills: int,
    seed: int,
    tell: Callable[[str], None] = lambda words: None,
    *,
    faults: bool = False,
) -> tuple[Findings, Ward]:
    """Kill `kills` times, half of them at named points, and examine what is left.

    `faults`: the network fails too, and a repeat may be its doing instead of a kill's.
    """
    async with ward(folder, seed=seed) as here:
        here.faults = faults
        async with living(here.patients):
            for number in range(1, kills + 1):
                await here.spoil()
                if here.chance.random() < 0.5:
                    await here.kill_somewhere()
                else:
                    point = here.chance.choice(POINTS)
                    often = point.startswith(("intake", "sending", "marking"))
                    await here.kill_at(point, here.chance.randrange(4) if often else 0)
                await here.again(now_and_then_dead=here.chance.random() < 0.05)
                if number % 25 == 0:
                    said = sum(len(patient.said) for patient in here.patients)
                    tell(
                        f"{number} kills, {said} texts, {len(here.here.emulator.world.sends)} sent"
                    )
            await here.busy(40)
        await here.here.telegram.no_faults()
        await drained(here.here)
        return await examine(here.here, here.patients, killed_only=not faults), here


def main() -> int:
    """Run as a program: progress on stdout, exit 1 when anything is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--faults", action="store_true")
    asked = parser.parse_args()
    seed = asked.seed or random.SystemRandom().randrange(1, 1_000_000)

    def tell(words: str) -> None:
        print(words, flush=True)  # noqa: T201 - a program's output

    tell(f"seed {seed}")
    began = Machine().monotonic()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        found, ended = asyncio.run(
            run_kills(Path(folder), asked.kills, seed, tell, faults=asked.faults)
        )
    tell(f"{Machine().monotonic() - began:.0f} s; {found.numbers}")
    tell(f"deaths: {dict(sorted(ended.kills.items()))}")
    for words in found.wrong[:40]:
        tell(f"WRONG: {words}")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
