"""Setting a sheet takes at most twelve presses, three where it was set before.

Counted in the transcripts from the client on, who is picked with one press or typed behind /assign:
there a therapist sets each sheet in each form for the first time.
"""

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "transcripts" / "assigning"
MOST, AGAIN, TEMPLATE = 12, 3, 4
MORE = {"experiment_full": 14, "monitoring_full": 16}
"""Where more is agreed: single days for an experiment, each name and time of a series."""
FIRST = sorted(
    path.stem
    for path in SCRIPTS.glob("*.txt")
    if path.stem.endswith(("_full", "_light", "_minute", "_daily"))
)


def presses(name: str) -> int:
    """How often a therapist presses something from /assign on until it is sent, that included."""
    lines = _after_assign(SCRIPTS / f"{name}.txt")
    before = takewhile(lambda line: line != "therapist> [Send]", lines)
    return 1 + sum(line.startswith("therapist> [") for line in before)


def _after_assign(path: Path) -> Iterator[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "therapist> [Send]" in lines, path.name
    at = next((at for at, line in enumerate(lines) if line.startswith("therapist> /assign")), 0)
    yield from lines[at:]


@pytest.mark.parametrize("name", FIRST)
def test_a_sheet_is_set_with_few_presses(name: str) -> None:
    assert presses(name) <= MORE.get(name, MOST)


def test_what_was_set_before_is_set_again_with_three() -> None:
    assert presses("again") == AGAIN


def test_a_template_sets_it_for_anybody_with_four_who_it_is_for_among_them() -> None:
    assert presses("template") == TEMPLATE
