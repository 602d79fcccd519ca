"""How often expressive writing comes: three or four times, and the schedule proposed for it.

More of it, or once, is not what was studied (Baikie and Wilhelm 2005). The therapist may set it
otherwise. It must not know how it is said.
"""

from collections.abc import Sequence
from datetime import date, time, timedelta

from conversations.model import Worksheet
from homework.schedule import EveryDays, OnDates, Rule, Weekly, wall_time
from homework.store import assignments
from homework.store.assignments import Assignment
from homework.store.database import Unit

FEWEST, MOST = 3, 4
APART = 2
"""Days from one to the next, in what is proposed."""
USUAL = time(18)


def count(draft: Assignment, rules: Sequence[Rule]) -> int | None:
    """Return how often a draft comes; None where that hangs on something else than the date."""
    days = (draft.ends_on - draft.starts_on).days + 1
    dates = [draft.starts_on + timedelta(days=ahead) for ahead in range(days)]
    found = 0
    for rule in rules:
        match rule:
            case Weekly() | EveryDays() | OnDates():
                found += sum(_falls_on(rule, day) for day in dates)
            case _:
                return None
    return found if rules else None


def _falls_on(rule: Weekly | EveryDays | OnDates, day: date) -> bool:
    match rule:
        case Weekly():
            return day.isoweekday() in rule.days
        case EveryDays():
            return day >= rule.start and (day - rule.start).days % rule.n == 0
        case OnDates():
            return day in rule.dates


def unusual(sheet: Worksheet, draft: Assignment, rules: Sequence[Rule]) -> int | None:
    """Return how often expressive writing would come, where that is not three or four times."""
    found = count(draft, rules) if "expressive_writing" in sheet.nature else None
    return None if found is None or FEWEST <= found <= MOST else found


async def take_proposed(unit: Unit, draft: Assignment) -> Assignment:
    """Let a draft come four times, every second day, at the time it has; return it as it is now."""
    times = [at for entry in draft.entries if (at := wall_time(entry.rule)) is not None]
    rule = EveryDays(APART, draft.starts_on, min(times, default=USUAL))
    ends_on = draft.starts_on + timedelta(days=APART * (MOST - 1))
    await assignments.change(unit, draft.id, ends_on=ends_on.isoformat())
    await assignments.replace_rules(unit, draft.id, [rule])
    return (await assignments.by_ids(unit, [draft.id]))[draft.id]
