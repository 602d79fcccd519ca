"""The keyring: one wrapped data key per client, in a file of its own beside the database.

It stands apart so that an erased client stays erased in every backup of the data: destroying the
key here closes them all. The master key wraps the data keys and is never written.
It must not know the database, or what is sealed with its keys.
"""

import os
import sqlite3
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from homework.store.disk import make_private, put_in_place
from homework.store.troubles import KeyDestroyed, KeyMissing, KeyringError, KeyringUnavailable

KEY_BYTES = 32
KEY_ID_BYTES = 8
Masters = Callable[[], Sequence[bytes]]
"""Reads again which master keys there are now: two while a rotation is under way."""
BACKUP_NAME = "keyring.backup.db"

_INSTALLATION = "installation"
_INDEX = "index"
_NONCE_BYTES = 12
_TABLES = """
CREATE TABLE IF NOT EXISTS wrapped_key (
    owner TEXT PRIMARY KEY, key_id BLOB NOT NULL UNIQUE, wrapped BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tombstone (client TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS generation (number INTEGER NOT NULL);
"""


def _wrap(master: bytes, owner: str, key_id: bytes, key: bytes) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(master).encrypt(nonce, key, f"keyring|{owner}|".encode() + key_id)


def _unwrap(master: bytes, owner: str, key_id: bytes, wrapped: bytes) -> bytes:
    nonce, body = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
    try:
        return AESGCM(master).decrypt(nonce, body, f"keyring|{owner}|".encode() + key_id)
    except InvalidTag:
        raise KeyringError("the master key does not fit it") from None


def _connect(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=rw"
    # One connection for all threads: the store calls from the loop, the command line from anywhere;
    # the driver serializes.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    for pragma in ("busy_timeout=5000", "secure_delete=ON", "synchronous=EXTRA"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA journal_mode=DELETE")
    return connection


class Keyring:
    """Data keys by client. A change is on the disk, and in the backup copy, before it returns."""

    def __init__(self, path: Path, master: bytes, masters: Masters) -> None:
        self._path = path
        self._master = master
        self._masters = masters
        self._opened: sqlite3.Connection | None = None
        self._keys: dict[str, tuple[bytes, bytes]] = {}
        self._version = -1
        self.index_key = b""

    def __repr__(self) -> str:
        return f"Keyring({self._path.name!r})"

    @classmethod
    def open(cls, path: Path | str, master: bytes, masters: Masters = tuple) -> "Keyring":
        """Open the keyring, or make it with the installation's key when there is none yet.

        `masters` is asked when `master` fits no more: another process may have rotated it. Raises
        `KeyringError` when the master key (32 bytes) is another one, or when the file is missing
        while its backup is there; `KeyringUnavailable` when the disk refuses.
        """
        path = Path(path)
        if len(master) != KEY_BYTES:
            raise KeyringError(f"the master key must have {KEY_BYTES} bytes, not {len(master)}")
        backup = path.with_name(BACKUP_NAME)
        if not path.exists() and backup.exists():
            raise KeyringError(f"{path.name} is missing; copy {BACKUP_NAME} there")
        keyring = cls(path, master, masters)
        try:
            with keyring._mapped():
                make_private(path)
                keyring._prepare()
        except BaseException:
            keyring.close()
            raise
        return keyring

    def close(self) -> None:
        """Forget all keys and close the file."""
        self._keys.clear()
        self._disconnect()

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = _connect(self._path)
        return self._opened

    def _disconnect(self) -> None:
        self._version = -1
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @contextmanager
    def _mapped(self) -> Generator[None]:
        """Turn the driver's errors into ours, and begin with a fresh connection after one."""
        try:
            yield
        except (sqlite3.OperationalError, OSError) as error:
            self._disconnect()
            why = error.strerror if isinstance(error, OSError) else error
            raise KeyringUnavailable(f"{self._path.name}, {why}") from None
        except sqlite3.DatabaseError as error:
            self._disconnect()
            raise KeyringError(f"{self._path.name}, {error}") from None

    def _prepare(self) -> None:
        execute = self._connection.execute
        if execute("SELECT 1 FROM sqlite_master WHERE name = 'generation'").fetchone() is None:
            execute("BEGIN IMMEDIATE")
            for statement in _TABLES.split(";"):
                execute(statement)
            if execute("SELECT 1 FROM generation").fetchone() is None:
                execute("INSERT INTO generation VALUES (0)")
            for owner in (_INSTALLATION, _INDEX):
                self._insert(owner)
            execute("COMMIT")
        self.refresh()
        self.index_key = self._key_of(_INDEX)[1]
        self._key_of(_INSTALLATION)
        self._copy_if_behind()

    @property
    def has_clients(self) -> bool:
        """Whether there is a key of any client."""
        query = "SELECT 1 FROM wrapped_key WHERE owner NOT IN (?, ?) LIMIT 1"
        with self._mapped():
            found = self._connection.execute(query, (_INSTALLATION, _INDEX)).fetchone()
        return found is not None

    # Keys -----------------------------------------------------------------------------------------

    def key(self, client: str | None) -> tuple[bytes, bytes]:
        """Return `(key id, key)` of a client, or of the installation for None.

        Raises `KeyMissing` or `KeyDestroyed`.
        """
        owner = _INSTALLATION if client is None else client
        return self._keys.get(owner) or self._key_of(owner)

    def _key_of(self, owner: str) -> tuple[bytes, bytes]:
        with self._mapped():
            row = self._connection.execute(
                "SELECT key_id, wrapped FROM wrapped_key WHERE owner = ?", (owner,)
            ).fetchone()
            if row is None:
                if self._is_tombstone(owner):
                    raise KeyDestroyed(owner)
                raise KeyMissing(owner)
        found = (row[0], self._opened_with_a_master(owner, row[0], row[1]))
        self._keys[owner] = found
        return found

    def _opened_with_a_master(self, owner: str, key_id: bytes, wrapped: bytes) -> bytes:
        """Unwrap a key, with the master key that fits now if it was rotated."""
        try:
            return _unwrap(self._master, owner, key_id, wrapped)
        except KeyringError:
            for master in self._masters():
                with suppress(KeyringError):
                    key = _unwrap(master, owner, key_id, wrapped)
                    self._master = master
                    return key
            raise

    def refresh(self) -> None:
        """Forget the keys held in memory if another process changed the file (a few µs)."""
        with self._mapped():
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._keys.clear()
            self._version = version

    def make(self, client: str) -> None:
        """Make the key of a client; nothing happens if there is one. Raises `KeyDestroyed`."""
        self.make_all((client,))

    def make_all(self, clients: Iterable[str]) -> None:
        """Make the keys of several clients in one commit."""
        missing = [client for client in clients if client not in self._keys]
        if not missing:
            return
        with self._change():
            self._key_of(_INSTALLATION)  # in the transaction: no key is wrapped with an old master
            for client in missing:
                if self._is_tombstone(client):
                    raise KeyDestroyed(client)
                self._insert(client)

    def _insert(self, owner: str) -> None:
        key_id, key = os.urandom(KEY_ID_BYTES), os.urandom(KEY_BYTES)
        self._connection.execute(
            "INSERT INTO wrapped_key VALUES (?, ?, ?) ON CONFLICT (owner) DO NOTHING",
            (owner, key_id, _wrap(self._master, owner, key_id, key)),
        )

    def destroy(self, client: str) -> None:
        """Destroy a client's key for good and leave a tombstone; may be repeated.

        When this returns neither the keyring nor its backup holds the key.
        """
        if client in (_INSTALLATION, _INDEX):
            raise KeyringError("the installation's keys are never destroyed")
        self._keys.pop(client, None)
        with self._change():
            self._connection.execute("DELETE FROM wrapped_key WHERE owner = ?", (client,))
            self._connection.execute("INSERT OR IGNORE INTO tombstone VALUES (?)", (client,))

    def _is_tombstone(self, client: str) -> bool:
        query = "SELECT 1 FROM tombstone WHERE client = ?"
        return self._connection.execute(query, (client,)).fetchone() is not None

    def tombstones(self) -> frozenset[str]:
        """Return the ids of all clients whose keys were destroyed."""
        with self._mapped():
            rows = self._connection.execute("SELECT client FROM tombstone").fetchall()
        return frozenset(str(client) for (client,) in rows)

    def rewrap(self, master: bytes) -> None:
        """Wrap every key with another master key, in one commit; the keys stay what they are.

        When this returns neither the keyring nor its backup opens with the old one. Repeating it
        is harmless. Other processes go on with what `masters` gives them.
        """
        with self._change():
            self._key_of(_INSTALLATION)
            rows = self._connection.execute(
                "SELECT owner, key_id, wrapped FROM wrapped_key"
            ).fetchall()
            for owner, key_id, wrapped in rows:
                key = _unwrap(self._master, owner, key_id, wrapped)
                self._connection.execute(
                    "UPDATE wrapped_key SET wrapped = ? WHERE owner = ?",
                    (_wrap(master, owner, key_id, key), owner),
                )
        self._master = master

    # Changes and the backup copy ------------------------------------------------------------------

    @contextmanager
    def _change(self) -> Generator[None]:
        with self._mapped():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("UPDATE generation SET number = number + 1")
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._copy_if_behind()

    def _copy_if_behind(self) -> None:
        """Replace the backup unless it is of this generation.

        A write lock is held meanwhile: no other process can put an older copy over a newer one.
        """
        backup = self._path.with_name(BACKUP_NAME)
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            (number,) = self._connection.execute("SELECT number FROM generation").fetchone()
            if _generation(backup) != number:
                self._copy(backup)
        finally:
            self._connection.execute("ROLLBACK")

    def _copy(self, backup: Path) -> None:
        fresh = backup.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        make_private(fresh)
        reader = _connect(self._path)
        try:
            # VACUUM INTO leaves out free pages: nothing of a destroyed key can be in the copy.
            reader.execute("VACUUM INTO ?", (str(fresh),))
        finally:
            reader.close()
        put_in_place(fresh, backup)


def _generation(path: Path) -> int | None:
    """Return the generation of a copy, None if there is none to read."""
    if not path.exists():
        return None
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT number FROM generation").fetchone()[0])
    except (sqlite3.DatabaseError, TypeError):
        return None
    finally:
        connection.close()
