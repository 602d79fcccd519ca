from datetime import timedelta

from sqlalchemy import select

from homework.store import updates
from homework.store.database import Database
from homework.store.tables import dead_update
from tests.support.stores import NOW


async def test_an_update_is_claimed_once(db: Database):
    async with db.transaction(NOW) as unit:
        assert await updates.claim(unit, 1, [10, 11]) == {10, 11}
    async with db.transaction(NOW) as unit:
        assert await updates.claim(unit, 1, [11, 12, 12]) == {12}
        assert await updates.claim(unit, 1, [12]) == set()
        assert await updates.claim(unit, 1, []) == set()


async def test_ids_that_restart_lower_are_fresh(db: Database):
    async with db.transaction(NOW) as unit:
        assert await updates.claim(unit, 1, [900_000_000]) == {900_000_000}
        assert await updates.claim(unit, 1, [7]) == {7}


async def test_each_bot_counts_for_itself_and_large_ids_fit(db: Database):
    async with db.transaction(NOW) as unit:
        assert await updates.claim(unit, 8_123_456_789, [2**40]) == {2**40}
        assert await updates.claim(unit, 8_123_456_788, [2**40]) == {2**40}
        assert await updates.claim(unit, 8_123_456_788, [2**40]) == set()


async def test_old_claims_are_forgotten(db: Database):
    newer = range(3, 3 + updates.ALWAYS_KEPT)
    async with db.transaction(NOW) as unit:
        await updates.claim(unit, 1, [1, 2])
    async with db.transaction(NOW + timedelta(hours=48)) as unit:
        await updates.claim(unit, 1, newer)
        assert await updates.purge(unit, NOW + timedelta(hours=1)) == 2
        assert await updates.claim(unit, 1, [2, 3]) == {2}


async def test_a_clock_that_is_wrong_by_days_makes_no_update_new_again(db: Database):
    async with db.transaction(NOW) as unit:
        await updates.claim(unit, 1, [1, 2])
    async with db.transaction(NOW + timedelta(days=3)) as unit:
        assert await updates.purge(unit, NOW + timedelta(days=1)) == 0
        assert await updates.claim(unit, 1, [1, 2, 3]) == {3}


async def test_an_update_that_cannot_be_handled_is_kept_sealed(db: Database):
    async with db.transaction(NOW) as unit:
        await updates.bury(unit, 5, b'{"text": "canary"}', "ValueError")
    async with db.transaction(NOW) as unit:
        row = (await unit.conn.execute(select(dead_update))).one()
        assert (row.update_id, row.error, row.at) == (5, "ValueError", NOW)
        assert b"canary" not in row.body
        opened = unit.sealer.open("dead_update", "body", row.id, None, row.body)
        assert opened == '{"text": "canary"}'
