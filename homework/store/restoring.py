"""Puts a backup in the place of the database. The keyring stays today's: who was erased stays so.

Nothing is changed before the backup has been copied, looked at and brought to this version; the
database it replaces is kept beside it. Call it where nothing else uses the database.
"""

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select, update

from homework.store.backups import examine, prove
from homework.store.database import Database, Unit, upgrade
from homework.store.disk import make_private, put_in_place, sync_folder
from homework.store.erasure import replay
from homework.store.inspection import inspect
from homework.store.sealing import Sealer
from homework.store.tables import outbox, session
from homework.store.troubles import BackupBroken, DatabaseUnavailable

_JOURNALS = ("-journal", "-wal", "-shm")


async def restore(backup: Path, database: Path, sealer: Sealer, now: datetime) -> Path | None:
    """Replace the database by a copy of `backup`; return where the old one is now, if there was.

    Raises `BackupBroken` for a file that is damaged, holds nobody or does not open with this
    keyring, `DatabaseTooNew`, `KeyringError`, `DatabaseUnavailable`; then nothing was changed.
    """
    draft = database.with_name(f"{database.name}.new")
    try:
        _copy(backup, draft)
        upgrade(f"sqlite:///{draft}")
        prove(sealer, examine(draft))
        await _ask_again(f"sqlite:///{draft}", sealer, now)
        replaced = _set_aside(database, now)
        put_in_place(draft, database)
    except OSError as error:
        raise DatabaseUnavailable(f"{database.name}, {error.strerror}") from None
    finally:
        draft.unlink(missing_ok=True)
    return replaced


def _copy(backup: Path, draft: Path) -> None:
    draft.unlink(missing_ok=True)
    make_private(draft)
    shutil.copyfile(backup, draft)
    seen = inspect(draft, thoroughly=True)
    if seen.damage or not seen.holds_data:
        raise BackupBroken(f"{backup.name}, {seen.damage or 'there is nobody in it'}")


async def _ask_again(url: str, sealer: Sealer, now: datetime) -> None:
    """Erase again who was erased since; let the open question of each session be put anew.

    A screen may show a later one by now, and what is typed under it is no answer to this one.
    """
    db = Database(url, sealer)
    try:
        await db.open()
        async with db.transaction(now) as unit:
            await replay(unit)
            await _doubt(unit)
    finally:
        await db.close()


async def _doubt(unit: Unit) -> None:
    asked = select(session.c.ask_id).where(session.c.status == "open")
    await unit.conn.execute(
        update(outbox)
        .where(outbox.c.ask_id.in_(asked), outbox.c.state == "sent")
        .values(state="unknown", delivered_at=None)
    )


def _set_aside(database: Path, now: datetime) -> Path | None:
    """Keep the present database under another name; it stays in its place until it is replaced."""
    if not database.exists():
        return None
    with suppress(sqlite3.Error), closing(sqlite3.connect(database, timeout=5)) as present:
        present.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # and what was half done is undone
        present.execute("SELECT count(*) FROM sqlite_master").fetchone()
    aside = database.with_name(f"{database.name}.replaced-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    try:
        aside.hardlink_to(database)
    except OSError:  # a file system without links
        make_private(aside)
        shutil.copyfile(database, aside)
    for journal in _JOURNALS:  # left by a damaged one: it must not be applied to the new one
        beside = database.with_name(database.name + journal)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + journal))
    sync_folder(database.parent)
    return aside
