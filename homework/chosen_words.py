"""What was chosen with a practice, in words: its item of the list, what it is for, how often.

The same for both who agreed on it.
"""

from collections.abc import Iterator

from conversations.model import Number, OneChoice, Step, Worksheet
from conversations.session import Variant
from conversations.texts import Texts
from homework import handing
from homework.hierarchy import Item
from homework.store.wording import Texts as Said


def settable(sheet: Worksheet) -> tuple[OneChoice | Number, ...]:
    """Return the steps of a sheet that the therapist sets, in order."""
    steps = (step for step in sheet.steps if step.given == "therapist")
    return tuple(step for step in steps if isinstance(step, OneChoice | Number))


def lines(
    sheet: Worksheet,
    said: Said,
    texts: Texts,
    form: Variant | None = None,
    before: Said | None = None,
) -> Iterator[str]:
    """Yield what was chosen, a line each (HTML); what is usual only where that says something.

    `form`: the agreed one; what it does not ask is left out. `before`: what was set until now: it
    says something that it is as usual again."""
    if said.item is not None:
        yield texts.html("chosen-item", item=item_words(said.item, texts))
    for step in settable(sheet):
        if form is not None and form not in step.variants:
            continue
        was_usual = before is None or _is_usual(step, before)
        if isinstance(step, OneChoice) and step.quiet and was_usual and _is_usual(step, said):
            continue
        yield texts.html("chosen-line", label=step.name, said=setting_words(step, said, texts))


def _is_usual(step: OneChoice | Number, said: Said) -> bool:
    return isinstance(step, OneChoice) and handing.setting(step, said) == step.choices[0].id


def item_words(item: Item, texts: Texts) -> str:
    """Return an item and how hard it is: "Ask a stranger the time (30)"."""
    return texts.plain("list-item", words=item.words, number=item.difficulty)


def setting_words(step: Step, said: Said, texts: Texts) -> str:
    """Return what is set for a step."""
    value = handing.setting(step, said)
    if isinstance(step, OneChoice):
        return next((choice.label for choice in step.choices if choice.id == value), "")
    unit = step.unit if isinstance(step, Number) else ""
    return f"{value} {unit}".strip()
