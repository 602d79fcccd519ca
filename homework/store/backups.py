"""Backups: copies of the database made while it is in use, looked at before they count.

A copy is one moment of the whole database. The wrapped keys are not in it: they stand in the
keyring, whose own copy is replaced at each change, so that an erased client stays erased in every
old backup. SQLite only; a database server has its own tools for this.
It must not know when a backup is due, nor what a row means.
"""

import asyncio
import sqlite3
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from homework.store.database import Database
from homework.store.disk import make_folder, make_private, put_in_place
from homework.store.inspection import READ_ONCE, inspect
from homework.store.sealing import Sealer
from homework.store.tables import metadata
from homework.store.troubles import (
    BackupBroken,
    DatabaseUnavailable,
    KeyDestroyed,
    KeyMissing,
    SealBroken,
)

HOURLY, DAILY = 24, 30
"""How many hours and days keep their newest backup."""

_NAME = "homework-%Y%m%dT%H%M%SZ.db"
_BEFORE = "before-upgrade-%Y%m%dT%H%M%SZ.db"
_DRAFT = ".new"
_SAMPLED = (
    ("person", "tg_id", "NULL"),
    ("client", "code_name", "id"),
    ("session", "body", "client_id"),
    ("answer", "value", "client_id"),
    ("entry", "body", "client_id"),
)
_AT_RANDOM = 4


@dataclass(frozen=True, slots=True)
class Backup:
    """One finished copy and the moment it was begun."""

    path: Path
    at: datetime


@dataclass(frozen=True, slots=True)
class Sample:
    """A sealed value as it stands in a copy."""

    table: str
    column: str
    row: str
    client: str | None
    sealed: bytes = field(repr=False)


async def back_up(db: Database, folder: Path, now: datetime) -> Backup:
    """Copy the database into `folder`, look at the copy, let it count, and thin out old ones.

    Works in a thread. While the pages are read (0.2 s for 130 MB) commits wait, reading goes on.
    Raises `BackupBroken` when the copy is not whole or does not open, `DatabaseUnavailable` when
    there was no room or no way to read; then nothing is left behind.
    """
    place = folder / now.astimezone(UTC).strftime(_NAME)
    draft = place.with_suffix(_DRAFT)
    try:
        samples = await asyncio.to_thread(_write, db.file, draft)
        prove(db.sealer, samples)
        await asyncio.to_thread(_keep, draft, place)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    return Backup(place, now)


def copy_before_upgrade(database: Path, folder: Path, sealer: Sealer, now: datetime) -> Path:
    """Copy a database that an upgrade will change, look at the copy as at any other; return it.

    It has a name of its own, so that the hour's backup does not take its place, and goes with the
    first backup after 30 days. Blocks. Raises like `back_up`, and then leaves nothing behind.
    """
    place = folder / now.astimezone(UTC).strftime(_BEFORE)
    draft = place.with_suffix(_DRAFT)
    try:
        prove(sealer, _write(database, draft))
        with _mapped(place):
            put_in_place(draft, place)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    return place


def listed(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first; files of other names are not ours."""
    found: list[Backup] = []
    for path in folder.glob("homework-*.db"):
        with suppress(ValueError):
            found.append(Backup(path, datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)))
    return sorted(found, key=lambda one: one.at, reverse=True)


def newest(folder: Path, now: datetime) -> Backup | None:
    """Return the newest backup that was made by now; what a clock ahead of time wrote is none."""
    return next((one for one in listed(folder) if one.at <= now), None)


def superfluous(backups: Sequence[Backup]) -> list[Backup]:
    """Return those that may go: all but the newest of 24 hours and of 30 days, newest first."""
    kept: set[Path] = set()
    for period, number in (("%Y%m%d%H", HOURLY), ("%Y%m%d", DAILY)):
        newest: dict[str, Path] = {}
        for one in sorted(backups, key=lambda one: one.at, reverse=True):
            newest.setdefault(one.at.strftime(period), one.path)
        kept.update([*newest.values()][:number])
    return [one for one in backups if one.path not in kept]


def examine(path: Path, expected: Mapping[str, int] | None = None) -> list[Sample]:
    """Look at a copy and return sealed values of it, the newest and others, for `prove`.

    Raises `BackupBroken` when it is damaged or holds other numbers of rows than `expected`.
    """
    seen = inspect(path, thoroughly=True)
    if seen.damage or not seen.exists:
        raise BackupBroken(f"{path.name}, {seen.damage or 'it is empty'}")
    with _mapped(path), _opened(path, "ro") as copied:
        if expected is not None and _counts(copied) != expected:
            raise BackupBroken(f"{path.name}, rows are missing")
        return _samples(copied)


def prove(sealer: Sealer, samples: Sequence[Sample]) -> None:
    """Open sealed values with today's keys; raise `BackupBroken` where one does not open."""
    for one in samples:
        try:
            sealer.open_bytes(one.table, one.column, one.row, one.client, one.sealed)
        except KeyDestroyed:
            continue  # erased since: it is meant not to open
        except (SealBroken, KeyMissing):
            raise BackupBroken(f"a value of {one.table} does not open with this keyring") from None


def _write(database: Path, draft: Path) -> list[Sample]:
    with _mapped(draft):
        make_folder(draft.parent)
        make_private(draft)
        # "rw": what a process that died has left half done is undone before it is read.
        with _opened(database, "rw") as source, _opened(draft, "rw") as target:
            for pragma in ("journal_mode=OFF", "synchronous=OFF"):
                target.execute(f"PRAGMA {pragma}")
            source.execute("BEGIN")
            counted = _counts(source)
            source.backup(target)
            source.execute("ROLLBACK")
        with _opened(draft, "rw") as target:
            target.execute("PRAGMA journal_mode=DELETE")  # one file, whatever the source uses
    return examine(draft, counted)


def _keep(draft: Path, place: Path) -> None:
    with _mapped(place):
        put_in_place(draft, place)
        there = listed(place.parent)
        made_by_now = [one for one in there if one.path.name <= place.name]
        for one in superfluous(made_by_now):  # what a clock ahead of time wrote pushes none out
            one.path.unlink(missing_ok=True)
        _remove_old_copies_of_upgrades(place)
        made = place.stat().st_mtime
        for name in ("homework-*", "before-upgrade-*"):
            for left in place.parent.glob(name + _DRAFT):
                if made - left.stat().st_mtime > timedelta(hours=1).total_seconds():
                    left.unlink(missing_ok=True)  # of a process that died over it


def _remove_old_copies_of_upgrades(newest: Path) -> None:
    now = datetime.strptime(newest.name, _NAME)  # noqa: DTZ007 - compared with its like
    for path in newest.parent.glob("before-upgrade-*.db"):
        with suppress(ValueError):
            made = datetime.strptime(path.name, _BEFORE)  # noqa: DTZ007
            if now - made > timedelta(days=DAILY):
                path.unlink(missing_ok=True)


@contextmanager
def _opened(path: Path, mode: str) -> Generator[sqlite3.Connection]:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=10)) as connection:
        connection.execute(READ_ONCE)
        yield connection


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    known = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    there = {str(name) for (name,) in known} & metadata.tables.keys()
    count = "SELECT count(*) FROM {}"
    return {name: connection.execute(count.format(name)).fetchone()[0] for name in sorted(there)}


def _samples(connection: sqlite3.Connection) -> list[Sample]:
    found: list[Sample] = []
    for table, column, owner in _SAMPLED:
        for order, number in (("id DESC", 1), ("random()", _AT_RANDOM)):
            query = f"SELECT id, {owner}, {column} FROM {table} ORDER BY {order} LIMIT {number}"  # noqa: S608 - from above  # nosec B608
            rows = connection.execute(query).fetchall()
            found += [Sample(table, column, row, client, sealed) for row, client, sealed in rows]
    return found


@contextmanager
def _mapped(path: Path) -> Generator[None]:
    """Turn the driver's errors into ours."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise DatabaseUnavailable(f"{path.name}, {why}") from None
    except sqlite3.DatabaseError as error:
        raise BackupBroken(f"{path.name}, {error}") from None
