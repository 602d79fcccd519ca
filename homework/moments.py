"""A client's own clock: zone, quiet hours, and moving what was planned on it.

What a client chose keeps its wall time when the zone changes, and waits while a pause lasts. It
must not know what is asked at that moment.
"""

from datetime import UTC, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from homework import weekhours, windows
from homework.burden import Quiet, Week, after_quiet, make_room
from homework.store import assignments, occurrences, people, timers
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.occurrences import Occurrence
from homework.store.people import Client

THEIRS, OURS = 0, 1
"""Revision of a prompt's timer: whether its moment was chosen or is looked for by the rules."""

FOR_GOOD = datetime(2999, 1, 1, tzinfo=UTC)
"""When a pause ends that has no end; what waits for its client to be back waits there."""
_NEAR = timedelta(days=2)  # quiet hours and zones move it a little


class HasQuiet(Protocol):
    """Whose clock it is, and when it is quiet there, as `people.Client` tells."""

    @property
    def zone(self) -> str | None:
        """Their zone, if one is known."""
        ...

    @property
    def quiet_from(self) -> str:
        """When it begins to be quiet: "22:00"."""
        ...

    @property
    def quiet_to(self) -> str:
        """When that ends."""
        ...

    @property
    def quiet_days(self) -> str | None:
        """JSON of quiet hours by ISO weekday, where they differ."""
        ...


def quiet_of(client: HasQuiet) -> Week:
    """Return the client's quiet hours."""
    days = {day: _quiet(*span) for day, span in weekhours.from_json(client.quiet_days).items()}
    return Week(_quiet(client.quiet_from, client.quiet_to), days)


def _quiet(start: str, end: str) -> Quiet:
    return Quiet(time.fromisoformat(start), time.fromisoformat(end))


def zone_of(client: HasQuiet) -> ZoneInfo:
    """Return the client's zone, UTC while none is known."""
    return ZoneInfo(client.zone or "UTC")


def audible(client: HasQuiet, at: datetime) -> datetime:
    """Return `at`, or the end of the client's quiet hours when it lies in them (UTC)."""
    return after_quiet(at, zone_of(client), quiet_of(client))


async def give_way(unit: Unit, client: Client, at: datetime) -> tuple[Week, int] | None:
    """Move the border of the client's quiet hours for a moment that they picked inside them.

    Return the new hours and the weekday whose night changed; None when nothing was moved.
    """
    wall = at.astimezone(zone_of(client)).replace(tzinfo=None, fold=0)
    room = make_room(quiet_of(client), wall)
    if room is None:
        return None
    days = {
        day: (f"{night.start:%H:%M}", f"{night.end:%H:%M}") for day, night in room[0].days.items()
    }
    await people.change_client(unit, client.id, quiet_days=weekhours.to_json(days))
    return room


async def move(
    unit: Unit, client: Client, assignment: Assignment, one: Occurrence, at: datetime
) -> None:
    """Move an occurrence that has not rung to another moment, out of quiet hours."""
    zone, at = zone_of(client), audible(client, at)
    closes_at = windows.closes_at(at, zone, assignment.window_minutes)
    await occurrences.change(
        unit,
        one.id,
        planned_at=at,
        local_date=at.astimezone(zone).date(),
        zone=zone.key,
        closes_at=closes_at,
    )
    await timers.set(unit, at, "prompt", one.id, 0)
    await timers.set(unit, closes_at, "close", one.id, 0)


async def keep_wall_time(
    unit: Unit, client: Client, assignment: Assignment, one: Occurrence
) -> None:
    """Move an occurrence to when the client's new clock shows what was chosen on the old one.

    If that time is over there already, it is asked as soon as it may be.
    """
    if one.planned_at is None:
        return
    wall = one.planned_at.astimezone(ZoneInfo(one.zone)).replace(tzinfo=None)
    at = max(wall.replace(tzinfo=zone_of(client)), unit.now)
    await move(unit, client, assignment, one, at)


def waits_for_good(one: Occurrence) -> bool:
    """Whether an occurrence waits until its client is back, whenever that is."""
    return one.planned_at is not None and one.planned_at > FOR_GOOD - _NEAR


async def ask_what_waited(unit: Unit, client: Client) -> None:
    """The client is back: what waited for that is asked now, or as soon as it may be."""
    live = await occurrences.live_of_client(unit, client.id)
    waited = [one for one in live if waits_for_good(one)]
    agreed = await assignments.by_ids(unit, {one.assignment for one in waited})
    for one in waited:
        await move(unit, client, agreed[one.assignment], one, unit.now)
