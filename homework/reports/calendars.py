"""Pictures of days: how what was planned ended, and on which days something was written.

The ledger's own words and its fair rate; nothing here says that somebody ought to have done more.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args

from conversations.texts import Texts
from homework.ledger import END_STATES, fair_rate
from homework.reports.material import LEAST, Material, Told
from homework.reports.pictures import Adherence, DayMarks, Mark, Year
from homework.reports.saying import day, key_of, sentences, weekdays

WEEKS = 8
MONTHS = 12
MARKS: tuple[Mark, ...] = get_args(Mark)


def adherence(material: Material, texts: Texts) -> Iterator[Told]:
    """Yield the last eight weeks of the ledger, for a therapist only."""
    monday = material.today - timedelta(days=material.today.weekday(), weeks=WEEKS - 1)
    if material.days is not None:
        monday = material.today - timedelta(days=material.days - 1)
    ended = [
        one
        for one in material.planned
        if monday <= one.local_date <= material.today and one.state in END_STATES
    ]
    if material.own or len(ended) < LEAST:
        return
    first = min(one.local_date for one in ended)
    monday = first - timedelta(days=first.weekday())
    marks: dict[date, list[Mark]] = {}
    for one in ended:
        marks.setdefault(one.local_date, []).append(_mark(one.state))
    weeks = (material.today - monday).days // 7 + 1
    counts: Counter[Mark] = Counter()
    for found in marks.values():
        counts.update(found)
    legend: tuple[tuple[Mark, str], ...] = tuple(
        (mark, _counted(mark, counts, texts)) for mark in MARKS if counts[mark]
    )
    picture = Adherence(
        texts.plain("pic-adherence-title", name=material.name),
        tuple(day(monday + timedelta(weeks=one), texts) for one in range(weeks)),
        weekdays(texts),
        tuple(
            DayMarks((at - monday).days // 7, at.weekday(), tuple(found))
            for at, found in sorted(marks.items())
        ),
        legend,
    )
    said = [
        texts.plain("pic-adherence", count=len(ended), day=day(first, texts)),
        texts.plain("pic-list", said=texts.plain("pic-joiner").join(words for _, words in legend)),
        _rate(counts, texts),
    ]
    label = texts.plain("pic-label-adherence")
    yield Told(key_of(material, "adherence"), label, picture, sentences(said, 0, texts))


def _mark(state: str) -> Mark:
    return next(mark for mark in MARKS if mark == state)


def _counted(mark: Mark, counts: Counter[Mark], texts: Texts) -> str:
    return texts.plain(f"pic-state-{mark.replace('_', '-')}", count=counts[mark])


def _rate(counts: Counter[Mark], texts: Texts) -> str:
    """The fair rate, a percentage only where there are enough."""
    rate = fair_rate((mark, False) for mark in counts.elements())
    if not rate.n:
        return ""
    if rate.percent is None:
        return texts.plain("pic-rate", done=rate.done, n=rate.n)
    return texts.plain("pic-rate-percent", done=rate.done, n=rate.n, percent=rate.percent)


# A year ------------------------------------------------------------------------------------------


def year(material: Material, texts: Texts) -> Iterator[Told]:
    """Yield the days of up to twelve months on which something was written."""
    first = _months_before(material.today, MONTHS - 1)
    recent = [one for one in material.written if material.local(one.closed_at).date() >= first]
    shown, kept = material.seen(recent)
    if len(shown) < LEAST:
        return
    counts = Counter(material.local(one.closed_at).date() for one in shown)
    begun = min(counts)
    months = [
        at
        for back in range(MONTHS - 1, -1, -1)
        if (at := _months_before(material.today, back)) >= begun.replace(day=1)
    ]
    rows = {(at.year, at.month): row for row, at in enumerate(months)}
    lengths = [monthrange(at.year, at.month)[1] for at in months]
    lengths[-1] = material.today.day
    key = "pic-year-title-own" if material.own else "pic-year-title"
    picture = Year(
        texts.plain(key, name=material.name) if not material.own else texts.plain(key),
        tuple(texts.plain(f"month-short-{at.month}") for at in months),
        tuple(lengths),
        tuple((rows[at.year, at.month], at.day, counts[at]) for at in sorted(counts)),
        (texts.plain("pic-one"), texts.plain("pic-two"), texts.plain("pic-more")),
    )
    on_days = texts.plain("pic-on-days", days=len(counts))
    since = day(begun, texts)
    said = [texts.plain("pic-year", count=len(shown), days=on_days, since=since)]
    label = texts.plain("pic-label-year")
    yield Told(key_of(material, "year"), label, picture, sentences(said, kept, texts))


def _months_before(today: date, back: int) -> date:
    """The first day of the month so many months before today's."""
    months = today.year * 12 + today.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)
