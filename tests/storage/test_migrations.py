"""The migrated database and `tables.py` are the same thing, or a test says where they part."""

import re
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, create_mock_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql.ddl import ExecutableDDLElement

from homework.store import upgrading
from homework.store.database import DatabaseTooNew, DatabaseUnavailable, upgrade
from homework.store.tables import metadata


def schema(path: Path) -> dict[str, object]:
    """Every table with its columns, keys and indexes; a column added later stands last in SQL."""
    connection = sqlite3.connect(path)
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'alembic_version'"
    ).fetchall()
    found: dict[str, object] = {}
    for (name,) in names:
        for what in ("table_info", "foreign_key_list", "index_list"):
            rows = connection.execute(f"PRAGMA {what}({name})").fetchall()
            found[f"{what} {name}"] = sorted(str(row[1:]) for row in rows)
    indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    for name, sql in connection.execute(indexes).fetchall():
        found[f"index {name}"] = re.sub(r"\s+", " ", sql)
    connection.close()
    return found


def test_migrations_make_what_the_tables_say(blank: Path, tmp_path: Path):
    engine = create_engine(f"sqlite:///{tmp_path / 'direct.db'}")
    metadata.create_all(engine)
    engine.dispose()
    assert schema(blank) == schema(tmp_path / "direct.db")


def test_alembic_sees_no_difference(blank: Path):
    engine = create_engine(f"sqlite:///{blank}")
    with engine.connect() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_tables_can_be_made_in_postgresql():
    lines: list[str] = []

    def note(statement: ExecutableDDLElement, *args: object, **options: object) -> None:
        lines.append(str(statement.compile(dialect=postgresql.dialect())))

    metadata.create_all(create_mock_engine("postgresql://", note), checkfirst=False)
    assert sum(line.lstrip().startswith("CREATE TABLE") for line in lines) == len(metadata.tables)
    assert any("WHERE status = 'open'" in line for line in lines)


def test_an_upgrade_of_an_upgraded_database_changes_nothing(blank: Path):
    before = blank.read_bytes()
    upgrade(f"sqlite:///{blank}")
    assert blank.read_bytes() == before


def test_a_new_database_file_is_the_owners_alone(blank: Path):
    assert blank.stat().st_mode & 0o777 == 0o600


def test_a_newer_database_is_refused_and_left_alone(url: str, folder: Path):
    connection = sqlite3.connect(folder / "homework.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = (folder / "homework.db").read_bytes()
    with pytest.raises(DatabaseTooNew):
        upgrade(url)
    assert (folder / "homework.db").read_bytes() == before


def test_an_upgrade_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """All migrations run in one transaction: either all of them or none."""
    copy, newest = tmp_path / "migrations", upgrading._known()[0]
    (copy / "versions").mkdir(parents=True)
    for source in [*upgrading.MIGRATIONS.glob("*.py"), *upgrading.MIGRATIONS.glob("versions/*.py")]:
        (copy / source.relative_to(upgrading.MIGRATIONS)).write_text(source.read_text())
    (copy / "versions" / "broken.py").write_text(
        "from alembic import op\n"
        f"revision, down_revision, branch_labels, depends_on = 'broken', '{newest}', None, None\n"
        "def upgrade():\n"
        "    op.execute('CREATE TABLE half (id)')\n"
        "    op.execute('no such statement')\n"
    )
    monkeypatch.setattr(upgrading, "MIGRATIONS", copy)
    upgrading._known.cache_clear()
    path = tmp_path / "homework.db"
    try:
        with pytest.raises(Exception, match="no"):
            upgrade(f"sqlite:///{path}")
    finally:
        upgrading._known.cache_clear()
    assert path.stat().st_size == 0


def test_no_folder_to_make_the_database_in(tmp_path: Path):
    with pytest.raises(DatabaseUnavailable):
        upgrade(f"sqlite:///{tmp_path / 'nowhere' / 'homework.db'}")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET actor = 'x'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit (id, at, actor, action) VALUES ('a', 0, 'q', 'read')",
    ],
)
def test_p10_the_audit_can_only_grow(folder: Path, change: str):
    connection = sqlite3.connect(folder / "homework.db", isolation_level=None)
    connection.execute("INSERT INTO audit (id, at, actor, action) VALUES ('a', 0, 'p', 'read')")
    with pytest.raises(sqlite3.IntegrityError, match="audit is append-only"):
        connection.execute(change)
    assert connection.execute("SELECT id, actor FROM audit").fetchall() == [("a", "p")]
    connection.close()
