"""Transactions: all or nothing, one after another, and whose fault an error is."""

import asyncio
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError, OperationalError

from conversations.message import Message
from homework.outgoing import Outgoing, Posted
from homework.store import people, timers, updates
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
from homework.store.tables import client, outbox, person, timer, update_claim
from homework.store.troubles import KeyDestroyed, KeyringError
from tests.support.stores import MASTER, NOW, Cast


async def count(db: Database) -> int:
    async with db.transaction(NOW) as unit:
        return (
            await unit.conn.execute(select(func.count()).select_from(update_claim))
        ).scalar_one()


def to(who: str, words: str) -> Outgoing:
    return Outgoing(who, None, "ack", Message(words), dedupe=words)


# All or nothing -----------------------------------------------------------------------------------


async def test_a_commit_is_there_and_a_rollback_is_not(db: Database):
    async with db.transaction(NOW) as unit:
        await updates.claim(unit, 1, [1, 2])
    with pytest.raises(KeyError):
        async with db.transaction(NOW) as unit:
            await updates.claim(unit, 1, [3])
            raise KeyError
    assert await count(db) == 2


async def test_transactions_wait_for_each_other(db: Database):
    order: list[str] = []

    async def work(name: str) -> None:
        async with db.transaction(NOW) as unit:
            order.append(name)
            await updates.claim(unit, 1, [ord(name)])
            order.append(name)

    await asyncio.gather(*(work(name) for name in "abcde"))
    assert order == list("aabbccddee")


async def test_a_transaction_inside_another_is_refused_not_waited_for(db: Database):
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


async def test_pragmas_are_what_the_design_measured(db: Database):
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
def test_the_log_ahead_is_used_only_where_it_loses_nothing(version: tuple[int, ...], mode: str):
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


# Nobody's fault but the database's ----------------------------------------------------------------


async def test_locked_by_another_process(db: Database, folder: Path):
    other = sqlite3.connect(folder / "homework.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseUnavailable, match="locked"):
        async with db.transaction(NOW):
            pass
    other.execute("ROLLBACK")
    other.close()
    assert await count(db) == 0


async def fill(db: Database, rows: int) -> None:
    async with db.transaction(NOW) as unit:
        await updates.claim(unit, 1, range(rows))


async def test_a_full_database_is_unavailable_and_recovers(db: Database, folder: Path):
    """SQLITE_FULL from a limit of pages, the same code a full disk gives."""
    await fill(db, 1)
    pages = sqlite3.connect(folder / "homework.db")
    (used,) = pages.execute("PRAGMA page_count").fetchone()
    pages.close()
    with pytest.raises(DatabaseUnavailable, match="full"):
        async with db.transaction(NOW) as unit:
            await unit.conn.execute(text(f"PRAGMA max_page_count = {used}"))
            await updates.claim(unit, 2, range(50_000))
    assert await count(db) == 1
    async with db.transaction(NOW) as unit:
        await updates.claim(unit, 2, range(5_000))
    assert await count(db) == 5_001


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """No file may grow beyond `size`: what a quota does. Python ignores the signal."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    assert signal.getsignal(signal.SIGXFSZ) == signal.SIG_IGN
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_a_disk_that_takes_no_more_is_unavailable_and_recovers(db: Database, folder: Path):
    await fill(db, 1)
    with (
        file_size_limit((folder / "homework.db").stat().st_size),
        pytest.raises(DatabaseUnavailable),
    ):
        await fill(db, 50_000)
    assert await count(db) == 1
    await fill(db, 5_000)
    assert await count(db) == 5_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a megabyte, where the machine lets us mount one."""
    where = tmp_path / "disk"
    where.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=640k", "tmpfs", str(where)]
    if mount is None or subprocess.run([mount, *options], capture_output=True).returncode:
        pytest.skip("file systems cannot be mounted here")
    yield where
    subprocess.run(["umount", "--lazy", str(where)], check=True)


def remount(disk: Path, mode: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{mode}", str(disk)], check=True)


async def test_a_full_disk_is_unavailable_and_recovers(
    small_disk: Path, blank: Path, keyring: Keyring
):
    shutil.copy(blank, small_disk / "homework.db")
    db = Database(f"sqlite:///{small_disk / 'homework.db'}", Sealer(keyring))
    await fill(db, 1)
    with pytest.raises(DatabaseUnavailable):
        await fill(db, 50_000)
    assert await count(db) == 1
    (small_disk / "rubbish").write_bytes(b"x" * (shutil.disk_usage(small_disk).free))
    with pytest.raises(DatabaseUnavailable):
        await fill(db, 5_000)
    (small_disk / "rubbish").unlink()
    assert await count(db) == 1
    await fill(db, 1_000)
    assert await count(db) == 1_000
    await db.close()


async def test_a_read_only_disk_is_unavailable_and_recovers(
    small_disk: Path, blank: Path, keyring: Keyring
):
    shutil.copy(blank, small_disk / "homework.db")
    db = Database(f"sqlite:///{small_disk / 'homework.db'}", Sealer(keyring))
    await db.open()
    await db.close()
    remount(small_disk, "ro")
    with pytest.raises(DatabaseUnavailable):
        await fill(db, 1)
    remount(small_disk, "rw")
    await fill(db, 1)
    assert await count(db) == 1
    await db.close()


async def test_a_database_that_turns_read_only_is_unavailable_and_recovers(db: Database):
    await fill(db, 1)
    with pytest.raises(DatabaseUnavailable, match="readonly"):
        async with db.transaction(NOW) as unit:
            await unit.conn.execute(text("PRAGMA query_only = ON"))
            await updates.claim(unit, 1, [2])
    await fill(db, 2)
    assert await count(db) == 2


async def test_a_database_that_went_away_is_unavailable_and_comes_back(db: Database, folder: Path):
    await fill(db, 1)
    (folder / "homework.db").rename(folder / "elsewhere")
    for _ in range(2):
        with pytest.raises(DatabaseUnavailable):
            await fill(db, 2)
        assert not (folder / "homework.db").exists()
    (folder / "elsewhere").rename(folder / "homework.db")
    await fill(db, 2)
    assert await count(db) == 2


async def test_an_empty_file_in_its_place_is_unavailable_not_anybodys_fault(
    db: Database, folder: Path
):
    await fill(db, 1)
    (folder / "homework.db").rename(folder / "elsewhere")
    (folder / "homework.db").touch()
    for _ in range(2):
        with pytest.raises(DatabaseUnavailable):
            await fill(db, 2)
    (folder / "elsewhere").replace(folder / "homework.db")
    await fill(db, 2)
    assert await count(db) == 2


async def test_an_outage_that_was_caught_still_undoes_the_whole_transaction(
    db: Database, cast: Cast
):
    """SQLite may roll back by itself; what came after must not be written on its own."""
    with pytest.raises(DatabaseUnavailable):
        async with db.transaction(NOW) as unit:
            await updates.claim(unit, 1, [1])
            await unit.conn.execute(text("PRAGMA query_only = ON"))
            with pytest.raises(DatabaseUnavailable):
                async with unit.savepoint():
                    await updates.claim(unit, 1, [2])
            with pytest.raises(DatabaseUnavailable):
                async with unit.savepoint():
                    await updates.claim(unit, 1, [3])
    assert await count(db) == 0


# Two processes ------------------------------------------------------------------------------------

INCREMENT = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import select, update
from homework.store.database import Database
from homework.store.keyring import Keyring
from homework.store.sealing import Sealer
from homework.store.tables import client

async def main(folder, times):
    keyring = Keyring.open(Path(folder) / "keyring.db", bytes(range(32)))
    db = Database(f"sqlite:///{folder}/homework.db", Sealer(keyring), busy_ms=60_000)
    await db.open()
    for _ in range(times):
        async with db.transaction(datetime(2026, 1, 1, tzinfo=UTC)) as unit:
            read = (await unit.conn.execute(select(client.c.revision))).scalar_one()
            await unit.conn.execute(update(client).values(revision=read + 1))
    await db.close()
    keyring.close()

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


async def test_two_processes_that_count_lose_nothing(db: Database, cast: Cast, folder: Path):
    async with db.transaction(NOW) as unit:
        await unit.conn.execute(update(client).values(revision=0))
    command = [sys.executable, "-c", INCREMENT, str(folder), "60"]
    root = Path(__file__).parents[2]
    running = [await asyncio.create_subprocess_exec(*command, cwd=root) for _ in range(2)]
    assert [await process.wait() for process in running] == [0, 0]
    async with db.transaction(NOW) as unit:
        assert (await unit.conn.execute(select(client.c.revision))).scalar_one() == 120


# One dialect or the other -------------------------------------------------------------------------


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()])
def test_special_inserts_are_understood_by_both_databases(dialect: sqlite.dialect):
    ignoring = str(insert_ignore(update_claim).compile(dialect=dialect))
    assert ignoring.endswith("ON CONFLICT DO NOTHING")
    replacing = str(insert_or_replace(timer, "kind", "subject").compile(dialect=dialect))
    assert "ON CONFLICT (kind, subject) DO UPDATE SET id = excluded.id, due_at" in replacing


# Erasing ------------------------------------------------------------------------------------------


async def test_p6_an_old_backup_with_todays_keyring_opens_nothing_of_an_erased_client(
    db: Database, cast: Cast, folder: Path, keyring: Keyring
):
    async with db.transaction(NOW) as unit:
        found = await people.client_by_id(unit, cast.client)
        assert found and found.code_name == "Fox"
    await db.close()
    shutil.copy(folder / "homework.db", folder / "backup.db")
    keyring.destroy(cast.client)
    restored = Database(f"sqlite:///{folder / 'backup.db'}", Sealer(keyring))
    await restored.open()
    with pytest.raises(KeyDestroyed):
        async with restored.transaction(NOW) as unit:
            await people.client_by_id(unit, cast.client)
    async with restored.transaction(NOW) as unit:
        assert await people.person_by_id(unit, cast.person)
    await restored.close()
    assert keyring.tombstones() == {cast.client}


# Nothing readable on the disk ---------------------------------------------------------------------


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


async def test_p1_a_canary_is_nowhere_in_database_journal_and_keyring(
    db: Database, cast: Cast, folder: Path
):
    canary = "Kanarienvogel-5721"
    numbers = str(987654321012)
    async with db.transaction(NOW) as unit:
        person_id = (await people.add_person(unit, int(numbers), "en")).id
        key = await people.add_client(unit, cast.therapist, canary, is_self=False)
        await people.set_check_number(unit, key, canary)
        await updates.bury(unit, 1, canary.encode(), "ValueError")
        unit.post(Outgoing(person_id, key, "ack", Message(canary), dedupe="a key"))
    async with db.transaction(NOW) as unit:  # rewrites those rows: the journal holds the old pages
        await people.set_check_number(unit, key, canary[::-1])
        await unit.conn.execute(update(outbox).values(tries=2))
        seen = files(folder)
    seen |= files(folder)
    assert {"homework.db", "keyring.db", "keyring.backup.db"} <= set(seen)
    assert any("journal" in name or "wal" in name for name in seen)
    for name, written in seen.items():
        for word in (canary, canary[::-1], numbers, "Fox"):
            assert word.encode() not in written, name
            assert word.encode("utf-16-le") not in written, name
