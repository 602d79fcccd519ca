"""Suggestions: each row of the table holds for its facts and no less, and says what was counted."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from homework import packaged
from homework.brief import BriefFacts, brief
from homework.hints import RULES, Hint, Practised, suggest
from tests.core.test_brief import DAYS

TEXTS = packaged.texts("en", strict=True)
TABLE = Path(__file__).parents[2] / "docs" / "suggestions.md"

HOLDS: Mapping[str, Practised] = {
    "lighter-too-much": Practised("P", reasons={"too_much": 2}, smaller=True),
    "talk-too-much": Practised("P", reasons={"too_much": 2}),
    "lighter-hard": Practised("P", reasons={"too_hard": 2}, smaller=True),
    "pause-unwell": Practised("P", reasons={"unwell": 3}),
    "times-part": Practised("P", parts={"morning": (1, 4), "evening": (3, 6)}),
    "times-snoozed": Practised("P", rang=6, snoozed=3),
    "times-busy": Practised("P", reasons={"busy": 2, "private": 1}),
    "times-held-back": Practised("P", undelivered={"quiet": 2, "cap": 1}),
    "talk-stuck": Practised("P", stuck=("Evidence", 3)),
    "talk-not-relevant": Practised("P", reasons={"not_relevant": 3}),
}
HOLDS_NOT: Mapping[str, Practised] = {
    "too much once": Practised("P", reasons={"too_much": 1}, smaller=True),
    "too hard, and no shorter form": Practised("P", reasons={"too_hard": 9}),
    "unwell twice": Practised("P", reasons={"unwell": 2}),
    "all parts alike": Practised("P", parts={"morning": (3, 6), "evening": (3, 6)}),
    "one part alone": Practised("P", parts={"evening": (6, 6)}),
    "too few beside": Practised("P", parts={"morning": (0, 2), "evening": (6, 6)}),
    "most were begun": Practised("P", parts={"morning": (0, 9), "evening": (3, 7)}),
    "put off now and then": Practised("P", rang=7, snoozed=3),
    "busy twice": Practised("P", reasons={"busy": 2}),
    "the bot was not running": Practised("P", undelivered={"too_late": 9, "unreachable": 9}),
    "stopped twice": Practised("P", stuck=("Evidence", 2)),
    "not fitting twice": Practised("P", reasons={"not_relevant": 2}),
}


@pytest.mark.parametrize("key", HOLDS)
def test_each_rule_suggests_for_its_facts(key: str) -> None:
    found = suggest(0, [Practised("Q"), HOLDS[key]])
    assert found is not None and found.key == key


@pytest.mark.parametrize("why", HOLDS_NOT)
def test_nothing_is_suggested_below_the_line(why: str) -> None:
    assert suggest(0, [HOLDS_NOT[why]]) is None


def test_silence_comes_before_everything_else() -> None:
    assert suggest(3, [HOLDS["lighter-too-much"]]) == Hint("talk-silence", {"days": 3})
    assert suggest(2, []) is None


def test_the_first_rule_of_the_table_is_said() -> None:
    found = suggest(0, [HOLDS["talk-stuck"], HOLDS["times-busy"], HOLDS["lighter-hard"]])
    assert found is not None and found.key == "lighter-hard"


def test_the_page_for_people_has_the_same_rows_in_the_same_order() -> None:
    told = re.findall(r"^\| `([a-z-]+)` \|", TABLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert told == ["talk-silence", *(rule.__name__.replace("_", "-") for rule in RULES)]
    assert told[1:] == list(HOLDS)


@pytest.mark.parametrize("key", ["talk-silence", *HOLDS])
def test_a_suggestion_says_its_fact_and_asks(key: str) -> None:
    hint = Hint("talk-silence", {"days": 3}) if key == "talk-silence" else suggest(0, [HOLDS[key]])
    facts = BriefFacts("c", "Fox", DAYS, hint=hint)
    said = brief(facts, TEXTS, choices=(0, 7, 28)).html.rsplit("\n\n", 1)[1]
    assert re.search(r"\d", said), "the fact is counted"
    assert said.removesuffix("</i>").endswith("?")


def test_a_part_with_more_left_of_many_more_does_not_hide_one_that_was_never_begun() -> None:
    parts = {"morning": (6, 20), "afternoon": (0, 5), "evening": (5, 5)}
    found = suggest(0, [Practised("P", parts=parts)])
    assert found is not None and found.key == "times-part"
    assert (found.args["part"], found.args["missed"], found.args["due"]) == ("evening", 5, 5)
