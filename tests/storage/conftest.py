"""A database of its own for every test: real files and a real keyring."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from homework.store import people
from homework.store.database import Database, upgrade
from homework.store.keyring import Keyring
from homework.store.sealing import Sealer
from tests.support.stores import AGREED, MASTER, NOW, Cast


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An upgraded database without rows; tests copy it."""
    path = tmp_path_factory.mktemp("blank") / "homework.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def folder(tmp_path: Path, blank: Path) -> Path:
    shutil.copy(blank, tmp_path / "homework.db")
    return tmp_path


@pytest.fixture
def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'homework.db'}"


@pytest.fixture
def keyring(folder: Path) -> Iterator[Keyring]:
    opened = Keyring.open(folder / "keyring.db", MASTER)
    yield opened
    opened.close()


@pytest.fixture
async def db(url: str, keyring: Keyring) -> AsyncIterator[Database]:
    database = Database(url, Sealer(keyring), busy_ms=50)
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def cast(db: Database) -> Cast:
    """A therapist, and a client who is a person."""
    async with db.transaction(NOW) as unit:
        person = await people.add_person(unit, 4242, "en")
        therapist = await people.add_therapist(unit, "T")
        client = await people.add_client(unit, therapist, "Fox", is_self=False)
        await people.change_client(unit, client, person_id=person.id, state="active", agreed=AGREED)
    return Cast(person.id, therapist, client)
