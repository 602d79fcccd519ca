"""Which patterns can match a sentence at all, told by its words, without running one of them.

A pattern such as "going to (?:die|be dead)" needs three words: one that begins with "going ", one
with "to ", and one with "die " or "dead ". What a pattern needs is read from the pattern itself,
whatever stands in it; what cannot be read needs nothing, and such a pattern is always possible. So
nothing is lost: what a sieve holds back would have found nothing. It must not know what the
patterns are for.
"""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

Need = frozenset[str]
"""Beginnings of words, a blank for a word's end: whatever matches has a word with one of these."""
Parsed = Iterable[tuple[Any, Any]]

MOST = 64
"""Strings that a part of a pattern is spelled out to; a part that stands for more is not."""
WIDEST = 256
"""Beginnings in one need; what more could meet is no need."""
DEEP = 3
"""Needs of a pattern that are asked for, those first that fewest sentences meet."""

_parser: Any = importlib.import_module("re._parser")
_LITERAL: Any = importlib.import_module("re._constants").LITERAL
_EMPTY = frozenset({""})
_WORD = re.compile(r"\w+")
_SIGN = re.compile(r"\W")
_PIECE = re.compile(r"\w+\W*|\W+")
_BEGINNING = re.compile(r"(?<= )\w+ ?")


class Sieve:
    """Tells which of several patterns, each at borders of words, may match in a sentence."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._met: list[dict[str, int]] = [{} for _ in range(DEEP)]
        """For each depth: the patterns whose need at that depth a beginning meets, as bits."""
        self._free = [0] * DEEP
        """For each depth: the patterns that have no more needs."""
        for number, pattern in enumerate(patterns):
            needs = needs_of(pattern)
            for depth, met in enumerate(self._met):
                if depth >= len(needs):
                    self._free[depth] |= 1 << number
                    continue
                for beginning in needs[depth]:
                    met[beginning] = met.get(beginning, 0) | 1 << number
        self._longest = max((len(one) for met in self._met for one in met), default=0)

    def possible(self, sentence: str) -> Iterator[int]:
        """Yield the numbers of the patterns that may match somewhere in a sentence, in order."""
        words = {f"{word} " for word in _WORD.findall(sentence)}
        begun = {
            word[:end] for word in words for end in range(1, min(len(word), self._longest) + 1)
        }
        left = -1
        for met, free in zip(self._met, self._free, strict=True):
            able = free
            for beginning in begun & met.keys():
                able |= met[beginning]
            left &= able
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest


def needs_of(pattern: str) -> tuple[Need, ...]:
    """Return what a sentence needs so that a pattern, at borders of words, matches within it.

    Those that the fewest sentences meet stand first.
    """
    end = (_LITERAL, ord(" "))
    return tuple(sorted(set(_row([*_parser.parse(pattern), end], fresh=True).needs), key=_met_by))


@dataclass(frozen=True, slots=True, repr=False)
class _Part:
    """What is known of a part of a pattern; nothing, by default.

    `strings`: all that it matches, None for more than can be told. `starts`: with one of these
    begins what it matches. `needs`: what it needs beside that. `fresh`: whether what follows it
    begins a word.
    """

    strings: frozenset[str] | None = None
    starts: frozenset[str] = _EMPTY
    needs: tuple[Need, ...] = ()
    fresh: bool = False


def _row(parts: Parsed, *, fresh: bool) -> _Part:
    """Parts one after another. `fresh`: whether the first begins a word."""
    needs: list[Need] = []
    strings: frozenset[str] | None = _EMPTY
    starts = _EMPTY
    run, begun = _EMPTY, fresh  # what stands since the last word's end, or since what is unknown
    for part in _parts(parts, fresh=fresh):
        if strings is not None:
            starts = _joined(strings, part.starts) or strings
        strings = _joined(strings, part.strings)
        longer = _joined(run, part.starts)
        if longer is None:
            needs += _needed(run, begun)
            longer, begun = part.starts, fresh
        if part.strings is None or part.fresh:
            needs += (*_needed(longer, begun), *part.needs)
            longer, begun = _EMPTY, part.fresh
        run, fresh = longer, part.fresh
    needs += _needed(run, begun)
    return _Part(strings, starts, tuple(needs), fresh)


def _joined(these: frozenset[str] | None, those: frozenset[str] | None) -> frozenset[str] | None:
    if these is None or those is None or len(these) * len(those) > MOST:
        return None
    return frozenset(one + other for one in these for other in those)


def _parts(parts: Parsed, *, fresh: bool) -> Iterator[_Part]:
    """What is known of each; letters that stand together are one part, or as many as words."""
    for one in _joined_letters(parts):
        part = _spelled({one}, fresh) if isinstance(one, str) else _part(*one, fresh=fresh)
        fresh = part.fresh
        yield part


def _joined_letters(parts: Parsed) -> Iterator[str | tuple[Any, Any]]:
    letters = ""
    for kind, value in parts:
        if kind is _LITERAL:
            letters += chr(value)
            continue
        yield from _PIECE.findall(letters)
        letters = ""
        yield kind, value
    yield from _PIECE.findall(letters)


def _part(kind: Any, value: Any, *, fresh: bool) -> _Part:
    match str(kind):
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _spelled({""}, fresh)
        case "IN":
            return _signs(value, fresh)
        case "SUBPATTERN" if not (value[1] or value[2]):  # flags
            return _row(value[3], fresh=fresh)
        case "BRANCH":
            return _choice([_row(one, fresh=fresh) for one in value[1]], fresh)
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(*value, fresh=fresh)
        case _:
            return _Part()


def _spelled(strings: Iterable[str], fresh: bool) -> _Part:
    strings = frozenset(strings)
    after = all(_SIGN.match(one[-1]) if one else fresh for one in strings)
    return _Part(strings, strings, (), after)


def _signs(among: Parsed, fresh: bool) -> _Part:
    signs: set[str] = set()
    for kind, value in among:
        match str(kind):
            case "LITERAL":
                signs.add(chr(value))
            case "RANGE" if value[1] - value[0] < MOST:
                signs.update(map(chr, range(value[0], value[1] + 1)))
            case _:
                return _Part()
    return _spelled(signs, fresh) if len(signs) <= MOST else _Part()


def _choice(parts: Sequence[_Part], fresh: bool) -> _Part:
    strings = [part.strings for part in parts if part.strings is not None]
    every = frozenset[str]().union(*strings)
    if len(strings) == len(parts) and len(every) <= MOST:
        return _spelled(every, fresh)
    needs: list[Need] = []
    if all(part.needs for part in parts):
        needs = _narrowed(chain.from_iterable(min(one.needs, key=_met_by) for one in parts))
    starts = frozenset[str]().union(*(part.starts for part in parts))
    return _Part(
        None,
        starts if len(starts) <= WIDEST else _EMPTY,
        tuple(needs),
        all(part.fresh for part in parts),
    )


def _repeated(least: int, most: int, parts: Parsed, *, fresh: bool) -> _Part:
    once = _row(parts, fresh=fresh)
    powers: list[frozenset[str] | None] = [_EMPTY]
    while len(powers) <= most and powers[-1] is not None:
        powers.append(_joined(powers[-1], once.strings) if len(powers) <= MOST else None)
    if powers[-1] is not None:
        return _spelled(chain.from_iterable(one for one in powers[least:] if one), fresh)
    if least:
        return replace(once, strings=None)
    return _Part(fresh=fresh and once.fresh)


def _needed(strings: Iterable[str], begun: bool) -> list[Need]:
    """What strings need that stand after something else. `begun`: whether they begin a word."""
    border = " " if begun else ""
    longest: list[str] = []
    for one in strings:
        found: list[str] = _BEGINNING.findall(border + _SIGN.sub(" ", one))
        if not found:
            return []
        longest.append(max(found, key=len))
    return _narrowed(longest)


def _narrowed(beginnings: Iterable[str]) -> list[Need]:
    """A need without what another beginning in it implies, if it is not too wide."""
    kept: list[str] = []
    for one in sorted(set(beginnings), key=len):
        if not one.startswith(tuple(kept)):
            kept.append(one)
    return [frozenset(kept)] if 0 < len(kept) <= WIDEST else []


def _met_by(need: Need) -> float:
    """Roughly how many sentences meet it: short beginnings are met by many."""
    return sum(len(one) ** -3 for one in need)
