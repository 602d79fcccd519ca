"""A client's lists: sealed at rest, in the client's own copy, gone with the client."""

from dataclasses import replace

from sqlalchemy import select

from homework.hierarchy import Item
from homework.store import copies, hierarchies
from homework.store.database import Database
from homework.store.tables import client
from homework.store.wording import Texts, from_json, to_json
from tests.support.stores import NOW, Cast

ITEMS = (Item("i1", "Take the lift", 40), Item("i2", "Sing out loud", 70, proposed=True))


async def test_a_list_is_sealed_and_stands_beside_the_other(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        assert await hierarchies.of_client(unit, cast.client) == {"fears": (), "moments": ()}
        await hierarchies.keep(unit, cast.client, "fears", ITEMS)
        await hierarchies.keep(unit, cast.client, "moments", ITEMS[:1])
        found = await hierarchies.of_client(unit, cast.client)
        assert found == {"fears": ITEMS, "moments": ITEMS[:1]}
        stored = (await unit.conn.execute(select(client.c.hierarchy))).scalars()
        assert not any(b"lift" in bytes(one) for one in stored if one is not None)


async def test_it_is_in_the_clients_own_copy(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        await hierarchies.keep(unit, cast.client, "fears", ITEMS)
        (row,) = (await copies.of_client(unit, cast.client, "nobody"))["client"]
        assert isinstance(row["hierarchy"], dict)
        assert "Take the lift" in str(row["hierarchy"]["fears"])


def test_what_was_chosen_with_a_practice_stays_with_its_words() -> None:
    said = Texts("It helps.", item=ITEMS[0], settings={"model": "stay", "pace": "2"})
    assert from_json(to_json(said)) == said
    assert from_json(to_json(replace(said, item=None, settings={}))) == Texts("It helps.")
    assert "lift" not in repr(said)
