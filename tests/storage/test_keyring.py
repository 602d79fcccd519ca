import shutil
import sqlite3
from pathlib import Path

import pytest

from homework.store.keyring import BACKUP_NAME, Keyring
from homework.store.troubles import KeyDestroyed, KeyMissing, KeyringError, KeyringUnavailable
from tests.support.stores import MASTER


def rows(path: Path) -> dict[str, bytes]:
    connection = sqlite3.connect(path)
    try:
        return dict(connection.execute("SELECT owner, wrapped FROM wrapped_key"))
    finally:
        connection.close()


def test_a_key_is_on_the_disk_and_in_the_backup_before_make_returns(keyring: Keyring, folder: Path):
    keyring.make("ann")
    assert "ann" in rows(folder / "keyring.db")
    assert rows(folder / "keyring.db") == rows(folder / BACKUP_NAME)


def test_keys_survive_a_restart_and_are_made_once(keyring: Keyring, folder: Path):
    keyring.make("ann")
    keyring.make("ann")
    again = Keyring.open(folder / "keyring.db", MASTER)
    again.make("ann")
    assert again.key("ann") == keyring.key("ann")
    assert again.key(None) == keyring.key(None)
    assert again.index_key == keyring.index_key
    again.close()


def test_keys_are_their_owners_alone(keyring: Keyring):
    keyring.make_all(["ann", "bo"])
    found = {keyring.key("ann"), keyring.key("bo"), keyring.key(None)}
    assert len(found) == 3
    assert len({key for _, key in found} | {keyring.index_key}) == 4


def test_no_key_is_written_in_plain(keyring: Keyring, folder: Path):
    keyring.make("ann")
    secrets = [keyring.key("ann")[1], keyring.key(None)[1], keyring.index_key, MASTER]
    for name in ("keyring.db", BACKUP_NAME):
        written = (folder / name).read_bytes()
        assert not any(secret in written for secret in secrets)


def test_files_are_the_owners_alone(keyring: Keyring, folder: Path):
    for name in ("keyring.db", BACKUP_NAME):
        assert (folder / name).stat().st_mode & 0o777 == 0o600


def test_a_keyring_that_others_may_read_is_closed_to_them(keyring: Keyring, folder: Path):
    (folder / "keyring.db").chmod(0o644)
    Keyring.open(folder / "keyring.db", MASTER).close()
    assert (folder / "keyring.db").stat().st_mode & 0o777 == 0o600


def test_a_key_that_was_not_made_is_missing(keyring: Keyring):
    with pytest.raises(KeyMissing):
        keyring.key("ann")


def test_another_master_key_is_refused_in_one_sentence(keyring: Keyring, folder: Path):
    before = (folder / "keyring.db").read_bytes()
    with pytest.raises(KeyringError, match=r"master key does not fit it$"):
        Keyring.open(folder / "keyring.db", b"x" * 32)
    with pytest.raises(KeyringError, match="must have 32 bytes, not 5"):
        Keyring.open(folder / "keyring.db", b"short")
    assert (folder / "keyring.db").read_bytes() == before


def test_wrapped_keys_cannot_be_swapped(keyring: Keyring, folder: Path):
    keyring.make_all(["ann", "bo"])
    keyring.close()
    connection = sqlite3.connect(folder / "keyring.db")
    (a,), (b,) = connection.execute(
        "SELECT wrapped FROM wrapped_key WHERE owner IN ('ann', 'bo') ORDER BY owner"
    )
    with connection:
        connection.execute("UPDATE wrapped_key SET wrapped = ? WHERE owner = 'ann'", (b,))
        connection.execute("UPDATE wrapped_key SET wrapped = ? WHERE owner = 'bo'", (a,))
    connection.close()
    again = Keyring.open(folder / "keyring.db", MASTER)
    for client in ("ann", "bo"):
        with pytest.raises(KeyringError):
            again.key(client)
    again.close()


def test_destroying_leaves_a_tombstone_and_no_trace_of_the_key(keyring: Keyring, folder: Path):
    keyring.make_all(f"client{n}" for n in range(200))
    wrapped = rows(folder / "keyring.db")["client77"]
    keyring.destroy("client77")
    keyring.destroy("client77")
    assert keyring.tombstones() == {"client77"}
    for path in folder.glob("keyring*"):
        assert wrapped not in path.read_bytes()
        assert wrapped[12:44] not in path.read_bytes()
    with pytest.raises(KeyDestroyed):
        keyring.key("client77")
    with pytest.raises(KeyDestroyed):
        keyring.make("client77")
    keyring.key("client78")


def test_another_process_that_destroys_a_key_is_noticed(keyring: Keyring, folder: Path):
    keyring.make("ann")
    keyring.refresh()
    keyring.key("ann")
    other = Keyring.open(folder / "keyring.db", MASTER)
    other.destroy("ann")
    other.close()
    keyring.refresh()
    with pytest.raises(KeyDestroyed):
        keyring.key("ann")


def test_a_backup_left_behind_by_a_crash_is_replaced_at_the_next_start(
    keyring: Keyring, folder: Path
):
    keyring.make("ann")
    stale = folder / "stale"
    shutil.copy(folder / BACKUP_NAME, stale)
    keyring.destroy("ann")
    keyring.close()
    shutil.copy(stale, folder / BACKUP_NAME)
    Keyring.open(folder / "keyring.db", MASTER).close()
    assert "ann" not in rows(folder / BACKUP_NAME)


def test_a_missing_keyring_is_not_made_anew_beside_its_backup(keyring: Keyring, folder: Path):
    keyring.make("ann")
    key = keyring.key("ann")
    keyring.close()
    (folder / "keyring.db").unlink()
    with pytest.raises(KeyringError, match="missing"):
        Keyring.open(folder / "keyring.db", MASTER)
    shutil.copy(folder / BACKUP_NAME, folder / "keyring.db")
    again = Keyring.open(folder / "keyring.db", MASTER)
    assert again.key("ann") == key
    again.close()


def test_a_keyring_that_went_away_is_unavailable_and_comes_back(keyring: Keyring, folder: Path):
    (folder / "keyring.db").rename(folder / "elsewhere")
    with pytest.raises(KeyringUnavailable):
        keyring.make("ann")
    with pytest.raises(KeyringUnavailable):
        keyring.make("ann")
    (folder / "elsewhere").rename(folder / "keyring.db")
    keyring.make("ann")
    assert "ann" in rows(folder / BACKUP_NAME)


def test_a_file_that_is_no_keyring_is_refused(folder: Path):
    (folder / "keyring.db").write_bytes(b"not a database, but long enough to be looked at" * 50)
    with pytest.raises(KeyringError):
        Keyring.open(folder / "keyring.db", MASTER)


def test_its_repr_tells_nothing(keyring: Keyring):
    assert repr(keyring) == "Keyring('keyring.db')"
