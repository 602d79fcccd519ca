"""Statements compiled once for all databases of a test run.

A transcript drops every object between two lines and opens the database anew; a new engine compiles
each statement again, which took two thirds of the time. All these engines are alike, so they may
share what is compiled. The program itself has one engine and needs nothing of this.
"""

from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.util import LRUCache

COMPILED: LRUCache[Any, Any] = LRUCache(4000)


def share() -> None:
    """Let all engines of this process that serve SQLite share their compiled statements."""
    SQLiteDialect_aiosqlite.__eq__ = _alike  # type: ignore[method-assign]
    SQLiteDialect_aiosqlite.__hash__ = _of_its_kind  # type: ignore[method-assign]
    event.listen(Engine, "engine_connect", _with_the_cache)


def _alike(one: object, other: object) -> bool:
    """The cache's keys hold the dialect."""
    return type(one) is type(other)


def _of_its_kind(one: object) -> int:
    return hash(type(one))


def _with_the_cache(connection: Connection) -> None:
    if isinstance(connection.dialect, SQLiteDialect_aiosqlite):
        connection.execution_options(compiled_cache=COMPILED)
