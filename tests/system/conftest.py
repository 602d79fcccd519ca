"""What tests of whole processes share: a nursery for bots, and a practice to copy."""

import asyncio
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.support.command_line import home, homework, made, ready
from tests.support.furnished import furnish
from tests.support.nursery import Nursery

__all__ = ["home", "homework", "made", "ready"]


@pytest.fixture(scope="session")
def nursery() -> Generator[Nursery]:
    """Forks bots quickly, one at a time."""
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, nursery: Nursery) -> Path:
    """The data of a practice with a therapist and five clients who have agreed to a worksheet."""
    folder = tmp_path_factory.mktemp("practice")
    asyncio.run(furnish(folder, nursery))
    return folder
