"""Ringing: a prompt goes out now, at another moment, or not at all; one slice of timers at a time.

What rang for each client is loaded once and kept up, so that prompts decided one after another see
each other. It must not know which timers led here.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from homework import leftovers, prompt_texts, silence, sparing
from homework.burden import Caps, Drop, SendNow, SentPrompt, WaitUntil, slot
from homework.house import House
from homework.leftovers import Leftovers
from homework.loads import caps_of
from homework.moments import quiet_of, zone_of
from homework.outgoing import Outgoing
from homework.sparing import Sparing
from homework.store import alerts, feedback, occurrences, people, timers, unopened
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.occurrences import Occurrence
from homework.store.people import Client, Person

AT_IT = timedelta(hours=3)
"""How long after its last answer an open sheet counts as being worked on."""
LOOK_AGAIN = timedelta(minutes=15)
"""When what had to wait is looked at again."""
LOOK_BACK = timedelta(hours=26)


@dataclass(slots=True)
class Case:
    """One client in one round: what rang lately, and whether a catch-up goes out already.

    `waits`: until when nothing rings because of an alert.
    """

    client: Client
    person: Person | None
    rang: list[SentPrompt]
    caps: Caps
    rate: Sparing
    waits: datetime | None = None
    caught_up: bool = False


@dataclass(slots=True)
class Round:
    """One slice of timers, loaded once."""

    unit: Unit
    house: House
    cases: Mapping[str, Case] = field(repr=False)
    leftovers: Leftovers
    new: list[Occurrence] = field(default_factory=list[Occurrence])


def pauses_of(client: Client, assignment: Assignment) -> tuple[datetime | None, datetime | None]:
    """Until when everything is paused, and until when this practice is."""
    return client.paused_until, assignment.paused_until


def ended(one: Occurrence, now: datetime, state: str, reason: str | None) -> Occurrence:
    """Return an occurrence as it ends without having rung."""
    return replace(one, state=state, reason=reason, closed_at=now)


def may_ring(one: Occurrence, assignment: Assignment) -> bool:
    """A stage that its client chose rings after the assignment's last day too, and when it was
    opened ahead of its time and nothing was said."""
    if one.chosen:
        silent = one.state != "opened" or one.first_answer_at is None
        return silent and assignment.state in ("active", "ended")
    return one.state != "opened" and assignment.state == "active"


async def place(
    turn: Round, case: Case, assignment: Assignment, one: Occurrence, due: datetime
) -> Occurrence:
    """Send the prompt now, or set its moment, or end the occurrence; return it as it stands."""
    unit, closes_at = turn.unit, one.closes_at or turn.unit.now
    if await faces_fear(turn, case, assignment):
        await timers.set(unit, min(unit.now + LOOK_AGAIN, closes_at), "prompt", one.id, 0)
        await timers.set(unit, closes_at, "close", one.id, 0)
        return one
    decision = slot(
        due,
        unit.now,
        closes_at=closes_at,
        zone=zone_of(case.client),
        quiet=quiet_of(case.client),
        today=case.rang,
        assignment=assignment.id,
        caps=case.caps,
    )
    match decision:
        case Drop(reason):
            return ended(one, unit.now, "not_delivered", reason)
        case WaitUntil(at):
            await timers.set(unit, at, "prompt", one.id, 0)
            await timers.set(unit, closes_at, "close", one.id, 0)
            return one
        case SendNow():
            case.rang.append(SentPrompt(unit.now, assignment.id))
            if case.client.silence == silence.TO_ASK and case.person and not one.chosen:
                await silence.ask(unit, turn.house, case.person, case.client)
                case.client = replace(case.client, silence=silence.ASKED, silence_at=unit.now)
                case.rate.asked()
                return ended(one, unit.now, "not_delivered", "halved")
            await ring(turn, case, assignment, one)
            return replace(one, state="prompted")


async def faces_fear(turn: Round, case: Case, assignment: Assignment) -> bool:
    """Whether a client is in the middle of an exposure, and this is what would make it void: to
    let go is a way of feeling safe."""
    shelf = turn.house.shelf
    if "relaxation" not in shelf.worksheet(assignment.worksheet).nature:
        return False
    found = await unopened.at_it(turn.unit, case.client.id, turn.unit.now - AT_IT)
    return any("exposure" in shelf.worksheet(ref).nature for ref in found)


def is_soon(turn: Round, assignment: Assignment, one: Occurrence) -> bool:
    """Whether it is a part of a sheet that its client began hours ago: no prompt of the bot's own,
    so caps do not hold it back."""
    return one.chosen and turn.house.shelf.worksheet(assignment.worksheet).stage(one.stage).soon


async def ring(
    turn: Round, case: Case, assignment: Assignment, one: Occurrence, *, hushed: bool = False
) -> None:
    """Send a prompt now, in the place of older ones, and set what follows it.

    `hushed`: no phone rings.
    """
    unit, person = turn.unit, case.person
    if person is None:
        return
    await turn.leftovers.clear(unit, turn.house, person, case.client, one)
    message = prompt_texts.prompt(turn.house, person.locale, case.client, assignment, one)
    unit.post(
        Outgoing(
            person.id,
            case.client.id,
            "prompt",
            message,
            dedupe=f"prompt.{one.id}.{one.revision}.{one.snoozes}",
            subject=one.id,
            silent=hushed,
        )
    )
    await silence.watch(unit, case.client)
    closes_at = one.closes_at or unit.now
    await timers.set(unit, closes_at, "close", one.id, 0)
    once = one.reminded_at is None and not is_soon(turn, assignment, one)
    if assignment.reminder_minutes is not None and once:
        at = unit.now + timedelta(minutes=assignment.reminder_minutes)
        if at < closes_at:
            await timers.set(unit, at, "remind", one.id, 0)


async def load(unit: Unit, house: House, clients: set[str], agreed: Collection[str]) -> Round:
    """Load some clients together; `agreed`: the assignments that are looked at."""
    found = await people.clients_by_id(unit, clients)
    rang: dict[str, list[SentPrompt]] = {key: [] for key in found}
    caught_up: set[str] = set()
    for one in await occurrences.since(unit, clients, unit.now - LOOK_BACK):
        if one.sent_at or one.state == "prompted":
            at = one.sent_at or one.planned_at or unit.now
            rang[one.client].append(SentPrompt(at, one.assignment))
        if _catches_up(one, unit.now):
            caught_up.add(one.client)
        if one.reminded_at:
            rang[one.client].append(SentPrompt(one.reminded_at, one.assignment, reminder=True))
    for key, at in await feedback.rang(unit, clients, unit.now - LOOK_BACK):
        rang[key].append(SentPrompt(at, ""))
    caps = await caps_of(unit, house, found)
    rates = await sparing.of_clients(unit, found)
    persons = await people.persons_by_id(unit, [one.person for one in found.values() if one.person])
    waiting = await alerts.waiting(unit, clients)
    cases = {
        key: Case(
            client,
            persons.get(client.person or ""),
            rang[key],
            caps[key],
            rates[key],
            waiting.get(key),
            key in caught_up,
        )
        for key, client in found.items()
    }
    return Round(unit, house, cases, await leftovers.load(unit, clients, agreed))


def _catches_up(one: Occurrence, now: datetime) -> bool:
    """Whether a prompt makes up for a time in which the program was away: it rings now, or did a
    moment ago, in a slice of timers before this one."""
    if one.planned_at is None or one.snoozes:
        return False
    if one.sent_at is None:
        return one.state == "prompted" and now - one.planned_at > leftovers.CATCH_UP_AFTER
    return one.sent_at - one.planned_at > leftovers.CATCH_UP_AFTER >= now - one.sent_at
