"""Files that are their owner's alone, and that are still there after a power cut.

It must not know what stands in them.
"""

import os
from pathlib import Path


def make_private(path: Path) -> None:
    """Make the file with mode 0600 before SQLite does; its journals inherit mode and owner.

    It belongs to whom its folder belongs: a superuser's command works on the files of the bot's
    user, who has to open them afterwards.
    """
    path = path.resolve()
    try:
        number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    except FileExistsError:
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
        return
    try:
        _give(number, path.parent)
    finally:
        os.close(number)


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, that only its owner may look into: the one above's."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
    number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        _give(number, path.parent)
    finally:
        os.close(number)


def _give(number: int, folder: Path) -> None:
    """Give what was just made to the owner of the folder it is in, as only a superuser can."""
    owner, there = folder.stat(), os.fstat(number)
    if os.geteuid() == 0 and (owner.st_uid, owner.st_gid) != (there.st_uid, there.st_gid):
        os.fchown(number, owner.st_uid, owner.st_gid)


def put_in_place(draft: Path, place: Path) -> None:
    """Make a finished draft durable and rename it to its place in the same folder, in one step."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(place)
    sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename durable where folders can be synced."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
