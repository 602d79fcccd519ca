"""Every transcript in this folder happens as it is written.

`tests/support/transcripts.py` says how to read and write one.

`UPDATE_TRANSCRIPTS=1` writes what is seen anew, for a person to review.
"""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory

import pytest

from tests.support.theatre import Theatre, in_order

HERE = Path(__file__).parent
MEMORY = Path("/dev/shm")  # noqa: S108
ROOM = 100_000_000
SCRIPTS = in_order(HERE)


@pytest.fixture(scope="session")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Theatre:
    """One for all processes of a run: each has a folder of its own in the folder of the run."""
    own = tmp_path_factory.getbasetemp()
    work = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "played"
    work.mkdir(exist_ok=True)
    return Theatre(HERE, work)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """In memory where there is room: what a commit waits for on a disk is not shown here."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and disk_usage(MEMORY).free > ROOM:
        with TemporaryDirectory(dir=MEMORY, prefix="transcript-") as made:
            yield Path(made)
    else:
        yield tmp_path


@pytest.mark.parametrize("path", SCRIPTS, ids=[f"{p.parent.name}/{p.stem}" for p in SCRIPTS])
async def test_it_happens_as_written(
    path: Path, theatre: Theatre, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        await theatre.perform(
            path, folder / "house", update=bool(os.environ.get("UPDATE_TRANSCRIPTS"))
        )
    assert not caplog.records, "something was logged that should not happen"
