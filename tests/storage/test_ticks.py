"""A clock that runs is looked at by timers: lines never pile up, and nothing comes unasked."""

from datetime import datetime, timedelta

from sqlalchemy import update

from conversations.events import Chosen, Event
from conversations.message import Message
from homework import beginning, delivery, joining, packaged, ticks
from homework.collecting import TICK, Desk
from homework.house import House
from homework.outgoing import Posted
from homework.safety import crisis
from homework.stocking import stock
from homework.store import (
    assignments,
    erasure,
    occurrences,
    people,
    sessions,
    timers,
    unopened,
)
from homework.store.assignments import Assignment
from homework.store.database import Database, Unit
from homework.store.marks import Mark
from homework.store.occurrences import Occurrence
from homework.store.people import Actor
from homework.store.tables import outbox
from homework.store.timers import Timer
from tests.support.stores import NOW, Cast

KEY = "a" * 26
MINUTE = timedelta(minutes=1)


async def house_of(unit: Unit) -> House:
    texts = packaged.texts("en", strict=True)
    return House(await stock(unit), {"en": texts}, crisis.shipped(), "bot")


def agreed(house: House, cast: Cast) -> Assignment:
    return Assignment(
        id=KEY, client=cast.client, therapist=cast.therapist,
        worksheet=house.shelf.newest["relaxation_practice"], variant="minute", state="active",
        texts=assignments.Texts("It helps."), sharing="all", window_minutes=None,
        grace_minutes=None, idle_minutes=60, reminder_minutes=None, starts_on=NOW.date(),
        ends_on=NOW.date() + timedelta(days=13), revision=0, agreed_at=NOW,
    )  # fmt: skip


async def who(unit: Unit, cast: Cast) -> Actor:
    client = await people.client_by_id(unit, cast.client)
    assert client is not None and client.person is not None
    person = await people.person_by_id(unit, client.person)
    assert person is not None
    return Actor(person.chat, person, None, client)


async def press(unit: Unit, house: House, cast: Cast, value: str) -> str:
    """Press a button of the open question; return the session."""
    actor = await who(unit, cast)
    assert actor.person is not None
    desk = Desk(unit, house, {})
    await desk.load([actor.person.id])
    held = desk.open_for(actor)
    assert held is not None
    event: Event = Chosen(held.session.asked.id, value)
    await desk.take(actor, event)
    await desk.flush()
    return held.session.id


async def started(db: Database, cast: Cast) -> str:
    """The session of a clock that was just started, everything said so far sent."""
    async with db.transaction(NOW) as unit:
        house = await house_of(unit)
        await assignments.add(unit, agreed(house, cast), ())
        actor = await who(unit, cast)
        assert actor.person is not None and actor.client is not None
        desk = Desk(unit, house, {})
        await beginning.begin(desk, actor.person, actor.client, agreed(house, cast), None)
    async with db.transaction(NOW) as unit:
        await press(unit, house, cast, "8")
    async with db.transaction(NOW) as unit:
        key = await press(unit, house, cast, "go")
    await all_sent(db, NOW)
    return key


async def all_sent(db: Database, at: datetime) -> None:
    async with db.transaction(at) as unit:
        sent = {"state": "sent", "delivered_at": at, "body": None}
        await unit.conn.execute(update(outbox).where(outbox.c.state != "sent").values(**sent))


async def tick(db: Database, key: str, at: datetime) -> list[Posted]:
    """Look at the clock; return the questions that are sent for it now."""
    async with db.transaction(at) as unit:
        due = Timer("t", at, TICK, key, 0)
        await timers.cancel(unit, TICK, key)
        await ticks.tick_due(unit, await house_of(unit), [due])
        await unit.flush()
        return [posted for posted in unit.born if posted.kind == "step"]


async def next_look(db: Database, key: str) -> datetime | None:
    async with db.transaction(NOW) as unit:
        return await timers.at(unit, TICK, key)


async def test_starting_it_sets_the_first_look(db: Database, cast: Cast) -> None:
    key = await started(db, cast)
    assert await next_look(db, key) == NOW + timedelta(seconds=10)


async def test_lines_are_silent_and_the_end_is_not(db: Database, cast: Cast) -> None:
    key = await started(db, cast)
    (line,) = await tick(db, key, NOW + timedelta(seconds=10))
    assert line.silent
    assert await next_look(db, key) == NOW + timedelta(seconds=22)
    await all_sent(db, NOW + timedelta(seconds=11))
    (end,) = await tick(db, key, NOW + MINUTE)
    assert not end.silent
    assert await next_look(db, key) is None


async def test_while_the_last_line_is_not_sent_no_other_is_written(
    db: Database, cast: Cast
) -> None:
    key = await started(db, cast)
    assert len(await tick(db, key, NOW + timedelta(seconds=10))) == 1
    for seconds in (22, 45):
        at = NOW + timedelta(seconds=seconds)
        assert await tick(db, key, at) == []
        assert await next_look(db, key) == at + ticks.SENDING
    await all_sent(db, NOW + MINUTE)
    (end,) = await tick(db, key, NOW + 5 * MINUTE)
    assert not end.silent, "the question after the clock, and no line of it"


async def test_a_look_at_what_is_not_open_any_more_does_nothing(db: Database, cast: Cast) -> None:
    key = await started(db, cast)
    async with db.transaction(NOW) as unit:
        await press(unit, await house_of(unit), cast, "done")
    await all_sent(db, NOW)
    assert await next_look(db, key) is None
    assert await tick(db, key, NOW + MINUTE) == []
    assert await tick(db, "x" * 26, NOW + MINUTE) == []


async def test_who_wants_nothing_sent_hears_no_clock_of_before(db: Database, cast: Cast) -> None:
    key = await started(db, cast)
    async with db.transaction(NOW + timedelta(seconds=5)) as unit:
        await people.change_client(unit, cast.client, stopped_at=unit.now)
    assert await tick(db, key, NOW + timedelta(seconds=10)) == []
    await stands(db, key)


async def test_out_of_reach_it_says_nothing(db: Database, cast: Cast) -> None:
    key = await started(db, cast)
    async with db.transaction(NOW) as unit:
        actor = await who(unit, cast)
        assert actor.person is not None
        await people.set_reachable(unit, actor.person.id, unit.now)
    assert await tick(db, key, NOW + timedelta(seconds=10)) == []
    await stands(db, key)


async def test_what_is_worked_on_is_known_for_a_while(db: Database, cast: Cast) -> None:
    await started(db, cast)
    async with db.transaction(NOW) as unit:
        (ref,) = await unopened.at_it(unit, cast.client, NOW - MINUTE)
        assert ref.id == "relaxation_practice"
        assert await unopened.at_it(unit, cast.client, NOW + MINUTE) == []
        assert await unopened.at_it(unit, "y" * 26, NOW - MINUTE) == []


async def test_who_laid_a_sheet_behind_another_one_is_still_at_it(db: Database, cast: Cast) -> None:
    key = await started(db, cast)
    async with db.transaction(NOW) as unit:
        house, actor = await house_of(unit), await who(unit, cast)
        assert actor.person is not None
        await beginning.step_aside(Desk(unit, house, {}), actor.person)
        since = NOW - MINUTE
        (ref,) = await unopened.at_it(unit, cast.client, since)
        assert ref.id == "relaxation_practice"
        later = Occurrence(
            id="o" * 26, client=cast.client, assignment=KEY, entry=None, local_date=NOW.date(),
            stage="main", planned_at=NOW, zone="UTC", closes_at=None,
        )  # fmt: skip
        await occurrences.add(unit, [later])
        await sessions.move_to(unit, key, later.id)
        assert await unopened.at_it(unit, cast.client, since) == [], "its next part is to come"
        await occurrences.change(unit, later.id, state="opened")
        assert await unopened.at_it(unit, cast.client, since) == [ref]


async def stands(db: Database, key: str) -> None:
    """The clock counts no more, and nobody looks at it again."""
    assert await next_look(db, key) is None
    async with db.transaction(NOW) as unit:
        held = await sessions.load(unit, key)
    assert held is not None and held.session.status == "open"
    assert held.session.answers["breath_minute"] == {"ran": 10, "ratings": {}}


async def test_at_the_end_of_care_it_stands(db: Database, cast: Cast) -> None:
    key = await started(db, cast)
    async with db.transaction(NOW + timedelta(seconds=5)) as unit:
        await joining.remove_therapist(unit, cast.therapist)
    assert await tick(db, key, NOW + timedelta(seconds=10)) == []
    await stands(db, key)


async def test_while_everything_waits_to_be_erased_it_stands(db: Database, cast: Cast) -> None:
    key = await started(db, cast)
    async with db.transaction(NOW + timedelta(seconds=5)) as unit:
        await people.change_client(unit, cast.client, erase_at=NOW + timedelta(days=30))
    assert await tick(db, key, NOW + timedelta(seconds=10)) == []
    await stands(db, key)


async def test_after_everything_is_erased_there_is_none(db: Database, cast: Cast) -> None:
    key = await started(db, cast)
    async with db.transaction(NOW + timedelta(seconds=5)) as unit:
        await erasure.empty(unit, cast.client)
    assert await next_look(db, key) is None
    assert await tick(db, key, NOW + timedelta(seconds=10)) == []


async def test_a_block_found_out_by_sending_holds_it(db: Database, cast: Cast) -> None:
    key = await started(db, cast)
    async with db.transaction(NOW + timedelta(seconds=10)) as unit:
        actor = await who(unit, cast)
        assert actor.person is not None
        gone = Mark(Posted("r" * 26, actor.person.id, 1, "ack", Message(".")), "gone", 1)
        await delivery.marked(unit, await house_of(unit), [gone])
    await stands(db, key)
