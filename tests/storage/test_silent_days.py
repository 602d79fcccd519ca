"""Which days count as silent, and what follows from them: a table, on real rows."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from conversations.session import Ref
from homework import packaged, silence
from homework.house import House
from homework.ids import new_id
from homework.recurrence import Weekly
from homework.safety import crisis
from homework.stocking import stock
from homework.store import assignments, feedback, occurrences, people, silences
from homework.store.assignments import Assignment
from homework.store.database import Database, Unit
from homework.store.occurrences import Occurrence
from homework.store.people import Client
from homework.store.tables import occurrence, outbox
from tests.support.stores import NOW, Cast

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 3, 2)


def at(day: int, hour: int) -> datetime:
    there = datetime.combine(MONDAY + timedelta(days=day), time(hour), BERLIN)
    return there.astimezone(UTC)


def prompt(cast: Cast, practice: Assignment, day: int, place: int, what: str) -> Occurrence:
    planned = at(day, 9 + place)
    one = Occurrence(
        id=new_id(planned),
        client=cast.client,
        assignment=practice.id,
        entry=practice.entries[place].id,
        local_date=MONDAY + timedelta(days=day),
        stage="main",
        planned_at=planned,
        zone="Europe/Berlin",
        closes_at=planned + timedelta(hours=1),
        sent_at=planned,
        state="missed",
        closed_at=planned + timedelta(hours=1),
    )
    match what:
        case "a":
            return replace(one, state="on_time", opened_at=planned + timedelta(minutes=1))
        case "s":
            return replace(one, state="skipped", reason="busy")
        case "l":
            return replace(one, snoozes=1)
        case "-":
            return replace(one, state="not_delivered", reason="halved", sent_at=None)
        case _:
            return one


async def practice(unit: Unit, cast: Cast) -> Assignment:
    shelf = await stock(unit)
    ref: Ref = shelf.newest["thought_record_3col"]
    new = Assignment(
        id=new_id(unit.now),
        client=cast.client,
        therapist=cast.therapist,
        worksheet=ref,
        variant="full",
        state="active",
        texts=assignments.Texts("why"),
        sharing="all",
        window_minutes=60,
        grace_minutes=None,
        idle_minutes=None,
        reminder_minutes=None,
        starts_on=MONDAY,
        ends_on=MONDAY + timedelta(days=60),
        revision=0,
        agreed_at=unit.now,
    )
    week = frozenset(range(1, 8))
    await assignments.add(unit, new, [Weekly(week, time(9 + place)) for place in range(3)])
    return (await assignments.by_ids(unit, [new.id]))[new.id]


async def house(unit: Unit) -> House:
    words = {"en": packaged.texts("en", strict=True)}
    return House(await stock(unit), words, crisis.shipped(), "bot")


async def lived(db: Database, cast: Cast, days: str) -> None:
    """Let days pass, "|" between two: left alone ".", answered "a", skipped "s", put off "l", not
    delivered "-"."""
    async with db.transaction(NOW) as unit:
        await people.change_client(unit, cast.client, zone="Europe/Berlin")
        set_for = await practice(unit, cast)
        for day, what in enumerate(days.split("|")):
            ones = [prompt(cast, set_for, day, place, each) for place, each in enumerate(what)]
            await occurrences.add(unit, ones)


@dataclass(frozen=True)
class Timer:
    subject: str


async def over(db: Database, cast: Cast, day: int) -> Client:
    """End a day, and return the client as they stand then."""
    async with db.transaction(at(day + 1, 0)) as unit:
        await silence.day_over(unit, await house(unit), [Timer(cast.client)])
        found = await people.client_by_id(unit, cast.client)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("days", "asks"),
    [
        (".|.|.", True),
        ("...|.|..", True),
        (".|.", False),
        (".|-|.|-|.", True),  # days on which nothing was delivered count for nothing
        (".|-|.|-", False),
        (".|.|a", False),
        ("a|.|.|.", True),
        (".a.|.|.|.", True),
        (".|.a|.", False),  # a day with one answer is no silent day
        (".a|.|.", False),
        (".|.|s", False),
        (".|l|.|.", False),
        (".|s|.|.|.", True),
    ],
)
async def test_three_days_without_an_answer(
    db: Database, cast: Cast, days: str, asks: bool
) -> None:
    await lived(db, cast, days)
    client = await over(db, cast, days.count("|"))
    assert client.silence == ("ask" if asks else None)


async def test_today_is_not_over(db: Database, cast: Cast) -> None:
    await lived(db, cast, ".|.|.")
    async with db.transaction(at(2, 23)) as unit:
        await silence.day_over(unit, await house(unit), [Timer(cast.client)])
        found = await people.client_by_id(unit, cast.client)
    assert found is not None and found.silence is None


@pytest.mark.parametrize(("days", "stops"), [(".|.|.|.|.|.|.|.", True), (".|.|.|.|.|.|.", False)])
async def test_seven_days_the_question_between(
    db: Database, cast: Cast, days: str, stops: bool
) -> None:
    """The question came on the fourth day, in the place of its first prompt."""
    await lived(db, cast, days)
    assert (await over(db, cast, 2)).silence == "ask"
    async with db.transaction(at(3, 12)) as unit:
        client = await people.client_by_id(unit, cast.client)
        person = await people.person_by_id(unit, cast.person)
        assert client is not None and person is not None
        await silence.ask(unit, await house(unit), person, client)
    last = days.count("|")
    client = await over(db, cast, last)
    assert client.silence == ("stopped" if stops else "asked")


async def test_a_sign_of_life_begins_the_count_anew(db: Database, cast: Cast) -> None:
    await lived(db, cast, ".|.|.|.|.")
    assert (await over(db, cast, 2)).silence == "ask"
    async with db.transaction(at(3, 7)) as unit:
        client = await people.client_by_id(unit, cast.client)
        assert client is not None
        await silence.sign_of_life(unit, await house(unit), client, aloud=True)
    assert (await over(db, cast, 4)).silence is None
    async with db.transaction(NOW) as unit:
        said = (await unit.conn.execute(select(outbox.c.id))).all()
    assert said == [], "who was not asked yet is told nothing"


async def written(unit: Unit, key: str, **values: object) -> None:
    """Write what no use case would: another end for what has ended."""
    await unit.conn.execute(update(occurrence).where(occurrence.c.id == key).values(**values))


async def test_what_was_left_out_for_the_rate_is_counted_and_nothing_else(
    db: Database, cast: Cast
) -> None:
    await lived(db, cast, ".|-|a|.")
    async with db.transaction(at(4, 0)) as unit:
        one = (await occurrences.since(unit, [cast.client], at(0, 0)))[0]
        assert await silences.decided_since(unit, cast.client, at(0, 0)) == 4
        assert await silences.decided_since(unit, cast.client, at(0, 9)) == 3
        await written(unit, one.id, state="not_delivered", reason="cap")
        assert await silences.decided_since(unit, cast.client, at(0, 0)) == 3
        await written(unit, one.id, state="paused", reason=None)
        assert await silences.decided_since(unit, cast.client, at(0, 0), one.assignment) == 3


async def test_halved_and_whole_follow_one_another(db: Database, cast: Cast) -> None:
    async with db.transaction(NOW) as unit:
        set_for = await practice(unit, cast)
    for hours, kind in enumerate(
        (feedback.HALVED, feedback.HALVED, feedback.WHOLE, feedback.HALVED)
    ):
        async with db.transaction(NOW + timedelta(hours=hours)) as unit:
            await feedback.add(unit, cast.client, set_for.id, kind)
            found = await feedback.halved(unit, [cast.client])
        since = {0: NOW, 1: NOW, 2: None, 3: NOW + timedelta(hours=3)}[hours]
        assert found[cast.client].get(set_for.id) == since


@pytest.mark.parametrize(
    ("days", "back", "count"),
    [
        (".|.|.|.", None, 4),
        (".|a|.|.", None, 2),
        (".|l|.|.", None, 2),
        (".|-|.|-|.", None, 3),  # of days on which nothing was delivered nothing is known
        (".|.|a", None, 0),
        (".|.|.|.", 2, 1),  # was there again, in another way, in the evening of the third day
    ],
)
async def test_the_therapist_is_told_of_days_in_a_row(
    db: Database, cast: Cast, days: str, back: int | None, count: int
) -> None:
    await lived(db, cast, days)
    async with db.transaction(at(6, 12)) as unit:
        if back is not None:
            await people.change_client(unit, cast.client, silence_at=at(back, 20))
        found = await silences.days_unanswered(unit, [cast.client], at(-20, 0), MONDAY)
        assert found.get(cast.client, 0) == count
        long_ago = MONDAY + timedelta(days=6)
        assert await silences.days_unanswered(unit, [cast.client], at(-20, 0), long_ago) == {}


async def test_a_prompt_that_may_still_be_answered_makes_no_silent_day(
    db: Database, cast: Cast
) -> None:
    await lived(db, cast, ".|.|.")
    async with db.transaction(at(2, 10)) as unit:
        last = (occurrence.c.client_id == cast.client) & (occurrence.c.planned_at > at(2, 0))
        still_open = update(occurrence).where(last).values(state="prompted", closed_at=None)
        await unit.conn.execute(still_open)
        found = await silences.days_unanswered(unit, [cast.client], at(-20, 0), MONDAY)
    assert found == {cast.client: 2}
