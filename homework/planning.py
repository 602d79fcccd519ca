"""When each line of a schedule rings next: one timer for each, set anew when its ground moves.

The ground is the client's clock, the session date, the time of waking, another practice's entry.
Nothing is planned twice for a date and nothing in the past. It must not know what rings, nor how.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from homework.anchoring import anchors_of
from homework.moments import OURS, keep_wall_time, zone_of
from homework.recurrence import Planned, next_occurrence
from homework.schedule import AfterOther, AfterWaking, Anchors, BySession, Rule
from homework.store import assignments, occurrences, people, timers
from homework.store.assignments import Assignment, Entry
from homework.store.database import Unit
from homework.store.people import Client

Hangs = Callable[[Rule], bool]


async def plan(unit: Unit, client: Client, assignment: Assignment) -> None:
    """Set the next timer of each line of an assignment's schedule, strictly after now."""
    anchors = await _anchors(unit, client, assignment)
    for entry in assignment.entries:
        planned = _next(client, assignment, entry, unit.now, anchors)
        await plan_entry(unit, assignment, entry, planned)


async def plan_entry(
    unit: Unit, assignment: Assignment, entry: Entry, planned: Planned | None
) -> None:
    """Set the next timer of one line; with nothing left, take it away."""
    if planned is None:
        await timers.cancel(unit, "plan", entry.id)
    else:
        await timers.set(unit, planned.at, "plan", entry.id, assignment.revision)


def _next(
    client: Client, assignment: Assignment, entry: Entry, after: datetime, anchors: Anchors
) -> Planned | None:
    bounds = {"starts_on": assignment.starts_on, "ends_on": assignment.ends_on}
    return next_occurrence(entry.rule, after, zone_of(client), **bounds, anchors=anchors)


async def _anchors(unit: Unit, client: Client, assignment: Assignment) -> Anchors:
    rules = [entry.rule for entry in assignment.entries]
    return await anchors_of(unit, client, assignment.therapist, rules)


# When the ground moves ---------------------------------------------------------------------------


async def plan_anew(
    unit: Unit, client: Client, assignment: Assignment, hangs: Hangs = lambda _: True
) -> None:
    """Set the timers of an assignment's lines anew. What is due already stays due.

    A date that has its occurrence gets no second one.
    """
    anchors: Anchors | None = None
    for entry in assignment.entries:
        if not hangs(entry.rule):
            continue
        due = await timers.at(unit, "plan", entry.id)
        if due is not None and due <= unit.now:
            continue
        anchors = anchors or await _anchors(unit, client, assignment)
        planned = _next(client, assignment, entry, unit.now, anchors)
        while planned and await occurrences.existing(unit, [entry.id], [planned.local_date]):
            planned = _next(client, assignment, entry, planned.at, anchors)
        await plan_entry(unit, assignment, entry, planned)


async def clock_changed(unit: Unit, client: Client) -> None:
    """The client lives by another clock from now on: what is planned follows it.

    What they chose keeps its wall time. What waits to ring is decided anew at its moment, which may
    lie in the quiet hours of the new clock.
    """
    for assignment in await assignments.of_client(unit, client.id, "active"):
        await plan_anew(unit, client, assignment)
    waiting = [
        one for one in await occurrences.live_of_client(unit, client.id) if one.state == "planned"
    ]
    by_id = await assignments.by_ids(unit, {one.assignment for one in waiting})
    for one in waiting:
        if one.chosen:
            await keep_wall_time(unit, client, by_id[one.assignment], one)
        elif at := await timers.at(unit, "prompt", one.id):
            await timers.set(unit, at, "prompt", one.id, OURS)


async def quiet_hours_changed(unit: Unit, client: Client) -> None:
    """Let what waits to ring be decided anew at its moment, a moment they chose before included."""
    for one in await occurrences.live_of_client(unit, client.id):
        if at := None if one.chosen else await timers.at(unit, "prompt", one.id):
            await timers.set(unit, at, "prompt", one.id, OURS)


async def session_moved(unit: Unit, client: Client, therapist: str) -> list[Assignment]:
    """The session date was set, moved or cleared: return the agreed practices that hang on it.

    What was planned for the old date and has not rung is taken back.
    """
    hanging = [
        one
        for one in await assignments.of_client(unit, client.id, "active")
        if one.therapist == therapist and any(_by_session(entry.rule) for entry in one.entries)
    ]
    for assignment in hanging:
        await _take_back(unit, client, assignment)
        await plan_anew(unit, client, assignment, _by_session)
    return hanging


def _by_session(rule: Rule) -> bool:
    return isinstance(rule, BySession)


async def _take_back(unit: Unit, client: Client, assignment: Assignment) -> None:
    anchors = await _anchors(unit, client, assignment)
    lines = {entry.id: entry for entry in assignment.entries if _by_session(entry.rule)}
    for one in await occurrences.live_of_client(unit, client.id):
        if one.entry not in lines or one.state != "planned":
            continue
        before = unit.now - timedelta(days=60)
        anew = _next(client, assignment, lines[one.entry], before, anchors)
        if anew is None or anew.local_date != one.local_date:
            await occurrences.close(unit, one.id, "superseded")
            for kind in ("prompt", "remind", "close"):
                await timers.cancel(unit, kind, one.id)


async def woke_otherwise(unit: Unit, client: Client) -> None:
    """The client told when they usually wake up."""
    for assignment in await assignments.of_client(unit, client.id, "active"):
        await plan_anew(unit, client, assignment, lambda rule: isinstance(rule, AfterWaking))


async def entry_closed(unit: Unit, client_id: str, assignment_id: str | None) -> None:
    """An entry of an assignment was closed: other practices, or a program, may hang on it."""
    if assignment_id is None:
        return
    for assignment in await assignments.of_client(unit, client_id, "active"):
        if assignment.id == assignment_id and assignment.program:
            await timers.set(unit, unit.now, "chain", assignment.id, 0)
        if any(_after(entry.rule, assignment_id) for entry in assignment.entries):
            client = await people.client_by_id(unit, client_id)
            if client is not None:
                await plan_anew(unit, client, assignment, lambda rule: _after(rule, assignment_id))


def _after(rule: Rule, assignment: str) -> bool:
    return isinstance(rule, AfterOther) and rule.assignment == assignment


# What comes next ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Coming:
    """The next moment of an assignment; `rule` is None for one that was planned by itself."""

    at: datetime
    assignment: Assignment
    rule: Rule | None


async def coming(unit: Unit, client: Client) -> list[Coming]:
    """Return what rings next, by the timers that are set: one for each line, in order of time."""
    found: list[Coming] = []
    for assignment in await assignments.of_client(unit, client.id, "active"):
        for entry in assignment.entries:
            at = await timers.at(unit, "plan", entry.id)
            if at is not None:
                found.append(Coming(at, assignment, entry.rule))
    live = await occurrences.live_of_client(unit, client.id)
    waiting = [one for one in live if one.state == "planned"]
    by_id = await assignments.by_ids(unit, {one.assignment for one in waiting})
    for one in waiting:
        at = await timers.at(unit, "prompt", one.id)
        if at is not None:
            found.append(Coming(at, by_id[one.assignment], None))
    return sorted(found, key=lambda one: one.at)
