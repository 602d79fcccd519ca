"""A prompt that could not go out at its moment is not sent in the middle of the night."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from conversations.message import Message
from homework import weekhours
from homework.outgoing import Outgoing
from homework.store import people
from homework.store.claims import claim
from homework.store.database import Database
from homework.store.marks import Mark, mark
from homework.store.outbox import purge
from homework.store.tables import outbox
from scheduler.marking import mark_for
from scheduler.sending import Unknown
from tests.support.stores import Cast

EVENING = datetime(2027, 3, 1, 21, 50, tzinfo=UTC)


async def _posted(db: Database, kind: str) -> None:
    async with db.transaction(EVENING) as unit:
        person = await people.add_person(unit, 700, "en")
        key = f"{kind}.1"
        unit.post(Outgoing(person.id, None, kind, Message("Hello"), key, subject="occurrence"))


async def _claimed(db: Database, at: datetime) -> tuple[int, list[str]]:
    async with db.transaction(at) as unit:
        found = await claim(unit, at, set(), replies=10, others=10)
    return len(found.ready), [mark.state for mark in found.ended]


async def test_a_prompt_goes_out_while_it_is_fresh(db: Database) -> None:
    await _posted(db, "prompt")
    assert await _claimed(db, EVENING + timedelta(minutes=10)) == (1, [])


async def test_rule_4_5_a_stale_prompt_is_dropped_and_told(db: Database) -> None:
    await _posted(db, "prompt")
    assert await _claimed(db, EVENING + timedelta(minutes=40)) == (0, ["dropped"])


async def test_rule_4_3_a_stale_prompt_that_was_tried_is_not_decided_anew(db: Database) -> None:
    """It may be on the screen: another one for the same moment could be the third copy."""
    await _posted(db, "prompt")
    tried = EVENING + timedelta(minutes=1)
    async with db.transaction(tried) as unit:
        (posted, _) = (await claim(unit, tried, set(), replies=10, others=10)).ready[0]
        await mark(unit, [mark_for(posted, Unknown("cut"), tried, 0.0)])
    assert await _claimed(db, EVENING + timedelta(minutes=40)) == (0, ["unknown"])


async def test_rule_4_3_a_prompt_that_a_death_cut_short_goes_once_more_in_time(
    db: Database,
) -> None:
    await _posted(db, "prompt")
    assert await _claimed(db, EVENING + timedelta(minutes=1)) == (1, [])
    assert await _claimed(db, EVENING + timedelta(minutes=10)) == (1, []), "a second copy, in time"


async def test_rule_4_5_a_prompt_that_a_death_cut_short_does_not_ring_at_night(
    db: Database,
) -> None:
    """The next process takes over long after the prompt's moment."""
    await _posted(db, "prompt")
    assert await _claimed(db, EVENING + timedelta(minutes=1)) == (1, [])
    later = EVENING + timedelta(minutes=40)
    async with db.transaction(later) as unit:
        (row,) = (await unit.conn.execute(select(outbox.c.id))).scalars()
        found = await claim(unit, later, {row}, replies=10, others=10)
        assert not found.ended, "in hand: its process is about to say what became of it"
    assert await _claimed(db, later) == (0, ["unknown"])


async def test_news_for_the_therapist_waits_however_long(db: Database) -> None:
    await _posted(db, "notice")
    assert await _claimed(db, EVENING + timedelta(hours=40)) == (1, [])


async def test_rows_that_ended_long_ago_are_forgotten(db: Database) -> None:
    await _posted(db, "prompt")
    await _claimed(db, EVENING + timedelta(minutes=40))
    later = EVENING + timedelta(days=61)
    async with db.transaction(later) as unit:
        assert await purge(unit, EVENING - timedelta(days=1)) == 0
        assert await purge(unit, later - timedelta(days=60)) == 1


NIGHT = EVENING + timedelta(hours=3)


async def _sound(db: Database, cast: Cast, at: datetime, *, person: str, kind: str) -> bool:
    """Write news in the evening, take it out at another time, and say whether it makes a sound."""
    async with db.transaction(EVENING) as unit:
        await people.change_client(unit, cast.client, zone="UTC")
        unit.post(Outgoing(person, cast.client, kind, Message("Hello"), f"{kind}.{at}"))
    async with db.transaction(at) as unit:
        ((posted, _),) = (await claim(unit, at, set(), replies=10, others=10)).ready
        await mark(unit, [Mark(posted, "sent", 1, 1, at)])
    return not posted.silent


async def test_news_from_before_an_outage_makes_no_sound_at_night(db: Database, cast: Cast) -> None:
    assert await _sound(db, cast, EVENING, person=cast.person, kind="notice")
    assert not await _sound(db, cast, NIGHT, person=cast.person, kind="notice")
    morning = EVENING + timedelta(hours=11)
    assert await _sound(db, cast, morning, person=cast.person, kind="notice")


async def test_late_news_for_a_therapist_makes_no_sound_outside_their_hours(
    db: Database, cast: Cast
) -> None:
    async with db.transaction(EVENING) as unit:
        person = await people.add_person(unit, 701, "en")
        till_ten = weekhours.to_json(dict.fromkeys(range(1, 8), ("09:00", "22:00")))
        await people.change_therapist(
            unit, cast.therapist, person_id=person.id, zone="UTC", hours=till_ten
        )
    for kind in ("notice", "digest"):
        assert not await _sound(db, cast, NIGHT, person=person.id, kind=kind)
        assert await _sound(db, cast, EVENING, person=person.id, kind=kind)
