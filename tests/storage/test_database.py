"""Transactions: all or nothing, one after another; and who may open the database."""

import asyncio
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError, OperationalError

from homework import ids
from homework.outgoing import Posted
from homework.store import timers, updates
from homework.store.connecting import insert_ignore, insert_or_replace, journal_mode
from homework.store.database import (
    Database,
    DatabaseNotReady,
    DatabaseTooNew,
    DatabaseUnavailable,
    NestedTransaction,
    Unit,
)
from homework.store.keyring import Keyring
from homework.store.sealing import Sealer
from homework.store.tables import outbox, person, timer, update_claim
from homework.store.troubles import KeyringError
from tests.support.stores import MASTER, NOW, Cast, count, to

# All or nothing -----------------------------------------------------------------------------------


async def test_a_commit_is_there_and_a_rollback_is_not(db: Database):
    async with db.transaction(NOW) as unit:
        await updates.claim(unit, 1, [1, 2])
    with pytest.raises(KeyError):
        async with db.transaction(NOW) as unit:
            await updates.claim(unit, 1, [3])
            raise KeyError
    assert await count(db) == 2


async def test_rule_4_8_transactions_wait_for_each_other(db: Database):
    order: list[str] = []

    async def work(name: str) -> None:
        async with db.transaction(NOW) as unit:
            order.append(name)
            await updates.claim(unit, 1, [ord(name)])
            order.append(name)

    await asyncio.gather(*(work(name) for name in "abcde"))
    assert order == list("aabbccddee")


async def test_a_transaction_knows_that_somebody_in_a_hurry_waits_for_its_end(db: Database):
    async def wait(*, hurry: bool) -> None:
        async with db.transaction(NOW, hurry=hurry) as unit:
            assert not unit.awaited()

    async with db.transaction(NOW) as unit:
        calm = asyncio.create_task(wait(hurry=False))
        await asyncio.sleep(0)
        assert not unit.awaited()
        given_up, hurried = (asyncio.create_task(wait(hurry=True)) for _ in range(2))
        await asyncio.sleep(0)
        assert unit.awaited()
        given_up.cancel()
        await asyncio.gather(given_up, return_exceptions=True)
        assert unit.awaited()
        hurried.cancel()
        await asyncio.gather(hurried, return_exceptions=True)
        assert not unit.awaited()
    await calm


async def test_rule_4_8_a_transaction_inside_another_is_refused_not_waited_for(db: Database):
    async with db.transaction(NOW):
        with pytest.raises(NestedTransaction):
            async with db.transaction(NOW):
                pass


async def test_a_cancelled_transaction_leaves_nothing_and_the_next_one_works(db: Database):
    inside = asyncio.Event()

    async def work() -> None:
        async with db.transaction(NOW) as unit:
            await updates.claim(unit, 1, [1])
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(work())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await count(db) == 0


async def test_cancelling_at_any_moment_leaves_a_usable_database(db: Database):
    async def work(n: int) -> None:
        async with db.transaction(NOW) as unit:
            await updates.claim(unit, 1, [n])
            await updates.claim(unit, 2, [n])

    for n in range(60):
        task = asyncio.create_task(work(n))
        for _ in range(n):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    async with db.transaction(NOW) as unit:
        query = select(update_claim.c.update_id, func.count()).group_by(update_claim.c.update_id)
        assert all(both == 2 for _, both in (await unit.conn.execute(query)).all())


async def test_a_broken_statement_is_not_the_databases_fault(db: Database):
    for statement in ("no such statement", "SELECT * FROM nowhere"):
        with pytest.raises(OperationalError):
            async with db.transaction(NOW) as unit:
                await unit.conn.execute(text(statement))
    with pytest.raises(IntegrityError):
        async with db.transaction(NOW) as unit:
            row = {"bot_id": 1, "update_id": 1, "at": NOW}
            await unit.conn.execute(insert(update_claim), [row, row])
    assert await count(db) == 0


async def test_errors_show_no_parameters(db: Database):
    with pytest.raises(IntegrityError) as caught:
        async with db.transaction(NOW) as unit:
            row = {"id": "canary", "person_id": "canary", "tg_index": b"canary"}
            await unit.conn.execute(insert(person), [{**row, "tg_id": None, "locale": "canary"}])
    assert "canary" not in f"{caught.value} {caught.value!r}"


# Savepoints, posts and listeners ------------------------------------------------------------------


async def test_a_savepoint_drops_its_own_posts_timers_and_rows(db: Database, cast: Cast):
    async with db.transaction(NOW) as unit:
        unit.post(to(cast.person, "kept"))
        await timers.set(unit, NOW, "plan", "kept", 1)
        with pytest.raises(KeyError):
            async with unit.savepoint():
                unit.post(to(cast.person, "dropped"))
                await timers.set(unit, NOW, "plan", "dropped", 1)
                await timers.cancel(unit, "plan", "kept")
                await updates.claim(unit, 1, [1])
                raise KeyError
        async with unit.savepoint():
            unit.post(to(cast.person, "kept too"))
        assert [one.message.html for _, one in unit.posted] == ["kept", "kept too"]
    async with db.transaction(NOW) as unit:
        kept = (await unit.conn.execute(select(outbox.c.dedupe_key).order_by(outbox.c.id))).all()
        assert [key for (key,) in kept] == ["kept", "kept too"]
        assert [one.subject for one in await timers.due(unit, NOW, 9)] == ["kept"]
    assert await count(db) == 0


async def test_a_savepoint_that_was_flushed_inside_gives_back_what_was_buffered_before(
    db: Database, cast: Cast
):
    async with db.transaction(NOW) as unit:
        unit.post(to(cast.person, "before"))
        with pytest.raises(KeyError):
            async with unit.savepoint():
                unit.post(to(cast.person, "inside"))
                await unit.flush()
                raise KeyError
        assert unit.born == []
        await unit.flush()
        assert [one.message.html for one in unit.born] == ["before"]


async def test_savepoints_nest(db: Database):
    async with db.transaction(NOW) as unit, unit.savepoint():
        await updates.claim(unit, 1, [1])
        with pytest.raises(KeyError):
            async with unit.savepoint():
                await updates.claim(unit, 1, [2])
                raise KeyError
        await updates.claim(unit, 1, [3])
    assert await count(db) == 2


async def test_listeners_hear_of_commits_only(db: Database, cast: Cast):
    heard: list[list[Posted]] = []
    db.listeners.append(lambda unit: heard.append(unit.born))
    async with db.transaction(NOW) as unit:
        posted = unit.post(to(cast.person, "hello"))
    with pytest.raises(KeyError):
        async with db.transaction(NOW) as unit:
            unit.post(to(cast.person, "never"))
            raise KeyError
    assert [[one.id for one in born] for born in heard] == [[posted]]


async def test_a_listener_that_fails_does_not_undo_the_commit(
    db: Database, caplog: pytest.LogCaptureFixture
):
    def fail(unit: Unit) -> None:
        raise ValueError("canary")

    db.listeners.append(fail)
    async with db.transaction(NOW) as unit:
        await updates.claim(unit, 1, [1])
    assert await count(db) == 1
    assert "ValueError" in caplog.text
    assert "canary" not in caplog.text


# Whether it can be used ---------------------------------------------------------------------------


async def test_rule_4_8_pragmas_are_what_the_design_measured(db: Database):
    async with db.transaction(NOW) as unit:
        found = {
            name: (await unit.conn.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("foreign_keys", "secure_delete", "synchronous", "journal_mode")
        }
    mode = journal_mode(sqlite3.sqlite_version_info).lower()
    assert found == {
        "foreign_keys": 1,
        "secure_delete": 1,
        "synchronous": 2,
        "journal_mode": mode,
    }


@pytest.mark.parametrize(
    ("version", "mode"),
    [((3, 40, 1), "DELETE"), ((3, 51, 2), "DELETE"), ((3, 51, 3), "WAL"), ((3, 52, 0), "WAL")],
)
def test_rule_4_8_the_log_ahead_is_used_only_where_it_loses_nothing(
    version: tuple[int, ...], mode: str
):
    assert journal_mode(version) == mode


async def opened(url: str, keyring: Keyring) -> None:
    database = Database(url, Sealer(keyring))
    try:
        await database.open()
    finally:
        await database.close()


async def test_a_missing_database_is_not_ready_and_not_made(tmp_path: Path, keyring: Keyring):
    path = tmp_path / "missing.db"
    with pytest.raises(DatabaseNotReady, match="upgrade"):
        await opened(f"sqlite:///{path}", keyring)
    assert not path.exists()


async def test_an_empty_database_is_not_ready(tmp_path: Path, keyring: Keyring):
    (tmp_path / "empty.db").touch()
    with pytest.raises(DatabaseNotReady):
        await opened(f"sqlite:///{tmp_path / 'empty.db'}", keyring)


async def test_a_newer_database_is_refused_in_one_sentence(
    url: str, folder: Path, keyring: Keyring
):
    connection = sqlite3.connect(folder / "homework.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = (folder / "homework.db").read_bytes()
    with pytest.raises(DatabaseTooNew) as caught:
        await opened(url, keyring)
    assert str(caught.value) == (
        "The database was written by a newer version of this program; install that version again."
    )
    assert (folder / "homework.db").read_bytes() == before


async def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path, keyring: Keyring):
    (tmp_path / "noise.db").write_bytes(b"noise" * 1000)
    with pytest.raises(DatabaseUnavailable):
        await opened(f"sqlite:///{tmp_path / 'noise.db'}", keyring)


async def test_another_keyring_is_refused(url: str, db: Database, cast: Cast, tmp_path: Path):
    (tmp_path / "other").mkdir()
    other = Keyring.open(tmp_path / "other" / "keyring.db", MASTER)
    with pytest.raises(KeyringError, match="not the one this database was written with"):
        await opened(url, other)
    other.close()


# One dialect or the other -------------------------------------------------------------------------


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()])
def test_rule_4_8_special_inserts_are_understood_by_both_databases(dialect: sqlite.dialect):
    ignoring = str(insert_ignore(update_claim).compile(dialect=dialect))
    assert ignoring.endswith("ON CONFLICT DO NOTHING")
    replacing = str(insert_or_replace(timer, "kind", "subject").compile(dialect=dialect))
    assert "ON CONFLICT (kind, subject) DO UPDATE SET id = excluded.id, due_at" in replacing


async def test_ids_go_on_above_those_of_the_outbox_when_the_clock_was_set_back(
    db: Database, cast: Cast, url: str
):
    later = NOW + timedelta(days=4000)
    ids._ticker = ids._Ticker()
    async with db.transaction(later) as unit:
        before = unit.post(to(cast.person, "before"))
    ids._ticker = ids._Ticker()  # what a restart does
    again = Database(url, db.sealer)
    await again.open()
    async with again.transaction(NOW) as unit:
        after = unit.post(to(cast.person, "after"))
    await again.close()
    ids._ticker = ids._Ticker()
    assert after > before
