"""Countries and time zones by their names, from the tz database that travels with the program.

A country is an ISO 3166 code, a zone an IANA name. It must not guess: several answers are several
answers, and an unknown place is none.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import cast
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError

from homework import packaged

# What people call countries that the database lists under another name.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "GB": ("uk", "united kingdom", "great britain", "england", "scotland", "wales"),
    "US": ("usa", "united states of america", "america", "the states"),
    "CZ": ("czechia",),
    "NL": ("holland", "the netherlands"),
    "TR": ("turkiye",),
    "KR": ("korea", "south korea"),
    "KP": ("north korea",),
    "AE": ("uae", "united arab emirates"),
    "BA": ("bosnia",),
    "CI": ("ivory coast",),
    "RU": ("russian federation",),
    "MM": ("myanmar", "burma"),
    "DE": ("deutschland",),
    "AT": ("osterreich",),
    "CH": ("schweiz", "suisse"),
    "ES": ("espana",),
    "BR": ("brasil",),
}
_MOST = 8


_USUAL = {"GB": "United Kingdom"}  # the table says "Britain (UK)"


@cache
def countries() -> Mapping[str, str]:
    """Return all countries, code → usual English name."""
    rows = (line.split("\t") for line in _table("iso3166.tab"))
    return MappingProxyType({code: _USUAL.get(code, name) for code, name in rows})


def country_name(code: str, locale: str = packaged.ENGLISH) -> str | None:
    """Return the usual name of a country code in a language, None for an unknown one."""
    name = countries().get(code)
    if name is None or locale == packaged.ENGLISH:
        return name
    return _names_in(locale).get(code, name)


@cache
def _names_in(locale: str) -> Mapping[str, str]:
    known = _locale(locale)
    return known.territories if known else {}


def _locale(name: str) -> Locale | None:
    try:
        return Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@cache
def zones(country: str) -> tuple[str, ...]:
    """Return the zones of a country code, in the database's order."""
    rows = (line.split("\t") for line in _table("zone.tab"))
    return tuple(row[2] for row in rows if row[0] == country)


@cache
def country_of(zone: str) -> str | None:
    """Return the country code of a zone, None where it belongs to none (UTC) or is unknown."""
    rows = (line.split("\t") for line in _table("zone.tab"))
    return next((row[0] for row in rows if row[2] == zone), None)


def is_zone(name: str) -> bool:
    """Return whether `name` is a zone of the database."""
    return name in _all_zones()


def zone_label(zone: str, locale: str = packaged.ENGLISH) -> str:
    """Return the place in a zone's name as a language calls it: "New York", "Нью-Йорк"."""
    own = None if locale == packaged.ENGLISH else _cities_in(locale).get(zone)
    return own or zone.rsplit("/", 1)[-1].replace("_", " ")


@cache
def _cities_in(locale: str) -> Mapping[str, str]:
    """The cities after which zones are named, by zone, where a language has its own names."""
    known = _locale(locale)
    if known is None:
        return {}
    named = cast(Mapping[str, Mapping[str, str]], known.time_zones)
    return {zone: city for zone, names in named.items() if (city := names.get("city"))}


def zones_named(text: str, locale: str) -> tuple[str, ...]:
    """Return the zones whose city is called so in a language."""
    wanted = fold(text)
    return tuple(
        zone for zone, city in _cities_in(locale).items() if fold(city) == wanted and is_zone(zone)
    )


def load() -> None:
    """Read all countries' names in all languages now, so that help needs no file later."""
    for code in countries():
        _names(code)


def find_country(text: str) -> tuple[str, ...]:
    """Return the codes that a typed name may mean, best first, at most 8; () for none."""
    wanted = fold(text)
    exact = [code for code in countries() if wanted in _names(code)]
    if exact or len(wanted) < 3:
        return tuple(exact[:_MOST])
    return _best(wanted, ((code, _names(code)) for code in countries()))


def find_zone(text: str) -> tuple[str, ...]:
    """Return the zones that a typed city, country or zone name may mean, best first, at most 8."""
    wanted = fold(text.replace("_", " "))
    if len(wanted) < 2:
        return ()
    for zone, _ in _places():
        if fold(zone.replace("_", " ")) == wanted:
            return (zone,)
    found = _best(wanted, _places()) if len(wanted) > 2 else ()
    for country in find_country(text):
        found += tuple(zone for zone in zones(country) if zone not in found)
    typed = text.strip().upper() if wanted == "utc" else text.strip()
    return found[:_MOST] or ((typed,) if is_zone(typed) else ())


@cache
def _all_zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _places() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = [line.split("\t") for line in _table("zone.tab")]
    return tuple((row[2], tuple(fold(part) for part in _spoken(row))) for row in rows)


def _spoken(row: list[str]) -> tuple[str, ...]:
    city = zone_label(row[2])
    return (city, row[3]) if len(row) > 3 else (city,)


@cache
def _names(code: str) -> tuple[str, ...]:
    name = countries()[code]
    bare = re.sub(r"\([^)]*\)", "", name)
    elsewhere = [country_name(code, locale) or "" for locale in packaged.tongues()]
    return tuple(fold(said) for said in (name, bare, code, *_ALSO.get(code, ()), *elsewhere))


def _best(wanted: str, named: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    """Return keys whose names are, begin with, or have a word that begins with `wanted`."""
    ranked: list[tuple[int, str]] = []
    for key, names in named:
        if wanted in names:
            ranked.append((0, key))
        elif any(name.startswith(wanted) for name in names):
            ranked.append((1, key))
        elif any(f" {wanted}" in name for name in names):
            ranked.append((2, key))
    ranked.sort(key=lambda pair: pair[0])
    return tuple(key for _, key in ranked[:_MOST])


def fold(text: str) -> str:
    """Return lower-case words without accents, points and hyphens."""
    bare = unicodedata.normalize("NFKD", text[:200]).casefold()
    bare = re.sub(r"[.'’]", "", bare)
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w/]+", " ", bare).split())


def _table(name: str) -> list[str]:
    text = (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
