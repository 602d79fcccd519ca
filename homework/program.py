"""What a program is: practices one after another, as data that travels with the bot.

Outside data (TOML) enters here. It must not know people, nor what time it is now.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from conversations.model import Line, Name, Prose
from conversations.session import Variant
from homework.packaged import ENGLISH, PackageBroken, sources, translations, worksheets
from homework.spoken import schedule_in
from homework.spoken_days import Unread

Begins = Literal["at_once", "after_completion", "after_days", "interval"]
"""Together with the first; once the link before it is complete; so many days after that; so many
days after the link before it began, whatever was done."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Link(_Record):
    """One practice of a program. It is complete when `entries` sheets were finished, or its weeks
    are over. `schedule` is typed as a therapist would type it. An exposure is none of a chain:
    which step of their list it is the two decide when it is set, not weeks before."""

    worksheet: Name
    variant: Variant = "full"
    schedule: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    weeks: int = Field(ge=1, le=12)
    enough: Annotated[str, StringConstraints(max_length=200)] = ""
    entries: int | None = Field(default=None, ge=1, le=50)
    begins: Begins
    days: int = Field(default=0, ge=0, le=60)

    @model_validator(mode="after")
    def _sound(self) -> "Link":
        if isinstance(schedule_in(self.schedule, date(2027, 1, 1)), Unread):
            raise ValueError(f"the schedule {self.schedule!r} cannot be read")
        if (self.begins in ("after_days", "interval")) != (self.days > 0):
            raise ValueError("give days with after_days and interval, and only there")
        return self


class Program(_Record):
    """A chain of practices; the first begins when the client says yes."""

    format: Literal[1]
    id: Name
    title: Line
    about: Prose
    links: tuple[Link, ...] = Field(min_length=1, max_length=8)

    @model_validator(mode="after")
    def _first(self) -> "Program":
        if self.links[0].begins != "at_once":
            raise ValueError('the first link must begin "at_once"')
        return self


def read(source: str, name: str) -> Program:
    """Return the program of a TOML text; raise `PackageBroken`."""
    try:
        return Program.model_validate(tomllib.loads(source))
    except (tomllib.TOMLDecodeError, ValidationError) as problem:
        raise PackageBroken(f"{name}: {problem}") from problem


def checked(program: Program) -> Program:
    """Return the program if each of its sheets may be set weeks ahead; raise `PackageBroken`."""
    for link in program.links:
        sheet = worksheets().get(link.worksheet)
        if sheet is None or link.variant not in sheet.variants:
            raise PackageBroken(f"{program.id}: there is no {link.worksheet}, {link.variant}")
        if "exposure" in sheet.nature:
            raise PackageBroken(f"{program.id}: {sheet.id} is about a step that is chosen later")
    return program


class _Linked(_Record):
    enough: Annotated[str, StringConstraints(min_length=1, max_length=200)]


class _Words(_Record):
    """A program in another language, `<id>.<locale>.toml`; its links by their worksheet."""

    format: Literal[1]
    id: Name
    locale: str
    title: Line
    about: Prose
    links: dict[str, _Linked] = {}


def translate(program: Program, source: str, name: str) -> Program:
    """Return a program with the words of a translation, all of them; raise `PackageBroken`."""
    try:
        words = _Words.model_validate(tomllib.loads(source))
    except (tomllib.TOMLDecodeError, ValidationError) as problem:
        raise PackageBroken(f"{name}: {problem}") from problem
    said = {link.worksheet for link in program.links if link.enough}
    if words.id != program.id or words.links.keys() != said:
        raise PackageBroken(f"{name}: it has to say the words of {program.id}, and no others")
    links = [
        link.model_copy(update={"enough": words.links[link.worksheet].enough})
        if link.enough
        else link
        for link in program.links
    ]
    changed = {"title": words.title, "about": words.about, "links": tuple(links)}
    return program.model_copy(update=changed)


@cache
def programs(locale: str = ENGLISH) -> Mapping[str, Program]:
    """Return the shipped programs by id, in the words of a locale where there are any."""
    found = [checked(read(source, name)) for name, source in sources("programs").items()]
    other = translations("programs")
    said = [
        translate(one, other[one.id, locale], f"{one.id}.{locale}.toml")
        if (one.id, locale) in other
        else one
        for one in found
    ]
    return MappingProxyType({one.id: one for one in said})
