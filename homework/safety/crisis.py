"""Help now: emergency numbers and crisis lines, and the message that shows them.

Everything is loaded once at start, so the message can be made with the database gone. No number
comes from memory: what is not in the data file is not shown. It must not know who asked.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from conversations.markup import clean, shorten
from conversations.message import Button, Message, Rows, callback, reference
from conversations.texts import Texts
from homework import packaged
from homework.places import countries, country_name
from homework.together import named, together

REF = reference("crisis")
"""Callback reference. Values: `tell`, `country`, `c.<country code>` (`c.ZZ`: none of these)."""

UNLISTED = "ZZ"
OWN_FILE = "crisis_lines.toml"
"""In the data folder: the practice's own rows, in the shape of the shipped file."""

MOST_LINES = 3
_TEXT_ONLY = "(text only)"
_ROUND_THE_CLOCK = "24/7"
_A_ROW = 3
_NAME_LIMIT = 24
_OWN_WORDS_LIMIT = 1800

# How languages call themselves; said only where a line does not speak the reader's.
_LANGUAGES: Mapping[str, str] = {
    "da": "dansk",
    "de": "Deutsch",
    "en": "English",
    "es": "español",
    "fi": "suomi",
    "fr": "français",
    "hi": "हिन्दी",
    "it": "italiano",
    "ja": "日本語",
    "nl": "Nederlands",
    "no": "norsk",
    "pl": "polski",
    "pt": "português",
    "ru": "русский",
    "sv": "svenska",
    "uk": "українська",
}


class CrisisLinesInvalid(ValueError):
    """The file of crisis lines does not hold."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Line(_Row):
    """One line. `number` as dialled; `text`: how to write to it; `hours`: None = not known."""

    name: str = Field(min_length=1, max_length=120)
    number: str = Field(min_length=2, max_length=40)
    text: str | None = Field(default=None, max_length=120)
    hours: str | None = Field(default=None, max_length=120)
    languages: tuple[str, ...] = ()
    audience: Literal["all", "youth"] = "all"
    sources: tuple[str, ...] = ()
    source_date: date | None = None


class Country(_Row):
    """What is known of one country; either part may be missing."""

    code: str = Field(pattern=r"^[A-Z]{2}$")
    emergency: tuple[str, ...] = ()
    emergency_sources: tuple[str, ...] = ()
    line: tuple[Line, ...] = ()


class _Book(_Row):
    country: tuple[Country, ...] = ()


@dataclass(frozen=True, slots=True)
class CrisisBook:
    """All rows by country code."""

    countries: Mapping[str, Country]


def parse(source: str) -> Mapping[str, Country]:
    """Return the rows of a file of crisis lines by country; raise `CrisisLinesInvalid`."""
    try:
        book = _Book.model_validate(tomllib.loads(source))
    except tomllib.TOMLDecodeError as problem:
        raise CrisisLinesInvalid(f"crisis lines: {problem}") from problem
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CrisisLinesInvalid(f"crisis lines, {where}: {first['msg']}") from problem
    unknown = [row.code for row in book.country if row.code not in countries()]
    if unknown:
        raise CrisisLinesInvalid(f"crisis lines: {unknown[0]!r} is no country code")
    return MappingProxyType({row.code: row for row in book.country})


@cache
def shipped() -> CrisisBook:
    """Return the lines that travel with the program."""
    source = (files("homework.safety") / "crisis_lines.toml").read_text(encoding="utf-8")
    return CrisisBook(parse(source))


def load(data_dir: Path | None = None) -> CrisisBook:
    """Return the shipped lines; a row in the practice's own file replaces that country's row.

    Raises `CrisisLinesInvalid` when the own file does not hold, `OSError` when it can't be read.
    """
    own = data_dir / OWN_FILE if data_dir else None
    if own is None or not own.exists():
        return shipped()
    rows = parse(own.read_text(encoding="utf-8"))
    return CrisisBook(MappingProxyType({**shipped().countries, **rows}))


def crisis_message(
    texts: Texts,
    country: str | None,
    *,
    book: CrisisBook | None = None,
    youth: bool = False,
    therapists: Sequence[str] = (),
    after_hours: Sequence[tuple[str, str]] = (),
    plan: str | None = None,
    likely: Sequence[str] = (),
    unwatched: bool = True,
) -> Message:
    """Return "help now": emergency number first, one to three lines, then what nobody sees.

    `country`: a code, or None = not known, and then it is asked for, never assumed; `likely` codes
    stand first among the buttons. `therapists`: names for the button that tells them. `after_hours`
    (name, words) and `plan` are the therapists' and the client's own words, shown as written.
    `unwatched`: it ends with who does not see it; False where that is said in other words.
    """
    book = book or shipped()
    row = book.countries.get(country) if country else None
    parts = [texts.html("crisis-title"), _emergency(texts, row)]
    if country is None:
        parts.append(texts.html("crisis-which-country"))
    else:
        parts.append(_lines(texts, country, row, youth=youth))
    if plan:
        parts.append(texts.html("crisis-plan", plan=shorten(plan, _OWN_WORDS_LIMIT)))
    for therapist, words in after_hours:
        text = shorten(words, _OWN_WORDS_LIMIT // len(after_hours))
        parts.append(texts.html("crisis-after-hours-of", text=text, therapist=therapist))
    if unwatched:
        parts.append(_unwatched(texts, therapists))
    return Message("\n\n".join(parts), _buttons(texts, country, book, therapists, likely))


def is_crisis_words(text: str, locale: str | None) -> bool:
    """Return whether the whole message is a call for help, in the given locale or in English.

    None: nobody knows their language yet, so in any.
    """
    return len(text) <= 80 and _fold(text) in _words(locale)


def _emergency(texts: Texts, row: Country | None) -> str:
    if row is None or not row.emergency:
        return texts.html("crisis-emergency-local")
    numbers = texts.plain("crisis-or").join(row.emergency)
    return texts.html("crisis-emergency", numbers=numbers)


def _lines(texts: Texts, country: str, row: Country | None, *, youth: bool) -> str:
    name = country_name(country, texts.locale)
    chosen = _chosen(row.line, texts.locale, youth=youth) if row else ()
    if name is None:
        return texts.html("crisis-no-lines")
    if not chosen:
        return texts.html("crisis-no-lines-in", country=name)
    said = [_line(texts, line) for line in chosen]
    return "\n".join([texts.html("crisis-lines", country=name), *said])


def _chosen(lines: Iterable[Line], locale: str, *, youth: bool) -> tuple[Line, ...]:
    """Return at most three: those for the young only to the young, the reader's language first."""
    language = re.split(r"[-_]", locale)[0]
    fitting = [line for line in lines if youth or line.audience == "all"]
    fitting.sort(key=lambda line: (line.audience != "youth", language not in line.languages))
    return tuple(fitting[:MOST_LINES])


def _line(texts: Texts, line: Line) -> str:
    name = line.name.removesuffix(_TEXT_ONLY).strip()
    if line.name.endswith(_TEXT_ONLY):
        said = texts.html("crisis-line-text", name=name, text=line.text or line.number)
    elif line.text:
        said = texts.html("crisis-line-both", name=name, number=line.number, text=line.text)
    else:
        said = texts.html("crisis-line", name=name, number=line.number)
    if line.hours == _ROUND_THE_CLOCK:
        said += texts.html("crisis-day-and-night")
    elif line.hours:
        said += texts.html("crisis-hours", hours=line.hours)
    language = re.split(r"[-_]", texts.locale)[0]
    spoken = [_LANGUAGES[code] for code in line.languages if code in _LANGUAGES]
    if spoken and language not in line.languages:
        said += texts.html("crisis-speaks", languages=", ".join(spoken))
    return said


def _unwatched(texts: Texts, therapists: Sequence[str]) -> str:
    if not therapists:
        return texts.html("crisis-unwatched")
    return texts.html("crisis-unwatched-tell", **named(therapists, texts, "therapist"))


def _buttons(
    texts: Texts,
    country: str | None,
    book: CrisisBook,
    therapists: Sequence[str],
    likely: Sequence[str],
) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if therapists:
        names = together([shorten(name, _NAME_LIMIT) for name in therapists], texts)
        label = texts.plain("crisis-tell", therapist=names)
        rows.append((Button(label, callback(REF, "tell")),))
    if country is not None:
        rows.append((Button(texts.plain("crisis-elsewhere"), callback(REF, "country")),))
        return tuple(rows)
    known = sorted((country_name(code, texts.locale) or code, code) for code in book.countries)
    known.sort(key=lambda pair: likely.index(pair[1]) if pair[1] in likely else len(likely))
    chosen = [Button(name, callback(REF, f"c.{code}")) for name, code in known]
    rows += [tuple(chosen[at : at + _A_ROW]) for at in range(0, len(chosen), _A_ROW)]
    rows.append((Button(texts.plain("crisis-not-listed"), callback(REF, f"c.{UNLISTED}")),))
    return tuple(rows)


@cache
def _words(locale: str | None) -> frozenset[str]:
    known = [locale] if locale is not None else packaged.tongues()
    said = [word for name in known for word in packaged.language(name).crisis]
    return frozenset(map(_fold, said))


def _fold(text: str) -> str:
    bare = unicodedata.normalize("NFKC", clean(text)).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", bare).replace("_", " ").split())
