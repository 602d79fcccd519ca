"""Finds the line of a key in TOML text. The parser of the standard library gives no places.

It reads headers and keys line by line and skips texts in triple quotes; where it is unsure it
answers with the line of the nearest header above.
"""

import re
from collections.abc import Sequence

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\"'-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_\"'-]+)\s*=")
_TRIPLE = re.compile(r"\"\"\"|'''")

Place = tuple[str | int, ...]


class Lines:
    """Where each table and key of one TOML text stands."""

    def __init__(self, source: str) -> None:
        self._places: dict[Place, int] = {}
        self._counts: dict[str, int] = {}
        here: Place = ()
        quote = ""
        for number, line in enumerate(source.splitlines(), 1):
            if not quote:
                here = self._read(line, number, here)
            quote = _still_open(line, quote)

    def find(self, path: Sequence[str | int]) -> int | None:
        """Return the line of the longest known beginning of `path`."""
        for length in range(len(path), 0, -1):
            if found := self._places.get(tuple(path[:length])):
                return found
        return None

    def _read(self, line: str, number: int, here: Place) -> Place:
        if header := _HEADER.match(line):
            names = [name.strip("\"'") for name in header[2].split(".")]
            here = self._table(names, array=header[1] == "[[")
            self._places.setdefault(here, number)
        elif key := _KEY.match(line):
            self._places.setdefault((*here, key[1].strip("\"'")), number)
        return here

    def _table(self, names: list[str], *, array: bool) -> Place:
        """The place of a table; an array of tables adds its number, also as a parent of others."""
        place: Place = ()
        for depth, name in enumerate(names):
            place = (*place, name)
            counted = ".".join(map(str, place))
            if array and depth == len(names) - 1:
                self._counts[counted] = self._counts.get(counted, -1) + 1
            if counted in self._counts:
                place = (*place, self._counts[counted])
        return place


def _still_open(line: str, quote: str) -> str:
    """Return the triple quote that is open after this line, or nothing."""
    for found in _TRIPLE.findall(line):
        if not quote:
            quote = found
        elif found == quote:
            quote = ""
    return quote
