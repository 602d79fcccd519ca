"""A database from before each therapist had their own readings keeps what was read."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from homework.store import upgrading
from homework.store.connecting import upgrading_engine
from homework.store.database import upgrade

CAME, READ, CHANGED, LATER = 1_000, 5_000, 6_000, 7_000
CARERS = {"fox": ("a", "b"), "owl": ("a",), "elk": ("b",)}


class Before:
    """A database of the version before, filled by hand: no sealed value is opened."""

    def __init__(self, path: Path) -> None:
        self.path = path
        engine, config = upgrading_engine(f"sqlite:///{path}"), Config()
        config.set_main_option("script_location", str(upgrading.MIGRATIONS))
        with engine.begin() as conn:
            config.attributes["connection"] = conn
            command.upgrade(config, "0019")
        engine.dispose()
        self.conn = sqlite3.connect(path)
        self.conn.execute("PRAGMA foreign_keys = OFF")
        for key in "ab":
            self.add("therapist", id=key, person_id=f"p{key}")
        for name, carers in CARERS.items():
            self.add("client", id=name)
            for key in carers:
                self.add("care", id=f"{name}{key}", client_id=name, therapist_id=key, since=CAME)

    def add(self, table: str, **values: object) -> None:
        """A row; what is not told is empty, or nought."""
        columns = self.conn.execute(f"PRAGMA table_info({table})").fetchall()
        row: Mapping[str, object] = {
            name: values.get(name, _nothing(kind) if needed else None)
            for _, name, kind, needed, *_ in columns
        }
        marks = ", ".join("?" * len(row))
        names = ", ".join(row)
        self.conn.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 - our own tables
            [*row.values()],
        )

    def read(self, table: str, key: str, client: str, *by: tuple[str, int]) -> None:
        """An entry or a note that was read, and by whom the audit says it was."""
        self.add(table, id=key, client_id=client, read_at=READ)
        for number, (who, at) in enumerate(by):
            self.add(
                "audit", id=f"{key}{number}", at=at, actor=f"p{who}", client_id=client,
                action=f"read.{table}", subject=key,
            )  # fmt: skip

    def upgraded(self) -> set[tuple[str, str, int]]:
        """What is known of readings after the upgrade: what, by whom, when."""
        self.conn.commit()
        upgrade(f"sqlite:///{self.path}")
        query = "SELECT subject, therapist_id, read_at FROM reading WHERE client_id IN (?, ?, ?)"
        return {*self.conn.execute(query, [*CARERS])}


def _nothing(kind: str) -> object:
    return 0 if "INT" in kind or "BOOL" in kind else "" if "CHAR" in kind else b""


@pytest.fixture
def before(tmp_path: Path) -> Iterator[Before]:
    made = Before(tmp_path / "homework.db")
    with closing(made.conn):
        yield made


@pytest.mark.parametrize("table", ["entry", "note"])
def test_who_opened_it_as_it_stands_has_read_it(before: Before, table: str) -> None:
    before.read(table, "one", "fox", ("a", READ), ("a", LATER))
    before.read(table, "both", "fox", ("a", READ), ("b", LATER))
    before.read(table, "anew", "fox", ("b", READ - 1), ("a", READ))
    assert before.upgraded() == {
        ("one", "a", READ),
        ("both", "a", READ),
        ("both", "b", LATER),
        ("anew", "a", READ),
    }


@pytest.mark.parametrize("table", ["entry", "note"])
def test_what_nobody_is_named_for_counts_as_read_by_who_cares_now(
    before: Before, table: str
) -> None:
    before.read(table, "two", "fox")
    before.read(table, "alone", "owl", ("nobody", READ))
    before.conn.execute("UPDATE care SET until = ? WHERE id = 'elkb'", (LATER,))
    before.read(table, "ended", "elk")
    assert before.upgraded() == {("two", "a", READ), ("two", "b", READ), ("alone", "a", READ)}


@pytest.mark.parametrize("table", ["entry", "note"])
def test_what_nobody_had_read_is_new_still(before: Before, table: str) -> None:
    before.add(table, id="new", client_id="fox")
    before.add(
        "audit", id="1", at=LATER, actor="pa", client_id="fox", action=f"read.{table}",
        subject="new",
    )  # fmt: skip
    assert before.upgraded() == set()
    query = f"SELECT read_at FROM {table}"  # noqa: S608 - our own tables
    assert before.conn.execute(query).fetchall() == [(None,)]


def test_ids_are_as_the_program_makes_them(before: Before) -> None:
    before.read("entry", "one", "fox")
    before.upgraded()
    keys = [key for (key,) in before.conn.execute("SELECT id FROM reading")]
    assert len({*keys}) == 2 and {len(key) for key in keys} == {26}
