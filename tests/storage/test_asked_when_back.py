"""The next part of a sheet, due while its client was away, is asked when they are back."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta

import pytest

from homework import delivery, silence, withdrawing
from homework.ids import new_id
from homework.schedule import WEEK, Weekly
from homework.store import occurrences, people, timers
from homework.store.database import Database, Unit
from homework.store.occurrences import Occurrence
from homework.store.people import Client, Person
from tests.support.stores import Cast
from tests.support.travels import Travel, travel

START = datetime(2027, 3, 1, 9, tzinfo=UTC)
DUE = START + timedelta(days=10)
BACK = DUE + timedelta(days=3, hours=2)

Step = Callable[[Unit, Travel, Person, Client], Awaitable[object]]


async def stop(unit: Unit, way: Travel, person: Person, client: Client) -> None:
    await withdrawing.stop(unit, way.house, person, client)


async def come_back(unit: Unit, way: Travel, person: Person, client: Client) -> None:
    await withdrawing.come_back(unit, person, client)


async def block(unit: Unit, way: Travel, person: Person, client: Client) -> None:
    await delivery.blocked(unit, way.house, person.id)


async def unblock(unit: Unit, way: Travel, person: Person, client: Client) -> None:
    await delivery.sign_of_life(unit, person.id)


async def fall_silent(unit: Unit, way: Travel, person: Person, client: Client) -> None:
    await people.change_client(unit, client.id, silence=silence.STOPPED, silence_at=unit.now)


async def speak(unit: Unit, way: Travel, person: Person, client: Client) -> None:
    await silence.sign_of_life(unit, way.house, client, aloud=False)


async def do(way: Travel, step: Step) -> None:
    async with way.db.transaction(way.now) as unit:
        client = await people.client_by_id(unit, way.cast.client)
        person = await people.person_by_id(unit, way.cast.person)
        assert client is not None and person is not None
        await step(unit, way, person, client)


async def part_of(way: Travel) -> Occurrence:
    """A later part, at a time that its client picked."""
    practice = await way.agree([Weekly(WEEK, time(18))], weeks=1)
    one = Occurrence(
        id=new_id(way.now), client=way.cast.client, assignment=practice, entry=None,
        local_date=DUE.date(), stage="main", planned_at=DUE, zone="UTC",
        closes_at=DUE.replace(hour=0) + timedelta(days=1),
    )  # fmt: skip
    async with way.db.transaction(way.now) as unit:
        await occurrences.add(unit, [one])
        await timers.set(unit, DUE, "prompt", one.id, 0)
    return one


async def rang(way: Travel, one: Occurrence) -> list[datetime]:
    return [rang.at for rang in way.rang if rang.subject == one.id]


@pytest.mark.parametrize(
    ("away", "back"), [(stop, come_back), (block, unblock), (fall_silent, speak)]
)
async def test_it_is_asked_when_they_are_back(
    db: Database, cast: Cast, away: Step, back: Step
) -> None:
    way = await travel(db, cast, START, "UTC")
    one = await part_of(way)
    await do(way, away)
    await way.until(BACK)
    assert await rang(way, one) == []
    await do(way, back)
    await way.until(BACK + timedelta(minutes=1))
    assert await rang(way, one) == [BACK]
    async with db.transaction(way.now) as unit:
        found = await occurrences.by_id(unit, one.id)
    assert found is not None and found.state == "prompted"


async def test_it_is_asked_when_the_program_is_back_a_day_later(db: Database, cast: Cast) -> None:
    way = await travel(db, cast, START, "UTC")
    one = await part_of(way)
    await way.until(DUE - timedelta(minutes=1))
    way.now = BACK
    await way.until(BACK + timedelta(minutes=1))
    assert await rang(way, one) == [BACK]
