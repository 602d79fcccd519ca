"""Two settled practices, made once; every test attacks a copy of its own."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.neighbours import Scene, Settled, copied, settle


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Settled:
    return asyncio.run(settle(tmp_path_factory.mktemp("neighbours")))


@pytest.fixture
async def scene(settled: Settled, tmp_path: Path) -> AsyncIterator[Scene]:
    async with copied(settled, tmp_path) as here:
        yield here
