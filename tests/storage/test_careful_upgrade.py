"""Before an upgrade a copy is made and looked at; without one nothing is changed."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.endings import classify
from bot.opening import upgrade_carefully
from bot.settings import Settings
from homework.store import upgrading
from homework.store.backups import back_up
from homework.store.database import Database
from homework.store.keyring import Keyring
from homework.store.restoring import restore
from homework.store.sealing import Sealer
from homework.store.troubles import BackupBroken, DatabaseUnavailable
from tests.support.stores import NOW, Cast

NEXT = """
from alembic import op
revision, down_revision, branch_labels, depends_on = 'next', '{newest}', None, None
def upgrade():
    op.execute('CREATE TABLE coming (id)')
    {more}
"""


@pytest.fixture
def a_newer_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], None]]:
    """Call it, and this program is one migration ahead; `more` is what else that one does."""
    newest, folder = upgrading._known()[0], tmp_path / "migrations"

    def arrive(more: str = "") -> None:
        (folder / "versions").mkdir(parents=True)
        old = upgrading.MIGRATIONS
        for source in [*old.glob("*.py"), *old.glob("versions/*.py")]:
            (folder / source.relative_to(old)).write_text(source.read_text())
        (folder / "versions" / "next.py").write_text(NEXT.format(newest=newest, more=more))
        monkeypatch.setattr(upgrading, "MIGRATIONS", folder)
        upgrading._known.cache_clear()

    yield arrive
    monkeypatch.undo()
    upgrading._known.cache_clear()


@pytest.fixture
def settings(folder: Path) -> Settings:
    return Settings(homework_data_dir=folder, database_url="", homework_key_file=folder / "key")


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as there:
        return {name for (name,) in there.execute("SELECT name FROM sqlite_master")}


async def test_p12_the_copy_is_made_first_and_the_former_version_goes_on_with_it(
    db: Database,
    cast: Cast,
    folder: Path,
    keyring: Keyring,
    settings: Settings,
    a_newer_program: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert upgrade_carefully(settings, keyring) is None, "nothing to do, nothing to keep"
    await db.close()
    a_newer_program()
    copy = upgrade_carefully(settings, keyring)
    assert copy is not None
    assert copy.parent == folder / "backups"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert "coming" in tables(folder / "homework.db")
    assert "coming" not in tables(copy)
    assert upgrade_carefully(settings, keyring) is None
    monkeypatch.undo()  # the former program is installed again
    upgrading._known.cache_clear()
    replaced = await restore(copy, folder / "homework.db", Sealer(keyring), NOW)
    assert replaced is not None
    assert "coming" not in tables(folder / "homework.db")
    again = Database(settings.database_url, Sealer(keyring))
    await again.open()
    await again.close()


async def test_p12_without_a_good_copy_nothing_is_changed(
    db: Database,
    cast: Cast,
    folder: Path,
    keyring: Keyring,
    settings: Settings,
    a_newer_program: Callable[[], None],
) -> None:
    await db.close()
    a_newer_program()
    before = (folder / "homework.db").read_bytes()
    (folder / "backups").write_text("in the way")
    with pytest.raises(DatabaseUnavailable) as refused:
        upgrade_carefully(settings, keyring)
    ending = classify(refused.value)
    assert ending is not None and "\n" not in str(ending)
    (folder / "backups").unlink()
    with closing(sqlite3.connect(folder / "homework.db")) as there, there:
        there.execute("UPDATE client SET code_name = (SELECT tg_id FROM person)")
    spoiled = (folder / "homework.db").read_bytes()
    with pytest.raises(BackupBroken):
        upgrade_carefully(settings, keyring)
    assert (folder / "homework.db").read_bytes() == spoiled != before
    assert list((folder / "backups").iterdir()) == []


async def test_p12_an_upgrade_that_fails_leaves_the_data_and_the_copy(
    db: Database,
    cast: Cast,
    folder: Path,
    keyring: Keyring,
    settings: Settings,
    a_newer_program: Callable[[str], None],
) -> None:
    await db.close()
    a_newer_program("op.execute('no such statement')")
    with pytest.raises(Exception, match="syntax"):
        upgrade_carefully(settings, keyring)
    assert "coming" not in tables(folder / "homework.db")
    assert len(list((folder / "backups").glob("before-upgrade-*.db"))) == 1


async def test_p12_the_copy_goes_after_thirty_days_and_no_hourly_one_takes_its_place(
    db: Database,
    cast: Cast,
    folder: Path,
    keyring: Keyring,
) -> None:
    where = folder / "backups"
    where.mkdir()
    kept = where / f"before-upgrade-{NOW:%Y%m%dT%H%M%SZ}.db"
    kept.write_bytes(b"x")
    cut_off = where / f"before-upgrade-{NOW:%Y%m%dT%H%M%SZ}.new"  # its process was killed over it
    cut_off.write_bytes(b"x")
    os.utime(cut_off, (0, 0))
    await back_up(db, where, NOW + timedelta(minutes=1))
    assert not cut_off.exists()
    await back_up(db, where, NOW + timedelta(days=30))
    assert kept.exists()
    await back_up(db, where, NOW + timedelta(days=30, hours=1))
    assert not kept.exists()
