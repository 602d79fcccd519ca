"""One running bot per database: a lock on a file beside it, which a dead process cannot keep.

It is `homework run`'s alone; the other commands work beside a running bot. It must not know the
database.
"""

import errno
import fcntl
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from bot.endings import AlreadyRunning, SettingsWrong
from homework.store.disk import make_private


@contextmanager
def hold(path: Path, who: str = "homework bot") -> Generator[None]:
    """Hold the lock at `path`; raise `AlreadyRunning` when another process has it.

    The file stays afterwards: a lock file that is removed can be held twice.
    """
    try:
        make_private(path)
        number = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            raise  # no setting is wrong, and it may pass
        raise SettingsWrong(
            f"DATABASE_URL lies in a folder that cannot be written to ({path.parent}:"
            f" {error.strerror}); expected is a folder for the database and its lock."
        ) from None
    try:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(_sentence(number, who)) from None
        os.ftruncate(number, 0)
        os.pwrite(number, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(number)


def is_held(path: Path) -> bool:
    """Say whether another process holds the lock now."""
    if not path.exists():
        return False
    number = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(number)
    return False


def _sentence(number: int, who: str) -> str:
    holder = os.pread(number, 20, 0).decode(errors="replace").strip()
    process = f" (process {holder})" if holder.isdigit() else ""
    return f"Another {who} is running on this database{process}; stop it first."
