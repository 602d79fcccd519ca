"""Points of a series: what somebody noted about right now, several times a day.

Shown back to the client as today's points, and to the therapist as days with their points, each
with its time. A sheet that shows words back has its points told by moment, any other by what was
rated. Numbers as they were given; no mean below five of them, and nothing is filled in.
"""

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from conversations.markup import Html, shorten
from conversations.model import OneChoice, Scale, Text, Worksheet
from conversations.session import Json
from conversations.texts import Texts, tenths
from homework.store import entries
from homework.store.database import Unit
from homework.store.entries import Written

MEAN_FROM = 5
"""Below this many points no mean is said: it would say more than it knows."""

QUOTED = 40
"""UTF-16 units of the words beside the lowest and the highest rating."""

Point = tuple[datetime, int]


async def of_today(
    unit: Unit, assignment: str, sheet: Worksheet, zone: ZoneInfo, texts: Texts
) -> str:
    """Return today's points of an assignment as its client sees them (HTML)."""
    today = unit.now.astimezone(zone).date()
    start = datetime.combine(today, time(0), zone).astimezone(unit.now.tzinfo)
    found = await entries.of_assignment(unit, assignment, start)
    lines = [texts.html("points-today")]
    if words_of(sheet):
        for one in found:
            said = ", ".join(_said(sheet, one, texts, words=True))
            lines.append(texts.html("points-at", time=_clock(one, zone), points=said))
        return "\n".join(lines)
    for name, points in series(sheet, found).items():
        shown = " · ".join(f"{at.astimezone(zone):%H:%M} <b>{value}</b>" for at, value in points)
        lines.append(texts.html("points-name", name=name) + " " + shown)
    return "\n".join(lines) if len(lines) > 1 else texts.html("points-none")


def series(sheet: Worksheet, found: Sequence[Written]) -> dict[str, list[Point]]:
    """Return the points of each rating, in order of time."""
    result: dict[str, list[Point]] = {}
    for one in sorted(found, key=lambda each: each.began_at):
        for name, value in _rated(sheet, one):
            result.setdefault(name, []).append((one.began_at, value))
    return result


def words_of(sheet: Worksheet) -> str | None:
    """Return the step whose words say what a point is about, if there is one."""
    return next((s.id for s in sheet.steps if isinstance(s, Text) and s.show_back), None)


def _rated(sheet: Worksheet, one: Written) -> list[tuple[str, int]]:
    """What was rated in one entry, by the name it was agreed under or that of its step."""
    answers, given = _answers(one), one.body.get("names")
    names = given if isinstance(given, dict) else {}
    found: list[tuple[str, int]] = []
    for step in sheet.steps:
        value = answers.get(step.id)
        name = names.get(step.id) if isinstance(step, Scale) and step.named else step.name
        if isinstance(step, Scale) and isinstance(value, int) and isinstance(name, str):
            found.append((name, value))
    return found


def _answers(one: Written) -> dict[str, Json]:
    answers = one.body.get("answers")
    return answers if isinstance(answers, dict) else {}


def _clock(one: Written, zone: ZoneInfo) -> str:
    return f"{one.began_at.astimezone(zone):%H:%M}"


def summary(sheet: Worksheet, found: Sequence[Written], texts: Texts) -> list[str]:
    """Return one plain line for each named rating: how many, from where to where, the mean."""
    shared = [one for one in found if one.sharing != "nothing"]
    lines: list[str] = []
    for name, points in series(sheet, shared).items():
        values = [value for _, value in points]
        key = "points-range-mean" if len(values) >= MEAN_FROM else "points-range"
        mean = tenths(sum(values) / len(values))
        low, high = _ends(sheet, shared, name, points, texts)
        lines.append(texts.plain(key, name=name, count=len(values), low=low, high=high, mean=mean))
    return lines


def _ends(
    sheet: Worksheet, shared: Sequence[Written], name: str, points: Sequence[Point], texts: Texts
) -> tuple[str, str]:
    """The lowest and the highest of some ratings, with what they were about where it is shared."""
    values = [value for _, value in points]
    step, words = words_of(sheet), dict[int, str]()
    for one in shared if step else ():
        said = _answers(one).get(step or "")
        value = dict(_rated(sheet, one)).get(name)
        if one.sharing == "all" and isinstance(said, str) and value is not None:
            words.setdefault(value, shorten(said, QUOTED))
    found: list[str] = []
    for value in (min(values), max(values)):
        told = value in words and min(values) < max(values)
        said = texts.plain("points-about", value=value, text=words[value]) if told else str(value)
        found.append(said)
    return found[0], found[1]


def by_day(
    sheet: Worksheet,
    found: Sequence[Written],
    zone: ZoneInfo,
    texts: Texts,
    more: Sequence[str] = (),
) -> str:
    """Return the points that are shared, day by day, as a therapist reads them (HTML).

    `more`: plain lines that are told below the summary."""
    shared = [one for one in found if one.sharing != "nothing"]
    over_all = [*summary(sheet, shared, texts), *more]
    lines = [texts.html("points-summary", text=line) for line in over_all]
    days: dict[str, list[str]] = {}
    for one in sorted(shared, key=lambda each: each.began_at):
        local = one.began_at.astimezone(zone)
        day = texts.html("points-day", day=local.date())
        key = "points-recalled" if one.recalled else "points-at"
        told = ", ".join(_said(sheet, one, texts, words=one.sharing == "all"))
        said = texts.html(key, time=_clock(one, zone), points=told)
        if one.body.get("changed"):
            said = texts.html("points-changed", said=Html(said))
        days.setdefault(day, []).append(said)
    lines += ["\n".join([day, *rows]) for day, rows in days.items()]
    kept = len(found) - len(shared)
    if kept:
        lines.append(texts.html("points-kept", count=kept))
    return "\n\n".join(lines) or texts.html("points-none")


def _said(sheet: Worksheet, one: Written, texts: Texts, *, words: bool) -> list[str]:
    """What one entry says, in the order of its questions; `words`: not only its ratings."""
    answers, rated = _answers(one), _rated(sheet, one)
    said: list[str] = []
    for step in sheet.steps:
        value = answers.get(step.id)
        if isinstance(step, Scale) and isinstance(value, int) and rated:
            name, rating = rated.pop(0)
            said.append(f"{name} {rating}")
        elif words and isinstance(step, OneChoice) and isinstance(value, str):
            labels = {choice.id: choice.label for choice in step.choices}
            said.append(labels.get(value, value))
        elif words and isinstance(step, Text) and isinstance(value, str):
            said.append(texts.plain("points-note", text=value))
    return said
