"""A client's list: about ten situations, each with how hard it is from 0 to 100.

Therapist and client make it together; a practice is about one of its items. Lines that are typed
become items here. It must not know where a list is kept, nor choose an item for anybody.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from zlib import crc32

from conversations.model import Hierarchy
from conversations.path import fold_name
from conversations.session import Json

KINDS: tuple[Hierarchy, ...] = ("fears", "moments")
"""What a list is of: what is feared, and moments in which to say what one wants."""
MOST = 20
"""Items of one list."""
LONGEST = 120
"""Characters of the words of an item."""
_LONGEST_LINE = LONGEST + 30
"""With its number. Nothing longer is looked at closely, which takes the square of its length."""
_LINE = re.compile(
    r"(?P<words>.*?\S)[\s:=,;–—-]+\(?(?P<number>\d{1,3})\)?(?:\s*/\s*100|\s*%)?\.?", re.S
)


@dataclass(frozen=True, slots=True)
class Item:
    """A situation. `proposed`: by the client, and not agreed on yet: no practice is about it."""

    id: str
    words: str = field(repr=False)
    difficulty: int = field(repr=False)
    proposed: bool = False


Items = tuple[Item, ...]
Lists = Mapping[Hierarchy, Items]


def kind_of(name: str) -> Hierarchy | None:
    """Return the list of that name."""
    match name:
        case "fears" | "moments":
            return name
        case _:
            return None


def agreed(items: Sequence[Item]) -> Items:
    """Return the items that a practice can be about, the easiest first."""
    return tuple(one for one in in_order(items) if not one.proposed)


def in_order(items: Iterable[Item]) -> Items:
    """Return items by how hard they are, the easiest first."""
    return tuple(sorted(items, key=lambda one: (one.difficulty, one.words.casefold())))


def read(text: str) -> tuple[list[tuple[str, int]], list[str]]:
    """Return the items of typed lines such as "Ask a stranger the time 30", and the lines that are
    none."""
    found: list[tuple[str, int]] = []
    unread: list[str] = []
    for line in filter(None, (line.strip(" \t•*") for line in text.splitlines())):
        close = " ".join(line.split())
        match = _LINE.fullmatch(close) if len(close) <= _LONGEST_LINE else None
        number = int(match["number"]) if match else 101
        words = match["words"] if match else ""
        if number > 100 or len(words) > LONGEST or not any(map(str.isalpha, words)):
            unread.append(line)
        else:
            found.append((words, number))
    return found, unread


def put(items: Items, said: Sequence[tuple[str, int]], *, proposed: bool = False) -> Items | None:
    """Return a list with what was typed: new items, and new numbers for words that are there.

    What a client proposes changes nothing that was agreed. None where there is no room.
    """
    kept = {one.id: one for one in items}
    for words, number in said:
        same = next(
            (one for one in kept.values() if fold_name(one.words) == fold_name(words)), None
        )
        if same is None:
            new = Item(_id_of(words, kept), words, number, proposed)
            kept[new.id] = new
        elif same.proposed or not proposed:
            kept[same.id] = replace(same, difficulty=number, proposed=proposed)
    return tuple(kept.values()) if len(kept) <= MOST else None


def _id_of(words: str, kept: Mapping[str, Item]) -> str:
    """A short id for words: a button about an item that was dropped never means another one."""
    key, more = "", 0
    while not key or key in kept:
        key = f"i{crc32((fold_name(words) + '.' * more).encode()):08x}"
        more += 1
    return key


def agree(items: Items, key: str) -> Items:
    """Return a list in which what was proposed is agreed on."""
    return tuple(replace(one, proposed=False) if one.id == key else one for one in items)


def drop(items: Items, key: str) -> Items:
    """Return a list without an item."""
    return tuple(one for one in items if one.id != key)


def find(items: Sequence[Item], key: str) -> Item | None:
    """Return an item by its id."""
    return next((one for one in items if one.id == key), None)


# As it is kept ------------------------------------------------------------------------------------


def item_to_json(one: Item) -> dict[str, Json]:
    """Return an item as its column holds it."""
    value: dict[str, Json] = {"id": one.id, "words": one.words, "difficulty": one.difficulty}
    return value | {"proposed": True} if one.proposed else value


def item_from_json(value: Json) -> Item | None:
    """Return the item that `item_to_json` wrote, None for anything else."""
    if not isinstance(value, dict):
        return None
    number = value.get("difficulty")
    return Item(
        str(value.get("id")),
        str(value.get("words")),
        number if isinstance(number, int) else 0,
        value.get("proposed") is True,
    )


def to_json(lists: Lists) -> dict[str, Json]:
    """Return a client's lists as their column holds them."""
    return {kind: [item_to_json(one) for one in items] for kind, items in lists.items() if items}


def from_json(body: Mapping[str, Json]) -> dict[Hierarchy, Items]:
    """Return the lists that `to_json` wrote."""
    found: dict[Hierarchy, Items] = {}
    for kind in KINDS:
        kept = body.get(kind)
        items = [item_from_json(one) for one in kept] if isinstance(kept, list) else []
        found[kind] = tuple(one for one in items if one is not None)
    return found
