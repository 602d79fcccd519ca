"""C13: every rule of safety, security and privacy stands in docs/hazards.toml with tests that
exist, or with what is not built; every hazard has controls, and every control is a rule."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
WHOLE: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (ROOT / "docs" / "hazards.toml").read_text(encoding="utf-8")
)
RULES, HAZARDS = WHOLE["rule"], WHOLE["hazard"]
IDS = [
    *(f"C{number}" for number in (1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 13, 15, 16)),
    *(f"X{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15)),
    *(f"P{number}" for number in (1, 4, 6, 8, 10, 11, 12, 14)),
]
"""All that is promised; a number that is left out was never given."""
KEYS = {"what", "cause", "effect", "severity", "likelihood", "controls"}


def existing() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        source = path.read_text(encoding="utf-8")
        found.update(re.findall(r"^(?:async )?def (test_\w+)", source, re.MULTILINE))
        found.update(re.findall(r"^    (?:async )?def (test_\w+)", source, re.MULTILINE))
    played = (ROOT / "tests" / "transcripts").glob("*/*.txt")
    return found | {f"{path.parent.name}/{path.name}" for path in played}


def test_every_rule_is_here_and_every_test_exists() -> None:
    assert [rule["id"] for rule in RULES] == IDS
    known = existing()
    missing = {
        rule["id"]: [name for name in rule.get("tests", []) if name not in known] for rule in RULES
    }
    assert {key: names for key, names in missing.items() if names} == {}


def test_a_rule_has_tests_or_says_what_is_not_built() -> None:
    for rule in RULES:
        assert rule.keys() <= {"id", "says", "open", "tests"}
        assert rule.get("tests") or rule.get("open"), rule["id"]
        assert rule["says"].endswith("."), rule["id"]


def test_every_hazard_is_judged_and_has_controls() -> None:
    for hazard in HAZARDS:
        assert hazard.keys() == KEYS, hazard["what"]
        assert hazard["severity"] in range(1, 6) and hazard["likelihood"] in range(1, 6)
        assert hazard["controls"] and set(hazard["controls"]) <= set(IDS), hazard["what"]
    assert len({hazard["what"] for hazard in HAZARDS}) == len(HAZARDS)


def test_every_rule_stands_against_something() -> None:
    assert set(IDS) == {one for hazard in HAZARDS for one in hazard["controls"]}


@pytest.mark.parametrize("page", ["README.md", "docs/privacy.md"])
def test_p14_it_is_said_plainly(page: str) -> None:
    said = " ".join((ROOT / page).read_text(encoding="utf-8").split())
    assert re.search(r"business associate agreement, so this is not for .*US", said)
    assert re.search(r"(EU|European Union).*UK.*data protection impact assessment", said)


def test_a_missing_test_would_be_noticed() -> None:
    assert "test_that_nobody_ever_wrote" not in existing()
