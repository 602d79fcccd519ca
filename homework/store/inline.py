"""SQLite without a thread hop per statement.

`aiosqlite` hands each call to a thread and back, four times a statement; under a busy loop every
hop may wait for the interpreter's lock, and a single step costs more in hops than in work. Here
only what may wait runs in the thread: to begin (another process may hold the lock), the first write
(it makes the journal's file), to commit (the disk syncs), to roll back, to close. The other
statements touch pages in memory, tens of microseconds each, and run at once; but a transaction of
many lets everybody else have a turn now and then. Calls never overlap: one transaction has the
connection at a time.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import aiosqlite

_MAY_WAIT = ("BEGIN", "PRAGMA")
_WRITES = ("INSERT", "UPDATE", "DELETE")
TURN = 0.01
"""Seconds after which a transaction lets others have a turn before its next statement."""


class Cursor:
    """The part of a cursor that SQLAlchemy's adapter uses."""

    __slots__ = ("_connection", "_cursor")

    def __init__(self, connection: "Connection", cursor: sqlite3.Cursor) -> None:
        self._connection = connection
        self._cursor = cursor

    async def __aenter__(self) -> "Cursor":
        return self

    async def __aexit__(self, *error: object) -> None:
        self._cursor.close()

    @property
    def description(self) -> Any:
        """Column names of the last query, as the driver tells them."""
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        """How many rows the last statement changed."""
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        """The driver's last row id."""
        return self._cursor.lastrowid

    @property
    def arraysize(self) -> int:
        """The driver's own."""
        return self._cursor.arraysize

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Run one statement."""
        await self._connection.run(sql, lambda: self._cursor.execute(sql, parameters))

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of parameters."""
        await self._connection.run(sql, lambda: self._cursor.executemany(sql, parameters))

    async def fetchall(self) -> list[Any]:
        """Return all rows left."""
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Let go of the statement."""
        self._cursor.close()


class Connection(aiosqlite.Connection):
    """An `aiosqlite` connection whose cursors run in the calling thread where they can."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, 64)
        self._thread.daemon = True
        self._has_written = False
        self._last_turn = 0.0

    def cursor(self) -> Cursor:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return a cursor at once."""
        return Cursor(self, self._conn.cursor())

    async def run(self, sql: str, call: Callable[[], object]) -> None:
        """Run the call that executes `sql`, in the thread if it may wait."""
        now = asyncio.get_running_loop().time
        first_write = not self._has_written and sql.startswith(_WRITES)
        if first_write or sql.startswith(_MAY_WAIT):
            self._has_written = first_write
            await self._execute(call)  # pyright: ignore[reportUnknownMemberType]
            self._last_turn = now()
            return
        if now() - self._last_turn > TURN:
            await asyncio.sleep(0)
            self._last_turn = now()
        call()


async def connect(path: str) -> Connection:
    """Open an SQLite file given as URI; the caller begins and ends transactions itself."""
    connection = Connection(
        partial(sqlite3.connect, path, uri=True, isolation_level=None, check_same_thread=False)
    )
    await connection
    return connection
