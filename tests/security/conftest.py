"""Two settled practices, made once; every test attacks a copy of its own."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.alerted import watched
from tests.support.neighbours import Settled, copied, settle
from tests.support.scene import Scene

__all__ = ["watched"]

MEMORY = Path("/dev/shm")  # noqa: S108
"""Thousands of commits need no disk to show whose row is whose."""
QUICK = str(MEMORY) if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Settled:
    return asyncio.run(settle(tmp_path_factory.mktemp("neighbours")))


@pytest.fixture
async def scene(settled: Settled) -> AsyncIterator[Scene]:
    with TemporaryDirectory(dir=QUICK) as folder:
        async with copied(settled, Path(folder)) as here:
            yield here
