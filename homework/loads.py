"""How much the bot asks of a client over all assignments: prompts a day, and how many may be.

Counted from schedules, before anything rings; what rings is held to it in `burden.py`.
"""

from collections.abc import Collection, Iterable, Sequence

from homework.burden import Caps
from homework.house import House
from homework.schedule import WEEK, Rule, weekdays
from homework.store import assignments
from homework.store.database import Unit

EVERY_DAY = WEEK
AGREED = Caps(prompts=10)
"""The most a day while a client has agreed to a period of self-monitoring."""


def prompts_a_day(rules: Iterable[Rule]) -> int:
    """Return how many prompts the busiest day of the week may have."""
    days = [weekdays(rule) for rule in rules]
    return max(sum(1 for each in days if day in each) for day in WEEK)


def caps(rules: Sequence[Rule], *, momentary: bool) -> Caps:
    """Return the caps of a client with these agreed rules: the usual ones, unless the client has
    agreed to more for a period of self-monitoring (`momentary`)."""
    usual = Caps()
    if not momentary:
        return usual
    return Caps(prompts=min(AGREED.prompts, max(usual.prompts, prompts_a_day(rules))))


async def caps_of(unit: Unit, house: House, clients: Collection[str]) -> dict[str, Caps]:
    """Return the caps of each of some clients."""
    agreed = await assignments.rules_of(unit, clients)
    return {
        client: caps(
            [rule for _, rule in agreed.get(client, [])],
            momentary=any(
                house.shelf.worksheet(ref).momentary for ref, _ in agreed.get(client, [])
            ),
        )
        for client in clients
    }
