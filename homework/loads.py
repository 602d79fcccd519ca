"""How much the bot asks of a client over all assignments: prompts and minutes a day, and how many
may be.

Counted from schedules, before anything rings; what rings is held to it in `burden.py`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from conversations.texts import Texts
from homework.burden import Caps
from homework.house import House
from homework.page import USUAL, Page
from homework.schedule import WEEK, EveryDays, Rule, weekdays
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
    the week, and how many practices and series of self-monitoring there are."""

    prompts: int = 0
    minutes: float = 0.0
    practices: int = 0
    series: int = 0


def prompts_a_day(rules: Iterable[Rule]) -> int:
    """Return how many prompts the busiest day of the week may have."""
    days = [weekdays(rule) for rule in rules]
    return max(sum(1 for each in days if day in each) for day in WEEK)


def times_a_week(rule: Rule) -> float:
    """Return how often a rule falls due in a week, on average."""
    return 7 / rule.n if isinstance(rule, EveryDays) else len(weekdays(rule))


def minutes_a_day(work: Iterable[tuple[Rule, int]]) -> float:
    """Return the minutes a day, averaged over the week, of rules with what each time takes."""
    return sum(times_a_week(rule) * minutes for rule, minutes in work) / 7


def load(house: House, found: Iterable[Assignment]) -> Load:
    """Return what some assignments ask together."""
    every = list(found)
    sheets = [house.shelf.worksheet(one.worksheet) for one in every]
    work = [
        (entry.rule, sheet.minutes.get(one.variant, SOME_MINUTES))
        for one, sheet in zip(every, sheets, strict=True)
        for entry in one.entries
    ]
    series = sum(sheet.momentary for sheet in sheets)
    return Load(
        prompts_a_day(rule for rule, _ in work), minutes_a_day(work), len(every) - series, series
    )


def reason_needed(asked: Load, page: Page, texts: Texts) -> str | None:
    """Return the warning above which a therapist gives a reason (HTML), or None: minutes a day."""
    if asked.minutes <= page.minutes:
        return None
    return texts.html("load-minutes", minutes=round(asked.minutes), most=page.minutes)


def most(asked: Load, page: Page, texts: Texts) -> list[str]:
    """Return each limit that a load is above, in words (HTML); [] when it fits."""
    allowed = max(page.caps.prompts, AGREED.prompts if asked.series else 0)
    return [
        text
        for holds, text in (
            (
                asked.prompts > allowed,
                texts.html("load-prompts", count=asked.prompts, most=allowed),
            ),
            (
                asked.practices > page.practices,
                texts.html("load-practices", count=asked.practices, most=page.practices),
            ),
            (asked.series > 1, texts.html("load-series", count=asked.series)),
        )
        if holds
    ]


def caps(rules: Sequence[Rule], *, momentary: bool, usual: Caps = USUAL.caps) -> Caps:
    """Return the caps of a client with these agreed rules: the usual ones, unless the client has
    agreed to more for a period of self-monitoring (`momentary`)."""
    if not momentary:
        return usual
    return replace(usual, prompts=min(AGREED.prompts, max(usual.prompts, prompts_a_day(rules))))


async def caps_of(unit: Unit, house: House, clients: Collection[str]) -> dict[str, Caps]:
    """Return the caps of each of some clients."""
    own = await pages.of_clients(unit, clients)
    sheets = await assignments.sheets_of(unit, clients)
    momentary = {client for client, ref in sheets if house.shelf.worksheet(ref).momentary}
    rules = await assignments.rules_of(unit, momentary)
    return {
        client: caps(rules.get(client, ()), momentary=client in momentary, usual=own[client].caps)
        for client in clients
    }
