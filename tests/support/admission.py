"""How a ward fills: a bot is started, a therapist joins, clients join and agree to a worksheet."""

import asyncio
import random
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from tests.support.by_chat import SCHEDULE, agreed, joined_by, joined_client
from tests.support.nursery import Nursery
from tests.support.patients import Patient
from tests.support.premises import premises
from tests.support.ward import START, Ward

NAMES = ("Fox", "Owl", "Elk", "Hen")
WEEKS = {"For how long": "8 weeks"}
BOTH_SIDES = "Thought record: looking at both sides"
CATCHING = "Thought record: catching the thought"
AGREED = (
    (BOTH_SIDES, {"At what time": "12:30", "A second time": "18:00"}, "After 30 minutes"),
    (CATCHING, {"At what time": "18:00"}, "After 1 hour"),
    (CATCHING, {"At what time": "09:00", "A second time": "20:00"}, "After 30 minutes"),
    (BOTH_SIDES, {"At what time": "20:00"}, "After 30 minutes"),
)


@asynccontextmanager
async def ward(folder: Path, *, seed: int, people: int = 3) -> AsyncGenerator[Ward]:
    """A running bot, a therapist, and clients with a worksheet every day."""
    nursery = Nursery()
    try:
        async with premises(folder, at=START, nursery=nursery, attempts=True, seed=seed) as here:
            await here.bot.start()
            link = (await here.bot.ask("invite", name="Dr A"))["link"]
            therapist = await joined_by(here, link)
            patients: list[Patient] = []
            for name, (sheet, times, remind) in zip(NAMES[:people], AGREED, strict=False):
                phone = await joined_client(therapist, name)
                plan = SCHEDULE | times | {"One reminder": remind} | WEEKS
                await agreed(here, therapist, phone, sheet, plan, several=bool(patients))
                patients.append(Patient(phone, random.Random(f"{seed}.{name}")))
            yield Ward(here, therapist, patients)
    finally:
        nursery.close()


@asynccontextmanager
async def living(patients: Sequence[Patient]) -> AsyncGenerator[None]:
    """The patients do what they do; at the end they stop."""
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
