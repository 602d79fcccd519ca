"""The files that travel with the program: texts, worksheets, forms, crisis data.

Everything is read through the package, so it works from a wheel too. It must not know people; a
shipped file that does not hold is a fault of the program and raises.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from conversations import loader
from conversations.language import UNSPOKEN, Language, read_language
from conversations.model import Worksheet
from conversations.numerals import DIGITS, Numerals, read_numerals
from conversations.texts import Texts

ENGLISH = "en"


class PackageBroken(RuntimeError):
    """A file that was shipped with the program does not hold."""


@cache
def locales() -> tuple[str, ...]:
    """Return the locales that have texts, English first."""
    folder = files("conversations") / "locales"
    found = sorted(entry.name for entry in folder.iterdir() if catalogue(entry.name))
    return (ENGLISH, *(name for name in found if name != ENGLISH))


@cache
def texts(locale: str, strict: bool = False) -> Texts:
    """Return the words of a locale, with English behind them; of English when there are none.

    `strict` (tests): a missing key or variable raises instead of falling back.
    """
    found = catalogue(locale)
    if locale == ENGLISH or not found:
        return Texts(ENGLISH, catalogue(ENGLISH), strict=strict, language=language(ENGLISH))
    fallback = None if strict else texts(ENGLISH)
    return Texts(locale, found, strict=strict, fallback=fallback, language=language(locale))


@cache
def language(locale: str) -> Language:
    """Return what people of a locale type, English words after their own."""
    own = own_language(locale)
    return own if locale == ENGLISH else own.beside(own_language(ENGLISH))


@cache
def tongues() -> tuple[str, ...]:
    """Return the locales whose people's words are known; their texts may not be here yet."""
    folders = (files("conversations") / "locales").iterdir()
    return tuple(sorted(one.name for one in folders if (one / "language.toml").is_file()))


@cache
def own_language(locale: str) -> Language:
    """Return what a locale's own `language.toml` says; nothing is understood without one."""
    numbers = numerals(locale)
    if not _is_plain(locale):
        return UNSPOKEN
    file = files("conversations") / "locales" / locale / "language.toml"
    return read_language(_read(file), numbers) if file.is_file() else Language((), numbers)


@cache
def numerals(locale: str) -> Numerals:
    """Return how people of a locale say numbers; digits only for one without a `numbers.toml`.

    A locale's numbers may be here before its texts are.
    """
    if not _is_plain(locale):
        return DIGITS
    file = files("conversations") / "locales" / locale / "numbers.toml"
    return read_numerals(_read(file)) if file.is_file() else DIGITS


@cache
def catalogue(locale: str) -> Mapping[str, str]:
    """Return the Fluent sources of a locale by file name; {} for a locale without texts."""
    if not _is_plain(locale):
        return {}
    folder = files("conversations") / "locales" / locale
    if not folder.is_dir():
        return {}
    found = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return {entry.name: _read(entry) for entry in found if entry.name.endswith(".ftl")}


@cache
def worksheets() -> Mapping[str, Worksheet]:
    """Return the shipped worksheets, the newest version of each id; raise `PackageBroken`."""
    newest: dict[str, Worksheet] = {}
    for name, source in sources("worksheets").items():
        worksheet = _loaded(name, source)
        known = newest.get(worksheet.id)
        if known is None or worksheet.version > known.version:
            newest[worksheet.id] = worksheet
    return MappingProxyType(newest)


@cache
def form(name: str) -> Worksheet:
    """Return a therapist's guided dialog by the name of its file; raise `PackageBroken`."""
    found = sources("forms").get(f"{name}.toml")
    if found is None:
        raise PackageBroken(f"no form {name!r}")
    return _loaded(f"{name}.toml", found)


@cache
def sources(folder: str) -> Mapping[str, str]:
    """Return the TOML sources of `worksheets`, `forms` or `programs` by file name, without
    translations."""
    entries = (files("conversations") / folder).iterdir()
    found = {entry.name: entry for entry in entries if _is_sheet(entry.name)}
    return MappingProxyType({name: _read(found[name]) for name in sorted(found)})


@cache
def translations(folder: str) -> Mapping[tuple[str, str], str]:
    """Return the sources of the translations in such a folder by id and locale."""
    entries = (files("conversations") / folder).iterdir()
    found = {entry.name: entry for entry in entries if _is_translation(entry.name)}
    parts = {name: name.split(".") for name in sorted(found)}
    return MappingProxyType({(to[0], to[1]): _read(found[name]) for name, to in parts.items()})


@cache
def in_other_words(name: str) -> Mapping[str, Worksheet]:
    """Return a shipped worksheet or form, by its id, in each other language that it has; raise
    `PackageBroken`."""
    sheet = worksheets().get(name)
    folder = "worksheets" if sheet else "forms"
    original = sheet or form(name)
    found: dict[str, Worksheet] = {}
    for (translated, locale), source in translations(folder).items():
        if translated == name:
            file = f"{name}.{locale}.toml"
            found[locale] = _held(loader.translate(original, source, file), file)
    return MappingProxyType(found)


def _is_plain(locale: str) -> bool:
    return locale.replace("-", "").replace("_", "").isalnum()


def _is_sheet(name: str) -> bool:
    return name.endswith(".toml") and name.count(".") == 1


def _is_translation(name: str) -> bool:
    return name.endswith(".toml") and name.count(".") == 2  # <id>.<locale>.toml


def _loaded(name: str, source: str) -> Worksheet:
    return _held(loader.load(source, name), name)


def _held(loaded: Worksheet | list[loader.Problem], name: str) -> Worksheet:
    if isinstance(loaded, Worksheet):
        return loaded
    raise PackageBroken(f"{name}: {loaded[0]}")


def _read(entry: Traversable) -> str:
    return entry.read_text(encoding="utf-8")
