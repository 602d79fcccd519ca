"""How much the bot asks of a client over all assignments: prompts and minutes a day, and how many
may be.

Counted from schedules, before anything rings; what rings is held to it in `burden.py`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from conversations.texts import Texts
from homework.burden import Caps
from homework.house import House
from homework.page import USUAL, Page
from homework.schedule import WEEK, AfterOther, BySession, EveryDays, Rule, weekdays
from homework.store import assignments, pages
from homework.store.assignments import Assignment
from homework.store.database import Unit

EVERY_DAY = WEEK
AGREED = Caps(prompts=10)
"""The most a day while a client has agreed to a period of self-monitoring."""
SOME_MINUTES = 5
"""What a form takes that does not say."""


@dataclass(frozen=True, slots=True)
class Load:
    """What some assignments ask together: prompts on the busiest day, minutes a day averaged over
    the week, how many practices and series of self-monitoring there are, and the prompts on the
    busiest day of the practices alone."""

    prompts: int = 0
    minutes: float = 0.0
    practices: int = 0
    series: int = 0
    beside: int = 0


def prompts_a_day(rules: Iterable[Rule]) -> int:
    """Return how many prompts the busiest day of the week may have."""
    every = list(rules)
    return max(prompts_on(day, every) for day in WEEK)


def prompts_on(day: int, rules: Iterable[Rule]) -> int:
    """Return how many prompts an ISO weekday may have."""
    return sum(1 for rule in rules if day in weekdays(rule))


def most_prompts(page: Page, *, series: bool) -> int:
    """Return how many prompts a day may be set over everything: more for a period of
    self-monitoring, unless the page allows less than is usual."""
    lowered = page.caps.prompts < USUAL.caps.prompts
    return page.caps.prompts if lowered or not series else AGREED.prompts


def above_prompts(asked: Load, page: Page) -> bool:
    """Whether more prompts a day are asked than a page allows."""
    together = asked.prompts > most_prompts(page, series=bool(asked.series))
    return together or asked.beside > page.caps.prompts


def times_a_week(rule: Rule) -> float:
    """Return how often a rule falls due in a week, on average: a session is once a week."""
    match rule:
        case EveryDays():
            return 7 / rule.n
        case BySession():
            return 1
        case _:
            return len(weekdays(rule))


def load(house: House, found: Iterable[Assignment]) -> Load:
    """Return what some assignments ask together."""
    every = list(found)
    often = {one.id: sum(times_a_week(entry.rule) for entry in one.entries) for one in every}
    rules: list[Rule] = []
    beside: list[Rule] = []
    series, minutes = 0, 0.0
    for one in every:
        sheet = house.shelf.worksheet(one.worksheet)
        series += sheet.momentary
        for rule in (entry.rule for entry in one.entries):
            (rules if sheet.momentary else beside).append(rule)
            follows = often.get(rule.assignment) if isinstance(rule, AfterOther) else None
            times = times_a_week(rule) if follows is None else min(follows, len(WEEK))
            minutes += times * sheet.minutes.get(one.variant, SOME_MINUTES) / len(WEEK)
    together, practices = prompts_a_day([*rules, *beside]), len(every) - series
    return Load(together, minutes, practices, series, prompts_a_day(beside))


def most_minutes(page: Page, realistic: int | None) -> int:
    """Return the minutes a day above which a therapist gives a reason: those of the page, or what
    the client told is realistic if it is less."""
    return page.minutes if realistic is None else min(page.minutes, realistic)


def reason_needed(
    asked: Load, page: Page, texts: Texts, name: str, realistic: int | None = None
) -> str | None:
    """Return the warning above which a therapist gives a reason (HTML), or None: minutes a day.

    `name`: the client's; `realistic`: the minutes a day that they told.
    """
    allowed = most_minutes(page, realistic)
    if round(asked.minutes) <= allowed:
        return None
    key = "load-minutes" if allowed == page.minutes else "load-minutes-told"
    return texts.html(key, minutes=round(asked.minutes), most=allowed, name=name)


def most(asked: Load, page: Page, texts: Texts, name: str) -> list[str]:
    """Return each limit that a client's load is above, in words (HTML); [] when it fits."""
    allowed, own = most_prompts(page, series=bool(asked.series)), page.caps.prompts
    key = "load-prompts-beside" if asked.series else "load-prompts"
    return [
        text
        for holds, text in (
            (asked.beside > own, texts.html(key, count=asked.beside, most=own, name=name)),
            (
                asked.series and asked.prompts > allowed,
                texts.html("load-prompts", count=asked.prompts, most=allowed, name=name),
            ),
            (
                asked.practices > page.practices,
                texts.html("load-practices", count=asked.practices, most=page.practices, name=name),
            ),
            (asked.series > 1, texts.html("load-series", count=asked.series)),
        )
        if holds
    ]


def caps(
    rules: Mapping[str, Sequence[Rule]], series: frozenset[str], usual: Caps = USUAL.caps
) -> Caps:
    """Return the caps of a client with these agreed rules, by assignment.

    They are the usual ones, but for the prompts of `series`, a period of self-monitoring, to which
    the client has agreed. What the therapist set lower holds for these too.
    """
    if not series or usual.prompts < USUAL.caps.prompts:
        return usual
    every = prompts_a_day(rule for mine in rules.values() for rule in mine)
    together = min(AGREED.prompts, max(usual.prompts, every))
    return replace(usual, series=series, together=together)


async def caps_of(unit: Unit, house: House, clients: Collection[str]) -> dict[str, Caps]:
    """Return the caps of each of some clients."""
    own = await pages.of_clients(unit, clients)
    series: dict[str, set[str]] = {}
    for client, key, ref in await assignments.sheets_of(unit, clients):
        if house.shelf.worksheet(ref).momentary:
            series.setdefault(client, set()).add(key)
    rules = await assignments.rules_of(unit, series)
    return {
        client: caps(
            rules.get(client, {}), frozenset(series.get(client, ())), usual=own[client].caps
        )
        for client in clients
    }
