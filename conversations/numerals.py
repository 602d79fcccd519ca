"""How the people of one language say a number, and the small words around it.

Each language has one file, `locales/<locale>/numbers.toml`, read by whoever may read files; what it
says is checked here. Without a file only digits are understood, and nothing is lost but that.
"""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Phrase = Annotated[str, StringConstraints(pattern=r"^[^\W\d_](?:[^\W\d_]|[ .'-])*$", max_length=40)]
"""Letters, and what may stand between them: no digit, and nothing that a pattern would mean."""

MOST = 100


class NumeralsBroken(ValueError):
    """A file about the numbers of a language does not hold."""


class _File(BaseModel):
    """The shape of a file: each list may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: int
    numbers: dict[int, tuple[Phrase, ...]] = {}
    compounds: tuple[str, ...] = ()
    before: tuple[Phrase, ...] = ()
    after: tuple[Phrase, ...] = ()
    goes_on: tuple[Phrase, ...] = ()
    of: tuple[Phrase, ...] = ()
    percent: tuple[Phrase, ...] = ()
    between: tuple[Phrase, ...] = ()
    to: tuple[Phrase, ...] = ()
    join: tuple[Phrase, ...] = ()
    link: tuple[Phrase, ...] = ()
    lead: tuple[Phrase, ...] = ()
    reason: tuple[Phrase, ...] = ()


@dataclass(frozen=True, eq=False)  # each language is made once
class Numerals:
    """The numbers 0 to 100 by their words, and patterns of the words around a number.

    `before`: says nothing ("about", "I think"); `after`: says nothing ("or so"); `goes_on`: begins
    what is more than the number ("because"); `of`, `percent`: "6 out of 10"; `between`, `to`: two
    ends; `join`: between two feelings; `link`: between a feeling and its number; `lead`: before a
    feeling; `reason`: where a list of feelings ends.
    """

    file: _File = field(default_factory=lambda: _File(format=1))

    @cached_property
    def words(self) -> dict[str, int]:
        """Every way to write a number in words, folded."""
        named = self.file.numbers
        found = {_folded(said): number for number, ways in named.items() for said in ways}
        for ten in range(20, MOST, 10):
            for one in range(1, 10):
                found |= {
                    _folded(shape.replace("{ten}", tens).replace("{one}", ones)): ten + one
                    for shape in self.file.compounds
                    for tens in named.get(ten, ())
                    for ones in named.get(one, ())
                }
        return found

    @cached_property
    def _word(self) -> re.Pattern[str] | None:
        ways = sorted(self.words, key=len, reverse=True)
        spaced = [re.escape(way).replace(r"\ ", r"\s+") for way in ways]
        return re.compile(rf"(?<![\w'’-])(?:{'|'.join(spaced)})(?![\w'’-])", re.I) if ways else None

    def digits(self, text: str, *, least: int = 0) -> str:
        """Return the text with the numbers from `least` on written in digits."""
        if self._word is None:
            return text

        def written(found: re.Match[str]) -> str:
            number = self.words.get(_folded(found.group()))
            return found.group() if number is None or number < least else str(number)

        return self._word.sub(written, text)

    def any_of(self, *names: str) -> str:
        """Return a pattern for any phrase of these lists; it fits nothing if they are empty."""
        ways = {way for name in names for way in getattr(self.file, name)}
        ordered = sorted(ways, key=len, reverse=True)
        spaced = [re.escape(way).replace(r"\ ", r"\s+").replace("'", "['’]") for way in ordered]
        return rf"(?:{'|'.join(spaced)})" if spaced else r"(?!)"


def _folded(said: str) -> str:
    return " ".join(said.casefold().split())


DIGITS = Numerals()
"""Of no language: digits only."""


def read_numerals(source: str) -> Numerals:
    """Return what a `numbers.toml` says; raise `NumeralsBroken`."""
    try:
        file = _File.model_validate(tomllib.loads(source))
    except ValueError as error:
        raise NumeralsBroken(str(error)) from error
    if file.format != 1 or any(not 0 <= number <= MOST for number in file.numbers):
        raise NumeralsBroken(f"format = 1, and numbers from 0 to {MOST}")
    return Numerals(file)
