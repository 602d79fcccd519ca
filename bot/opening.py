"""Opens what the data needs, in the order that damages nothing: key, lock, keyring, database.

Used by the bot and by every command that reads or writes data. It must not know what is done with
the database.
"""

from collections.abc import AsyncGenerator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

from bot.clock import Machine
from bot.endings import SettingsWrong
from bot.keyfile import keys_there, read_key
from bot.lock import hold
from bot.settings import Settings
from homework.store.backups import copy_before_upgrade
from homework.store.database import Database, upgrade
from homework.store.inspection import inspect
from homework.store.keyring import Keyring
from homework.store.sealing import Sealer
from homework.store.troubles import KeyringError
from homework.store.upgrading import is_behind


@asynccontextmanager
async def opened(settings: Settings, *, alone: bool = False) -> AsyncGenerator[Database]:
    """Open the database for the time of the block.

    `alone`: as the one running bot; holds its lock, or raises `AlreadyRunning`, and brings the
    database to this version's form, after a copy of it was made. Whatever else is wrong is raised
    as one sentence (`endings.classify`) before anything was changed.
    """
    master = read_key(settings.key_path(), settings.homework_data_dir)
    settings.make_data_dir()
    with ExitStack() as held:
        if alone:
            held.enter_context(hold(settings.lock_path))
        keyring = open_keyring(settings, master)
        held.callback(keyring.close)
        check_not_lost(settings, keyring)
        if alone:
            upgrade_carefully(settings, keyring)
        database = Database(settings.database_url, Sealer(keyring), sends=False)
        try:
            await database.open()
            yield database
        finally:
            await database.close()


def upgrade_carefully(settings: Settings, keyring: Keyring) -> Path | None:
    """Bring the database to this version's form; return the copy made before, if one was needed.

    Nothing is changed unless the copy was written, opened and found whole. Hold the bot's lock.
    """
    path, copy = settings.database_path, None
    if inspect(path).holds_data and is_behind(settings.database_url):
        copy = copy_before_upgrade(path, settings.backups_path, Sealer(keyring), Machine().now())
    upgrade(settings.database_url)
    return copy


def check_not_lost(settings: Settings, keyring: Keyring) -> None:
    """Raise where there are keys of clients and nobody in the database: a new one would look like a
    working program to which everybody is a stranger, and its backups would push out the good ones.
    """
    path = settings.database_path
    if keyring.has_clients and not inspect(path).holds_data:
        raise SettingsWrong(
            f"HOMEWORK_DATA_DIR holds the keys of clients, but nobody is in {path}; expected is the"
            " database of that data: put a copy back with: homework restore FILE"
        )


def open_keyring(settings: Settings, master: bytes, *, alone: bool = False) -> Keyring:
    """Open the keyring; make a first one only where there is no data yet.

    `alone`: with this master key or not at all, whatever other key files there are.

    A new keyring beside old data would look like a working program that can read nothing.
    """
    path = settings.keyring_path
    if not path.exists() and inspect(settings.database_path).holds_data:
        raise SettingsWrong(
            "HOMEWORK_DATA_DIR holds no keyring for the data in the database; expected is the"
            f" keyring of that data at {path}."
        )
    try:
        if alone:
            return Keyring.open(path, master)
        return Keyring.open(
            path, master, lambda: keys_there(settings.key_path(), settings.homework_data_dir)
        )
    except KeyringError as error:
        raise SettingsWrong(
            f"{error}; expected are the key in HOMEWORK_KEY_FILE and the keyring in"
            " HOMEWORK_DATA_DIR that were made together."
        ) from None
