"""What was written and never reached a phone was not asked, and nobody missed it."""

from datetime import UTC, datetime, time, timedelta

import pytest

from homework import prompting, silence
from homework.schedule import WEEK, Weekly
from homework.store import feedback, occurrences, people
from homework.store.database import Database
from homework.store.occurrences import Occurrence
from homework.store.people import Client
from tests.support.stores import Cast
from tests.support.travels import Travel, travel

START = datetime(2027, 3, 1, 9, tzinfo=UTC)
SIX = START.replace(hour=18)


async def the_one(way: Travel) -> Occurrence:
    async with way.db.transaction(way.now) as unit:
        return (await occurrences.since(unit, [way.cast.client], START))[0]


async def client_of(way: Travel) -> Client:
    async with way.db.transaction(way.now) as unit:
        found = await people.client_by_id(unit, way.cast.client)
    assert found is not None
    return found


async def put_off(db: Database, cast: Cast) -> Travel:
    """A prompt with an hour to begin rang and was put off for a quarter of an hour."""
    way = await travel(db, cast, START, "UTC")
    await way.agree([Weekly(WEEK, time(18))], window=60)
    await way.until(SIX)
    assert await way.carry() == ["prompt"]
    async with db.transaction(way.now) as unit:
        one = (await occurrences.since(unit, [cast.client], START))[0]
        client = await people.client_by_id(unit, cast.client)
        assert client and await prompting.snooze(unit, client, one, "15")
    await way.until(SIX + timedelta(minutes=20))
    return way


@pytest.mark.parametrize("back_after", [120, 600])
async def test_what_was_put_off_and_never_rang_again_is_not_missed(
    db: Database, cast: Cast, back_after: int
) -> None:
    way = await put_off(db, cast)
    await way.until(SIX + timedelta(minutes=back_after))
    assert await way.carry() == []
    one = await the_one(way)
    assert (one.state, one.reason, one.snoozes) == ("not_delivered", "unsure", 1)


async def test_what_was_put_off_rings_when_the_line_is_back_in_time(
    db: Database, cast: Cast
) -> None:
    way = await put_off(db, cast)
    await way.until(SIX + timedelta(minutes=40))
    assert await way.carry() == []
    assert (await the_one(way)).state == "planned"
    await way.until(way.now)
    assert await way.carry() == ["prompt"]
    await way.until(SIX + timedelta(minutes=61))
    assert (await the_one(way)).state == "missed", "it rang, with twenty minutes to begin"


async def test_what_rang_again_and_was_left_alone_is_missed(db: Database, cast: Cast) -> None:
    way = await put_off(db, cast)
    assert await way.carry() == ["prompt"]
    await way.until(SIX + timedelta(minutes=61))
    assert (await the_one(way)).state == "missed"


async def test_a_kind_question_that_never_arrived_is_asked_again(db: Database, cast: Cast) -> None:
    way = await travel(db, cast, START, "UTC")
    await way.agree([Weekly(WEEK, time(18))], window=60)
    for day in range(silence.ASK_AFTER):
        await way.until(SIX + timedelta(days=day))
        assert "prompt" in await way.carry()
    asked_at = SIX + timedelta(days=silence.ASK_AFTER)
    await way.until(asked_at)
    assert (await client_of(way)).silence == silence.ASKED
    await way.until(asked_at + timedelta(hours=2))
    assert "question" not in await way.carry(), "its moment is over"
    assert (await client_of(way)).silence == silence.TO_ASK
    async with db.transaction(way.now) as unit:
        assert not await feedback.times_asked(unit, cast.client, feedback.SILENCE, START)
    await way.until(asked_at + timedelta(days=1))
    assert "question" in await way.carry()
    assert (await client_of(way)).silence == silence.ASKED


async def test_a_question_that_arrived_stays_asked(db: Database, cast: Cast) -> None:
    way = await travel(db, cast, START, "UTC")
    await way.agree([Weekly(WEEK, time(18))], window=60)
    for day in range(silence.ASK_AFTER + 1):
        await way.until(SIX + timedelta(days=day))
        found = await way.carry()
    assert "question" in found
    async with db.transaction(way.now) as unit:
        assert await feedback.times_asked(unit, cast.client, feedback.SILENCE, START) == 1
    assert (await client_of(way)).silence == silence.ASKED
