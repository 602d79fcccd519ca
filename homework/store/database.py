"""The database: one writer connection, transactions one after another, listeners after a commit.

Each transaction begins with the write lock, so that what it read is still true when it writes.
It must not know any table.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from homework.store.connecting import (
    insert_ignore,
    insert_or_replace,
    serving_engine,
    sqlite_path,
)
from homework.store.fitting import check_keyring, go_on_counting
from homework.store.sealing import Sealer
from homework.store.troubles import (
    DatabaseNotReady,
    DatabaseTooNew,
    DatabaseUnavailable,
    NestedTransaction,
    StoreError,
)
from homework.store.unit import Unit
from homework.store.upgrading import check_revision, upgrade

__all__ = [
    "Database",
    "DatabaseNotReady",
    "DatabaseTooNew",
    "DatabaseUnavailable",
    "Listener",
    "NestedTransaction",
    "StoreError",
    "Unit",
    "insert_ignore",
    "insert_or_replace",
    "upgrade",
]

log = logging.getLogger(__name__)

Listener = Callable[[Unit], None]


class Database:
    """One database with its sealer. `url` is an SQLAlchemy URL, its driver is ours to choose.

    `busy_ms`: how long to wait for another process that holds the write lock. `sends`: a relay of
    this process sends at once what is born claimed; without one all waits for the running bot's.
    """

    def __init__(
        self, url: str, sealer: Sealer, *, busy_ms: int = 5000, sends: bool = True
    ) -> None:
        self.sealer = sealer
        self.sends = sends
        self.listeners: list[Listener] = []
        self._file = sqlite_path(url)
        self._engine = serving_engine(url, busy_ms)
        self._lock = asyncio.Lock()
        self._hurried = 0  # how many who are in a hurry wait for it
        self._owner: asyncio.Task[object] | None = None
        self._checked = False

    def __repr__(self) -> str:
        return "Database()"

    @property
    def file(self) -> Path:
        """The SQLite file; raises `DatabaseNotReady` for a database on a server."""
        if self._file is None:
            raise DatabaseNotReady("it is not a file")
        return self._file

    async def open(self) -> None:
        """Look whether the database can be used with this program and this keyring.

        Nothing is changed. Raises `DatabaseNotReady`, `DatabaseTooNew`, `DatabaseUnavailable`, or
        `KeyringError` when it was written with another keyring.
        """
        if self._file is not None and not self._file.exists():
            raise DatabaseNotReady(f"{self._file.name} is missing")
        self._checked = False
        async with self._lock, self._connected() as conn:
            await check_keyring(conn, self.sealer)
            await go_on_counting(conn)
            await conn.rollback()

    async def close(self) -> None:
        """Close the connection. No transaction may be open."""
        await self._engine.dispose()

    @asynccontextmanager
    async def transaction(self, now: datetime, *, hurry: bool = False) -> AsyncGenerator[Unit]:
        """Open a unit of work; commit at the end, roll back if anything was raised.

        Whoever is in a `hurry` waits their turn like everybody, but long work of others ends early
        (`Unit.awaited`).

        Listeners are called after the commit, before the next transaction begins. Raises
        `DatabaseUnavailable` when the database is to blame; the next transaction connects anew.
        """
        task = asyncio.current_task()
        if task is not None and self._owner is task:
            raise NestedTransaction
        async with self._turn(hurry):
            self._owner = task
            try:
                async with self._connected() as conn:
                    unit = Unit(conn, self.sealer, now, self._awaited, sends=self.sends)
                    yield unit
                    unit.check_available()
                    await unit.flush()
                    await conn.commit()
                self._tell(unit)
            finally:
                self._owner = None

    @asynccontextmanager
    async def _turn(self, hurry: bool) -> AsyncGenerator[None]:
        self._hurried += hurry
        try:
            await self._lock.acquire()
        finally:
            self._hurried -= hurry
        try:
            yield
        finally:
            self._lock.release()

    def _awaited(self) -> bool:
        return self._hurried > 0

    @asynccontextmanager
    async def _connected(self) -> AsyncGenerator[AsyncConnection]:
        self.sealer.keyring.refresh()
        conn = await self._engine.connect()
        try:
            await conn.begin()
            if not self._checked:
                await conn.run_sync(check_revision)
                self._checked = True
            yield conn
        except BaseException as error:
            await self._give_up(conn, error)
            raise
        finally:
            with suppress(SQLAlchemyError, DatabaseUnavailable):
                await conn.close()

    async def _give_up(self, conn: AsyncConnection, error: BaseException) -> None:
        """Roll back; a connection that may be broken, or in the middle of a call, is dropped."""
        broken = isinstance(error, DatabaseUnavailable) or not isinstance(error, Exception)
        try:
            if not conn.invalidated:
                await conn.rollback()
        except (SQLAlchemyError, DatabaseUnavailable):
            broken = True
        if broken or conn.invalidated:
            self._checked = False
            if not conn.invalidated:
                await conn.invalidate()

    def _tell(self, unit: Unit) -> None:
        for listener in self.listeners:
            try:
                listener(unit)
            except Exception as error:
                # The commit stands; a listener must not make it look undone.
                log.error("a listener failed after a commit: %s", type(error).__name__)
