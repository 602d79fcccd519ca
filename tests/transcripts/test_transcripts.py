"""Every transcript in this folder happens as it is written.

`tests/support/transcripts.py` says how to read and write one.

`UPDATE_TRANSCRIPTS=1` writes what is seen anew, for a person to review.
"""

import logging
import os
from pathlib import Path

import pytest

from tests.support.playing import Theatre
from tests.support.transcripts import read

HERE = Path(__file__).parent
SCRIPTS = sorted(one for one in HERE.glob("*/*.txt") if one.parent.name != "files")


@pytest.fixture(scope="session")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Theatre:
    return Theatre(HERE, tmp_path_factory.mktemp("played"))


@pytest.mark.parametrize("path", SCRIPTS, ids=[f"{p.parent.name}/{p.stem}" for p in SCRIPTS])
async def test_it_happens_as_written(
    path: Path, theatre: Theatre, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        await theatre.perform(
            read(path), tmp_path / "house", update=bool(os.environ.get("UPDATE_TRANSCRIPTS"))
        )
    assert not caplog.records, "something was logged that should not happen"
