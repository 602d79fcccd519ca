"""Words that may mean danger: patterns over folded text, one file per language.

It reads no minds: it finds what the patterns name and misses the rest, and whoever reads a finding
is told so. Patterns are data (`patterns/<language>.toml`) and are compiled once, at start; every
one is bounded, so that a long text costs milliseconds. It must not know who wrote, nor what follows
from a finding. A language without a file is not screened at all, and the consent says so.
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

FOLDER = "patterns"
LONGEST = 4096
"""Characters that are looked at: no message has more."""
LONGEST_GAP = 40
"""Characters that one pattern may leap over at most: what is bounded cannot run away."""
NEAR = 60
"""Characters before and after what was found, within its sentence, in which a softener counts."""

_SHOWN_AS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ´`ˈ＇", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "ß": "ss",
        "ё": "е",
    }
)
_UNBOUNDED = re.compile(r"(?<!\\)[*+]|\{\d*,\}")
_LEAP = re.compile(r"\{(?:\d*,)?(\d+)\}")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found. `rule`: the pattern's name, such as "en.die.want"."""

    tier: Tier
    rule: str


class _Rule(BaseModel):
    """Patterns of one meaning. `softened`: in a sentence with a softener the tier is `soft`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str = Field(pattern=r"^[a-z]+(\.[a-z0-9-]+)+$")
    tier: Tier
    any: tuple[str, ...] = Field(min_length=1)
    softened: bool = True


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    softener: tuple[str, ...] = ()
    rule: tuple[_Rule, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class _Compiled:
    name: str
    tier: Tier
    pattern: re.Pattern[str]
    softened: bool


@dataclass(frozen=True, slots=True)
class _Set:
    rules: tuple[_Compiled, ...]
    softener: re.Pattern[str] | None


_SENTENCE = re.compile(r"[^.!?;]+")


@cache
def screened_languages() -> frozenset[str]:
    """Return the languages that are screened, as "en"; every other is not, whatever is set."""
    return frozenset(_sets())


def load() -> None:
    """Compile all patterns now, so that no text waits for it; raise `PackageBroken`."""
    _sets()


def screen(text: str, language: str) -> Finding | None:
    """Return the gravest finding in a text, or None.

    `language`: a locale such as "de" or "pt-BR"; one that is not screened finds nothing. At most
    20 ms for 4,096 characters.
    """
    known = _sets().get(language.partition("-")[0].lower())
    if known is None:
        return None
    soft: Finding | None = None
    for sentence in _SENTENCE.findall(fold(text)):
        found = _gravest(known, sentence)
        if found is not None and found.tier == "alert":
            return found
        soft = soft or found
    return soft


def fold(text: str) -> str:
    """Return a text as the patterns expect it.

    Compatibility forms, curly quotes, dashes and case are made one; what has no width goes; runs of
    blanks and line ends become one blank.
    """
    text = unicodedata.normalize("NFKC", text[:LONGEST])[: LONGEST + 512]  # one sign may become 18
    kept = (one for one in text if unicodedata.category(one) != "Cf")
    text = unicodedata.normalize("NFKC", "".join(kept).casefold()).translate(_SHOWN_AS)
    return " ".join(text.split())


def _gravest(known: _Set, sentence: str) -> Finding | None:
    soft: Finding | None = None
    for rule in known.rules:
        for match in rule.pattern.finditer(sentence):
            if rule.tier == "alert" and not (rule.softened and _softened(known, sentence, match)):
                return Finding("alert", rule.name)
            soft = soft or Finding("soft", rule.name)
    return soft


def _softened(known: _Set, sentence: str, match: re.Match[str]) -> bool:
    """Whether something near takes what was found back, puts it in the past, or onto others."""
    start, end = max(0, match.start() - NEAR), match.end() + NEAR
    return known.softener is not None and known.softener.search(sentence, start, end) is not None


@cache
def _sets() -> Mapping[str, _Set]:
    folder = files("homework.safety") / FOLDER
    found = sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml"))
    return {
        name.removesuffix(".toml"): compiled((folder / name).read_text(encoding="utf-8"), name)
        for name in found
    }


def compiled(source: str, name: str) -> _Set:
    """Return the patterns of one file; raise `PackageBroken` with what is wrong in it."""
    try:
        read = _File.model_validate(tomllib.loads(source))
        softener = _one(read.softener) if read.softener else None
        rules = tuple(
            _Compiled(rule.name, rule.tier, _one(rule.any), rule.softened) for rule in read.rule
        )
    except (tomllib.TOMLDecodeError, ValidationError, re.error, ValueError) as problem:
        raise PackageBroken(f"{name}: {problem}") from problem
    return _Set(rules, softener)


def _one(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Several patterns as one, each at the borders of words; raise on one that is not bounded."""
    for pattern in patterns:
        if _UNBOUNDED.search(pattern):
            raise ValueError(f"{pattern!r} has no bound; write {{0,{LONGEST_GAP}}} for * and +")
        if any(int(most) > LONGEST_GAP for most in _LEAP.findall(pattern)):
            raise ValueError(f"{pattern!r} leaps over more than {LONGEST_GAP} characters")
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{one})' for one in patterns)})(?!\w)")
