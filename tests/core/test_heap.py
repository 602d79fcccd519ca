"""Threads take their memory from one heap, once they were told to."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import threading
from pathlib import Path
from bot.heap import share_one_heap
{first}
meet = threading.Barrier(4)
def take():
    meet.wait()
    kept.extend(bytes(1000) for _ in range(1000))
    meet.wait()
kept = []
threads = [threading.Thread(target=take) for _ in range(4)]
for one in threads: one.start()
for one in threads: one.join()
apart = 0
for line in Path("/proc/self/maps").read_text().splitlines():
    place, access, *_, name = (line + " -").split()[:7]
    begin, end = (int(half, 16) for half in place.split("-"))
    apart += access == "rw-p" and name == "-" and begin % (64 << 20) == 0
print(apart)
"""
ROOT = Path(__file__).parents[2]


def arenas(first: str) -> int:
    """How many threads hold memory of their own after some asked for some."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(first=first)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return int(done.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc gives threads their own")
def test_threads_share_one_heap_once_they_were_told_to() -> None:
    assert arenas("") > 0
    assert arenas("share_one_heap()") == 0
