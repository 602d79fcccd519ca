"""Bringing a database to the revision this program was written for, and telling if it is there.

It must not know any table but Alembic's own.
"""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from homework.store.connecting import upgrading_engine
from homework.store.troubles import DatabaseNotReady, DatabaseTooNew

MIGRATIONS = Path(__file__).parent / "migrations"


@cache
def _known() -> tuple[str | None, frozenset[str]]:
    """Return the newest revision and all revisions of this program."""
    scripts = ScriptDirectory(str(MIGRATIONS))
    return (
        scripts.get_current_head(),
        frozenset(script.revision for script in scripts.walk_revisions()),
    )


def check_revision(conn: Connection) -> None:
    """Raise `DatabaseNotReady` for an older or empty database, `DatabaseTooNew` for a newer one."""
    head, known = _known()
    found = set(MigrationContext.configure(conn).get_current_heads())
    if not found <= known:
        raise DatabaseTooNew
    if found != {head}:
        raise DatabaseNotReady


def is_behind(url: str) -> bool:
    """Say whether `upgrade` would change this database, which must be there.

    Raises `DatabaseTooNew`, `DatabaseUnavailable`.
    """
    engine = upgrading_engine(url)
    try:
        with engine.begin() as conn:
            check_revision(conn)
    except DatabaseNotReady:
        return True
    finally:
        engine.dispose()
    return False


def upgrade(url: str) -> None:
    """Bring the database to the newest revision, in one transaction; make it if there is none.

    Blocks; call it where nothing else runs. Raises `DatabaseTooNew`, `DatabaseUnavailable`.
    """
    engine = upgrading_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    try:
        with engine.begin() as conn:
            try:
                check_revision(conn)
                return
            except DatabaseNotReady:
                config.attributes["connection"] = conn
                command.upgrade(config, "head")
    finally:
        engine.dispose()
