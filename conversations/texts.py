"""The words of the program, by key and locale. It reads no files: sources are handed in.

Strict (tests): a missing key or variable raises. Not strict (production): it is logged by its key,
never by its arguments, and the fallback locale answers.
"""

import logging
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import cast

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentFloat
from fluent.syntax.ast import Resource

from conversations.language import UNSPOKEN, Language
from conversations.markup import Html, escape, plain

MOST_MADE = 4096
"""Texts kept in memory. No words of people are among them."""

Arg = str | int | float | date
_log = logging.getLogger(__name__)


class TextMissing(LookupError):
    """A text or one of its variables is missing in the catalogue."""


def tenths(value: float) -> Arg:
    """Return a number that each language writes in its own way, with one place after the comma."""
    return cast(float, FluentFloat(value, minimumFractionDigits=1, maximumFractionDigits=1))


@lru_cache(maxsize=256)
def _resource(source: str) -> Resource:
    return FluentResource(source)


class Texts:
    """All texts of one locale."""

    def __init__(
        self,
        locale: str,
        sources: Mapping[str, str] | Iterable[str],
        strict: bool = False,
        fallback: "Texts | None" = None,
        language: Language = UNSPOKEN,
    ) -> None:
        """`sources`: Fluent texts, by file name or just so; `fallback`: usually English.

        `language`: what people of this locale type.
        """
        self.locale = locale
        self.language = language
        self.strict = strict
        self._fallback = fallback
        self._made: dict[tuple[object, ...], str] = {}
        self._labels: dict[str, str] = {}  # texts without arguments, plain
        self._bundle = FluentBundle([locale], use_isolating=False)
        for source in _listed(sources):
            self._bundle.add_resource(_resource(source))

    def __repr__(self) -> str:
        return f"Texts({self.locale!r})"

    def has(self, key: str) -> bool:
        """Whether this locale itself has the key."""
        return self._bundle.has_message(key)

    def html(self, key: str, **args: Arg) -> str:
        """Return the text, its arguments cleaned and escaped unless they are `Html`.

        A text is made once for each set of numbers and days; strings are put in where they stand,
        so it may choose its words by a number and never by a string.
        """
        if not args and (known := self._made.get((key,))) is not None:
            return known
        words = {name: value for name, value in args.items() if isinstance(value, str)}
        shape = (key, *(args | dict.fromkeys(words, "")).items())
        text = self._made.get(shape)
        if text is None:
            if len(self._made) >= MOST_MADE:
                self._made.clear()
            text = self._made[shape] = self._format(key, args | {n: _stand_in(n) for n in words})
        for name, value in words.items():
            text = text.replace(
                _stand_in(name), value if isinstance(value, Html) else escape(value)
            )
        return text

    def plain(self, key: str, **args: Arg) -> str:
        """Return the text for a button or a notice: cleaned, not escaped, without tags."""
        if args:
            return plain(self.html(key, **args))
        known = self._labels.get(key)
        if known is None:
            known = self._labels[key] = plain(self.html(key))
        return known

    def _format(self, key: str, args: dict[str, Arg]) -> str:
        if self._bundle.has_message(key):
            pattern = self._bundle.get_message(key).value
            if pattern is not None:
                text, errors = self._bundle.format_pattern(pattern, args)
                if not errors:
                    return str(text)
                if self.strict:
                    raise TextMissing(f"{self.locale}: {key}: {_named(errors)}")
                _log.warning("text %s in %s lacks a variable", key, self.locale)
                return self._fallback._format(key, args) if self._fallback else str(text)
        if self.strict:
            raise TextMissing(f"{self.locale}: no text {key!r}")
        _log.warning("no text %s in %s", key, self.locale)
        return self._fallback._format(key, args) if self._fallback else key


def _listed(sources: Mapping[str, str] | Iterable[str]) -> list[str]:
    return [sources[each] for each in sources] if isinstance(sources, Mapping) else [*sources]


def _stand_in(name: str) -> str:
    return f"\ue000{name}\ue001"


def _named(errors: Iterable[object]) -> str:
    return ", ".join(type(error).__name__ for error in errors)
