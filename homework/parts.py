"""A worksheet over days: between two stages its session waits for the moment its writer chose.

A stage that is to come is an occurrence like any other, without an entry of a schedule. The session
stands at it, so that the prompt's button opens the same session. It must not know what is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from conversations.effects import Outcome, Schedule
from conversations.message import Message
from conversations.model import Scale, Worksheet
from conversations.session import Option, Session
from conversations.texts import Texts
from homework import leftovers, prompting, windows
from homework.burden import Week
from homework.house import House
from homework.ids import new_id
from homework.moments import audible, give_way, zone_of
from homework.outgoing import Outgoing
from homework.prompt_texts import day_words
from homework.store import occurrences, people, sessions, timers
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.occurrences import Occurrence
from homework.store.people import Client
from homework.store.sessions import Held
from homework.store.unopened import Aside

RECALLED = time(9)
"""When in the client's morning a plan is recalled."""


def names(
    sheet: Worksheet, assignment: Assignment, texts: Texts
) -> Mapping[str, tuple[Option, ...]]:
    """Return what a session is handed: the agreed names, for the steps that rate them."""
    steps = [step.id for step in sheet.steps if isinstance(step, Scale) and step.named]
    agreed = assignment.texts.states or (texts.plain("state-default"),)
    return {step: (Option(step, name),) for step, name in zip(steps, agreed, strict=False)}


def next_part(outcome: Outcome) -> Schedule | None:
    """Return the order to wait for the next stage, if there is one."""
    for effect in outcome.effects:
        if isinstance(effect, Schedule) and effect.at is not None:
            return effect
    return None


async def settle_time(
    unit: Unit, sheet: Worksheet, outcome: Outcome, texts: Texts
) -> tuple[Outcome, str]:
    """Let quiet hours give way to the time of the next stage, which its writer picked; return what
    to say of it (HTML, "" for nothing). Deep in the night the time is moved to their end instead.

    One that comes soon by itself stays where it is, and rings no phone in the night.
    """
    order = next_part(outcome)
    if order is None or order.at is None or sheet.stage(order.stage).soon:
        return outcome, ""
    client = await people.client_by_id(unit, outcome.session.client)
    if client is None or audible(client, order.at) == order.at:
        return outcome, ""
    room = await give_way(unit, client, order.at)
    if room is not None:
        return outcome, gave_way(*room, texts)
    later = replace(order, at=audible(client, order.at).astimezone(zone_of(client)))
    effects = tuple(later if effect is order else effect for effect in outcome.effects)
    return replace(outcome, effects=effects), texts.html("part-moved")


def gave_way(week: Week, weekday: int, texts: Texts) -> str:
    """Return in words that the quiet hours of a weekday gave way to a time (HTML)."""
    night = week.on(weekday)
    hours = {"start": f"{night.start:%H:%M}", "end": f"{night.end:%H:%M}"}
    return texts.html("quiet-gave-way", day=texts.plain(f"weekday-{weekday}"), **hours)


async def plan(
    unit: Unit, client: Client, assignment: Assignment, session: str, stage: str, at: datetime
) -> Occurrence:
    """Plan the prompt of a session's next stage; the session stands at it from now on."""
    zone = zone_of(client)
    one = Occurrence(
        id=new_id(unit.now),
        client=client.id,
        assignment=assignment.id,
        entry=None,
        local_date=at.astimezone(zone).date(),
        stage=stage,
        planned_at=at.astimezone(unit.now.tzinfo),
        zone=zone.key,
        closes_at=windows.closes_at(at, zone, assignment.window_minutes),
    )
    await occurrences.add(unit, [one])
    await sessions.move_to(unit, session, one.id)
    await timers.set(unit, at, "prompt", one.id, 0)
    due = lasts_until(one, assignment.idle_minutes)
    if due:
        await timers.set(unit, due, "idle", session, 0)
    else:
        await timers.cancel(unit, "idle", session)
    return one


async def plan_recall(
    unit: Unit, client: Client, sheet: Worksheet, session: Session, order: Schedule
) -> None:
    """Set the moment at which the plan is recalled, if its day is to come before the next stage."""
    starts = next(stage.starts for stage in sheet.stages if stage.id == order.stage)
    day = session.answers.get(starts.recall) if starts and starts.recall else None
    if not isinstance(day, str) or order.at is None:
        return
    morning = datetime.combine(date.fromisoformat(day), RECALLED, zone_of(client))
    at = audible(client, morning)
    if unit.now < at < order.at:
        await timers.set(unit, at, "recall", session.id, 0)


async def recall_due(unit: Unit, house: House, fired: Sequence[prompting.Fired]) -> None:
    """Say once, silently, that the day of a plan is here; not in a pause, nor once it was begun."""
    for timer in fired:
        held = await sessions.load(unit, timer.subject)
        one = await coming(unit, held) if held else None
        client = await people.client_by_id(unit, held.session.client) if held else None
        person = await people.person_by_id(unit, held.person) if held else None
        if not (one and one.planned_at and client and person):
            continue
        if client.paused_until or person.unreachable_since:
            continue
        at, texts = one.planned_at.astimezone(zone_of(client)), house.texts(person.locale)
        when = f"{day_words(at.date(), texts)}, {at:%H:%M}"
        message = Message(texts.html("part-recall", when=when))
        key = f"recall.{timer.subject}"
        unit.post(Outgoing(person.id, client.id, "notice", message, key, silent=True))


def lasts_until(one: Occurrence, idle_minutes: int | None) -> datetime | None:
    """Return until when a stage that nobody began stays open; None: for ever."""
    if idle_minutes is None or one.planned_at is None:
        return None
    due = one.planned_at + timedelta(minutes=idle_minutes)
    return max(due, one.closes_at) if one.closes_at else due


async def coming(unit: Unit, held: Held | Aside) -> Occurrence | None:
    """Return the stage that a session waits for, if its time has not come yet."""
    if held.status != "waiting" or held.occurrence is None:
        return None
    one = await occurrences.by_id(unit, held.occurrence)
    if one is None or not one.chosen or one.state != "planned" or one.planned_at is None:
        return None
    return one if one.planned_at > unit.now else None


async def opened(unit: Unit, one: Occurrence) -> None:
    """Note that a stage was begun. Begun ahead of its time, it still rings if nothing is said."""
    if one.state in ("planned", "prompted"):
        at = one.opened_at or unit.now
        await occurrences.change(unit, one.id, state="opened", opened_at=at)
    elif one.opened_at is None:
        await occurrences.change(unit, one.id, opened_at=unit.now)
    if one.planned_at is None or unit.now >= one.planned_at:
        await leftovers.drop_ringing(unit, one.id)


async def after_pause(
    unit: Unit, client: Client, assignment: Assignment, one: Occurrence, until: datetime
) -> None:
    """A stage whose prompt was paused away is asked when the pause is over."""
    held = await sessions.of_occurrence(unit, one.id)
    if held is not None:
        await plan(unit, client, assignment, held.session.id, one.stage, audible(client, until))
