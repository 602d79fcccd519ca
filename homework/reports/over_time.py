"""Pictures of a series: its ratings over time, and by weekday and hour.

Numbers as they were given. Nothing is filled in; days without a rating are counted and said.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from conversations.model import Scale, Worksheet
from conversations.texts import Texts
from homework import points
from homework.points import Point
from homework.reports.material import LEAST, Material, Told
from homework.reports.pictures import Cell, HeatMap, Ratings, Series
from homework.reports.saying import (
    day,
    ends,
    key_of,
    middle,
    number,
    sentences,
    short,
    span,
    weekdays,
)
from homework.store.entries import Written

DAYS, HOUR_DAYS = 28, 56
BLOCK = 3
"""Hours of one column."""
MOST_NAMED = 2
"""Fields that are named; of more only the number is said."""


def ratings(material: Material, sheet: Worksheet, texts: Texts) -> Iterator[Told]:
    """Yield the ratings of a series over the last four weeks, from its first day on."""
    shown, kept = _lately(material, sheet, material.days or DAYS)
    named = {name: at for name, at in points.series(sheet, shown).items() if len(at) >= LEAST}
    if not named:
        return
    first = min(material.local(at).date() for found in named.values() for at, _ in found)
    length = (material.today - first).days + 1
    said: list[str] = []
    drawn: list[Series] = []
    for name, found in named.items():
        scale = _scale(sheet, shown, name)
        placed = [(_place(material, at, first.toordinal()), value) for at, value in found]
        drawn.append(Series(name, ends(scale, texts), scale.max, tuple(placed)))
        said.append(_finding(name, placed, length, texts))
    label = texts.plain("pic-label-ratings", title=sheet.title)
    days = tuple(day(first + timedelta(days=one), texts) for one in range(length))
    picture = Ratings(sheet.title, days, tuple(drawn), texts.plain("pic-no-rating"))
    key = key_of(material, "ratings", sheet.id)
    yield Told(key, label, picture, sentences(said, kept, texts))


def _lately(material: Material, sheet: Worksheet, days: int) -> tuple[list[Written], int]:
    recent = material.since([one for one in material.written if one.worksheet == sheet.id], days)
    return material.seen(recent)


def _place(material: Material, at: datetime, first: int) -> float:
    local = material.local(at)
    return local.toordinal() - first + (local.hour * 60 + local.minute) / 1440


def _finding(name: str, placed: Sequence[tuple[float, int]], length: int, texts: Texts) -> str:
    values = [value for _, value in placed]
    empty = length - len({int(at) for at, _ in placed})
    within = texts.plain("pic-in-days", days=length)
    said = texts.plain(
        "pic-ratings", name=short(name), count=len(values), within=within, span=span(values, texts)
    )
    return said + (" " + texts.plain("pic-ratings-empty", days=empty) if empty else "")


def _scale(sheet: Worksheet, found: Sequence[Written], name: str) -> Scale:
    """The scale on which something of that name was rated."""
    scales = {step.id: step for step in sheet.steps if isinstance(step, Scale)}
    for one in found:
        given = one.body.get("names")
        for step, called in given.items() if isinstance(given, dict) else ():
            if called == name and step in scales:
                return scales[step]
    own = [step for step in scales.values() if not step.named and step.name == name]
    return own[0] if own else next(iter(scales.values()))


# By weekday and hour -----------------------------------------------------------------------------


def hours(material: Material, sheet: Worksheet, texts: Texts) -> Iterator[Told]:
    """Yield each rating of a series by weekday and time of day, over the last eight weeks."""
    shown, kept = _lately(material, sheet, material.days or HOUR_DAYS)
    for name, found in points.series(sheet, shown).items():
        if len(found) >= LEAST:
            yield _by_hour(material, sheet, _scale(sheet, shown, name), name, found, kept, texts)


def _by_hour(
    material: Material,
    sheet: Worksheet,
    scale: Scale,
    name: str,
    found: Sequence[Point],
    kept: int,
    texts: Texts,
) -> Told:
    fields: dict[tuple[int, int], list[int]] = {}
    for at, value in found:
        local = material.local(at)
        fields.setdefault((local.weekday(), local.hour // BLOCK), []).append(value)
    used = [column for _, column in fields]
    columns = range(min(used), max(used) + 1)
    cells = [
        Cell(row, column - columns[0], middle(values), len(values), number(middle(values)))
        for (row, column), values in sorted(fields.items())
    ]
    picture = HeatMap(
        texts.plain("pic-hours-title", name=name),
        ends(scale, texts),
        texts.plain("pic-hours-note"),
        scale.max,
        weekdays(texts),
        tuple(f"{one * BLOCK}–{(one + 1) * BLOCK}" for one in columns),
        tuple(cells),
    )
    days = len({material.local(at).date() for at, _ in found})
    on_days = texts.plain("pic-on-days", days=days)
    said = [
        texts.plain("pic-hours", name=short(name), count=len(found), days=on_days),
        *_extremes(picture, texts),
    ]
    label = texts.plain("pic-label-hours", name=name)
    key = key_of(material, "hours", f"{sheet.id} {name}")
    return Told(key, label, picture, sentences(said, kept, texts))


def _extremes(picture: HeatMap, texts: Texts) -> list[str]:
    values = [cell.value for cell in picture.cells]
    if min(values) == max(values):
        return [texts.plain("pic-hours-same", middle=number(values[0]))]
    return [
        texts.plain(key, middle=number(value), where=_where(picture, value, texts))
        for key, value in (("pic-hours-high", max(values)), ("pic-hours-low", min(values)))
    ]


def _where(picture: HeatMap, value: float, texts: Texts) -> str:
    found = [cell for cell in picture.cells if cell.value == value]
    if len(found) > MOST_NAMED:
        return texts.plain("pic-in-fields", count=len(found))
    named = [
        texts.plain(
            "pic-field",
            weekday=picture.rows[cell.row],
            hours=picture.columns[cell.column],
            count=cell.count,
        )
        for cell in found
    ]
    return texts.plain("pic-joiner").join(named)
