"""Looking at a database file from outside, without changing it: is there data, is it whole.

For `homework doctor`, and for the one question that must be asked before a keyring is opened. It
must not know what any row means.
"""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

READ_ONCE = "PRAGMA cache_size=-256"
"""For who goes through a file from end to end: pages that are not read again need no memory, which
a program that runs on would not get back."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """`damage` is what SQLite's own check found, "" when nothing; only looked for when asked."""

    exists: bool
    holds_data: bool
    damage: str = ""


def inspect(path: Path, *, thoroughly: bool = False) -> Inspection:
    """Return what is in the file at `path`; a file that cannot be read counts as damaged data.

    `thoroughly` reads the whole file (a second per some hundred megabytes).
    """
    if not path.exists() or path.stat().st_size == 0:
        return Inspection(exists=False, holds_data=False)
    try:
        with _reading(path) as connection:
            damage = _damage(connection) if thoroughly else ""
            return Inspection(True, _holds_data(connection), damage)
    except sqlite3.Error as error:
        return Inspection(True, True, str(error))


@contextmanager
def _reading(path: Path) -> Generator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
    try:
        connection.execute(READ_ONCE)
        yield connection
    finally:
        connection.close()


def _holds_data(connection: sqlite3.Connection) -> bool:
    """Say whether anybody stands in it: every sealed row hangs on one of these tables."""
    query = "SELECT name FROM sqlite_master WHERE name IN ('person', 'therapist', 'client')"
    names = [str(name) for (name,) in connection.execute(query)]
    return any(
        connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()  # noqa: S608 - from above  # nosec B608
        for name in names
    )


def _damage(connection: sqlite3.Connection) -> str:
    found = [str(line) for (line,) in connection.execute("PRAGMA integrity_check(3)")]
    loose = connection.execute("PRAGMA foreign_key_check").fetchmany(1)
    if loose:
        found.append(f"a row of {loose[0][0]} points to nothing")
    return "; ".join(line for line in found if line != "ok")
