"""How soon a therapist reads is told of what they opened, each for themselves."""

from datetime import datetime, timedelta

from homework import packaged, sharing
from homework.house import House
from homework.ids import new_id
from homework.safety import crisis
from homework.stocking import stock
from homework.store import entries, people
from homework.store.database import Database, Unit
from homework.store.tables import care
from tests.support.stores import NOW, Cast
from tests.support.written import write

WROTE = NOW - timedelta(hours=3)


async def house_of(unit: Unit) -> House:
    words = {"en": packaged.texts("en", strict=True)}
    return House(await stock(unit), words, crisis.shipped(), "bot")


async def colleague(unit: Unit, client: str, since: datetime) -> str:
    """Another therapist, who cares for the client too."""
    key = await people.add_therapist(unit, "U")
    row = {"id": new_id(since), "client_id": client, "therapist_id": key, "role": "lead"}
    await unit.conn.execute(care.insert(), [row | {"since": since}])
    return key


async def entries_of(unit: Unit, cast: Cast, count: int) -> list[str]:
    """So many entries, one a minute."""
    house = await house_of(unit)
    for minutes in range(count):
        await write(unit, house, cast.person, cast.client, WROTE + timedelta(minutes=minutes))
    return [one.id for one in await entries.of_client(unit, cast.client)]


async def since_ever(unit: Unit, cast: Cast) -> None:
    """The therapist has cared for the client all along."""
    theirs = care.c.therapist_id == cast.therapist
    await unit.conn.execute(care.update().where(theirs).values(since=NOW - timedelta(days=400)))


async def took(db: Database, cast: Cast, reader: str, at: datetime = NOW) -> list[timedelta]:
    async with db.transaction(at) as unit:
        return sorted(await entries.time_to_read(unit, [cast.client], WROTE, reader))


async def test_each_is_told_of_what_they_opened_themselves(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        await since_ever(unit, cast)
        other = await colleague(unit, cast.client, WROTE)
        first, second, third = await entries_of(unit, cast, 3)
        await entries.mark_read(unit, cast.therapist, cast.client, [first, second])
        await entries.mark_read(unit, other, cast.client, [third])
    assert await took(db, cast, cast.therapist) == [timedelta(minutes=179), timedelta(hours=3)]
    assert await took(db, cast, other) == [timedelta(minutes=178)]
    async with db.transaction(NOW + timedelta(hours=1)) as unit:  # both open it again, one newly
        for reader in (cast.therapist, other):
            await entries.mark_read(unit, reader, cast.client, [first])
    later = NOW + timedelta(hours=1)
    assert len(await took(db, cast, cast.therapist, later)) == 2
    assert await took(db, cast, other, later) == [timedelta(minutes=178), timedelta(hours=4)]


async def test_who_came_later_is_not_told_that_they_read_late(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        await since_ever(unit, cast)
        read, unread = await entries_of(unit, cast, 2)
        await entries.mark_read(unit, cast.therapist, cast.client, [read])
    came = NOW + timedelta(minutes=10)
    async with db.transaction(came) as unit:
        other = await colleague(unit, cast.client, came)
    later = NOW + timedelta(minutes=30)
    async with db.transaction(later) as unit:
        await entries.mark_read(unit, other, cast.client, [read, unread])
    assert await took(db, cast, other, later) == [timedelta(minutes=20)]


async def test_what_was_kept_first_waits_since_it_was_shared(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW - timedelta(days=6)) as unit:
        await since_ever(unit, cast)
        house = await house_of(unit)
        await write(unit, house, cast.person, cast.client, unit.now)
        await entries.keep_private(unit, cast.client)
    async with db.transaction(NOW - timedelta(minutes=10)) as unit:
        (kept,) = await entries.of_client(unit, cast.client)
        await sharing.change(unit, cast.person, kept, "all")
    async with db.transaction(NOW) as unit:
        await entries.mark_read(unit, cast.therapist, cast.client, [kept.id])
    assert await took(db, cast, cast.therapist) == [timedelta(minutes=10)]
