"""Words that may mean danger: patterns over folded text, one file per language.

It reads no minds: it finds what the patterns name and misses the rest, and whoever reads a finding
is told so. Patterns are data (`patterns/<language>.toml`) and are compiled once, at start; every
one is bounded, so that a long text costs milliseconds. It must not know who wrote, nor what follows
from a finding. A language without a file, or whose file says
`screened = false`, is not screened, and the consent says so. docs/screening.md: what is missed.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from homework.packaged import PackageBroken

Tier = Literal["alert", "soft"]
Where = Literal["before", "near", "anywhere"]
Pattern = re.Pattern[str]

FOLDER = "patterns"
LONGEST = 4096
"""Characters that are looked at: no message has more."""
LONGEST_GAP = 40
"""Characters that one pattern may leap over at most: what is bounded cannot run away."""
NEAR = 60
"""Characters before and after what was found, within its sentence, in which a softener counts."""
OFTEN = 12
"""So many findings of one rule in one sentence can be softened; more of them are not."""

_SHOWN_AS = str.maketrans(
    {
        **dict.fromkeys("'‘’‚‛ʼ´`ˈ＇", ""),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "ß": "ss",
        "ё": "е",
    }
)
_UMLAUTS = {"ä": "ae?", "ö": "oe?", "ü": "ue?"}
_ACCENT = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_DOTS = re.compile(r"\.{2,}")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_AGAIN = re.compile(r"(?<!\w)(\w{1,20}(?: \w{1,20}){0,3})(?: \1){2,}(?!\w)")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ .*_-]){3,}[^\W\d_](?!\w)")
_UNBOUNDED = re.compile(r"(?<!\\)[*+]|\{\d*,\}")
_WORD = re.compile(r"<(\w+)>")
_LEAP = re.compile(r"\{(?:\d*,)?(\d+)\}")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found. `rule`: the pattern's name, such as "en.die.want"."""

    tier: Tier
    rule: str


class _Softener(BaseModel):
    """What takes a finding back. `where` it is looked for: right before what was found, near it in
    its sentence, or anywhere in the text."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str = Field(pattern=r"^[a-z]+$")
    where: Where
    any: tuple[str, ...] = Field(min_length=1)


class _Rule(BaseModel):
    """Patterns of one meaning. `unless`: near one of these softeners the tier is `soft`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str = Field(pattern=r"^[a-z]+(\.[a-z0-9-]+)+$")
    tier: Tier
    any: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    screened: bool
    words: Mapping[str, str] = {}
    softener: tuple[_Softener, ...] = ()
    rule: tuple[_Rule, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class _Softening:
    where: Where
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class _Compiled:
    name: str
    tier: Tier
    pattern: Pattern
    unless: tuple[_Softening, ...]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one language. `screened`: whether they are in use."""

    screened: bool
    rules: tuple[_Compiled, ...]


_SENTENCE = re.compile(r"[^.!?;]+")


@cache
def screened_languages() -> frozenset[str]:
    """Return the languages that are screened, as "en"; every other is not, whatever is set."""
    return frozenset(language for language, read in _files().items() if read.screened)


def load() -> None:
    """Compile what is screened now, so that no text waits for it; raise `PackageBroken`."""
    for language in screened_languages():
        _patterns_of(language)


def screen(text: str, language: str) -> Finding | None:
    """Return the gravest finding in a text, or None.

    `language`: a locale such as "de" or "pt-BR"; one that has no patterns finds nothing. Whether a
    client is screened at all is for the caller to ask (`screened_languages`). At most 20 ms for
    4,096 characters.
    """
    own = language.partition("-")[0].lower()
    return find(text, _patterns_of(own)) if own in _files() else None


def find(text: str, known: Patterns) -> Finding | None:
    """Return the gravest finding in a text by these patterns, screened or not."""
    soft: Finding | None = None
    folded = fold(text)
    for sentence in _SENTENCE.findall(folded):
        found = _gravest(known, sentence, folded)
        if found is not None and found.tier == "alert":
            return found
        soft = soft or found
    return soft


def fold(text: str) -> str:
    """Return a text as the patterns expect it.

    Compatibility forms, curly quotes, dashes and case are made one; what has no width, accents over
    Latin letters and apostrophes go; runs of blanks and line ends become one blank; "d i e e e e"
    becomes "die", and "no no no no" becomes "no".
    """
    text = unicodedata.normalize("NFKC", text[:LONGEST])[: LONGEST + 512]  # one sign may become 18
    kept = (one for one in text if unicodedata.category(one) != "Cf")
    text = unicodedata.normalize("NFD", "".join(kept).casefold())
    text = unicodedata.normalize("NFC", _ACCENT.sub("", text)).translate(_SHOWN_AS)
    text = " ".join(_DOTS.sub(" ", text).split())
    text = _SPACED.sub(lambda found: re.sub(r"[ .*_-]", "", found[0]), text)
    return _AGAIN.sub(r"\1", _DRAWN_OUT.sub(r"\1", text))


def _gravest(known: Patterns, sentence: str, text: str) -> Finding | None:
    soft: Finding | None = None
    for rule in known.rules:
        for count, match in enumerate(rule.pattern.finditer(sentence)):
            if rule.tier == "soft" or (count < OFTEN and _softened(rule, sentence, text, match)):
                soft = soft or Finding("soft", rule.name)
            else:
                return Finding("alert", rule.name)
            if rule.tier == "soft":
                break
    return soft


def _softened(rule: _Compiled, sentence: str, text: str, match: re.Match[str]) -> bool:
    """Whether something takes what was found back, puts it in the past, or onto others."""
    start, end = max(0, match.start() - NEAR), match.end() + NEAR
    for softener in rule.unless:
        match softener.where:
            case "before":
                found = softener.pattern.search(sentence[start : match.start()])
            case "near":
                found = softener.pattern.search(sentence, start, end)
            case "anywhere":
                found = softener.pattern.search(text)
        if found:
            return True
    return False


def patterns() -> Mapping[str, Patterns]:
    """Return the patterns of each language that has a file, screened or not."""
    return {language: _patterns_of(language) for language in _files()}


@cache
def _patterns_of(language: str) -> Patterns:
    """Compiled when first asked for: that takes a tenth of a second and more."""
    return _compiled(_files()[language], f"{language}.toml")


@cache
def _files() -> Mapping[str, _File]:
    folder = files("homework.safety") / FOLDER
    return {
        one.name.removesuffix(".toml"): _read(one.read_text(encoding="utf-8"), one.name)
        for one in folder.iterdir()
        if one.name.endswith(".toml")
    }


def compiled(source: str, name: str) -> Patterns:
    """Return the patterns of one file; raise `PackageBroken` with what is wrong in it."""
    return _compiled(_read(source, name), name)


def _read(source: str, name: str) -> _File:
    try:
        return _File.model_validate(tomllib.loads(source))
    except (tomllib.TOMLDecodeError, ValidationError) as problem:
        raise PackageBroken(f"{name}: {problem}") from problem


def _compiled(read: _File, name: str) -> Patterns:
    try:
        softeners = {
            one.name: _Softening(one.where, _one(one.any, read.words, last=one.where == "before"))
            for one in read.softener
        }
        rules = tuple(
            _Compiled(
                rule.name,
                rule.tier,
                _one(rule.any, read.words),
                tuple(softeners[softener] for softener in rule.unless),
            )
            for rule in read.rule
        )
    except (re.error, ValueError, KeyError) as problem:
        raise PackageBroken(f"{name}: {problem}") from problem
    return Patterns(read.screened, rules)


def _one(several: tuple[str, ...], words: Mapping[str, str], *, last: bool = False) -> Pattern:
    """Several patterns as one, each at the borders of words; raise on one that is not bounded.

    `words`: what `<name>` stands for in a pattern. `last`: only at the end, blanks aside.
    """
    bounded: list[str] = []
    for pattern in several:
        whole = _WORD.sub(lambda found: f"(?:{words[found[1]]})", pattern)
        if _UNBOUNDED.search(whole):
            raise ValueError(f"{pattern!r} has no bound; write {{0,{LONGEST_GAP}}} for * and +")
        if any(int(most) > LONGEST_GAP for most in _LEAP.findall(whole)):
            raise ValueError(f"{pattern!r} leaps over more than {LONGEST_GAP} characters")
        bounded.append(f"(?:{_plain(whole)})")
    end = " ?$" if last else r"(?!\w)"
    return re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(bounded)}){end}")


def _plain(pattern: str) -> str:
    """A pattern written with the letters that `fold` leaves; of "ö" it leaves "o" or "oe"."""
    spelled = "".join(_UMLAUTS.get(one, one) for one in unicodedata.normalize("NFC", pattern))
    bare = _ACCENT.sub("", unicodedata.normalize("NFD", spelled))
    return unicodedata.normalize("NFC", bare).translate(_SHOWN_AS)
