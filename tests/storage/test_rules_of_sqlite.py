"""What keeps two writers apart, and SQLite's own words in one place."""

import asyncio
import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from homework.store.database import Database
from homework.store.tables import client, occurrence
from tests.support.stores import NOW, Cast

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "conversations", "homework", "scheduler")


async def test_rule_4_8_a_transaction_holds_the_write_lock_from_its_first_read(
    db: Database, folder: Path
) -> None:
    other = sqlite3.connect(folder / "homework.db", isolation_level=None, timeout=0)
    async with db.transaction(NOW):
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.execute("ROLLBACK")
    other.close()


async def test_rule_4_8_two_hundred_increments_at_once_are_two_hundred(
    db: Database, cast: Cast
) -> None:
    async def increment() -> None:
        async with db.transaction(NOW) as unit:
            read = (await unit.conn.execute(select(client.c.revision))).scalar_one()
            await asyncio.sleep(0)
            await unit.conn.execute(update(client).values(revision=read + 1))

    async with db.transaction(NOW) as unit:
        await unit.conn.execute(update(client).values(revision=0))
    await asyncio.gather(*(increment() for _ in range(200)))
    async with db.transaction(NOW) as unit:
        assert (await unit.conn.execute(select(client.c.revision))).scalar_one() == 200


async def test_rule_4_5_an_occurrence_is_one_of_its_assignment_entry_and_date(
    db: Database,
) -> None:
    found = {
        tuple(column.name for column in constraint.columns)  # type: ignore[attr-defined]
        for constraint in occurrence.constraints
    }
    assert ("assignment_id", "entry_id", "local_date") in found
    row = {"assignment_id": "a", "entry_id": "e", "local_date": "2027-03-01", "client_id": "c"}
    rest = {"stage": "main", "zone": "UTC", "snoozes": 0, "state": "planned", "revision": 0}
    with pytest.raises(IntegrityError):
        async with db.transaction(NOW) as unit:
            await unit.conn.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for key in ("one", "two"):
                await unit.conn.execute(occurrence.insert().values(id=key, **row, **rest))


def test_rule_4_8_nobody_outside_the_store_speaks_sqlite() -> None:
    words = re.compile(r"PRAGMA|BEGIN IMMEDIATE|import sqlite3|aiosqlite\.")
    speakers = {
        str(path.relative_to(ROOT).parent)
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if words.search(path.read_text())
    }
    assert speakers == {"homework/store"}


def test_rule_4_6_only_one_module_reads_a_clock_and_none_asks_the_scheduler_for_a_date() -> None:
    clocks = re.compile(
        r"datetime\.now\(|date\.today\(|utcnow\(|\btime\.time\(|time\.monotonic\(|CronTrigger|cron\b"
    )
    readers = {
        str(path.relative_to(ROOT))
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if clocks.search(path.read_text())
    }
    assert readers == {"bot/clock.py"}
