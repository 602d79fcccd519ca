"""Prompts: a schedule's moment comes, and a client's phone rings, or does not.

Every planned moment becomes an occurrence, whatever happens: prompted, or ended with the reason why
not. Nothing that was late because the program was down counts against the client.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Protocol

from conversations.message import Message
from homework import asides, leftovers, planning, prompt_texts, ringing, silence, windows
from homework.anchoring import anchors_of
from homework.burden import Drop, SendNow, SentPrompt, WaitUntil, reminder_slot
from homework.house import House
from homework.ids import new_id
from homework.leftovers import CATCH_UP_AFTER
from homework.moments import FOR_GOOD, OURS, THEIRS, audible, move, quiet_of, zone_of
from homework.outgoing import Outgoing
from homework.recurrence import Planned, next_occurrence
from homework.ringing import (
    LOOK_AGAIN,
    Case,
    Round,
    ended,
    faces_fear,
    is_soon,
    may_ring,
    pauses_of,
    place,
    ring,
)
from homework.store import assignments, occurrences, timers
from homework.store.assignments import Assignment, Entry
from homework.store.database import Unit
from homework.store.occurrences import Occurrence
from homework.store.people import Client, Person

MOST_MISSED = 400
AT_ONCE = 25
"""Lines of schedules decided about before others have their turn."""
FEWEST = 40
"""Clients decided about in a slice, even if somebody waits for the database: with fewer, what is
the same for every slice takes more than they do."""


class Fired(Protocol):
    """What a timer tells its use case."""

    @property
    def due_at(self) -> datetime:
        """When it was to fire."""
        ...

    @property
    def revision(self) -> int:
        """What the timer was set for, in the words of who set it."""
        ...

    @property
    def subject(self) -> str:
        """The row it is about."""
        ...


# Moments that came --------------------------------------------------------------------------------


async def plan_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Turn schedule moments that came into occurrences, and set the moments after them.

    When the database is waited for, clients whose turn has not come are left to the next slice.
    """
    by_entry = await assignments.by_entries(unit, {timer.subject for timer in fired})
    live = {key: one for key, one in by_entry.items() if one.state == "active"}
    agreed = {one.id for one in live.values()}
    turn = await ringing.load(unit, house, {one.client for one in live.values()}, agreed)
    came = [
        await _came(turn, live[timer.subject], timer)
        for timer in sorted(fired, key=lambda one: one.due_at, reverse=True)
        if timer.subject in live
    ]
    days = {planned.local_date for one in came for planned in one.moments}
    known = await occurrences.existing(unit, live, days)
    begun: set[str] = set()
    later: set[str] = set()
    for count, one in enumerate(came, 1):
        client = one.assignment.client
        if unit.awaited() and len(begun) >= FEWEST and client not in begun:
            later.add(one.entry.id)
            continue
        begun.add(client)
        await _decide(turn, one, known)
        if count % AT_ONCE == 0:
            await asyncio.sleep(0)
    for timer in fired:
        if timer.subject in later:
            await timers.set(unit, timer.due_at, "plan", timer.subject, timer.revision)
    await occurrences.add(unit, turn.new)


@dataclass(frozen=True, slots=True)
class _Came:
    """One line of a schedule whose moment came; `moments`: it and those since, oldest first.

    `following`: the first moment after now.
    """

    assignment: Assignment
    entry: Entry
    moments: Sequence[Planned]
    following: Planned | None


async def _came(turn: Round, assignment: Assignment, fired: Fired) -> _Came:
    entry = next(one for one in assignment.entries if one.id == fired.subject)
    client = turn.cases[assignment.client].client
    anchors = await anchors_of(turn.unit, client, assignment.therapist, [entry.rule])
    zone, due_at = zone_of(client), fired.due_at
    bounds = {"starts_on": assignment.starts_on, "ends_on": assignment.ends_on}
    after = due_at - timedelta(microseconds=1)
    moments: list[Planned] = []
    planned = next_occurrence(entry.rule, after, zone, **bounds, anchors=anchors)
    if planned is None or planned.at != due_at:
        # It came by the clock, or by what it hung on, as they were when it was planned.
        planned = Planned(due_at.astimezone(zone).date(), due_at)
    while planned and planned.at <= turn.unit.now:
        moments.append(planned)
        after = planned.at if len(moments) < MOST_MISSED else turn.unit.now
        planned = next_occurrence(entry.rule, after, zone, **bounds, anchors=anchors)
    return _Came(assignment, entry, moments, planned)


async def _decide(turn: Round, came: _Came, known: Collection[tuple[str, date]]) -> None:
    """Decide about every moment of one line that is not known yet, the newest first."""
    assignment, entry = came.assignment, came.entry
    case = turn.cases[assignment.client]
    zone = zone_of(case.client)
    for planned in reversed(came.moments):
        if (entry.id, planned.local_date) in known:
            continue
        one = Occurrence(
            id=new_id(turn.unit.now),
            client=assignment.client,
            assignment=assignment.id,
            entry=entry.id,
            local_date=planned.local_date,
            stage=turn.house.shelf.worksheet(assignment.worksheet).stages[0].id,
            planned_at=planned.at,
            zone=zone.key,
            closes_at=windows.closes_at(planned.at, zone, assignment.window_minutes),
        )
        turn.new.append(await _first_try(turn, case, assignment, one))
    await planning.plan_entry(turn.unit, assignment, entry, came.following)


async def _first_try(
    turn: Round, case: Case, assignment: Assignment, one: Occurrence
) -> Occurrence:
    """Return the new occurrence as it stands after its moment came."""
    now = turn.unit.now
    planned_at, closes_at = one.planned_at or now, one.closes_at or now
    if any(until and planned_at < until for until in pauses_of(case.client, assignment)):
        return ended(one, now, "paused", None)
    if closes_at <= now:
        return ended(one, now, "not_delivered", "too_late")
    if case.person is None or case.person.unreachable_since:
        return ended(one, now, "not_delivered", "unreachable")
    if case.waits:
        return ended(one, now, "not_delivered", "alert")
    if spared := case.rate.spare(assignment.id):
        return ended(one, now, "not_delivered", spared)
    late = now - planned_at > CATCH_UP_AFTER
    if late and case.caught_up:
        return ended(one, now, "not_delivered", "too_late")
    case.caught_up = case.caught_up or late
    return await place(turn, case, assignment, one, planned_at)


async def _live(
    unit: Unit, house: House, fired: Sequence[Fired]
) -> tuple[Round, list[tuple[Occurrence, Assignment]]]:
    """Load what the fired timers are about; those that moved on are left out."""
    found = await occurrences.by_ids(unit, {timer.subject for timer in fired})
    ones = [one for one in found.values() if one.state in occurrences.LIVE_STATES]
    by_id = await assignments.by_ids(unit, {one.assignment for one in ones})
    turn = await ringing.load(unit, house, {one.client for one in ones}, by_id)
    return turn, [(one, by_id[one.assignment]) for one in ones]


async def prompt_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Ring for occurrences that waited: moved out of quiet hours, spaced, or snoozed."""
    turn, pairs = await _live(unit, house, fired)
    late = unit.now - CATCH_UP_AFTER
    theirs = {one.subject for one in fired if one.revision == THEIRS and one.due_at > late}
    for one, assignment in pairs:
        case = turn.cases[one.client]
        if not may_ring(one, assignment):
            continue
        pauses = [end for end in pauses_of(case.client, assignment) if end and unit.now < end]
        if pauses:
            if one.chosen:
                await move(unit, case.client, assignment, one, max(pauses))
            else:
                await occurrences.close(unit, one.id, "paused")
            continue
        if case.waits and one.chosen:
            await move(unit, case.client, assignment, one, case.waits)
            continue
        if away := _away(case):
            if one.chosen:
                await move(unit, case.client, assignment, one, FOR_GOOD)
            else:
                await occurrences.close(unit, one.id, "not_delivered", reason=away)
            continue
        facing = await faces_fear(turn, case, assignment)
        if is_soon(turn, assignment, one) and one.id in theirs:  # agreed when they began
            night = audible(case.client, unit.now) > unit.now
            await ring(turn, case, assignment, one, hushed=night)
            after = replace(one, state="prompted")
        elif one.snoozes and one.id in theirs and not facing:  # a moment they chose
            await ring(turn, case, assignment, one)
            after = replace(one, state="prompted")
        else:
            after = await place(turn, case, assignment, one, unit.now)
        if one.chosen and after.reason == "too_late":  # they picked that time, and are still asked
            await move(unit, case.client, assignment, one, unit.now)
        elif after.closed_at:
            await occurrences.close(unit, one.id, after.state, reason=after.reason)
        elif after.state == "prompted":
            await occurrences.change(unit, one.id, state=after.state)
            if not one.chosen:
                turn.leftovers.add(after)


def _away(case: Case) -> str | None:
    """Why a client cannot be asked now: they do not answer, or cannot be reached."""
    if case.client.silence == silence.STOPPED:
        return "stopped"
    if case.waits:
        return "alert"
    return "unreachable" if case.person is None or case.person.unreachable_since else None


async def decide_anew(unit: Unit, occurrence: str) -> None:
    """A prompt could not go out at its moment: look for another one, by all the rules."""
    one = await occurrences.by_id(unit, occurrence)
    if one is not None and one.state == "prompted":  # put off: it may have rung before
        await occurrences.change(unit, one.id, state="planned")
        await timers.set(unit, unit.now, "prompt", one.id, OURS)


async def remind_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Remind once of prompts that were not opened; at most once, and never at a bad moment."""
    turn, pairs = await _live(unit, house, fired)
    for one, assignment in pairs:
        case, person = turn.cases[one.client], turn.cases[one.client].person
        if one.state != "prompted" or one.reminded_at or not may_ring(one, assignment):
            continue
        if any(pauses_of(case.client, assignment)) or person is None or person.unreachable_since:
            continue
        if await faces_fear(turn, case, assignment):
            await timers.set(unit, unit.now + LOOK_AGAIN, "remind", one.id, 0)
            continue
        if case.client.silence is not None or case.waits:
            continue  # who does not answer is asked less, not twice
        decision = reminder_slot(
            unit.now,
            unit.now,
            closes_at=one.closes_at or unit.now,
            zone=zone_of(case.client),
            quiet=quiet_of(case.client),
            today=case.rang,
            assignment=assignment.id,
            caps=case.caps,
        )
        match decision:
            case WaitUntil(at):
                await timers.set(unit, at, "remind", one.id, 0)
            case SendNow():
                asked = await asides.instead_of_reminder(unit, turn.house, person, assignment)
                if asked and not asked[0].html:
                    continue
                await occurrences.change(unit, one.id, reminded_at=unit.now)
                case.rang.append(SentPrompt(unit.now, assignment.id, reminder=True))
                unit.post(_reminder(turn.house, person, case.client, one, asked))
            case Drop():
                pass


def _reminder(
    house: House, person: Person, client: Client, one: Occurrence, asked: tuple[Message, str] | None
) -> Outgoing:
    """The one reminder, or what is asked in its place, which stays when the prompt goes."""
    if asked is not None:
        message, key = asked
        return Outgoing(person.id, client.id, "question", message, f"series.{key}", subject=key)
    message = prompt_texts.reminder(house, person.locale, client, one)
    return Outgoing(person.id, client.id, "reminder", message, f"remind.{one.id}", subject=one.id)


async def close_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """End the windows that are over. What was begun stays open; writing stays possible."""
    found = await occurrences.by_ids(unit, {timer.subject for timer in fired})
    for one in found.values():
        if one.state not in ("planned", "prompted"):
            continue
        if one.closes_at and one.closes_at > unit.now:
            continue  # it was moved just now
        state, reason = await leftovers.left_alone(unit, one)
        await occurrences.close(unit, one.id, state, reason=reason)
        await leftovers.drop_ringing(unit, one.id)


# What the client does about a prompt --------------------------------------------------------------

SNOOZES = 2
SNOOZE_MINUTES = {"15": 15, "60": 60}
EVENING = time(19, 0)


def later_times(client: Client, one: Occurrence, now: datetime) -> dict[str, datetime]:
    """Return what "Later" may still mean: each choice that lies inside the window, and when."""
    if one.closes_at is None or one.snoozes >= SNOOZES:
        return {}
    zone = zone_of(client)
    evening = datetime.combine(now.astimezone(zone).date(), EVENING, zone)
    times = {key: now + timedelta(minutes=length) for key, length in SNOOZE_MINUTES.items()}
    times["evening"] = evening.astimezone(now.tzinfo)
    return {key: at for key, at in times.items() if now < at < one.closes_at}


async def snooze(unit: Unit, client: Client, one: Occurrence, choice: str) -> datetime | None:
    """Ring again later, inside the window, at most twice; None if it cannot be."""
    if one.state != "prompted" or one.snoozes >= SNOOZES or one.closes_at is None:
        return None
    at = later_times(client, one, unit.now).get(choice)
    if at is None:
        return None
    await occurrences.change(unit, one.id, state="planned", snoozes=one.snoozes + 1)
    await timers.set(unit, at, "prompt", one.id, 0)
    await timers.cancel(unit, "remind", one.id)
    return at


async def skip(unit: Unit, one: Occurrence, reason: str) -> None:
    """End an occurrence as skipped, with the client's reason; it never counts against them."""
    await occurrences.close(unit, one.id, "skipped", reason=reason)
    await leftovers.drop_timers(unit, one.id)
