"""The answers of an entry one by one, in the order of the sheet: what a row of a table is made of.

Lists fall apart into their items. Nothing is put into words that depend on a language: an answer is
what its writer wrote, the label they pressed, or a number. It must not know any file format.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from conversations import countdown
from conversations.model import Countdown, Info, Multi, OneChoice, Scale, Step, Worksheet
from conversations.path import cannot_yet
from conversations.session import Json
from homework.reports.shared import Answers, Shared

ANSWERED, SKIPPED, CANNOT_YET, CHOSEN = "answered", "skipped", "cannot_yet", "chosen"
GIVEN = "given"
"""What an answer may be. `chosen`: only how many lines were chosen is shared, `of` how many;
`given`: it came with the practice and was not asked for."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer, or one item of a list, from 1 on; 0 where the answer is no list.

    `name`: what is rated, where its writer or the agreement named it. `code`: id of a pressed
    answer. `round`: 0 now, 1 and more for what was answered before a part was put off.
    """

    step: Step
    what: str = field(default=ANSWERED, repr=False)
    item: int = 0
    name: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    number: int | float | None = field(default=None, repr=False)
    of: int | None = None
    code: str = field(default="", repr=False)
    round: int = 0


def said(sheet: Worksheet, one: Shared) -> Iterator[Said]:
    """Return what an entry says, as far as it is shared."""
    for number, answers in enumerate(one.put_off, 1):
        for step in sheet.steps:
            for each in _of(step, answers, one):
                yield replace(each, round=number)
    for step in sheet.steps:
        if isinstance(step, Info):  # what was read, or left unread, is no answer
            continue
        if step.id in one.counts:
            chosen, offered = one.counts[step.id]
            yield Said(step, CHOSEN, number=chosen, of=offered)
        elif step.id in one.skipped and not isinstance(step, Info):
            yield Said(step, SKIPPED)
        else:
            yield from _of(step, one.answers, one)


def label_of(step: Step, one: Shared) -> str:
    """Return the short name of a question as this entry has it."""
    return _named(step.name, step, one.names)


def _named(text: str, step: Step, names: Mapping[str, str]) -> str:
    if isinstance(step, Scale) and step.named:
        return text.replace("{name}", names.get(step.id, "…"))
    return text


def _of(step: Step, answers: Answers, one: Shared) -> Iterator[Said]:
    value = answers.get(step.id)
    if value is None or isinstance(step, Info):
        return
    if isinstance(step, Countdown):
        yield from _of_clock(step, value)
    elif cannot_yet(value):
        yield Said(step, CANNOT_YET)
    elif value == []:
        yield Said(step)  # none of them was chosen
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield replace(_item(step, item, one), item=number)
    else:
        what = GIVEN if step.id in one.given else ANSWERED
        yield replace(_item(step, value, one), what=what, name=one.names.get(step.id, ""))


def _of_clock(step: Countdown, value: Json) -> Iterator[Said]:
    """How many minutes a clock ran, then each rating given meanwhile, named by its minute."""
    yield Said(step, number=countdown.minutes(value))
    for number, (minute, rating) in enumerate(sorted(countdown.ratings(value).items()), 1):
        yield Said(step, item=number, name=str(minute), number=rating)


def _item(step: Step, value: Json, one: Shared) -> Said:
    if isinstance(value, dict):  # a feeling with its rating
        rating = value.get("rating")
        number = rating if isinstance(rating, int | float) else None
        return Said(step, name=str(value.get("name", "")), number=number)
    if isinstance(value, bool):
        return Said(step, code="yes" if value else "no")
    if isinstance(value, int | float):
        return Said(step, number=value)
    if isinstance(step, OneChoice | Multi):
        labels: dict[str, str] = {choice.id: choice.label for choice in step.choices}
        labels |= one.lists.get(step.id, {})
        return Said(step, words=labels.get(str(value), str(value)), code=str(value))
    return Said(step, words=str(value))
