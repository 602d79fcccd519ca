"""Connections: everything that only one kind of database knows, and whose fault an error is.

It must not know any table.
"""

import sqlite3
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import (
    Connection,
    Engine,
    ExceptionContext,
    NullPool,
    Table,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from homework.store import inline
from homework.store.disk import make_private
from homework.store.troubles import DatabaseNotReady, DatabaseUnavailable

WAL_SINCE = (3, 51, 3)
"""Below this, SQLite may lose a commit when the write-ahead log is reset (the WAL-reset bug)."""

# Primary result codes that say "the database" and not "this statement": PERM, BUSY, LOCKED, NOMEM,
# READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOLFS, NOTADB.
_SQLITE_UNAVAILABLE = frozenset({3, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 22, 26})


def insert_ignore(table: Table) -> postgresql.Insert:
    """Return an INSERT that leaves out rows whose key is there already.

    SQLAlchemy compiles PostgreSQL's form for SQLite too: statements are built once, at import.
    """
    return postgresql.insert(table).on_conflict_do_nothing()


def insert_or_replace(table: Table, *key: str) -> postgresql.Insert:
    """Return an INSERT that overwrites every column of the row with the same `key` columns."""
    statement = postgresql.insert(table)
    fresh = {column.name: statement.excluded[column.name] for column in table.columns}
    return statement.on_conflict_do_update(index_elements=key, set_=fresh)


def journal_mode(version: tuple[int, ...]) -> str:
    """Return the journal mode that is safe with this version of SQLite."""
    return "WAL" if version >= WAL_SINCE else "DELETE"


def sqlite_path(url: str) -> Path | None:
    """Return the file of an SQLite URL, None for another kind of database."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return None
    if not parsed.database or parsed.database == ":memory:":
        raise DatabaseNotReady("a database in memory cannot be used")
    return Path(parsed.database).absolute()


def serving_engine(url: str, busy_ms: int) -> AsyncEngine:
    """Return the engine of the running program: one connection, transactions end themselves."""
    path = sqlite_path(url)
    options: dict[str, Any] = {
        "pool_size": 1,
        "max_overflow": 0,
        "pool_reset_on_return": None,
        "hide_parameters": True,
    }
    if path is None:
        engine = create_async_engine(make_url(url), **options)
    else:
        opening = partial(inline.connect, _existing(path))
        engine = create_async_engine(
            f"sqlite+aiosqlite:///{path}", async_creator=opening, **options
        )
    _prepare(engine.sync_engine, busy_ms)
    return engine


def _existing(path: Path) -> str:
    """Return the URI that opens an SQLite file only if it is there."""
    return f"{path.as_uri()}?mode=rw"


def upgrading_engine(url: str, busy_ms: int = 5000) -> Engine:
    """Return an engine for one migration; it makes the SQLite file, mode 0600, if there is none."""
    path = sqlite_path(url)
    options: dict[str, Any] = {"poolclass": NullPool, "hide_parameters": True}
    if path is None:
        engine = create_engine(make_url(url), **options)
    else:
        try:
            make_private(path)
        except OSError as error:
            raise DatabaseUnavailable(f"{path.name}, {error.strerror}") from None
        opening = partial(sqlite3.connect, _existing(path), uri=True, isolation_level=None)
        engine = create_engine("sqlite://", creator=opening, **options)
    _prepare(engine, busy_ms)
    return engine


class _Cursor(Protocol):
    def execute(self, statement: str, /) -> object: ...
    def close(self) -> object: ...


class _Driver(Protocol):
    def cursor(self) -> _Cursor: ...
    def close(self) -> object: ...


def _prepare(engine: Engine, busy_ms: int) -> None:
    event.listen(engine, "handle_error", _map_error)
    if engine.dialect.name != "sqlite":
        return
    pragmas = (
        f"busy_timeout={busy_ms}",
        "foreign_keys=ON",
        "secure_delete=ON",
        "synchronous=FULL",
        "temp_store=MEMORY",
        "cache_spill=OFF",  # nothing reaches the disk before the commit
        f"journal_mode={journal_mode(sqlite3.sqlite_version_info)}",
    )

    def on_connect(connection: _Driver, record: object) -> None:
        try:
            cursor = connection.cursor()
            for pragma in pragmas:
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()
        except BaseException:
            connection.close()
            raise

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)


def _map_error(context: ExceptionContext) -> None:
    """Raise `DatabaseUnavailable` in place of errors that no statement is to blame for.

    The connection is given up: SQLite may have rolled back by itself, and what followed on it would
    be written outside any transaction.
    """
    original, known = context.original_exception, context.sqlalchemy_exception
    if isinstance(original, sqlite3.Error):
        unavailable = _says_unavailable(original)
        why = str(original)
    else:
        unavailable = isinstance(known, OperationalError | InterfaceError)
        why = type(original).__name__
    if unavailable or not isinstance(original, Exception):
        _let_go(context.connection)
    if unavailable:
        context.is_disconnect = True
        raise DatabaseUnavailable(why) from None


def _let_go(connection: Connection | None) -> None:
    """Roll back now: a closed SQLite connection keeps its lock while a cursor of it is alive."""
    if connection is None or connection.closed or connection.invalidated:
        return
    with suppress(Exception):
        connection.connection.rollback()


def _says_unavailable(error: sqlite3.Error) -> bool:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by the driver itself: the connection is closed
        return isinstance(error, sqlite3.OperationalError)
    return code & 0xFF in _SQLITE_UNAVAILABLE
