"""Texts at which a pattern is slow if any text makes it slow: one of its repeats goes on and on.

An example of what the pattern fits is made from its own parts, with one repeat of it as long as a
message may be, and something at the end at which it cannot fit.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]
_CATEGORIES = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_SPACE": " ",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_NOT_WORD": " ",
}
_LIKELY = " a1,.:-~\nA/é"
LONG = 50
"""A repeat that goes on at most so often costs little; what is bounded is multiplied by hand."""
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def pumped(pattern: str, flags: int, length: int, chance: random.Random) -> Iterator[str]:
    """Return texts of at most `length` characters for each repeat in a pattern."""
    tree = _parser.parse(pattern, flags)
    alike = Counter[str]()
    places: list[int] = []
    for place, (_, _, inner) in enumerate(_repeats(tree)):
        alike[str(inner)] += 1
        if alike[str(inner)] <= 4:
            places.append(place)
    for place in places:
        for _ in range(3):
            made = _Example(place, length, chance)
            body = made.of(tree)
            for end in ("", "\x00", "a1 "):
                yield body[: length - len(end)] + end
    for sign in _LIKELY:
        yield sign * (length - 1) + "\x00"
        yield (sign + "a ") * (length // 3)


def _repeats(tree: Any) -> Iterator[Any]:
    for kind, value in tree:
        if str(kind) in REPEATS and value[1] >= LONG:
            yield value
        for inner in _inner(str(kind), value):
            yield from _repeats(inner)


def _inner(kind: str, value: Any) -> Sequence[Any]:
    match kind:
        case "SUBPATTERN":
            return [value[3]]
        case "BRANCH":
            return value[1]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return [value[2]]
        case "ATOMIC_GROUP":
            return [value]
        case _:
            return []


class _Example:
    """One text that fits, whose `place`th repeat is long."""

    def __init__(self, place: int, length: int, chance: random.Random) -> None:
        self._place, self._length, self._chance = place, length, chance
        self._met = -1

    def of(self, tree: Any) -> str:
        return "".join(self._one(str(kind), value) for kind, value in tree)

    def _one(self, kind: str, value: Any) -> str:
        match kind:
            case "LITERAL":
                return chr(value)
            case "NOT_LITERAL":
                return next(one for one in _LIKELY if one != chr(value))
            case "ANY":
                return self._chance.choice(_LIKELY)
            case "IN":
                return self._of_set(value)
            case "BRANCH":
                made = [self.of(branch) for branch in value[1]]  # each repeat is met once
                longest = max(made, key=len)
                return longest if len(longest) > 200 else self._chance.choice(made)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*value)
            case "SUBPATTERN":
                return self.of(value[3])
            case "ATOMIC_GROUP":
                return self.of(value)
            case _:  # looks around, ends, groups again: nothing is taken
                return ""

    def _repeated(self, least: int, most: int, tree: Any) -> str:
        here = most >= LONG
        self._met += here
        chosen = here and self._met == self._place
        inner = self.of(tree)
        if chosen and inner:
            again = _Example(-1, self._length, self._chance)
            parts = [inner, *(again.of(tree) for _ in range(3))]
            return "".join(self._chance.choices(parts, k=self._length // max(1, len(inner))))
        return inner * max(least, 1 if len(inner) > 200 else self._chance.randint(least, least + 1))

    def _of_set(self, items: Any) -> str:
        if str(items[0][0]) == "NEGATE":
            fits = re.compile(f"[^{''.join(map(_written, items[1:]))}]")
            return self._chance.choice([one for one in _LIKELY if fits.match(one)] or ["a"])
        kind, value = self._chance.choice(items)
        match str(kind):
            case "LITERAL":
                return chr(value)
            case "RANGE":
                return chr(self._chance.choice(value))
            case "CATEGORY":
                return _CATEGORIES[str(value)]
            case _:
                return "a"


def _written(item: Any) -> str:
    kind, value = item
    match str(kind):
        case "LITERAL":
            return re.escape(chr(value))
        case "RANGE":
            return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        case _:
            return {"1": r"\d", " ": r"\s", "a": r"\w"}[_CATEGORIES[str(value)]]
