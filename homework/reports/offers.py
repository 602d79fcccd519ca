"""Which pictures there are of a client: those that have something to show, each with its words.

It must not know how they are drawn, nor how they travel.
"""

from collections.abc import Iterator

from conversations.texts import Texts
from homework.reports import calendars, over_time, twice
from homework.reports.material import Material, Told


def told(material: Material, texts: Texts) -> list[Told]:
    """Return all pictures of what a reader may see, in a fixed order."""
    return [*_each(material, texts)]


def one(material: Material, key: str, texts: Texts) -> Told | None:
    """Return the picture of that key, if there still is one."""
    return next((found for found in _each(material, texts) if found.key == key), None)


def _each(material: Material, texts: Texts) -> Iterator[Told]:
    written = {entry.worksheet for entry in material.written}
    sheets = [material.sheets[key] for key in sorted(written) if key in material.sheets]
    series = [sheet for sheet in sheets if sheet.momentary]
    for sheet in series:
        yield from over_time.ratings(material, sheet, texts)
    for sheet in series:
        yield from over_time.hours(material, sheet, texts)
    for sheet in sheets:
        yield from twice.pairs(material, sheet, texts)
        yield from twice.forecasts(material, sheet, texts)
    yield from calendars.adherence(material, texts)
    yield from calendars.year(material, texts)
