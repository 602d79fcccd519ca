"""How often a new thought that somebody found was hardly believed: one plain line, no reason given.

Such a thought is a text that may be answered by "I can't yet", with a rating that is asked once it
is there. Nothing is told of fewer than five. It must not know what a sheet is about, nor who reads.
"""

from collections.abc import Iterator, Sequence

from conversations.model import Scale, Text, Worksheet
from conversations.texts import Texts
from homework.points import MEAN_FROM
from homework.retelling import answers_of
from homework.store.entries import Written

LOW = 0.5
"""Below this part of the scale belief is low."""

LATEST = 10
"""Belief in new thoughts changes: so many of the newest are counted."""

SIDES = ("evidence_for", "evidence_against")
"""The steps of the shipped sheet that ask for facts on both sides."""


def adds_up(sheet: Worksheet) -> bool:
    """Whether a sheet has such a thought and its rating."""
    return any(_pairs(sheet))


def lines(sheet: Worksheet, found: Sequence[Written], texts: Texts) -> Iterator[str]:
    """Yield a line of each new thought over the newest closed sheets of a kind, as a therapist
    reads it: of how many rated ones belief was low, how many of those have facts on both sides."""
    done = sorted((one for one in found if one.state == "done"), key=lambda one: one.began_at)
    shared = [one for one in done if one.sharing != "nothing"]
    for thought, belief in _pairs(sheet):
        mark = round(LOW * belief.max)
        rated = [(one, answers_of(one).get(belief.id)) for one in shared]
        known = [(one, value) for one, value in rated if isinstance(value, int)][-LATEST:]
        low = [one for one, value in known if value < mark]
        if len(known) < MEAN_FROM or not low:
            continue
        told = {"mark": mark, "count": len(low), "all": len(known)}
        said = texts.plain("fact-belief", name=thought.name, **told)
        if both := _both_sides(sheet, low):
            said = texts.plain("fact-belief-sides", said=said, both=both)
        yield said


def _pairs(sheet: Worksheet) -> Iterator[tuple[Text, Scale]]:
    for step in (one for one in sheet.steps if isinstance(one, Scale)):
        for when in step.when:
            thought = sheet.by_id.get(when.step)
            if when.answered and isinstance(thought, Text) and thought.cannot_yet:
                yield thought, step


def _both_sides(sheet: Worksheet, low: Sequence[Written]) -> int:
    """How many have words on both sides; 0 where not all of them may be looked at for that."""
    if any(side not in sheet.by_id for side in SIDES) or any(one.sharing != "all" for one in low):
        return 0
    return sum(all(isinstance(answers_of(one).get(side), str) for side in SIDES) for one in low)
