"""SQLite without a thread hop per statement.

`aiosqlite` hands each call to a thread and back, four times a statement; with a busy loop every hop
may wait for the interpreter's lock, and fifty steps cost more in hops than in work. Here only what
may wait runs in the thread: to begin (another process may hold the lock), to commit (the disk
syncs), to roll back, to close. Statements between them touch pages in memory, tens of microseconds
each, and run at once. Calls never overlap: one transaction has the connection at a time.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

import aiosqlite

_MAY_WAIT = ("BEGIN", "PRAGMA")


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
        if sql.startswith(_MAY_WAIT):
            await self._connection.in_thread(partial(self._cursor.execute, sql, parameters))
        else:
            self._cursor.execute(sql, parameters)

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of parameters."""
        self._cursor.executemany(sql, parameters)

    async def fetchall(self) -> list[Any]:
        """Return all rows left."""
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Let go of the statement."""
        self._cursor.close()


class Connection(aiosqlite.Connection):
    """An `aiosqlite` connection whose cursors run in the calling thread."""

    def cursor(self) -> Cursor:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return a cursor at once."""
        return Cursor(self, self._conn.cursor())

    async def in_thread(self, call: partial[Any]) -> Any:
        """Run a call in the connection's thread, after those already there."""
        return await self._execute(call)


async def connect(path: str) -> Connection:
    """Open an SQLite file given as URI; the caller begins and ends transactions itself."""
    connector = partial(
        sqlite3.connect, path, uri=True, isolation_level=None, check_same_thread=False
    )
    connection = Connection(connector, 64)
    connection._thread.daemon = True
    return await connection
