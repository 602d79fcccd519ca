"""From a typed city or a shared location to a time zone, offline.

The table holds the cities of 15,000 people and more (`tools/make_cities.py` makes it). It must not
guess: where a name may mean places with different clocks or in different countries, and none of
them is by far the largest, all are returned and somebody asks. Nothing of it is kept.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

import tzfpy

from homework import places

MOST = 8
FAR_LARGER = 20
"""A city so many times as large as its namesakes is the one that is meant."""
SHORTEST_BEGINNING = 4


@dataclass(frozen=True, slots=True)
class City:
    """A place with a clock. `label`: as it is told apart, "Portland, Oregon"."""

    label: str = field(repr=False)
    region: str = field(repr=False)
    country: str
    zone: str
    people: int


def find(text: str, near: str | None = None) -> tuple[City, ...]:
    """Return what a typed city, country or zone may mean, largest first, at most 8; () for nothing.

    One result is sure. "Portland, Oregon" and "Paris, France" tell which. `near`: the country where
    the writer is known to be; a city of that name there is meant.
    """
    wanted, _, where = (places.fold(part) for part in text[:200].partition(","))
    if len(wanted) < 2:
        return ()
    if places.is_zone(text.strip()) and "/" in text:
        return (of_zone(text.strip()),)
    found = [*_named(wanted)]
    if where:
        found = [one for one in (*found, *_called(wanted)) if _lies_in(one, where)]
    elif near and (there := [one for one in found if one.country == near]):
        found = there
    apart = _told_apart(found)
    if not where and len(apart) > 1 and apart[0].people >= FAR_LARGER * apart[1].people:
        apart = apart[:1]
    if apart or where:
        return tuple(apart[:MOST])
    zones = places.find_zone(text)
    begun = [] if zones or len(wanted) < SHORTEST_BEGINNING else _told_apart([*_begun(wanted)])
    return tuple(begun[:MOST]) or tuple(map(of_zone, zones))


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the zone of a place on earth, None where the database knows none."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    name = tzfpy.get_tz(longitude, latitude)
    return name if places.is_zone(name) else None


def of_zone(zone: str) -> City:
    """Return the city that a zone is called after."""
    return City(places.zone_label(zone), "", places.country_of(zone) or "", zone, 0)


def _told_apart(found: list[City]) -> list[City]:
    """Return one city for each clock and country, the largest, with what tells it from the rest."""
    first: dict[tuple[str, str], City] = {}
    for one in found:
        first.setdefault((one.zone, one.country), one)
    apart = [*first.values()]
    if len(apart) < 2:
        return apart
    return [replace(one, label=_full_label(one)) for one in apart]


def _full_label(one: City) -> str:
    country = places.country_name(one.country) or one.country
    return ", ".join(filter(None, (one.label, one.region, country if not one.region else "")))


def _lies_in(one: City, where: str) -> bool:
    """Whether a region or a country is that of a city, by name, code or beginning."""
    codes = places.find_country(where)
    region = places.fold(one.region)
    return one.country in codes or (len(where) > 2 and region.startswith(where))


def _named(wanted: str) -> Iterator[City]:
    """Yield the cities of a name, or, where there are none, those that are also called so."""
    own = [*_lines(f"\n,{wanted},")]
    return map(_city, own) if own else _called(wanted)


def _called(wanted: str) -> Iterator[City]:
    return map(_city, _lines(f",{wanted},"))


def _begun(wanted: str) -> Iterator[City]:
    return map(_city, _lines(f"\n,{wanted}"))


def _lines(part: str) -> Iterator[str]:
    """Yield the lines of the table that hold a part, in order: the largest city first."""
    table = _table()
    at = table.find(part)
    while at >= 0:
        start = at + 1 if part[0] == "\n" else table.rfind("\n", 0, at) + 1
        end = table.find("\n", start)
        yield table[start:end]
        at = table.find(part, end)


def _city(line: str) -> City:
    _, name, region, country, zone, people = line.split("\t")
    return City(name, region, country, zone, int(people))


@cache
def _table() -> str:
    packed = (files("homework") / "cities.tsv.gz").read_bytes()
    return "\n" + gzip.decompress(packed).decode("utf-8")


def whole() -> Iterator[City]:
    """Yield every city of the table, largest first."""
    return map(_city, _lines("\n,"))
