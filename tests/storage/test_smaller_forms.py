"""A sheet made smaller than agreed is counted for who reads; of what a client keeps, nothing is."""

from datetime import timedelta

import pytest

from homework import easing, packaged
from homework.house import House
from homework.safety import crisis
from homework.stocking import stock
from homework.store import assignments, feedback, people
from homework.store.database import Database, Unit
from tests.storage.test_silent_days import practice
from tests.support.stores import NOW, Cast


async def counted(unit: Unit, cast: Cast) -> int:
    return len(await feedback.smaller_since(unit, [cast.client], NOW))


@pytest.mark.parametrize(("sharing", "count"), [("all", 2), ("summary", 2), ("nothing", 0)])
async def test_each_time_counts_where_something_is_shared(
    db: Database, cast: Cast, sharing: str, count: int
) -> None:
    async with db.transaction(NOW - timedelta(days=8)) as unit:
        words = {"en": packaged.texts("en", strict=True)}
        house = House(await stock(unit), words, crisis.shipped(), "bot")
        await people.change_client(unit, cast.client, zone="Europe/Berlin")
        one = await practice(unit, cast)
        await assignments.change(unit, one.id, sharing=sharing)
        client = await people.client_by_id(unit, cast.client)
        assert client is not None
        await easing.stepped_down(unit, house, client, one)
    async with db.transaction(NOW) as unit:
        assert await counted(unit, cast) == 0, "that was before the time that is looked at"
        await easing.stepped_down(unit, house, client, one)
        await easing.stepped_down(unit, house, client, one)
        assert await counted(unit, cast) == count
