"""A prompt that could not go out at its moment is not sent in the middle of the night."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from conversations.message import Message
from homework.outgoing import Outgoing
from homework.store import people
from homework.store.claims import claim
from homework.store.database import Database
from homework.store.marks import mark
from homework.store.outbox import purge
from homework.store.tables import outbox
from scheduler.marking import mark_for
from scheduler.sending import Unknown

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
