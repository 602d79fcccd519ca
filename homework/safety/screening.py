"""Words that may mean danger: patterns over folded text, one file per language.

It reads no minds: it finds what the patterns name and misses the rest, and whoever reads a finding
is told so. Patterns are data (`patterns/<language>.toml`) and are compiled once, at start; every
one is bounded, so that a long text costs milliseconds. It must not know who wrote, nor what follows
from a finding. A language without a file, or whose file says
`screened = false`, is not screened, and the consent says so. docs/screening.md: what is missed.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from homework.packaged import PackageBroken
from homework.safety.folding import as_folded, fold
from homework.safety.sieve import Sieve

Tier = Literal["alert", "soft"]
Where = Literal["before", "near", "anywhere"]
Pattern = re.Pattern[str]

FOLDER = "patterns"
LONGEST_GAP = 40
"""Characters that one pattern may leap over at most: what is bounded cannot run away."""
NEAR = 60
"""Characters before and after what was found, within its sentence, in which a softener counts."""
STRETCH = 160
"""Characters of a sentence that are looked at in one go: a page without a full stop would let every
pattern run over all of it."""
OVERLAP = 64
"""Characters that two stretches share, for what stands across their border."""
OFTEN = 12
"""So many findings of one rule in one sentence can be softened; more of them are not."""

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
    unless: tuple[_Softening, ...]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one language. `screened`: whether they are in use. `lines`: each with its
    rule, those of one rule together; compiled when a text first needs them, most never are."""

    screened: bool
    lines: tuple[tuple[_Compiled, str], ...] = field(repr=False)
    sieve: Sieve


_SENTENCE = re.compile(r"[^.!?;]+")


@cache
def screened_languages() -> frozenset[str]:
    """Return the languages that are screened, as "en"; every other is not, whatever is set."""
    return frozenset(language for language, read in _files().items() if read.screened)


def load() -> None:
    """Read what is screened now, so that no text waits for it; raise `PackageBroken`."""
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
        for start, end in _stretches(sentence):
            possible = known.sieve.possible(sentence[start:end])
            lines = [known.lines[number] for number in possible]
            if soft is not None:  # another one would add nothing
                lines = [line for line in lines if line[0].tier == "alert"]
            found = _gravest(lines, _Stretch(folded, sentence, start, end))
            if found is not None and found.tier == "alert":
                return found
            soft = soft or found
    return soft


@dataclass(frozen=True, slots=True, repr=False)
class _Stretch:
    """Where in a sentence of a text is looked now."""

    text: str
    sentence: str
    start: int
    end: int


def _stretches(sentence: str) -> Iterator[tuple[int, int]]:
    """Where a sentence is looked at: from and to the ends of words, each overlapping the next.

    Each is longer than what it shares with the next one, so that there is an end to them.
    """
    start, last = 0, len(sentence)
    while last - start > STRETCH:
        end = sentence.rfind(" ", start + OVERLAP + 1, start + STRETCH)
        end = start + STRETCH if end < 0 else end
        yield start, end
        begin = sentence.find(" ", end - OVERLAP, end)
        start = end - OVERLAP if begin < 0 else begin
    yield start, last


def _gravest(lines: Sequence[tuple[_Compiled, str]], where: _Stretch) -> Finding | None:
    soft: Finding | None = None
    for rule, several in groupby(lines, key=itemgetter(0)):
        for count, match in enumerate(_matches([_one(pattern) for _, pattern in several], where)):
            if rule.tier == "soft" or (count < OFTEN and _softened(rule, where, match)):
                soft = soft or Finding("soft", rule.name)
            else:
                return Finding("alert", rule.name)
            if rule.tier == "soft":
                break
    return soft


def _matches(patterns: Sequence[Pattern], where: _Stretch) -> Iterator[re.Match[str]]:
    """What one pattern of all these would find: one after another, none within another.

    Of two that begin at one place the pattern that stands first finds its own.
    """
    sentence, start, end = where.sentence, where.start, where.end
    found = [(pattern, pattern.search(sentence, start, end)) for pattern in patterns]
    while matches := [match for _, match in found if match]:
        first = min(matches, key=lambda match: match.start())
        yield first
        start = first.end()
        found = [
            (pattern, match if match.start() >= start else pattern.search(sentence, start, end))
            for pattern, match in found
            if match
        ]


def _softened(rule: _Compiled, where: _Stretch, match: re.Match[str]) -> bool:
    """Whether something takes what was found back, puts it in the past, or onto others."""
    sentence = where.sentence
    start, end = max(0, match.start() - NEAR), match.end() + NEAR
    for softener in rule.unless:
        match softener.where:
            case "before":
                found = softener.pattern.search(sentence[start : match.start()])
            case "near":
                found = softener.pattern.search(sentence, start, end)
            case "anywhere":
                found = softener.pattern.search(where.text)
        if found:
            return True
    return False


def patterns() -> Mapping[str, Patterns]:
    """Return the patterns of each language that has a file, screened or not."""
    return {language: _patterns_of(language) for language in _files()}


@cache
def _patterns_of(language: str) -> Patterns:
    """Read when first asked for: that takes half a second and more."""
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
            one.name: _Softening(
                one.where,
                _one("|".join(_bounded(one.any, read.words)), last=one.where == "before"),
            )
            for one in read.softener
        }
        lines: list[tuple[_Compiled, str]] = []
        for one in read.rule:
            rule = _Compiled(one.name, one.tier, tuple(softeners[name] for name in one.unless))
            lines += [(rule, pattern) for pattern in _bounded(one.any, read.words)]
        return Patterns(
            read.screened,
            tuple(lines),
            Sieve(pattern for _, pattern in lines),
        )
    except (re.error, ValueError, KeyError) as problem:
        raise PackageBroken(f"{name}: {problem}") from problem


def _bounded(several: tuple[str, ...], words: Mapping[str, str]) -> list[str]:
    """Patterns as they are compiled; raise on one that is not bounded.

    `words`: what `<name>` stands for in a pattern.
    """
    bounded: list[str] = []
    for pattern in several:
        whole = _WORD.sub(lambda found: f"(?:{words[found[1]]})", pattern)
        if _UNBOUNDED.search(whole):
            raise ValueError(f"{pattern!r} has no bound; write {{0,{LONGEST_GAP}}} for * and +")
        if any(int(most) > LONGEST_GAP for most in _LEAP.findall(whole)):
            raise ValueError(f"{pattern!r} leaps over more than {LONGEST_GAP} characters")
        bounded.append(f"(?:{as_folded(whole)})")
    return bounded


@cache
def _one(pattern: str, *, last: bool = False) -> Pattern:
    """A pattern at the borders of words. `last`: only at the end, blanks aside."""
    end = " ?$" if last else r"(?!\w)"
    return re.compile(rf"(?<!\w)(?=\w)(?:{pattern}){end}")
