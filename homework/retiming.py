"""Times that a client chooses for themselves, inside the limits that their therapist set.

A time inside one's own quiet hours moves their border. It must not know who is told, nor in which
words.
"""

from dataclasses import dataclass, field, replace
from datetime import time
from typing import Literal

from homework import planning, waking
from homework.burden import Caps, Quiet
from homework.moments import quiet_of
from homework.schedule import AfterWaking, at_time, wall_time
from homework.store import assignments, audit, people, profiles
from homework.store.assignments import Assignment, Entry
from homework.store.database import Unit
from homework.store.people import Client

ROOM_TO_ANSWER = 30
"""Minutes between a time that was chosen in the evening and the quiet hours that now follow it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """It was moved. `quiet`: the quiet hours as they are now, if their border had to move."""

    before: time
    at: time
    quiet: tuple[str, str] | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class NotMoved:
    """It stays: outside the limits, too near to another time of the same practice, or no change."""

    why: Literal["limits", "close", "same"]


def limits_of(assignment: Assignment) -> tuple[time, time] | None:
    """Return the earliest and the latest wall time that a client may choose; None: not at all."""
    earliest, _, latest = assignment.texts.limits.partition("-")
    return (time.fromisoformat(earliest), time.fromisoformat(latest)) if latest else None


def movable(assignment: Assignment) -> list[tuple[Entry, time]]:
    """Return the lines of a schedule whose wall time the client may move, by time."""
    if limits_of(assignment) is None:
        return []
    found = [(entry, wall_time(entry.rule)) for entry in assignment.entries]
    return sorted(((one, at) for one, at in found if at is not None), key=lambda pair: pair[1])


async def move(
    unit: Unit, client: Client, assignment: Assignment, entry: Entry, at: time
) -> Moved | NotMoved:
    """Ask at another time from now on; what is agreed otherwise stays."""
    before, limits = wall_time(entry.rule), limits_of(assignment)
    if before is None or limits is None or not limits[0] <= at <= limits[1]:
        return NotMoved("limits")
    if at == before:
        return NotMoved("same")
    others = [when for one, when in movable(assignment) if one.id != entry.id]
    if any(abs(_minutes(at) - _minutes(one)) < Caps().spacing_minutes for one in others):
        return NotMoved("close")
    await assignments.set_rule(unit, entry.id, at_time(entry.rule, at))
    await audit.note(unit, client.person or "", "assignment.times", client.id, assignment.id)
    quiet = border(client, at)
    if quiet is not None:
        await people.change_client(unit, client.id, quiet_from=quiet[0], quiet_to=quiet[1])
    if assignment.state == "active":
        await planning.plan_anew(unit, client, (await _again(unit, assignment)))
    return Moved(before, at, quiet)


async def _again(unit: Unit, assignment: Assignment) -> Assignment:
    return (await assignments.by_ids(unit, [assignment.id]))[assignment.id]


def border(client: Client, at: time) -> tuple[str, str] | None:
    """Return the usual quiet hours with the nearer border moved out of a time's way; None: no need.

    Other hours that the client set for some days stay as they set them.
    """
    quiet = quiet_of(client).usual
    if not _covers(quiet, at):
        return None
    since = (_minutes(at) - _minutes(quiet.start)) % (24 * 60)
    left = (_minutes(quiet.end) - _minutes(at)) % (24 * 60)
    if left <= since or left <= ROOM_TO_ANSWER:
        return client.quiet_from, f"{at:%H:%M}"
    start = (_minutes(at) + ROOM_TO_ANSWER) % (24 * 60)
    return f"{start // 60:02d}:{start % 60:02d}", client.quiet_to


def _covers(quiet: Quiet, at: time) -> bool:
    if quiet.start <= quiet.end:
        return quiet.start <= at < quiet.end
    return at >= quiet.start or at < quiet.end


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


async def wake(
    unit: Unit, client: Client, *, work: time | None = None, free: time | None = None
) -> tuple[str, str] | None:
    """Keep when the client usually wakes up, on working days or on free ones.

    Return the quiet hours, if their border moved out of the way of what comes after waking up.
    """
    news = {key: f"{at:%H:%M}" for key, at in (("wake_work", work), ("wake_free", free)) if at}
    if work is None and waking.told(await profiles.of(unit, client.id)) is None:
        news["wake_work"] = client.quiet_to
    await profiles.tell(unit, client.id, news)
    await audit.note(unit, client.person or "", "client.waking", client.id)
    quiet: tuple[str, str] | None = None
    for at in await _after_waking(unit, client, work or free):
        moved = border(client, at)
        if moved is not None:
            quiet = moved
            client = replace(client, quiet_from=moved[0], quiet_to=moved[1])
            await people.change_client(unit, client.id, quiet_from=moved[0], quiet_to=moved[1])
    await planning.woke_otherwise(unit, client)
    return quiet


async def _after_waking(unit: Unit, client: Client, at: time | None) -> list[time]:
    """Return the wall times at which agreed practices come when somebody wakes up at one."""
    found: set[int] = set()
    for one in await assignments.of_client(unit, client.id, "active"):
        for entry in one.entries:
            if at is not None and isinstance(entry.rule, AfterWaking):
                found.add((_minutes(at) + entry.rule.minutes) % (24 * 60))
    return [time(minutes // 60, minutes % 60) for minutes in sorted(found)]
