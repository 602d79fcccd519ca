"""Opens what the data needs, in the order that damages nothing: key, keyring, database.

Used by the bot and by every command that reads or writes data. It must not know what is done with
the database.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from bot.endings import SettingsWrong
from bot.keyfile import read_key
from bot.settings import Settings
from homework.store.database import Database
from homework.store.inspection import inspect
from homework.store.keyring import Keyring
from homework.store.sealing import Sealer


def open_sealer(settings: Settings) -> Sealer:
    """Return the sealer of this installation; raise a sentence when key or keyring are not right.

    A keyring that is missing beside data is never replaced by a new one: that would look like a
    working program which can read nothing.
    """
    master = read_key(settings.key_path(), settings.homework_data_dir)
    settings.make_data_dir()
    if not settings.keyring_path.exists() and inspect(settings.database_path).holds_data:
        raise SettingsWrong(
            f"The keyring {settings.keyring_path} is missing although the database holds data;"
            " put keyring.db (or its copy keyring.backup.db) back into HOMEWORK_DATA_DIR."
        )
    return Sealer(Keyring.open(settings.keyring_path, master))


@asynccontextmanager
async def opened(settings: Settings) -> AsyncGenerator[Database]:
    """Open the database for the time of the block."""
    database = Database(settings.database_url, open_sealer(settings))
    await database.open()
    try:
        yield database
    finally:
        await database.close()
