"""Files that are their owner's alone, and that are still there after a power cut.

It must not know what stands in them.
"""

import os
from pathlib import Path


def make_private(path: Path) -> None:
    """Make the file with mode 0600 before SQLite does; its journals inherit the mode."""
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


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
