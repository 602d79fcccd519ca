"""What a therapist chooses with a practice: the item of the list, what it is for, how often.

Of a draft before it is sent, and of a practice that runs. The easiest item is offered first; none
is taken by itself, and none is ever taken by the bot.
"""

from dataclasses import replace

from bot.exchange import Exchange
from bot.handlers.client_joins import in_columns
from conversations.markup import escape, shorten
from conversations.message import Button, Rows, tap
from conversations.model import Number, OneChoice, Worksheet
from conversations.texts import Texts
from homework import hierarchy
from homework.chosen_words import item_words, settable, setting_words
from homework.hierarchy import Items
from homework.store import audit, hierarchies
from homework.store.assignments import Assignment
from homework.store.wording import Texts as Said


def rows(noun: str, one: Assignment, sheet: Worksheet, texts: Texts) -> Rows:
    """Return a button to each thing that can be chosen. `noun`: whose buttons they are."""
    found: list[tuple[Button, ...]] = []
    if one.texts.item is not None:
        label = texts.plain("chosen-item-button", item=item_words(one.texts.item, texts))
        found.append((tap(shorten(label, 60), noun, one.id, "items"),))
    for place, step in enumerate(settable(sheet)):
        if one.variant not in step.variants:
            continue
        said = setting_words(step, one.texts, texts)
        label = texts.plain("chosen-button", label=step.name, said=said)
        found.append((tap(shorten(label, 60), noun, one.id, f"o{place}"),))
    return tuple(found)


def item_rows(noun: str, one: Assignment, items: Items, texts: Texts) -> Rows:
    """Return a button for each item, the easiest first."""
    return tuple(
        (tap(shorten(item_words(item, texts), 60), noun, one.id, f"i.{item.id}"),) for item in items
    )


async def ask(turn: Exchange, noun: str, one: Assignment, sheet: Worksheet) -> bool:
    """Ask what a button of `rows` is about; False if it is none of them."""
    if turn.value == "items":
        items = await _items(turn, one, sheet)
        await audit.note(turn.unit, turn.person.id, "read.list", one.client)
        said = turn.texts.html("chosen-ask-item")
        turn.say(said, item_rows(noun, one, items, turn.texts), client=one.client)
        return True
    steps = settable(sheet)
    place = int(turn.value[1:]) if turn.value[:1] == "o" and turn.value[1:].isdecimal() else -1
    if not 0 <= place < len(steps):
        return False
    step = steps[place]
    offered = [
        tap(shorten(label, 60), noun, one.id, f"o{place}.{number}")
        for number, label in enumerate(_choices(step))
    ]
    question = f"<b>{escape(step.prompt)}</b>"
    wide = 1 if isinstance(step, OneChoice) else 5
    turn.say(question, in_columns(offered, wide), client=one.client)
    return True


def _choices(step: OneChoice | Number) -> list[str]:
    if isinstance(step, OneChoice):
        return [choice.label for choice in step.choices]
    return [str(number) for number in range(int(step.min), int(step.max) + 1)]


async def _items(turn: Exchange, one: Assignment, sheet: Worksheet) -> Items:
    if sheet.hierarchy is None:
        return ()
    lists = await hierarchies.of_client(turn.unit, one.client)
    return hierarchy.agreed(lists[sheet.hierarchy])


async def taken(turn: Exchange, one: Assignment, sheet: Worksheet) -> Said | None:
    """Return the texts of a practice with what was pressed; None if it was nothing of it."""
    if turn.value.startswith("i."):
        item = hierarchy.find(await _items(turn, one, sheet), turn.value[2:])
        return None if item is None else replace(one.texts, item=item)
    place, _, number = turn.value[1:].partition(".")
    steps = settable(sheet)
    if turn.value[:1] != "o" or not place.isdecimal() or not number.isdecimal():
        return None
    step = steps[int(place)] if int(place) < len(steps) else None
    ids = [choice.id for choice in step.choices] if isinstance(step, OneChoice) else []
    values = ids if isinstance(step, OneChoice) or step is None else _choices(step)
    if step is None or int(number) >= len(values):
        return None
    return replace(one.texts, settings={**one.texts.settings, step.id: values[int(number)]})
