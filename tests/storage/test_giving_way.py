"""Due prompts give way: who waits for the database in a hurry does not wait for all of a herd."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from sqlalchemy import func, select

from homework.prompting import FEWEST, plan_due
from homework.schedule import WEEK, Weekly
from homework.store import people, timers
from homework.store.database import Database, Unit
from homework.store.tables import occurrence
from homework.store.timers import Timer
from scheduler.due import Due
from tests.support.stores import AGREED, Cast
from tests.support.travels import Travel, travel

START = datetime(2027, 3, 1, 9, tzinfo=UTC)
NOON = START.replace(hour=12)
HERD = FEWEST + 5
LINES = 2


class Noon:
    """It is noon."""

    def now(self) -> datetime:
        return NOON


async def herd(db: Database, cast: Cast) -> Travel:
    """So many clients with two lines each that fall due at noon."""
    way = await travel(db, cast, START, "Europe/London")
    for number in range(HERD):
        async with db.transaction(START) as unit:
            person = await people.add_person(unit, 9000 + number, "en")
            client = await people.add_client(unit, cast.therapist, f"Fox {number}", is_self=False)
            values = {
                "person_id": person.id,
                "state": "active",
                "agreed": AGREED,
                "zone": way.clock,
            }
            await people.change_client(unit, client, **values)
        way.cast = replace(cast, client=client, person=person.id)
        await way.agree([Weekly(WEEK, time(12))] * LINES)
    return way


@pytest.mark.parametrize("hurry", [True, False])
async def test_a_slice_ends_early_for_who_is_in_a_hurry(
    db: Database, cast: Cast, hurry: bool
) -> None:
    """It goes on with the rest afterwards; nobody's lines are torn apart, none is lost or twice."""
    way = await herd(db, cast)
    sizes: list[int] = []
    seen: list[int] = []
    looking: list[asyncio.Task[None]] = []

    async def look() -> None:
        async with db.transaction(NOON, hurry=hurry) as unit:
            count = select(func.count()).select_from(occurrence)
            seen.append((await unit.conn.execute(count)).scalar_one())

    async def fire(unit: Unit, fired: Sequence[Timer]) -> None:
        sizes.append(len(fired))
        if not looking:
            looking.append(asyncio.create_task(look()))
            await asyncio.sleep(0)  # it waits now
        await plan_due(unit, way.house, fired)

    await Due(db, Noon(), {"plan": fire}).tick()
    await asyncio.gather(*looking)
    everything, left = HERD * LINES, (HERD - FEWEST) * LINES
    assert (sizes, seen) == (
        ([everything, left], [everything - left]) if hurry else ([everything], [everything])
    )
    found = await way.occurrences()
    assert len({one[:2] for one in found}) == len(found) == everything
    async with db.transaction(NOON) as unit:
        tomorrow = await timers.due(unit, NOON.replace(day=2), 9999)
    assert sum(one.kind == "plan" for one in tomorrow) == everything
