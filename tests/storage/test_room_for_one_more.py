"""However a practice begins, no more run at a time than may; what has no room waits and is kept."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import func, select

from homework import assigning, capping, chaining, linter, overload
from homework.ids import new_id
from homework.offering import room_due
from homework.outgoing import Outgoing
from homework.page import Page
from homework.program import programs
from homework.schedule import WEEK, Weekly
from homework.store import assignments, pages, people, timers
from homework.store import programs as stored
from homework.store.assignments import WAITS, Assignment
from homework.store.database import Database, Unit
from homework.store.people import Client, Therapist
from homework.store.tables import outbox
from tests.support.stores import Cast
from tests.support.travels import Travel, travel

START = datetime(2027, 3, 1, 9, tzinfo=UTC)
RULES = [Weekly(WEEK, time(18))]


async def the_two(unit: Unit, cast: Cast) -> tuple[Client, Therapist]:
    client = await people.client_by_id(unit, cast.client)
    therapist = await people.therapist_by_id(unit, cast.therapist)
    assert client is not None and therapist is not None
    return client, therapist


async def offered(way: Travel, state: str = "not_now", sheet: str = "thought_record_3col") -> str:
    """One more practice, which its client put off."""
    async with way.db.transaction(way.now) as unit:
        (known, *_) = await assignments.of_client(unit, way.cast.client)
        ref = way.house.shelf.newest[sheet]
        new = replace(known, id=new_id(way.now), state=state, worksheet=ref, agreed_at=None)
        await assignments.add(unit, new, RULES)
    return new.id


async def accept(way: Travel, key: str) -> Assignment:
    """Say yes to it, after all."""
    async with way.db.transaction(way.now) as unit:
        client, _ = await the_two(unit, way.cast)
        one = (await assignments.by_ids(unit, [key]))[key]
        agreed = await assigning.accept(unit, way.house, client, one)
    assert agreed is not None
    return agreed


async def state(way: Travel, key: str) -> str:
    async with way.db.transaction(way.now) as unit:
        return (await assignments.by_ids(unit, [key]))[key].state


async def end(way: Travel, key: str) -> list[Outgoing]:
    """End one, and return what is said of it."""
    async with way.db.transaction(way.now) as unit:
        await assigning.end(unit, "somebody", (await assignments.by_ids(unit, [key]))[key])
    return await said_at(way)


async def said_at(way: Travel) -> list[Outgoing]:
    """Let what is due happen, and return what is written then."""
    async with way.db.transaction(way.now) as unit:
        due = [one for one in await timers.due(unit, way.now, 50) if one.kind == "room"]
        await timers.remove(unit, [one.id for one in due])
        await room_due(unit, way.house, due)
        return [one for _, one in unit.posted]


@pytest.fixture
async def way(db: Database, cast: Cast) -> Travel:
    """Two practices run already."""
    found = await travel(db, cast, START, "UTC")
    await found.agree(RULES)
    await found.agree(RULES)
    return found


async def running(way: Travel) -> list[str]:
    async with way.db.transaction(way.now) as unit:
        return [one.id for one in await assignments.of_client(unit, way.cast.client, "active")]


async def test_yes_after_all_waits_and_is_offered_when_another_ends(way: Travel) -> None:
    third, fourth = await offered(way), await offered(way)
    assert (await accept(way, third)).state == WAITS
    assert (await accept(way, fourth)).state == WAITS
    async with way.db.transaction(way.now) as unit:
        (one,) = (await assignments.by_ids(unit, [third])).values()
        assert [await timers.at(unit, "plan", line.id) for line in one.entries] == [None]
    said = await end(way, (await running(way))[0])
    assert [one.silent for one in said] == [True], "the one that waits longest, without ringing"
    assert f"asg~{third}:accept" in str(said[0].message.buttons)
    assert (await accept(way, third)).state == "active"
    assert (await accept(way, fourth)).state == WAITS


async def test_nothing_is_offered_at_night_or_in_a_pause_and_it_is_not_forgotten(
    way: Travel,
) -> None:
    third = await offered(way)
    await accept(way, third)
    way.now = START.replace(hour=23)
    assert await end(way, (await running(way))[0]) == [], "in the night"
    async with way.db.transaction(way.now) as unit:
        rests = START + timedelta(days=3)
        await people.change_client(unit, way.cast.client, paused_until=rests)
    for days in (1, 2):
        way.now = START + timedelta(days=days, hours=3)
        assert await said_at(way) == [], "in the pause"
    way.now = START + timedelta(days=4)
    assert len(await said_at(way)) == 1


async def test_a_series_has_a_place_of_its_own(way: Travel) -> None:
    series, another = [await offered(way, sheet="self_monitoring") for _ in range(2)]
    assert (await accept(way, series)).state == "active"
    assert (await accept(way, another)).state == WAITS
    assert await end(way, (await running(way))[0]) == [], "a practice makes no room for a series"
    assert len(await end(way, series)) == 1


async def test_more_room_on_the_page_is_room(way: Travel) -> None:
    async with way.db.transaction(way.now) as unit:
        await pages.keep(unit, way.cast.client, Page(practices=1))
    await end(way, (await running(way))[0])
    third = await offered(way)
    assert (await accept(way, third)).state == WAITS
    async with way.db.transaction(way.now) as unit:
        client, _ = await the_two(unit, way.cast)
        assert await capping.set_cap(unit, "somebody", client, "practices", 2)
    assert len(await said_at(way)) == 1


async def program_of(way: Travel, name: str) -> list[Assignment]:
    """A program that was said yes to, as far as there is room."""
    async with way.db.transaction(way.now) as unit:
        client, therapist = await the_two(unit, way.cast)
        form = chaining.Form(therapist, client, {"why": "why", "states": ["tense"]})
        started, drafts = chaining.draft(way.house, programs()[name], form, way.now)
        await stored.add(unit, started)
        for one, rules in drafts:
            await assignments.add(unit, one, rules)
        first = await chaining.propose(unit, therapist, started)
        assert first is not None
        agreed = await assigning.accept(unit, way.house, client, first)
        assert agreed is not None and agreed.state == "active"
        await chaining.accepted(unit, way.house, client, agreed)
        return await assignments.of_program(unit, started.id)


async def test_a_step_of_a_program_waits_and_is_announced_again(way: Travel) -> None:
    """A week of check-ins runs beside two practices; the experiment after it has no room."""
    _, second = await program_of(way, "notice_and_test")
    await way.until(START + timedelta(days=10))
    assert await state(way, second.id) == WAITS
    assert len(await running(way)) == 2
    await end(way, (await running(way))[0])
    assert await state(way, second.id) == "chained"
    await way.until(way.now + timedelta(days=2))
    assert await state(way, second.id) == "active"


async def test_a_step_that_is_to_come_takes_room_already(way: Travel) -> None:
    await end(way, (await running(way))[0])
    await program_of(way, "notice_and_test")
    async with way.db.transaction(way.now) as unit:
        client, _ = await the_two(unit, way.cast)
        (one, *_) = await assignments.of_client(unit, client.id)
        room = await overload.room_of(unit, way.house, client, "a draft")
        assert sorted(each.state for each in room.taken) == ["active", "active", "chained"]
        draft = replace(one, id="d" * 26, state="draft")
        found = await linter.look(
            unit, way.house, client, draft, tuple(RULES), way.house.texts("en")
        )
    assert "3 practices at a time" in " ".join(found.refused)


async def test_room_that_was_left_to_another_is_offered_again(way: Travel) -> None:
    third = await offered(way)
    assert (await accept(way, third)).state == WAITS
    assert len(await end(way, (await running(way))[0])) == 1
    fourth = await offered(way)
    assert (await accept(way, fourth)).state == "active", "nobody pressed anything: it had room"
    way.now += timedelta(days=1)
    await end(way, fourth)
    async with way.db.transaction(way.now) as unit:
        query = select(func.count()).where(outbox.c.dedupe_key.startswith(f"room.{third}."))
        assert (await unit.conn.execute(query)).scalar_one() == 2
