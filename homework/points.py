"""Points of a series: what somebody noted about right now, several times a day.

Shown back to the client as today's points, and to the therapist as days with their points, each
with its time. Numbers as they were given; no mean below five of them, and nothing is filled in.
"""

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from conversations.model import Scale, Worksheet
from conversations.texts import Texts
from homework.store import entries
from homework.store.database import Unit
from homework.store.entries import Written

MEAN_FROM = 5
"""Below this many points no mean is said: it would say more than it knows."""

Point = tuple[datetime, int]


async def of_today(
    unit: Unit, assignment: str, sheet: Worksheet, zone: ZoneInfo, texts: Texts
) -> str:
    """Return today's points of an assignment as its client sees them (HTML)."""
    today = unit.now.astimezone(zone).date()
    start = datetime.combine(today, time(0), zone).astimezone(unit.now.tzinfo)
    found = await entries.of_assignment(unit, assignment, start)
    lines = [texts.html("points-today")]
    for name, points in series(sheet, found).items():
        shown = " · ".join(f"{at.astimezone(zone):%H:%M} <b>{value}</b>" for at, value in points)
        lines.append(texts.html("points-name", name=name) + " " + shown)
    return "\n".join(lines) if len(lines) > 1 else texts.html("points-none")


def series(sheet: Worksheet, found: Sequence[Written]) -> dict[str, list[Point]]:
    """Return the points of each named rating, in order of time."""
    result: dict[str, list[Point]] = {}
    for one in sorted(found, key=lambda each: each.began_at):
        names, answers = one.body.get("names"), one.body.get("answers")
        if not isinstance(names, dict) or not isinstance(answers, dict):
            continue
        for step in sheet.steps:
            value, name = answers.get(step.id), names.get(step.id)
            if isinstance(step, Scale) and isinstance(value, int) and isinstance(name, str):
                result.setdefault(name, []).append((one.began_at, value))
    return result


def summary(sheet: Worksheet, found: Sequence[Written], texts: Texts) -> list[str]:
    """Return one plain line for each named rating: how many, from where to where, the mean."""
    shared = [one for one in found if one.sharing != "nothing"]
    lines: list[str] = []
    for name, points in series(sheet, shared).items():
        values = [value for _, value in points]
        key = "points-range-mean" if len(values) >= MEAN_FROM else "points-range"
        mean = f"{sum(values) / len(values):.1f}"
        low, high = min(values), max(values)
        lines.append(texts.plain(key, name=name, count=len(values), low=low, high=high, mean=mean))
    return lines


def by_day(sheet: Worksheet, found: Sequence[Written], zone: ZoneInfo, texts: Texts) -> str:
    """Return the points that are shared, day by day, as a therapist reads them (HTML)."""
    shared = [one for one in found if one.sharing != "nothing"]
    lines = [texts.html("points-summary", text=line) for line in summary(sheet, shared, texts)]
    days: dict[str, list[str]] = {}
    for one in sorted(shared, key=lambda each: each.began_at):
        local = one.began_at.astimezone(zone)
        day = texts.html("points-day", day=local.date())
        points = [f"{name} {pair[0][1]}" for name, pair in series(sheet, [one]).items()]
        around = _around(sheet, one, texts)
        key = "points-recalled" if one.recalled else "points-at"
        said = texts.html(key, time=f"{local:%H:%M}", points=", ".join(points + around))
        days.setdefault(day, []).append(said)
    lines += ["\n".join([day, *rows]) for day, rows in days.items()]
    kept = len(found) - len(shared)
    if kept:
        lines.append(texts.html("points-kept", count=kept))
    return "\n\n".join(lines) or texts.html("points-none")


def _around(sheet: Worksheet, one: Written, texts: Texts) -> list[str]:
    """The words around a point: only where all of it is shared."""
    answers = one.body.get("answers")
    if one.sharing != "all" or not isinstance(answers, dict):
        return []
    said: list[str] = []
    for step in sheet.steps:
        value = answers.get(step.id)
        if step.kind == "choice" and isinstance(value, str):
            labels = {choice.id: choice.label for choice in step.choices}
            said.append(labels.get(value, value))
        elif step.kind == "text" and isinstance(value, str):
            said.append(texts.plain("points-note", text=value))
    return said
