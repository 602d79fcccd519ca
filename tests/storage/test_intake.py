"""Batches of updates: what is committed, what is tried again, what is kept aside."""

import asyncio
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.afterwards import Afterwards, AnswerTap
from bot.incoming import Incoming
from bot.ingest import Handled, Intake
from homework.store.database import Database, DatabaseUnavailable, Unit
from homework.store.tables import dead_update, update_claim
from tests.support.hurried_clock import START, HurriedMachine
from tests.support.outboxes import join, rows, to

BOT = 42


def text(update_id: int, words: str = "hello", user: int = 11) -> dict[str, Any]:
    chat = {"id": user, "type": "private", "first_name": "Ann"}
    sender = {"id": user, "is_bot": False, "first_name": "Ann"}
    message = {"message_id": update_id, "date": 1772400000, "chat": chat, "from": sender}
    return {"update_id": update_id, "message": message | {"text": words}}


def tap(update_id: int, user: int = 11) -> dict[str, Any]:
    message = text(update_id)["message"]
    query = {"id": f"q{update_id}", "from": message["from"], "chat_instance": "1", "data": "1:a:b"}
    return {"update_id": update_id, "callback_query": query | {"message": message}}


class Desk:
    """A router that posts an echo to one person; texts of `bad` fail, as `how` says."""

    def __init__(self, person: str, bad: Sequence[str] = (), how: str = "left out") -> None:
        self.person, self.bad, self.how = person, set(bad), how
        self.handled: list[str] = []
        self.batches = 0

    async def __call__(self, unit: Unit, incomings: Sequence[Incoming]) -> Handled:
        self.batches += 1
        failed: dict[int, Exception] = {}
        after: list[Afterwards] = []
        for one in incomings:
            if one.text in self.bad:
                if self.how == "raises":
                    raise LookupError(one.text)
                failed[one.update_id] = LookupError(one.text)
                continue
            self.handled.append(one.text or one.data)
            unit.post(to(self.person, one.text or "tapped", dedupe=f"u{one.update_id}"))
            if one.callback:
                after.append(AnswerTap(one.callback, "ok"))
        return Handled(failed, after)


class Calls:
    """Remembers direct calls and whom the outage told."""

    def __init__(self) -> None:
        self.made: list[Afterwards] = []
        self.told: list[str] = []
        self.news = asyncio.Event()

    async def perform(self, items: Sequence[Afterwards]) -> None:
        self.made += items
        self.news.set()

    async def on_outage(self, incoming: Incoming) -> None:
        self.told.append(incoming.text)
        self.news.set()


def intake(db: Database, handle: Any, calls: Calls, *, speed: float = 0.01, **more: Any) -> Intake:
    """An intake whose clock hardly moves, so that no commit seems to take long, or a fast one."""
    machine = HurriedMachine(speed=speed)
    return Intake(
        db, BOT, handle, calls.perform, calls.on_outage, calendar=machine, machine=machine, **more
    )


async def state(db: Database) -> tuple[set[int], list[tuple[int, str]]]:
    """Return claimed ids, and the dead with their errors."""
    async with db.transaction(START) as unit:
        claims = await unit.conn.execute(select(update_claim.c.update_id))
        dead = await unit.conn.execute(select(dead_update.c.update_id, dead_update.c.error))
        return set(claims.scalars()), [tuple(row) for row in dead]


async def test_rule_4_1_a_batch_is_one_transaction_with_its_claims(db: Database) -> None:
    desk, calls = Desk(await join(db, 11)), Calls()
    await intake(db, desk, calls).take([text(1, "a"), tap(2), text(3, "c")])
    assert (desk.handled, desk.batches) == (["a", "1:a:b", "c"], 1)
    assert await state(db) == ({1, 2, 3}, [])
    assert [row.dedupe_key for row in await rows(db)] == ["u1", "u2", "u3"]
    await asyncio.sleep(0)
    assert calls.made == [AnswerTap("q2", "ok")]


async def test_rule_4_1_an_update_that_comes_again_is_not_handled_again(db: Database) -> None:
    desk, calls = Desk(await join(db, 11)), Calls()
    taking = intake(db, desk, calls)
    await taking.take([text(7, "a")])
    await taking.take([text(7, "a"), text(6, "b")])
    assert desk.handled == ["a", "b"], "known by id, never by order: ids restart at random"


async def test_rule_4_1_an_update_that_comes_twice_in_a_batch_is_handled_once(db: Database) -> None:
    desk, calls = Desk(await join(db, 11)), Calls()
    await intake(db, desk, calls).take([text(7, "a"), text(8, "b"), text(7, "a")])
    assert desk.handled == ["a", "b"], "it waited at the door, and was brought a second time"


@pytest.mark.parametrize("how", ["left out", "raises", "unreadable", "no user"])
@pytest.mark.parametrize("position", range(5))
async def test_rule_4_1_a_poisoned_update_in_every_position_touches_no_other(
    db: Database, how: str, position: int
) -> None:
    desk, calls = Desk(await join(db, 11), bad=["poison"], how=how), Calls()
    batch: list[dict[str, Any]] = [text(n, f"t{n}") for n in range(5)]
    poison = text(position, "poison")
    if how == "unreadable":
        poison["message"]["date"] = {"not": "a date"}
    if how == "no user":
        poison["message"]["chat"] = "nobody"
    batch[position] = poison
    counted: dict[str, int] = {}

    def count(outcome: str, number: int) -> None:
        counted[outcome] = counted.get(outcome, 0) + number

    await intake(db, desk, calls, count=count).take(batch)
    good = [f"t{n}" for n in range(5) if n != position]
    assert sorted(set(desk.handled)) == good
    assert sorted(row.dedupe_key for row in await rows(db)) == [f"u{word[1:]}" for word in good]
    claimed, dead = await state(db)
    assert claimed == set(range(5))
    assert [update_id for update_id, _ in dead] == [position]
    assert (counted["handled"], counted["buried"]) == (4, 1)


async def test_rule_4_1_after_three_tries_it_is_kept_sealed_and_its_sender_told(
    db: Database,
) -> None:
    ann = await join(db, 11)
    tries: list[int] = []

    async def handle(unit: Unit, incomings: Sequence[Incoming]) -> Handled:
        tries.append(len(incomings))
        return Handled({incomings[0].update_id: LookupError("my secret")})

    async def apologise(unit: Unit, incoming: Incoming) -> None:
        unit.post(to(ann, "sorry"))

    await intake(db, handle, Calls(), apologise=apologise).take([text(1, "my secret")])
    assert tries == [1, 1, 1]
    assert await state(db) == ({1}, [(1, "LookupError")])
    async with db.transaction(START) as unit:
        row = (await unit.conn.execute(select(dead_update))).one()
        assert b"secret" not in row.body
        opened = unit.sealer.open("dead_update", "body", row.id, None, row.body)
    assert "my secret" in opened
    assert len(await rows(db)) == 1


async def test_an_update_that_fails_once_is_handled_at_the_second_try(db: Database) -> None:
    desk, calls = Desk(await join(db, 11), bad=["shaky"]), Calls()

    async def handle(unit: Unit, incomings: Sequence[Incoming]) -> Handled:
        handled = await desk(unit, incomings)
        desk.bad.clear()
        return handled

    await intake(db, handle, calls).take([text(1, "a"), text(2, "shaky")])
    assert desk.handled == ["a", "shaky"]
    assert await state(db) == ({1, 2}, [])


async def test_an_apology_that_breaks_changes_nothing(db: Database) -> None:
    desk, calls = Desk(await join(db, 11), bad=["poison"]), Calls()

    async def apologise(unit: Unit, incoming: Incoming) -> None:
        raise LookupError

    await intake(db, desk, calls, apologise=apologise).take([text(1, "poison")])
    assert await state(db) == ({1}, [(1, "LookupError")])


async def test_updates_nobody_asked_for_are_acknowledged_and_forgotten(db: Database) -> None:
    desk, calls = Desk(await join(db, 11)), Calls()
    await intake(db, desk, calls).take([{"update_id": 5, "invention": {}}, {"no": "id"}])
    assert await state(db) == ({5}, [])
    assert desk.batches == 0


async def test_rule_4_1_a_database_that_is_away_is_never_an_updates_fault(
    db: Database, folder: Path
) -> None:
    desk, calls = Desk(await join(db, 11)), Calls()
    taking = intake(db, desk, calls)
    other = sqlite3.connect(folder / "homework.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for _ in range(5):
        with pytest.raises(DatabaseUnavailable):
            await taking.take([text(1, "sos"), text(2, "b")])
    assert calls.told == ["sos", "b"], "once each, however often it is tried"
    other.execute("ROLLBACK")
    other.close()
    assert await state(db) == (set(), [])
    await taking.take([text(1, "sos"), text(2, "b")])
    assert await state(db) == ({1, 2}, [])
    assert desk.handled == ["sos", "b"]


async def test_c1_who_asked_for_help_is_answered_although_the_update_broke(db: Database) -> None:
    desk, calls = Desk(await join(db, 11), bad=["sos"]), Calls()
    taking = intake(db, desk, calls)
    await taking.take([text(1, "a"), text(2, "sos"), text(3, "b")])
    await taking.close()
    assert calls.told == ["sos"], "once, and nobody else"
    assert (await state(db))[1] == [(2, "LookupError")]


async def test_rule_4_1_a_full_disk_during_the_save_acknowledges_nothing(db: Database) -> None:
    """The page limit makes SQLite say "full" in the middle of a batch."""
    ann = await join(db, 11)
    desk, calls = Desk(ann), Calls()
    taking = intake(db, desk, calls)
    async with db.transaction(START) as unit:
        pages = (await unit.conn.exec_driver_sql("PRAGMA page_count")).scalar()
        await unit.conn.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    batch = [text(n, "x" * 3000) for n in range(20)]
    with pytest.raises(DatabaseUnavailable):
        await taking.take(batch)
    assert len(calls.told) == 20
    assert (await state(db), await rows(db)) == ((set(), []), [])
    await taking.take(batch)  # a new connection has no such limit: there is room again
    claimed, dead = await state(db)
    assert (len(claimed), dead, len(await rows(db))) == (20, [], 20)


async def test_rule_4_4_a_press_is_answered_empty_only_when_the_commit_takes_long(
    db: Database,
) -> None:
    desk, calls = Desk(await join(db, 11)), Calls()

    async def handle(unit: Unit, incomings: Sequence[Incoming]) -> Handled:
        while not calls.made:
            calls.news.clear()
            await calls.news.wait()
        return await desk(unit, incomings)

    async with asyncio.timeout(60):
        taking = intake(db, handle, calls, speed=100.0)
        await taking.take([tap(1), text(2, "sos")])
    await taking.close()
    assert calls.made == [AnswerTap("q1")], "answered once"
    assert "sos" in calls.told, "whoever needs help now is answered before the commit"


async def test_a_call_that_breaks_afterwards_is_only_logged(db: Database) -> None:
    desk = Desk(await join(db, 11))

    class Broken(Calls):
        async def perform(self, items: Sequence[Afterwards]) -> None:
            raise LookupError

    taking = intake(db, desk, Broken())
    await taking.take([tap(1)])
    await taking.close()
    assert desk.handled == ["1:a:b"]
