"""Words that several findings share: days, numbers, what stays out.

A finding says what the picture shows, with how many there were, and nothing beyond it.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from conversations.markup import shorten
from conversations.model import Scale
from conversations.texts import Texts
from homework.points import MEAN_FROM
from homework.reports.material import Material

NAME = 60
"""UTF-16 units of a name in a finding or a label."""


def key_of(material: Material, kind: str, about: str = "") -> str:
    """Return the key of a picture: nobody can read from it what it is about."""
    digest = hashlib.sha256(f"{material.client} {kind} {about}".encode()).hexdigest()
    return f"{kind}.{digest[:10]}"


def short(name: str) -> str:
    """Return a name as it stands in a finding."""
    return shorten(name, NAME)


def day(at: date, texts: Texts) -> str:
    """Return a day as it stands at an axis: "1 Mar"."""
    return texts.plain("pic-day", day=str(at.day), month=texts.plain(f"month-short-{at.month}"))


def weekdays(texts: Texts) -> tuple[str, ...]:
    """Return the short names of the weekdays, Monday first."""
    return tuple(texts.plain(f"weekday-short-{number}") for number in range(1, 8))


def number(value: float) -> str:
    """Return a middle as it is said: no digits that nobody gave."""
    return f"{value:g}"


def middle(values: Sequence[int]) -> float:
    """Return the middle of some ratings: as many lie above as below."""
    return float(median(values))


def span(values: Sequence[int], texts: Texts) -> str:
    """Return from where to where ratings go, and their middle where there are enough."""
    low, high = min(values), max(values)
    if low == high:
        return texts.plain("pic-each" if len(values) > 1 else "pic-single", value=low)
    if len(values) < MEAN_FROM:
        return texts.plain("pic-between", low=low, high=high)
    return texts.plain("pic-between-middle", low=low, high=high, middle=number(middle(values)))


def ends(scale: Scale, texts: Texts) -> str:
    """Return what the ends of a scale mean."""
    return texts.plain("pic-ends", low=scale.low, top=scale.max, high=scale.high)


def sentences(said: Iterable[str], kept: int, texts: Texts, *, whole: bool = False) -> str:
    """Return a finding of some sentences; its last says how many entries stay out.

    `whole`: they do, since they are not shared in full.
    """
    out = [texts.plain("pic-kept-whole" if whole else "pic-kept", count=kept)] if kept else []
    return " ".join([*(one for one in said if one), *out])
