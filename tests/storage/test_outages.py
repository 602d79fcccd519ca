"""A failure of the database itself is nobody else's fault, and it recovers by itself."""

import resource
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from homework.store import updates
from homework.store.database import (
    Database,
    DatabaseUnavailable,
)
from homework.store.keyring import Keyring
from homework.store.sealing import Sealer
from tests.support.stores import NOW, Cast, count, fill


async def test_locked_by_another_process(db: Database, folder: Path):
    other = sqlite3.connect(folder / "homework.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseUnavailable, match="locked"):
        async with db.transaction(NOW):
            pass
    other.execute("ROLLBACK")
    other.close()
    assert await count(db) == 0


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
