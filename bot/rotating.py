"""A new master key while the bot runs: written, put around every key, and put in its place.

The old key stays until the new one opens everything; a death between two steps leaves both files,
one of which opens the keyring, and the next try goes on from there. It must not know the database.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bot.endings import SettingsWrong
from bot.keyfile import next_path, read_key, write_key
from homework.store.disk import put_in_place
from homework.store.keyring import Keyring


def rotate(path: Path, data_dir: Path, keyring: Keyring, keyring_path: Path) -> Iterator[str]:
    """Do it step by step, each on the disk before its name is yielded. One at a time, please.

    Raises `SettingsWrong` when the key's folder cannot be written to, and what a keyring raises.
    """
    coming = next_path(path)
    fresh = None
    with suppress(SettingsWrong):  # of a try that was cut off
        fresh = read_key(coming, data_dir)
    if fresh is None:
        coming.unlink(missing_ok=True)
        fresh = write_key(coming, like=path)
    yield "written"
    keyring.rewrap(fresh)
    yield "wrapped"
    Keyring.open(keyring_path, fresh).close()  # it alone is enough, before the old one goes
    put_in_place(coming, path.resolve())
    yield "in place"
