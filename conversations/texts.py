"""The words of the program, by key and locale. It reads no files: sources are handed in.

Strict (tests): a missing key or variable raises. Not strict (production): it is logged by its key,
never by its arguments, and the fallback locale answers.
"""

import logging
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

from conversations.markup import Html, escape, plain

_PLACEABLE_LIMIT = 2000  # fluent.runtime gives up above 2,500 characters in one variable

Arg = str | int | float | date
_log = logging.getLogger(__name__)


class TextMissing(LookupError):
    """A text or one of its variables is missing in the catalogue."""


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
    ) -> None:
        """`sources`: Fluent texts, by file name or just so; `fallback`: usually English."""
        self.locale = locale
        self.strict = strict
        self._fallback = fallback
        self._made: dict[str, str] = {}
        self._bundle = FluentBundle([locale], use_isolating=False)
        for source in _listed(sources):
            self._bundle.add_resource(_resource(source))

    def __repr__(self) -> str:
        return f"Texts({self.locale!r})"

    def has(self, key: str) -> bool:
        """Whether this locale itself has the key."""
        return self._bundle.has_message(key)

    def html(self, key: str, **args: Arg) -> str:
        """Return the text, its arguments cleaned and escaped unless they are `Html`."""
        if not args:
            return self._fixed(key)
        safe = {name: _escaped(value) for name, value in args.items()}
        long = {n: v for n, v in safe.items() if isinstance(v, str) and len(v) > _PLACEABLE_LIMIT}
        text = self._format(key, safe | {name: _stand_in(name) for name in long})
        for name, value in long.items():
            text = text.replace(_stand_in(name), value)
        return text

    def plain(self, key: str, **args: Arg) -> str:
        """Return the text for a button or a notice: cleaned, not escaped, without tags."""
        return plain(self.html(key, **args))

    def _fixed(self, key: str) -> str:
        """Texts without variables are made once."""
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._format(key, {})
        return found

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


def _escaped(value: Arg) -> Arg:
    if isinstance(value, Html):
        return str(value)
    return escape(value) if isinstance(value, str) else value


def _stand_in(name: str) -> str:
    return f"\ue000{name}\ue001"


def _named(errors: Iterable[object]) -> str:
    return ", ".join(type(error).__name__ for error in errors)
