"""Rules about answers to press: the choices of a step, where a list comes from, what is counted.

Apart from the other rules only for their length.
"""

from collections import Counter
from collections.abc import Iterator

from conversations.keyboards import OPTION_LIMIT
from conversations.model import (
    Moods,
    Multi,
    OneChoice,
    Rerate,
    Scale,
    Step,
    Text,
    Worksheet,
)
from conversations.problems import Finding

RESERVED = frozenset(("keep", "clear", "cant", "done"))
"""Values of buttons that stand under any question; an answer of that name could not be pressed."""


def choices(step: OneChoice | Multi) -> Iterator[Finding]:
    """Return what does not hold in the answers of one choice."""
    if (step.choices_from is None) == (not step.choices):
        rule = "a choice needs either its own choices, or choices that are handed in"
        yield Finding(step.id, "choices", rule, 'give "choices", or choices_from = "handed"')
    for what, names in (
        ("id", [choice.id for choice in step.choices]),
        ("label", [choice.label.casefold() for choice in step.choices]),
    ):
        for name, count in Counter(names).items():
            if count > 1:
                rule = f'{count} choices have the {what} "{name}"'
                yield Finding(step.id, "choices", rule, "give each its own")
    for choice in step.choices if isinstance(step, OneChoice) else ():
        if choice.id in RESERVED:
            rule = f'the id "{choice.id}" is what a button of the bot itself says'
            yield Finding(step.id, "choices", rule, f"write another one, such as it_{choice.id}")
    if len(step.choices) > OPTION_LIMIT:
        rule = f"a question shows at most {OPTION_LIMIT} choices"
        yield Finding(step.id, "choices", rule, "use fewer, or ask in two steps")
    if isinstance(step, Multi) and step.choices and step.min_items > len(step.choices):
        rule = "min_items asks for more than there are choices"
        yield Finding(step.id, "min_items", rule, f"use at most {len(step.choices)}")


def listed(step: Multi, sheet: Worksheet) -> Iterator[Finding]:
    """Return what does not hold in a list that is filled from earlier sheets."""
    if step.choices_from != "words":
        if step.of is not None or step.where:
            rule = '"of" and "where" belong to choices_from = "words"'
            yield Finding(step.id, "of" if step.of else "where", rule, "take them out")
    elif not isinstance(sheet.by_id.get(step.of or ""), Text):
        names = ", ".join(each.id for each in sheet.steps if isinstance(each, Text))
        rule = '"of" must name a text step of this sheet'
        yield Finding(step.id, "of", rule, f"choose {names or 'none: there is none'}")


def tally(worksheet: Worksheet) -> Iterator[Finding]:
    """Return what does not hold in what a sheet counts over all of its kind."""
    counts = worksheet.tally
    if counts is None:
        return
    step = worksheet.by_id.get(counts.step)
    if not isinstance(step, OneChoice):
        rule = f'"{counts.step}" must be a choice step'
        yield Finding(None, "tally", rule, "name the choice whose answers are counted")
    elif finding := unknown_choice(None, step, counts.counted):
        yield Finding(None, "tally", finding.rule, finding.fix)
    expected = worksheet.by_id.get(counts.expected or "")
    if counts.expected and not isinstance(expected, Scale):
        rule = f'"{counts.expected}" must be a scale step'
        yield Finding(None, "tally", rule, "name a rating, or take it out")


def material(worksheet: Worksheet) -> Iterator[Finding]:
    """Return what does not hold in the step that attached material answers."""
    step = worksheet.by_id.get(worksheet.material or "")
    if worksheet.material and not isinstance(step, Text):
        rule = f'"{worksheet.material}" must be a text step'
        yield Finding(None, "material", rule, "name the text that says what is read")


def distress(worksheet: Worksheet) -> Iterator[Finding]:
    """Return what does not hold in the ratings that may be a lot."""
    for name in worksheet.distress:
        if not isinstance(worksheet.by_id.get(name), Scale | Moods | Rerate):
            rule = f'"{name}" must be a rating'
            yield Finding(None, "distress", rule, "name a scale, or a list of rated feelings")
    if worksheet.distress and "exposure" in worksheet.nature:
        rule = "a step towards what is feared has none: high numbers are what it is for"
        yield Finding(None, "distress", rule, "take it out")


def unknown_choice(step: str | None, source: Step, values: tuple[object, ...]) -> Finding | None:
    """Return what does not hold in values that are tested against a choice."""
    if not isinstance(source, OneChoice | Multi) or source.choices_from:
        return None
    known = [choice.id for choice in source.choices]
    wrong = [value for value in values if value not in known]
    if not wrong:
        return None
    rule = f'"{source.id}" has no choice "{wrong[0]}"'
    return Finding(step, "when", rule, f"use {', '.join(known)}")
