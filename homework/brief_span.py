"""Which days a brief looks at: since the last session, or so many as were asked for."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from homework import digesting
from homework.hours import zone_of
from homework.store import meetings
from homework.store.database import Unit
from homework.store.people import Client, Therapist

SINCE = 0
"""Instead of a number of days: since the last session."""
SHORTER, LONGER = 7, 28
CHOICES = (SINCE, SHORTER, LONGER)

Why = Literal["", "session", "longer", "unknown"]


@dataclass(frozen=True, slots=True)
class Span:
    """The local dates of a brief, both inclusive, and the instant at which they begin.

    `reach`: the instant back to which notes for the session, marks and what was brought are told:
    that of the last session, where fewer days were asked for. `why`: since the last `session`; that
    was `longer` ago than is told; no session is `unknown`; "": so many days were asked for.
    """

    start: date
    end: date
    begins: datetime
    reach: datetime
    why: Why = ""


async def of_days(unit: Unit, therapist: Therapist, client: Client, days: int) -> Span:
    """Return the span of so many local dates, today included, or `SINCE` the last session."""
    today = unit.now.astimezone(zone_of(therapist)).date()
    first, why = await _since(unit, therapist, client, today)

    def begin(day: date) -> datetime:
        return digesting.begin_of(day, therapist, unit.now)

    if days == SINCE:
        return Span(first, today, begin(first), begin(first), why)
    asked = today - timedelta(days=days - 1)
    return Span(asked, today, begin(asked), begin(min(asked, first)))


async def _since(unit: Unit, therapist: Therapist, client: Client, today: date) -> tuple[date, Why]:
    """The first day that is told, and why it is that one: never more than `LONGER` days ago."""
    last = await meetings.last_of(unit, therapist.id, client.id)
    if last is None:
        return today - timedelta(days=SHORTER - 1), "unknown"
    day, earliest = last.astimezone(zone_of(therapist)).date(), today - timedelta(days=LONGER - 1)
    return (day, "session") if day >= earliest else (earliest, "longer")
