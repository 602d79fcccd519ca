"""A practice that is set up already: made once by chat, then copied for each test.

The messenger of each copy is new. Its people have the ids they had, for ids are given in order, and
its messages and updates count from elsewhere, so that none is taken for one of before.
"""

import random
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.support.by_chat import ON_DEMAND, SCHEDULE, agreed, joined_by, joined_client
from tests.support.nursery import Nursery
from tests.support.premises import Premises, premises
from tests.support.telegram import Phone

SHEET = "Thought record: catching the thought"
NAMES = ("Fox", "Owl", "Elk", "Hen", "Yak")
BEFORE = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
NOW = BEFORE + timedelta(hours=1)


@dataclass
class Practice:
    """A therapist and their clients; the first is asked every day at 18:00, the others never."""

    here: Premises
    therapist: Phone
    clients: list[Phone]

    async def begun(self, phone: Phone) -> None:
        """Open a worksheet; its first question takes a text."""
        await phone.say("/log", after=5)
        await phone.expect("What was going on")
        await self.here.settled()


async def furnish(folder: Path, nursery: Nursery) -> None:
    """Set up the practice by chat and leave its data in `folder`."""
    async with premises(folder, at=BEFORE, nursery=nursery) as here:
        await here.bot.start()
        therapist = await joined_by(here, (await here.bot.ask("invite", name="Dr A"))["link"])
        for number, name in enumerate(NAMES):
            phone = await joined_client(therapist, name)
            schedule = ON_DEMAND if number else SCHEDULE
            await agreed(here, therapist, phone, SHEET, schedule, several=number > 0)
        assert await here.bot.stop() == 0


@asynccontextmanager
async def furnished(
    template: Path, folder: Path, nursery: Nursery, *, data: Path | None = None, **env: str
) -> AsyncGenerator[Practice]:
    """A copy of the practice with the bot running; `data` puts its data folder elsewhere."""
    shutil.copy(template / "key", folder / "key")
    where = data or folder / "data"
    shutil.copytree(template / "data", where, dirs_exist_ok=True)
    seed = random.Random(str(folder)).randrange(2, 1 << 30)
    async with premises(folder, at=NOW, nursery=nursery, seed=seed, **env) as here:
        here.data = where
        here.bot.env["HOMEWORK_DATA_DIR"] = str(where)
        world = here.emulator.world
        world.last_letter = 10_000
        therapist, *clients = [await here.telegram.person(name) for name in ("Dr A", *NAMES)]
        for person in world.people.values():
            person.started = True
        await here.bot.start()
        yield Practice(here, therapist, clients)
