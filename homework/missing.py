"""When practices were not begun: the parts of the day, counted. No reason is guessed.

Pure. Only prompts that arrived and whose time is over count; what was skipped, paused or not
delivered is no part of it.
"""

from collections.abc import Iterable, Mapping
from datetime import time
from zoneinfo import ZoneInfo

from homework.chain import Occurrence

PARTS: Mapping[str, tuple[time, time]] = {
    "morning": (time(5), time(12)),
    "afternoon": (time(12), time(17)),
    "evening": (time(17), time(23, 59, 59, 999999)),
}
"""Whatever lies in none of them is "night"."""

TELL_FROM = 2
"""So many that were not begun make a pattern worth a line."""

_BEGUN = frozenset({"on_time", "late", "partial"})

Part = tuple[int, int]
"""How many were not begun, of how many."""


def part_of(at: time) -> str:
    """Return the part of the day of a wall time."""
    return next((name for name, (start, end) in PARTS.items() if start <= at < end), "night")


def by_part(found: Iterable[Occurrence]) -> dict[str, Part]:
    """Return for each part of the day how many of the prompts in it were not begun, of how many.

    On the client's clock of that time; parts without a prompt are left out, in order of the day.
    """
    counts: dict[str, Part] = {}
    for one in found:
        if one.planned_at is None or one.state not in _BEGUN | {"missed"}:
            continue
        name = part_of(one.planned_at.astimezone(ZoneInfo(one.zone)).time())
        missed, due = counts.get(name, (0, 0))
        counts[name] = missed + (one.state == "missed"), due + 1
    return {name: counts[name] for name in (*PARTS, "night") if name in counts}


def worth_telling(parts: Mapping[str, Part]) -> bool:
    """Whether the parts of the day say more than the rate does: enough, and not all in one part."""
    return sum(missed for missed, _ in parts.values()) >= TELL_FROM and len(parts) > 1
