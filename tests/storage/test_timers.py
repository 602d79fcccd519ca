from datetime import timedelta

from homework.store import timers
from homework.store.database import Database
from tests.support.stores import NOW

LATER = NOW + timedelta(hours=1)


async def test_there_is_one_timer_of_a_kind_and_subject(db: Database):
    async with db.transaction(NOW) as unit:
        await timers.set(unit, LATER, "prompt", "a", 1)
    async with db.transaction(NOW) as unit:
        await timers.set(unit, NOW, "prompt", "a", 2)
        await timers.set(unit, LATER, "remind", "a", 1)
        (due,) = await timers.due(unit, NOW, 10)
        assert (due.due_at, due.kind, due.subject, due.revision) == (NOW, "prompt", "a", 2)
        assert await timers.at(unit, "remind", "a") == LATER
        assert await timers.at(unit, "prompt", "b") is None


async def test_timers_fall_due_in_their_order_and_never_early(db: Database):
    async with db.transaction(NOW) as unit:
        for n in (3, 1, 2, 0):
            await timers.set(unit, NOW - timedelta(minutes=n), "prompt", f"s{n}", 0)
        await timers.set(unit, NOW + timedelta(milliseconds=1), "prompt", "later", 0)
    async with db.transaction(NOW) as unit:
        assert [one.subject for one in await timers.due(unit, NOW, 10)] == ["s3", "s2", "s1", "s0"]
        assert [one.subject for one in await timers.due(unit, NOW, 2)] == ["s3", "s2"]


async def test_the_next_one_due(db: Database):
    async with db.transaction(NOW) as unit:
        assert await timers.next_due(unit) is None
        await timers.set(unit, LATER, "prompt", "a", 0)
        await timers.set(unit, NOW, "digest", "b", 0)
        assert await timers.next_due(unit) == NOW
        assert await timers.next_due(unit, ("prompt", "remind")) == LATER
        assert await timers.next_due(unit, ("remind",)) is None


async def test_a_cancelled_timer_is_gone_whether_written_or_not(db: Database):
    async with db.transaction(NOW) as unit:
        await timers.set(unit, NOW, "prompt", "a", 0)
        await timers.set(unit, NOW, "prompt", "b", 0)
        await timers.cancel(unit, "prompt", "b")
        await timers.cancel(unit, "prompt", "nobody")
    async with db.transaction(NOW) as unit:
        await timers.cancel(unit, "prompt", "a")
        await timers.cancel(unit, "prompt", "b")
        await timers.set(unit, NOW, "prompt", "b", 1)
        assert [one.subject for one in await timers.due(unit, NOW, 10)] == ["b"]


async def test_handling_a_timer_does_not_remove_the_one_set_meanwhile(db: Database):
    async with db.transaction(NOW) as unit:
        await timers.set(unit, NOW, "digest", "a", 0)
        await timers.set(unit, NOW, "digest", "b", 0)
    async with db.transaction(NOW) as unit:
        fired = await timers.due(unit, NOW, 10)
        await timers.set(unit, LATER, "digest", "a", 0)
        await timers.remove(unit, [one.id for one in fired])
        await timers.remove(unit, [])
    async with db.transaction(NOW) as unit:
        assert [one.subject for one in await timers.due(unit, LATER, 10)] == ["a"]


async def test_a_timer_that_cannot_be_handled_is_put_aside(db: Database):
    async with db.transaction(NOW) as unit:
        await timers.set(unit, NOW, "prompt", "a", 0)
        (one,) = await timers.due(unit, NOW, 10)
        await timers.retry(unit, one.id)
        (one,) = await timers.due(unit, NOW, 10)
        assert one.tries == 1
        await timers.park(unit, one.id, "ValueError")
        assert await timers.due(unit, NOW, 10) == []
        assert await timers.next_due(unit) is None
        ((parked, error),) = await timers.parked(unit)
        assert (parked.subject, parked.tries, error) == ("a", 2, "ValueError")
        await timers.set(unit, NOW, "prompt", "a", 1)
        assert [one.tries for one in await timers.due(unit, NOW, 10)] == [0]
