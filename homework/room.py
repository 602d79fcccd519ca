"""Whether there is room for one more practice of a client, whatever way it is to begin.

So many practices run at a time, and one self-monitoring beside them. What its client said yes to
and has no room waits for one of the others to end. It must not know how anybody is told.
"""

from homework.house import House
from homework.store import assignments, pages, timers
from homework.store.assignments import WAITS, Assignment
from homework.store.database import Unit

MOST_SERIES = 1
FREED = "room"
"""The kind of the timer at which a client's waiting practices are looked at."""


def is_series(house: House, one: Assignment) -> bool:
    """Whether an assignment is self-monitoring, and no practice."""
    return house.shelf.worksheet(one.worksheet).momentary


async def in_the_way(unit: Unit, house: House, one: Assignment) -> list[Assignment]:
    """Return the running assignments of which one must end before this one begins; [] for none."""
    series = is_series(house, one)
    running = [
        other
        for other in await assignments.of_client(unit, one.client, "active")
        if other.id != one.id and is_series(house, other) == series
    ]
    page = await pages.of_client(unit, one.client)
    return running if len(running) >= (MOST_SERIES if series else page.practices) else []


async def wait(unit: Unit, one: Assignment) -> Assignment:
    """Let an assignment wait for room; return it as it is now."""
    if one.state != WAITS:
        await assignments.change(unit, one.id, state=WAITS)
    return (await assignments.by_ids(unit, [one.id]))[one.id]


async def freed(unit: Unit, client: str) -> None:
    """Something has ended, or more may run: look whether what waits has room now."""
    await timers.set(unit, unit.now, FREED, client, 0)
