"""What the people of one language type, and who has read its words.

It stands in `locales/<locale>/language.toml`, read by whoever may read files; what it says is
checked here. Without a file only buttons, digits and dates in figures are understood, and nothing
is lost but that.
"""

import tomllib
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator, model_validator

from conversations.daywords import DayWords
from conversations.numerals import DIGITS, Numerals

Said = Annotated[str, StringConstraints(pattern=r"^\S(?:.*\S)?$", max_length=60)]
Listed = tuple[Said, ...]


class LanguageBroken(ValueError):
    """A file about a language does not hold."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Moves(_Record):
    """Whole messages that do what a button does.

    `stop` ends and `start` lets run a clock inside a sheet; `cannot` is heard as `stop` where
    nothing is written meanwhile, also as a clause of a short message. `enough`: nothing more,
    besides `all`; `done`: the review is seen, besides `all`. `decline`: wants nothing of what is
    asked for just now.
    """

    skip: Listed = ()
    back: Listed = ()
    pause: Listed = ()
    too_much: Listed = ()
    stop: Listed = ()
    cannot: Listed = ()
    decline: Listed = ()
    start: Listed = ()
    all: Listed = ()
    enough: Listed = ()
    done: Listed = ()


class Answers(_Record):
    """Words that answer a yes-or-no question or an information.

    `then`: what a sentence after "yes" begins with; `on`: have read it; `number`: before the number
    of a line.
    """

    yes: Listed = ()
    no: Listed = ()
    then: Listed = ()
    on: Listed = ()
    number: Listed = ()


class Wording(_Record):
    """What no text of this language may say: `never` at all (word beginnings), `private` where
    others may read along."""

    never: Listed = ()
    private: Listed = ()


class _File(_Record):
    format: int
    name: str
    original: bool = False
    reviewed_by: str = ""
    reviewed_on: date | None = None
    crisis: Listed = ()
    moves: Moves = Moves()
    answers: Answers = Answers()
    days: DayWords = DayWords()
    wording: Wording = Wording()

    @field_validator("reviewed_on", mode="before")
    @classmethod
    def _unset(cls, value: object) -> object:
        return None if value == "" else value

    @model_validator(mode="after")
    def _both(self) -> "_File":
        if self.format != 1:
            raise ValueError("format = 1")
        if bool(self.reviewed_by.strip()) != (self.reviewed_on is not None):
            raise ValueError("reviewed_by and reviewed_on are given together")
        return self


@dataclass(frozen=True, eq=False)  # each language is made once
class Language:
    """How the people of one language type, its own words first, then those that work everywhere.

    `files`: what was read, the language's own first; `numerals`: how they say numbers.
    """

    files: tuple[_File, ...] = field(default=(), repr=False)
    numerals: Numerals = DIGITS

    @property
    def name(self) -> str:
        """The language's name for itself."""
        return self.files[0].name if self.files else ""

    @property
    def reviewed(self) -> bool:
        """Whether a native speaker wrote or read its words; if not they are a machine's draft."""
        return bool(self.files and (self.files[0].original or self.files[0].reviewed_by))

    @property
    def wording(self) -> Wording:
        """What its texts may not say."""
        return self.files[0].wording if self.files else Wording()

    @cached_property
    def days(self) -> tuple[DayWords, ...]:
        """How days and times of day are written."""
        return tuple(file.days for file in self.files)

    @cached_property
    def skip(self) -> frozenset[str]:
        """Leaves a question out."""
        return self._moves("skip")

    @cached_property
    def back(self) -> frozenset[str]:
        """Goes to the question before."""
        return self._moves("back")

    @cached_property
    def pause(self) -> frozenset[str]:
        """Puts the sheet aside."""
        return self._moves("pause")

    @cached_property
    def too_much(self) -> frozenset[str]:
        """Takes the smaller form."""
        return self._moves("too_much")

    @cached_property
    def stop(self) -> frozenset[str]:
        """Ends a clock that runs, and the sheet."""
        return self._moves("stop")

    @cached_property
    def cannot(self) -> frozenset[str]:
        """Says that one cannot go on."""
        return self._moves("cannot")

    @cached_property
    def decline(self) -> frozenset[str]:
        """Leaves out what a prompt asks for."""
        return self._moves("decline")

    @cached_property
    def start(self) -> frozenset[str]:
        """Lets a clock run."""
        return self._moves("start")

    @cached_property
    def all(self) -> frozenset[str]:
        """That is all of it."""
        return self._moves("all")

    @cached_property
    def enough(self) -> frozenset[str]:
        """There is no more of it."""
        return self._moves("all", "enough")

    @cached_property
    def done(self) -> frozenset[str]:
        """The review is seen."""
        return self._moves("all", "done")

    @cached_property
    def yes(self) -> frozenset[str]:
        """Yes."""
        return self._answers("yes")

    @cached_property
    def no(self) -> frozenset[str]:
        """No."""
        return self._answers("no")

    @cached_property
    def then(self) -> frozenset[str]:
        """Begins a sentence after yes or no."""
        return self._answers("then")

    @cached_property
    def on(self) -> frozenset[str]:
        """Has read it."""
        return self._answers("yes", "on")

    @cached_property
    def number(self) -> frozenset[str]:
        """Stands before the number of a line."""
        return self._answers("number")

    @cached_property
    def crisis(self) -> frozenset[str]:
        """Calls for help."""
        return frozenset(said for file in self.files for said in file.crisis)

    def beside(self, other: "Language") -> "Language":
        """Return this language with the words of another one understood too."""
        return replace(self, files=(*self.files, *other.files))

    def _moves(self, *names: str) -> frozenset[str]:
        found = (getattr(file.moves, name) for file in self.files for name in names)
        return frozenset(folded(said) for listed in found for said in listed)

    def _answers(self, *names: str) -> frozenset[str]:
        found = (getattr(file.answers, name) for file in self.files for name in names)
        return frozenset(folded(said) for listed in found for said in listed)


def folded(text: str) -> str:
    """Return a message as it is looked up: small letters, plain marks, no full stop."""
    return " ".join(text.casefold().replace("’", "'").strip(" .!¡").split())


UNSPOKEN = Language()
"""Of no language: buttons, digits and dates in figures."""


def read_language(source: str, numerals: Numerals = DIGITS) -> Language:
    """Return what a `language.toml` says; raise `LanguageBroken`."""
    try:
        file = _File.model_validate(tomllib.loads(source))
    except ValueError as error:
        raise LanguageBroken(str(error)) from error
    return Language((file,), numerals)
