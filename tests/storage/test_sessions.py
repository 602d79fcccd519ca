"""Sessions come back as they were saved, in bulk, with their answers and their question's fate."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, insert, select, update
from sqlalchemy.exc import IntegrityError

from conversations.effects import Saved
from conversations.message import Message
from conversations.session import Asked, Option, Ref, Session
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store import people, sessions, unopened
from homework.store.columns import SEAL_PREFIX
from homework.store.database import Database, Unit
from homework.store.sessions import Held, Turned
from homework.store.tables import answer, outbox
from homework.store.tables import session as session_table
from homework.store.troubles import KeyDestroyed, SealBroken, StaleSession
from tests.support.stores import NOW, Cast

REF = Ref("thought_record", 1, "a" * 64)


def begun(client: str, *, ask: str = "askaskaskaskask1", at: datetime = NOW) -> Session:
    return Session(
        id=new_id(at),
        client=client,
        worksheet=REF,
        variant="full",
        stage="main",
        status="open",
        asked=Asked(ask, "situation"),
        opened_at=at,
        handed={"pick": (Option("1", "One"),)},
    )


def held(now: Session, person: str) -> Held:
    return Held(now, person, None, None, "worksheet", None, 1, None, "waiting", NOW)


def turned(before: Held, *saved: Saved, ask: str = "", **changes: object) -> tuple[Turned, Held]:
    """One decision, and what is held after it."""
    now = before.session
    answers = {**now.answers, **{one.step: one.value for one in saved if one.value is not None}}
    asked = Asked(ask, "next") if ask else now.asked
    after = replace(now, answers=answers, revision=now.revision + 1, asked=asked, **changes)
    turn = Turned(before, after, saved, 77, NOW + timedelta(minutes=after.revision))
    kept = replace(before, session=after, next_seq=before.next_seq + len(saved))
    return turn, kept


def said(step: str, value: str) -> Saved:
    return Saved(step, value, "answered")


async def start(db: Database, cast: Cast) -> Held:
    new = held(begun(cast.client), cast.person)
    async with db.transaction(NOW) as unit:
        await sessions.insert(unit, new)
    return new


async def open_of(db: Database, person: str) -> Held | None:
    async with db.transaction(NOW) as unit:
        return (await sessions.load_open(unit, [person])).get(person)


async def test_a_new_session_comes_back_whole(db: Database, cast: Cast):
    new = await start(db, cast)
    assert await open_of(db, cast.person) == new
    async with db.transaction(NOW) as unit:
        assert await sessions.load(unit, new.session.id) == new
        assert await sessions.load(unit, "nowhere") is None
        assert await sessions.load_open(unit, []) == {}


async def test_turns_of_one_batch_come_back_in_their_order(db: Database, cast: Cast):
    first = await start(db, cast)
    one, then = turned(first, said("situation", "at work"))
    two, then = turned(then, said("situation", "at work, late"), said("mood", "low"))
    three, then = turned(then, ask="askaskaskaskask2")
    async with db.transaction(NOW) as unit:
        await sessions.save(unit, [one, two, three])
    found = await open_of(db, cast.person)
    assert found == replace(then, touched_at=three.at)
    assert found.session.answers == {"situation": "at work, late", "mood": "low"}
    async with db.transaction(NOW) as unit:
        query = select(answer.c.seq, answer.c.message_id, answer.c.at).order_by(answer.c.seq)
        rows = [tuple(row) for row in (await unit.conn.execute(query)).all()]
    assert rows == [(1, 77, one.at), (2, 77, two.at), (3, 77, two.at)]


async def test_numbers_go_on_although_the_same_state_was_held_twice(db: Database, cast: Cast):
    first = await start(db, cast)
    one, _ = turned(first, said("situation", "a"))
    again = Turned(first, replace(one.session_after, revision=2), (said("situation", "b"),), 1, NOW)
    async with db.transaction(NOW) as unit:
        await sessions.save(unit, [one, again])
    found = await open_of(db, cast.person)
    assert found
    assert found.next_seq == 3
    assert found.session.answers == {"situation": "b"}


async def test_x2_a_session_that_moved_on_is_not_overwritten(db: Database, cast: Cast):
    first = await start(db, cast)
    turn, _ = turned(first, said("situation", "a"))
    async with db.transaction(NOW) as unit:
        await sessions.save(unit, [turn])
    with pytest.raises(StaleSession):
        async with db.transaction(NOW) as unit:
            await sessions.save(unit, [turn])
    found = await open_of(db, cast.person)
    assert found
    assert found.next_seq == 2


async def test_a_session_that_waits_makes_room_in_the_same_save(db: Database, cast: Cast):
    first = await start(db, cast)
    other = held(begun(cast.client, ask="askaskaskaskask2"), cast.person)
    waiting = replace(other, session=replace(other.session, status="paused"))
    async with db.transaction(NOW) as unit:
        await sessions.insert(unit, waiting)
    comes, _ = turned(waiting, status="open")
    goes, _ = turned(first, status="waiting")
    async with db.transaction(NOW) as unit:
        await sessions.save(unit, [comes, goes])
        assert [one.session.id for one in await sessions.load_resumable(unit, cast.person)] == [
            first.session.id
        ]
    found = await open_of(db, cast.person)
    assert found
    assert found.session.id == other.session.id


async def test_two_open_sessions_of_one_person_cannot_be(db: Database, cast: Cast):
    await start(db, cast)
    with pytest.raises(IntegrityError):
        await start(db, cast)


async def test_a_closed_session_is_found_by_its_id_alone(db: Database, cast: Cast):
    turn, _ = turned(await start(db, cast), status="done")
    async with db.transaction(NOW) as unit:
        await sessions.save(unit, [turn])
    assert await open_of(db, cast.person) is None
    async with db.transaction(NOW) as unit:
        found = await sessions.load(unit, turn.session_after.id)
        assert found
        assert found.session.status == "done"
        assert await sessions.load_resumable(unit, cast.person) == []
        row = (await unit.conn.execute(select(session_table))).one()
        assert row.closed_at == turn.at


async def test_sessions_to_resume_come_last_touched_first(db: Database, cast: Cast):
    keys: list[str] = []
    for n in range(3):
        new = held(begun(cast.client, ask=f"askaskaskaskask{n}"), cast.person)
        new = replace(
            new,
            session=replace(new.session, status="paused"),
            touched_at=NOW + timedelta(hours=n),
        )
        async with db.transaction(NOW) as unit:
            await sessions.insert(unit, new)
        keys.append(new.session.id)
    async with db.transaction(NOW) as unit:
        found = await sessions.load_resumable(unit, cast.person)
        aside = await unopened.aside(unit, cast.person)
    assert [one.session.id for one in found] == keys[::-1]
    assert [one.key for one in aside] == keys[::-1]


async def test_what_was_put_aside_is_told_without_being_opened(db: Database, cast: Cast):
    new = held(begun(cast.client), cast.person)
    new = replace(new, session=replace(new.session, status="waiting"))
    async with db.transaction(NOW) as unit:
        await sessions.insert(unit, new)
        await unit.conn.execute(update(session_table).values(body=SEAL_PREFIX + bytes(64)))
        (one,) = await unopened.aside(unit, cast.person)
        assert await unopened.aside(unit, "somebody else") == []
    assert (one.key, one.person, one.client) == (new.session.id, cast.person, cast.client)
    assert (one.assignment, one.occurrence) == (new.assignment, new.occurrence)
    assert (one.kind, one.status) == (new.kind, "waiting")
    assert one.worksheet == new.session.worksheet


async def test_a_question_finds_the_session_that_waits_at_it_and_nobody_elses(
    db: Database, cast: Cast
):
    for n, status in enumerate(("paused", "waiting", "done")):
        new = held(begun(cast.client, ask=f"askaskaskaskask{n}"), cast.person)
        new = replace(new, session=replace(new.session, status=status))
        async with db.transaction(NOW) as unit:
            await sessions.insert(unit, new)
    async with db.transaction(NOW) as unit:
        for n, status in ((0, "paused"), (1, "waiting")):
            found = await sessions.load_asked(unit, cast.person, f"askaskaskaskask{n}")
            assert found
            assert found.session.status == status
        assert await sessions.load_asked(unit, cast.person, "askaskaskaskask2") is None
        assert await sessions.load_asked(unit, "somebody else", "askaskaskaskask0") is None


# The question's message ---------------------------------------------------------------------------


def asking(cast: Cast, ask: str, dedupe: str, edits: str | None = None) -> Outgoing:
    return Outgoing(
        cast.person, cast.client, "step", Message("?"), dedupe=dedupe, ask=ask, edits=edits
    )


async def deliver(unit: Unit, row: str, at: datetime) -> None:
    await unit.conn.execute(
        update(outbox).where(outbox.c.id == row).values(state="sent", delivered_at=at)
    )


async def test_the_ask_knows_when_its_message_was_delivered(db: Database, cast: Cast):
    new = await start(db, cast)
    async with db.transaction(NOW) as unit:
        row = unit.post(asking(cast, new.session.asked.id, "one"))
        found = (await sessions.load_open(unit, [cast.person]))[cast.person]
        assert (found.ask_row, found.session.asked.delivered_at) == (row, None)
        await deliver(unit, row, NOW + timedelta(seconds=3))
    found = await open_of(db, cast.person)
    assert found
    assert (found.ask_row, found.ask_state) == (row, "sent")
    assert found.session.asked.delivered_at == NOW + timedelta(seconds=3)


async def test_a_question_put_twice_was_seen_when_it_first_came(db: Database, cast: Cast):
    new = await start(db, cast)
    ask = new.session.asked.id
    async with db.transaction(NOW) as unit:
        first = unit.post(asking(cast, ask, "one"))
        again = unit.post(asking(cast, ask, "two"))
        unit.post(asking(cast, ask, "three", edits=first))
        await unit.flush()
        await deliver(unit, first, NOW)
        await deliver(unit, again, NOW + timedelta(minutes=1))
    found = await open_of(db, cast.person)
    assert found
    assert found.session.asked.delivered_at == NOW
    assert found.ask_row == again


# Sealed, and quick --------------------------------------------------------------------------------


async def test_p1_answers_of_two_rows_cannot_be_swapped(db: Database, cast: Cast):
    turn, _ = turned(await start(db, cast), said("situation", "a"), said("mood", "b"))
    async with db.transaction(NOW) as unit:
        await sessions.save(unit, [turn])
    async with db.transaction(NOW) as unit:
        one, two = (await unit.conn.execute(select(answer).order_by(answer.c.seq))).all()
        for target, source in ((one, two), (two, one)):
            await unit.conn.execute(
                update(answer).where(answer.c.id == target.id).values(value=source.value)
            )
    with pytest.raises(SealBroken):
        await open_of(db, cast.person)


async def test_p6_a_session_of_an_erased_client_does_not_open(db: Database, cast: Cast):
    await start(db, cast)
    db.sealer.keyring.destroy(cast.client)
    with pytest.raises(KeyDestroyed):
        await open_of(db, cast.person)


async def test_fifty_sessions_are_loaded_and_saved_in_five_statements(db: Database, cast: Cast):
    everybody: list[str] = []
    async with db.transaction(NOW) as unit:
        for n in range(50):
            person = (await people.add_person(unit, 1000 + n, "en")).id
            new = held(begun(cast.client, ask=f"ask{n:013}"), person)
            await sessions.insert(unit, new)
            everybody.append(person)
    statements: list[str] = []
    async with db.transaction(NOW) as unit:
        connection = unit.conn.sync_connection
        event.listen(connection, "before_cursor_execute", lambda *args: statements.append(args[2]))
        found = await sessions.load_open(unit, everybody)
        turns = [turned(one, said("situation", "x"))[0] for one in found.values()]
        await sessions.save(unit, turns)
    assert len(found) == 50
    assert len(statements) == 5


async def test_an_answer_needs_its_session(db: Database, cast: Cast):
    sealed = db.sealer.seal("answer", "value", "a", cast.client, "x")
    row = {"id": "a", "session_id": "nowhere", "client_id": cast.client, "seq": 1}
    with pytest.raises(IntegrityError):
        async with db.transaction(NOW) as unit:
            await unit.conn.execute(
                insert(answer).values(**row, step_id="s", how="answered", value=sealed, at=NOW)
            )
