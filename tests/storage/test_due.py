"""Due timers: slices, revisions of plans, and timers that nobody can handle."""

import asyncio
import sqlite3
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from homework.store import timers
from homework.store.database import Database, Unit
from homework.store.timers import Timer
from scheduler.due import LEAST, SLICE, Due
from tests.support.hurried_clock import START
from tests.support.outboxes import join, rows, to

MINUTE = timedelta(minutes=1)


class StoppedCalendar:
    """A calendar that a test sets."""

    def __init__(self) -> None:
        self.at = START

    def now(self):
        return self.at


class Prompts:
    """A use case that notes what fired; subjects in `bad` raise."""

    def __init__(self, bad: Sequence[str] = ()) -> None:
        self.fired: list[list[str]] = []
        self.bad = set(bad)

    async def __call__(self, unit: Unit, due: Sequence[Timer]) -> None:
        for one in due:
            if one.subject in self.bad:
                raise LookupError
        self.fired.append([one.subject for one in due])


async def set_timers(db: Database, subjects: Sequence[str], *, kind: str = "prompt") -> None:
    async with db.transaction(START) as unit:
        for number, subject in enumerate(subjects):
            await timers.set(unit, START + number * timedelta(seconds=1), kind, subject, 0)


async def left(db: Database) -> list[str]:
    async with db.transaction(START) as unit:
        return [one.subject for one in await timers.due(unit, START + timedelta(days=99), 9999)]


async def test_rule_4_5_what_is_due_fires_once_and_what_is_not_waits(db: Database) -> None:
    calendar, prompts = StoppedCalendar(), Prompts()
    due = Due(db, calendar, {"prompt": prompts})
    await set_timers(db, ["a", "b", "c"])
    calendar.at = START + timedelta(seconds=1)
    await due.tick()
    await due.tick()
    assert prompts.fired == [["a", "b"]]
    assert await left(db) == ["c"]


async def test_rule_4_5_timers_are_claimed_in_slices(db: Database) -> None:
    calendar, prompts = StoppedCalendar(), Prompts()
    await set_timers(db, [f"s{n:03}" for n in range(SLICE * 2 + 50)])
    calendar.at = START + timedelta(days=1)
    await Due(db, calendar, {"prompt": prompts}).tick()
    assert [len(one) for one in prompts.fired] == [SLICE, SLICE, 50]
    assert await left(db) == []


async def test_rule_4_5_a_timer_is_gone_only_with_what_it_caused(db: Database) -> None:
    """The prompt, the next timer and the removal are one transaction."""
    ann = await join(db, 11)
    calendar = StoppedCalendar()

    async def fire(unit: Unit, due: Sequence[Timer]) -> None:
        for one in due:
            unit.post(to(ann, one.subject, "prompt", dedupe=f"{one.subject}{one.revision}"))
            await timers.set(unit, unit.now + MINUTE, one.kind, one.subject, one.revision + 1)

    await set_timers(db, ["a"])
    due = Due(db, calendar, {"prompt": fire})
    await due.tick()
    assert await left(db) == ["a"]
    calendar.at = START + MINUTE
    await due.tick()
    assert [row.dedupe_key for row in await rows(db)] == ["a0", "a1"]


async def test_rule_4_5_one_bad_timer_does_not_hold_up_its_slice(db: Database) -> None:
    calendar, prompts = StoppedCalendar(), Prompts(bad=["b"])
    parked: list[tuple[str, str]] = []
    due = Due(
        db,
        calendar,
        {"prompt": prompts},
        parked=lambda timer, error: parked.append((timer.subject, error)),
    )
    await set_timers(db, ["a", "b", "c"])
    calendar.at = START + MINUTE
    await due.tick()
    assert prompts.fired == [["a"], ["c"]]
    assert await left(db) == ["b"]
    await due.tick()
    assert parked == []
    await due.tick()
    assert parked == [("b", "LookupError")]
    assert await left(db) == []
    async with db.transaction(START) as unit:
        assert [(one.subject, error) for one, error in await timers.parked(unit)] == [
            ("b", "LookupError")
        ]


async def test_a_broken_slice_is_repeated_a_short_part_at_a_time(db: Database) -> None:
    """Alone each takes long: others have the database in between."""
    names = [f"s{n:03}" for n in range(LEAST + 20)]
    calendar, prompts = StoppedCalendar(), Prompts(bad=names[-1:])
    await set_timers(db, names)
    calendar.at = START + timedelta(days=1)
    commits: list[Unit] = []
    db.listeners.append(commits.append)
    await Due(db, calendar, {"prompt": prompts}).tick()
    assert prompts.fired == [[name] for name in names[:-1]]
    assert len(commits) == 2
    assert await left(db) == names[-1:]


async def test_what_a_broken_use_case_wrote_is_undone(db: Database) -> None:
    ann = await join(db, 11)

    async def fire(unit: Unit, due: Sequence[Timer]) -> None:
        for one in due:
            unit.post(to(ann, one.subject))
            await unit.flush()
            if one.subject == "b":
                raise LookupError

    calendar = StoppedCalendar()
    await set_timers(db, ["a", "b", "c"])
    calendar.at = START + MINUTE
    await Due(db, calendar, {"prompt": fire}).tick()
    assert len(await rows(db)) == 2


async def test_a_timer_of_an_unknown_kind_is_put_aside_and_harms_nobody(db: Database) -> None:
    calendar, prompts = StoppedCalendar(), Prompts()
    parked: list[str] = []
    due = Due(db, calendar, {"prompt": prompts}, parked=lambda timer, error: parked.append(error))
    await set_timers(db, ["x"], kind="mystery")
    await set_timers(db, ["a"])
    calendar.at = START + MINUTE
    for _ in range(3):
        await due.tick()
    assert (prompts.fired, parked) == ([["a"]], ["UnknownTimer"])


async def test_rule_4_5_a_database_that_is_away_is_no_timers_fault(
    db: Database, folder: Path
) -> None:
    calendar, prompts = StoppedCalendar(), Prompts()
    due = Due(db, calendar, {"prompt": prompts})
    await set_timers(db, ["a"])
    other = sqlite3.connect(folder / "homework.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for _ in range(5):
        await due.tick()
    assert prompts.fired == []
    other.execute("ROLLBACK")
    other.close()
    async with db.transaction(START) as unit:
        assert [one.tries for one in await timers.due(unit, START, 9)] == [0]
    await due.tick()
    assert prompts.fired == [["a"]]


async def test_a_tick_during_a_tick_looks_again_when_the_first_is_done(db: Database) -> None:
    calendar = StoppedCalendar()
    fired: list[str] = []

    async def fire(unit: Unit, found: Sequence[Timer]) -> None:
        fired.extend(one.subject for one in found)
        calendar.at = START + MINUTE
        await due.tick()

    due = Due(db, calendar, {"prompt": fire})
    await set_timers(db, ["a", "b"])
    await due.tick()
    assert fired == ["a", "b"]


async def test_at_rest_waits_for_the_tick_that_somebody_else_began(db: Database) -> None:
    calendar, prompts = StoppedCalendar(), Prompts()
    due = Due(db, calendar, {"prompt": prompts})
    await set_timers(db, ["a"])
    await due.at_rest()
    first = asyncio.create_task(due.tick())
    await asyncio.sleep(0)  # it has begun
    await due.tick()
    assert prompts.fired == []
    await due.at_rest()
    assert prompts.fired == [["a"]]
    await first
