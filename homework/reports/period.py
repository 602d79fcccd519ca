"""A report over a period, for a therapist: what was written and planned, and pictures.

Numbers only, under the client's code name. It must not know how it is set.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta

from conversations.texts import Texts
from homework.ledger import fair_rate, words
from homework.reports import offers
from homework.reports.material import Material, Told
from homework.reports.pictures import Adherence, Forecasts, HeatMap, Pairs, Paper, Ratings
from homework.reports.saying import day

PERIODS = (28, 56, 84)
"""Days: four, eight and twelve weeks."""
ORDER = (Adherence, Ratings, HeatMap, Pairs, Forecasts)
MOST: Mapping[type, int] = {Adherence: 1, Ratings: 1, HeatMap: 2, Pairs: 2, Forecasts: 1}
"""How many of each kind: with the table they fit on two pages."""


def paper(material: Material, titles: Mapping[str, str], texts: Texts) -> Paper:
    """Return the report. `titles`: of each assignment's sheet, by the assignment's row id."""
    days = material.days or PERIODS[0]
    told = [*_chosen(offers.told(material, texts))]
    rows, under = tuple(_rows(material, titles, texts)), _under(material, days, texts)
    return Paper(
        texts.locale,
        material.name,
        under if rows else texts.plain("paper-nothing", under=under),
        texts.plain("paper-foot"),
        texts.plain("paper-page", page="{page}", pages="{pages}"),
        (texts.plain("paper-sheet"), texts.plain("paper-written"), texts.plain("paper-planned")),
        rows,
        tuple((one.picture, one.finding) for one in told),
    )


def _under(material: Material, days: int, texts: Texts) -> str:
    """Which days it is about, and which sheet where it is one."""
    said = texts.plain(
        "paper-under",
        first=day(material.today - timedelta(days=days - 1), texts),
        last=day(material.today, texts),
        year=str(material.today.year),
        weeks=days // 7,
    )
    sheet = material.sheets.get(material.sheet)
    return texts.plain("paper-only", title=sheet.title, under=said) if sheet else said


def _chosen(told: Iterable[Told]) -> Iterable[Told]:
    found = [*told]
    for kind in ORDER:
        yield from [one for one in found if isinstance(one.picture, kind)][: MOST[kind]]


def _rows(
    material: Material, titles: Mapping[str, str], texts: Texts
) -> Iterable[tuple[str, str, str]]:
    """A row for each sheet: how many were written, and the fair rate of what was planned."""
    written: dict[str, Counter[str]] = {}
    for one in material.written:
        sheet = material.sheets.get(one.worksheet)
        title = sheet.title if sheet else str(one.body.get("title", one.worksheet))
        kind = "kept" if one.sharing == "nothing" else "shared"
        written.setdefault(title, Counter())[kind] += 1
    planned: dict[str, list[tuple[str, bool]]] = {}
    for one in material.planned:
        if one.local_date <= material.today and one.assignment in titles:
            planned.setdefault(titles[one.assignment], []).append((one.state, False))
    for title in sorted(written.keys() | planned.keys()):
        counts = written.get(title, Counter[str]())
        said = [texts.plain("paper-count", count=counts["shared"])]
        if counts["kept"]:
            said.append(texts.plain("paper-kept", count=counts["kept"]))
        rate = words(fair_rate(planned.get(title, [])), texts)
        yield title, texts.plain("pic-joiner").join(said), rate
