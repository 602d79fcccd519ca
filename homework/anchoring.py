"""What schedules hang on: the session date, the time of waking, another practice's last entry.

Loaded only where a rule asks for it. It must not know what falls due, nor what time it is now.
"""

from collections.abc import Iterable

from homework import waking
from homework.schedule import UNANCHORED, AfterOther, AfterWaking, Anchors, BySession, Rule
from homework.store import entries, meetings, profiles
from homework.store.database import Unit
from homework.store.people import Client


async def anchors_of(unit: Unit, client: Client, therapist: str, rules: Iterable[Rule]) -> Anchors:
    """Return what these rules of a client, set by a therapist, hang on."""
    by_session = waking_too = False
    others: set[str] = set()
    for rule in rules:
        by_session |= isinstance(rule, BySession)
        waking_too |= isinstance(rule, AfterWaking)
        if isinstance(rule, AfterOther):
            others.add(rule.assignment)
    if not (by_session or waking_too or others):
        return UNANCHORED
    met = await meetings.next_of(unit, therapist, [client.id]) if by_session else {}
    wake = await waking_of(unit, client) if waking_too else None
    done = await entries.last_closed(unit, others) if others else {}
    return Anchors(met.get(client.id), wake.by_day() if wake else {}, done)


async def waking_of(unit: Unit, client: Client) -> waking.Waking:
    """Return when a client wakes up, as told, or as long as it was not, as assumed."""
    return waking.told(await profiles.of(unit, client.id)) or waking.assumed(client.quiet_to)
