"""Over all sheets with a prediction: how often what was feared happened, with n and an interval.

A sheet has one where a question is answered by no, in part or yes about words that were written
before. Nothing is said of fewer than five. It must not know what a sheet is about.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import sqrt

from conversations.model import OneChoice, Worksheet
from conversations.session import Json
from conversations.texts import Texts
from homework.house import House
from homework.points import MEAN_FROM
from homework.retelling import answers_of
from homework.store.entries import Written

OUTCOMES = ("no", "partly", "yes")
Z = 1.96
"""Of a normal distribution: 95 % lie so near to its middle."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many predictions came to their day, by outcome; `kept`: sheets that are not shared;
    `sheets`: how many of them come from which sheet, by title."""

    no: int = 0
    partly: int = 0
    yes: int = 0
    kept: int = 0
    sheets: tuple[tuple[str, int], ...] = field(default=(), repr=False)

    @property
    def all(self) -> int:
        """How many there are."""
        return self.no + self.partly + self.yes


def outcome_step(sheet: Worksheet) -> str | None:
    """Return the step of a sheet that says whether what was predicted happened."""
    for step in sheet.steps:
        if isinstance(step, OneChoice) and {choice.id for choice in step.choices} >= set(OUTCOMES):
            return step.id
    return None


def count(given: Iterable[tuple[str, Mapping[str, Json]]], kept: int = 0) -> Count:
    """Count the outcomes of some sheets: pairs of the step that holds it, and the answers."""
    found = Counter(str(answers.get(step)) for step, answers in given)
    return Count(found["no"], found["partly"], found["yes"], kept)


def interval(hits: int, n: int) -> tuple[int, int]:
    """Return between which percentages a share lies with 95 % (Wilson 1927). `n` is at least 1."""
    share, spread = hits / n, Z * Z / n
    middle = share + spread / 2
    half = Z * sqrt(share * (1 - share) / n + spread / (4 * n))
    low, high = ((middle - half) / (1 + spread), (middle + half) / (1 + spread))
    return round(100 * max(0.0, low)), round(100 * min(1.0, high))


def line(found: Count, texts: Texts) -> str:
    """Return the count in one plain line, "" while there are too few."""
    if found.all < MEAN_FROM:
        return ""
    low, high = interval(found.yes, found.all)
    numbers = {"yes": found.yes, "partly": found.partly, "no": found.no}
    said = [texts.plain("predictions", count=found.all, low=low, high=high, **numbers)]
    if len(found.sheets) > 1:
        each = [texts.plain("tally-said", label=key, count=n) for key, n in found.sheets]
        said.append(texts.plain("predictions-sheets", sheets=", ".join(each)))
    if found.kept:
        said.append(texts.plain("predictions-kept", count=found.kept))
    return " ".join(said)


def kinds(house: House) -> dict[str, str]:
    """Return the sheets that have an outcome, by id, each with the step that holds it."""
    sheets = {key: house.shelf.worksheet(ref) for key, ref in house.shelf.newest.items()}
    found = {key: outcome_step(sheet) for key, sheet in sheets.items()}
    return {key: step for key, step in found.items() if step is not None}


def of_sheets(house: House, written: Iterable[Written], texts: Texts) -> Count:
    """Count the outcomes of all finished sheets of a client that are shared whole, the same that a
    tally of one kind counts; and of which kind they are."""
    steps = kinds(house)
    given: dict[str, list[tuple[str, Mapping[str, Json]]]] = {}
    kept = 0
    for one in written:
        step = steps.get(one.worksheet)
        if step is None or one.state != "done":
            continue
        if one.sharing == "all":
            given.setdefault(one.worksheet, []).append((step, answers_of(one)))
        else:
            kept += 1
    every = count([pair for pairs in given.values() for pair in pairs], kept)
    each = [
        (house.sheet(house.shelf.newest[key], texts).title, count(given[key]).all)
        for key in sorted(given)
    ]
    return replace(every, sheets=tuple((title, n) for title, n in each if n))
