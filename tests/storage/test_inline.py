"""Statements run at once; what may wait does not hold the loop."""

import asyncio
import logging
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from homework.store import inline, updates
from homework.store.database import Database
from homework.store.inline import connect
from homework.store.keyring import Keyring
from homework.store.sealing import Sealer
from tests.support.stores import NOW, count, fill
from tests.support.turns import others_at_work


@pytest.fixture
async def patient(url: str, keyring: Keyring) -> AsyncIterator[Database]:
    database = Database(url, Sealer(keyring), busy_ms=3000)
    yield database
    await database.close()


async def turns_of_the_loop(number: int) -> None:
    for _ in range(number):
        await asyncio.sleep(0)


async def test_waiting_for_another_process_does_not_hold_the_loop(patient: Database, folder: Path):
    await fill(patient, 1)
    other = sqlite3.connect(folder / "homework.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    task = asyncio.create_task(fill(patient, 2))
    await turns_of_the_loop(200)
    assert not task.done()
    other.execute("ROLLBACK")  # from the same loop: would never come if it were held
    other.close()
    await task
    assert await count(patient) == 2


async def test_a_commit_that_waits_for_a_reader_does_not_hold_the_loop(
    patient: Database, folder: Path
):
    await fill(patient, 1)
    other = sqlite3.connect(folder / "homework.db", isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM update_claim").fetchone()
    task = asyncio.create_task(fill(patient, 2))
    await turns_of_the_loop(200)
    other.execute("ROLLBACK")
    other.close()
    await task
    assert await count(patient) == 2


async def test_only_what_may_wait_leaves_the_thread_of_the_loop(folder: Path):
    connection = await connect(f"{(folder / 'homework.db').as_uri()}?mode=rw")
    used: list[tuple[str, bool]] = []
    here = threading.get_ident()

    def where(sql: str) -> None:
        used.append((sql.partition(" ")[0], threading.get_ident() == here))

    raw = connection._conn
    raw.set_trace_callback(where)
    cursor = connection.cursor()
    for sql in (
        "BEGIN IMMEDIATE",
        "SELECT 1",
        "DELETE FROM timer",
        "DELETE FROM timer",
        "SELECT 2",
    ):
        await cursor.execute(sql)
    await connection.commit()
    await cursor.execute("BEGIN IMMEDIATE")
    await cursor.execute("DELETE FROM timer")
    await connection.rollback()
    await connection.close()
    assert used == [
        ("BEGIN", False),
        ("SELECT", True),
        ("DELETE", False),
        ("DELETE", True),
        ("SELECT", True),
        ("COMMIT", False),
        ("BEGIN", False),
        ("DELETE", False),
        ("ROLLBACK", False),
    ]


async def test_the_drivers_own_log_shows_no_parameters(
    patient: Database, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="aiosqlite")  # the program itself keeps it quieter
    async with patient.transaction(NOW) as unit:
        await updates.bury(unit, 987654321, b"x", "canary")
        await unit.conn.execute(text("SELECT :word"), {"word": "canary"})
    assert "executing" in caplog.text
    assert "canary" not in caplog.text
    assert "987654321" not in caplog.text


@pytest.mark.parametrize(("seconds", "turns"), [(3600.0, 0), (-1.0, 2)])
async def test_others_have_a_turn_between_the_statements_of_a_long_transaction(
    folder: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, turns: int
):
    monkeypatch.setattr(inline, "TURN", seconds)
    connection = await connect(f"{(folder / 'homework.db').as_uri()}?mode=rw")
    cursor = connection.cursor()
    await cursor.execute("BEGIN IMMEDIATE")
    async with others_at_work() as others:
        await cursor.execute("SELECT 1")
        await cursor.execute("SELECT 2")
        assert others.had == turns
    await connection.rollback()
    await connection.close()
