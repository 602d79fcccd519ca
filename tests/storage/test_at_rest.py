"""What lies on the disk: nothing readable, and nothing of a client who was erased."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import update

from conversations.message import Message
from homework.outgoing import Outgoing
from homework.store import people, updates
from homework.store.database import (
    Database,
)
from homework.store.keyring import Keyring
from homework.store.sealing import Sealer
from homework.store.tables import outbox
from homework.store.troubles import KeyDestroyed
from tests.support.stores import NOW, Cast

# Erasing ------------------------------------------------------------------------------------------


async def test_p6_an_old_backup_with_todays_keyring_opens_nothing_of_an_erased_client(
    db: Database, cast: Cast, folder: Path, keyring: Keyring
):
    async with db.transaction(NOW) as unit:
        found = await people.client_by_id(unit, cast.client)
        assert found and found.code_name == "Fox"
    await db.close()
    shutil.copy(folder / "homework.db", folder / "backup.db")
    keyring.destroy(cast.client)
    restored = Database(f"sqlite:///{folder / 'backup.db'}", Sealer(keyring))
    await restored.open()
    with pytest.raises(KeyDestroyed):
        async with restored.transaction(NOW) as unit:
            await people.client_by_id(unit, cast.client)
    async with restored.transaction(NOW) as unit:
        assert await people.person_by_id(unit, cast.person)
    await restored.close()
    assert keyring.tombstones() == {cast.client}


# Nothing readable on the disk ---------------------------------------------------------------------


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


async def test_p1_a_canary_is_nowhere_in_database_journal_and_keyring(
    db: Database, cast: Cast, folder: Path
):
    canary = "Kanarienvogel-5721"
    numbers = str(987654321012)
    async with db.transaction(NOW) as unit:
        person_id = (await people.add_person(unit, int(numbers), "en")).id
        key = await people.add_client(unit, cast.therapist, canary, is_self=False)
        await people.set_check_number(unit, key, canary)
        await updates.bury(unit, 1, canary.encode(), "ValueError")
        unit.post(Outgoing(person_id, key, "ack", Message(canary), dedupe="a key"))
    async with db.transaction(NOW) as unit:  # rewrites those rows: the journal holds the old pages
        await people.set_check_number(unit, key, canary[::-1])
        await unit.conn.execute(update(outbox).values(tries=2))
        seen = files(folder)
    seen |= files(folder)
    assert {"homework.db", "keyring.db", "keyring.backup.db"} <= set(seen)
    assert any("journal" in name or "wal" in name for name in seen)
    for name, written in seen.items():
        for word in (canary, canary[::-1], numbers, "Fox"):
            assert word.encode() not in written, name
            assert word.encode("utf-16-le") not in written, name
