"""Keeps threads from holding memory that nobody else can use.

glibc gives each thread a part of the memory for its own, and what is free there stays there. Ours
are few and wait for the disk; one heap for all of them is as fast and does not grow with them.
"""

import ctypes
import sys

_ARENA_MAX = -8
"""M_ARENA_MAX of glibc's malloc.h."""


def share_one_heap() -> None:
    """Let threads that are begun from now on take from the heap of all; elsewhere than with glibc
    nothing happens."""
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        if hasattr(library, "mallopt"):
            library.mallopt(_ARENA_MAX, 1)
