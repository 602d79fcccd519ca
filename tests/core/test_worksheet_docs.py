"""What docs/worksheets.md teaches holds: examples load, its table names every kind."""

import re
import tomllib
from pathlib import Path
from typing import get_args

from conversations import loader
from conversations.model import Step, Worksheet

PAGE = (Path(__file__).parents[2] / "docs" / "worksheets.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
KINDS = {get_args(kind.model_fields["kind"].annotation)[0] for kind in get_args(get_args(Step)[0])}


def test_the_first_sheet_holds_and_grows_by_the_parts_shown() -> None:
    first, ratings, clock, condition = BLOCKS[:4]
    loaded = loader.load(first, "kind_words.toml")
    assert isinstance(loaded, Worksheet), loaded
    grown = loader.load(first + ratings + clock + condition, "kind_words.toml")
    assert isinstance(grown, Worksheet), grown
    ids = [step.id for step in grown.steps]
    assert ids == ["hard", "friend", "taken", "place", "breathe", "people"]


def test_every_part_is_toml() -> None:
    for block in BLOCKS:
        tomllib.loads(block)


def test_the_error_that_is_shown_is_the_one_that_is_told() -> None:
    wrong = (BLOCKS[0] + BLOCKS[1]).replace('kind = "scale"', 'kind = "scales"')
    (problem,) = [one for one in loader.load(wrong, "x.toml") if one.step == "taken"]  # type: ignore[union-attr]
    shown = re.search(r'line \d+, (step "taken": .*)', PAGE)
    assert shown is not None
    assert str(problem).endswith(shown[1])


def test_every_kind_stands_in_the_table() -> None:
    told = set(re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| `.*?\|", PAGE, re.MULTILINE))))
    assert told == KINDS
