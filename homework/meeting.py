"""The next session of a client and a therapist: set, moved, cleared; what hangs on it follows.

It must not know how the date was asked for.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from homework import briefing, planning
from homework.planning import Coming
from homework.store import audit, meetings
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client, Therapist

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Hanging:
    """An agreed practice that hangs on the session, and when it comes now; None: not any more."""

    assignment: Assignment
    coming: Coming | None


async def settle(
    unit: Unit, therapist: Therapist, client: Client, at: datetime | None
) -> list[Hanging]:
    """Write when these two meet next (None: not known) and return what hangs on it."""
    await meetings.put(unit, therapist.id, client.id, at)
    await briefing.plan(unit, therapist, client.id, at)
    action = "session.set" if at else "session.clear"
    await audit.note(unit, therapist.person or "", action, client.id)
    hanging = await planning.session_moved(unit, client, therapist.id)
    if not hanging:
        return []
    by_assignment: dict[str, Coming] = {}
    for one in await planning.coming(unit, client):
        by_assignment.setdefault(one.assignment.id, one)
    return [Hanging(one, by_assignment.get(one.id)) for one in hanging]


def a_week_on(last: datetime, zone: ZoneInfo, now: datetime) -> datetime:
    """Return the same weekday and wall time as last, a week on or more: the first to come."""
    wall = last.astimezone(zone).replace(tzinfo=None, fold=0)
    while (at := (wall := wall + WEEK).replace(tzinfo=zone)) <= now:
        pass
    return at
