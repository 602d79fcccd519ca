"""How soon a therapist reads is told of what they opened, not of what a colleague opened."""

from datetime import timedelta

from homework import packaged, sharing
from homework.house import House
from homework.safety import crisis
from homework.stocking import stock
from homework.store import audit, entries, people
from homework.store.database import Database
from tests.support.stores import NOW, Cast
from tests.support.written import write

WROTE = NOW - timedelta(hours=3)


async def test_what_a_colleague_opened_is_not_counted(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        words = {"en": packaged.texts("en", strict=True)}
        house = House(await stock(unit), words, crisis.shipped(), "bot")
        mine = await people.add_person(unit, 101, "en")
        colleague = await people.add_person(unit, 102, "en")
        for minutes in range(3):
            at = WROTE + timedelta(minutes=minutes)
            await write(unit, house, cast.person, cast.client, at)
        found = await entries.of_client(unit, cast.client)
        for one, reader in zip(found, (mine, mine, colleague), strict=True):
            await entries.mark_read(unit, one.id)
            await audit.note(unit, reader.id, entries.READ, cast.client, one.id)

        async def took(reader: str) -> list[timedelta]:
            return await entries.time_to_read(unit, [cast.client], WROTE, reader)

        assert sorted(await took(mine.id)) == [timedelta(minutes=179), timedelta(hours=3)]
        assert await took(colleague.id) == [timedelta(minutes=178)]
    async with db.transaction(NOW + timedelta(hours=1)) as unit:  # opened again, by the other
        await audit.note(unit, colleague.id, entries.READ, cast.client, found[0].id)
        assert len(await entries.time_to_read(unit, [cast.client], WROTE, mine.id)) == 2


async def test_what_was_kept_first_waits_since_it_was_shared(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW - timedelta(days=6)) as unit:
        words = {"en": packaged.texts("en", strict=True)}
        house = House(await stock(unit), words, crisis.shipped(), "bot")
        mine = await people.add_person(unit, 101, "en")
        await write(unit, house, cast.person, cast.client, unit.now)
        await entries.keep_private(unit, cast.client)
    async with db.transaction(NOW - timedelta(minutes=10)) as unit:
        (kept,) = await entries.of_client(unit, cast.client)
        await sharing.change(unit, cast.person, kept, "all")
    async with db.transaction(NOW) as unit:
        await entries.mark_read(unit, kept.id)
        await audit.note(unit, mine.id, entries.READ, cast.client, kept.id)
        took = await entries.time_to_read(unit, [cast.client], unit.now, mine.id)
    assert took == [timedelta(minutes=10)]
