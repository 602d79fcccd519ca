"""The master key's file: where it may stand, who may read it, how it is made.

The key wraps every other key, so a key that others can read, or that lies beside the data it
protects, protects nothing. It must not know what the key opens.
"""

import base64
import binascii
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from bot.endings import Failed, SettingsWrong
from homework.store.disk import make_folder, sync_folder

LENGTH = 32
LOST_KEY = (
    "Keep a copy of this file in a safe place, apart from the backups of the data."
    " A lost key is lost data: nobody, not even its makers, can open the data without it."
)


def read_key(path: Path, data_dir: Path) -> bytes:
    """Return the 32 bytes of the master key; raise `SettingsWrong` for anything unsafe or wrong."""
    _refuse_inside(path, data_dir)
    try:
        with path.open("rb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            content = file.read(1024)
    except FileNotFoundError:
        raise SettingsWrong(
            f"HOMEWORK_KEY_FILE names {path}, which does not exist; expected is your key file, or"
            ' make a first one with "homework key new".'
        ) from None
    except OSError as error:
        raise SettingsWrong(
            f"HOMEWORK_KEY_FILE cannot be read at {path} ({error.strerror}); expected is a file"
            " that this user, and nobody else, may read."
        ) from None
    if mode & 0o077:
        raise SettingsWrong(
            f"HOMEWORK_KEY_FILE at {path} may be read or changed by others (mode {mode:04o});"
            f" expected is a file for its owner only: chmod 600 {path}"
        )
    return _decoded(path, content)


def new_key(path: Path, data_dir: Path, keyring: Path) -> None:
    """Write a fresh key to `path` for its owner only; never overwrite, never orphan a keyring."""
    _refuse_inside(path, data_dir)
    if keyring.exists():
        raise Failed(
            f"There is data already ({keyring}) and a new key cannot open it; put the old key back"
            f" at {path}, or choose an empty data folder."
        )
    write_key(path)


def put_back(path: Path, data_dir: Path, key: bytes) -> None:
    """Write a key that was kept on paper to `path`; never over another one."""
    _refuse_inside(path, data_dir)
    write_key(path, key)


def next_path(path: Path) -> Path:
    """Return where a rotation keeps the new key until it is the only one."""
    there = path.resolve()  # beside the file itself, not beside a link to it
    return there.with_name(there.name + ".next")


def settled_key(path: Path, data_dir: Path) -> bytes:
    """Return the master key if it is to stay; raise `Failed` while another takes its place.

    A copy of the key that goes out just now would open nothing afterwards.
    """
    key = read_key(path, data_dir)
    if next_path(path).exists() or read_key(path, data_dir) != key:  # or it has just been changed
        raise Failed(
            f"The master key at {path} is being changed, so it is not"
            ' shown: let "homework key rotate" come to its end, or run it again to finish one'
            ' that was cut off; then "homework key paper" shows the key that stays.'
        )
    return key


def keys_there(path: Path, data_dir: Path) -> tuple[bytes, ...]:
    """Return the keys that are there now, the next one first: a rename may come in between."""
    found: list[bytes] = []
    for one in (next_path(path), path):
        with suppress(SettingsWrong):
            found.append(read_key(one, data_dir))
    return tuple(found)


def write_key(path: Path, key: bytes | None = None, *, like: Path | None = None) -> bytes:
    """Write a key, a fresh one if none is given, to a new file for its owner only; return it.

    A superuser may write the key of the bot's user: it gets the owner of `like`, or of its folder.
    """
    key = key or secrets.token_bytes(LENGTH)
    draft = path.with_name(path.name + ".new")
    try:
        make_folder(path.parent)
        draft.unlink(missing_ok=True)
        number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(number, "wb") as file:
                os.fchmod(file.fileno(), 0o600)
                _give(file.fileno(), like or path.parent)
                file.write(base64.b64encode(key) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            path.hardlink_to(draft)  # whole or not at all, and never over another one
        finally:
            draft.unlink(missing_ok=True)
        sync_folder(path.parent)
    except FileExistsError:
        raise Failed(f"{path} exists already and was left as it is.") from None
    except OSError as error:
        raise SettingsWrong(
            f"HOMEWORK_KEY_FILE cannot be written at {path} ({error.strerror}); expected is a path"
            " in a folder that this user may write to."
        ) from None
    return key


def _give(number: int, like: Path) -> None:
    owner, there = like.stat(), os.fstat(number)
    if os.geteuid() == 0 and (owner.st_uid, owner.st_gid) != (there.st_uid, there.st_gid):
        os.fchown(number, owner.st_uid, owner.st_gid)


def _refuse_inside(path: Path, data_dir: Path) -> None:
    inside = path.absolute().is_relative_to(data_dir.absolute())
    if inside or path.resolve().is_relative_to(data_dir.resolve()):
        raise SettingsWrong(
            f"HOMEWORK_KEY_FILE lies inside the data folder ({path}); expected is a place outside"
            f" {data_dir}, so that a copy of the data does not carry its key."
        )


def _decoded(path: Path, content: bytes) -> bytes:
    try:
        key = base64.b64decode(content.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != LENGTH:
        raise SettingsWrong(
            f"HOMEWORK_KEY_FILE holds no key in {path}; expected are 32 bytes in base64 on one"
            ' line, as "homework key new" writes them.'
        )
    return key
