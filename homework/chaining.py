"""Programs at work: the whole is proposed and accepted; each later link is announced before it
begins, and can be said no to.

Timers: `chain` looks whether a link is complete, `link` announces the next one and then begins it.
It must not know how the answers are given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from conversations.message import Message, tap
from conversations.session import Json
from homework import assigning, notices
from homework.beginning import fitting
from homework.house import House
from homework.ids import new_id
from homework.moments import audible, zone_of
from homework.outgoing import Outgoing
from homework.program import Link, Program
from homework.prompt_texts import day_words
from homework.prompting import Fired
from homework.rhythm import schedule_words
from homework.schedule import Rule, at_time
from homework.spoken import schedule_in
from homework.spoken_days import Unread
from homework.store import (
    alerts,
    assignments,
    audit,
    entries,
    people,
    programs,
    sheet_materials,
    timers,
)
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client, Therapist
from homework.store.programs import Chain, Running
from homework.windows import start_of_next_day

ANNOUNCE, BEGIN = 0, 1
"""Revision of a link's timer: what it does when it fires."""
GONE_ON, OVER = 0, 1
"""Revision of a chain's timer: a sheet was closed, or the link's last day is over."""
ENDED = ("ended", "done")


@dataclass(frozen=True, slots=True)
class Form:
    """What a therapist said about a program: for whom, why, at what time, how much they see."""

    therapist: Therapist
    client: Client
    answers: Mapping[str, Json] = field(repr=False)


def draft(
    house: House, program: Program, form: Form, now: datetime
) -> tuple[Running, list[tuple[Assignment, tuple[Rule, ...]]]]:
    """Return a program as a finished form describes it, and its links with their schedules."""
    chain = tuple(Chain(link.begins, link.days, link.entries) for link in program.links)
    running = Running(new_id(now), form.client.id, form.therapist.id, program.id, "draft", chain)
    drafts: list[tuple[Assignment, tuple[Rule, ...]]] = []
    for position, link in enumerate(program.links):
        one = replace(_link(house, link, form, now), program=running.id, position=position)
        drafts.append((one, _rules(link, one.id, form.answers.get("time"), one.starts_on)))
    return running, drafts


def _link(house: House, link: Link, form: Form, now: datetime) -> Assignment:
    ref, answers = house.shelf.newest[link.worksheet], form.answers
    sheet = house.shelf.worksheet(ref)
    today = now.astimezone(zone_of(form.client)).date()
    one = Assignment(
        id=new_id(now),
        client=form.client.id,
        therapist=form.therapist.id,
        worksheet=ref,
        variant=fitting(sheet, link.variant),
        state="draft",
        texts=assignments.Texts(str(answers.get("why") or ""), link.enough or None),
        sharing=assigning.at_most(sheet, str(answers.get("sharing") or "all")),
        window_minutes=None,
        grace_minutes=None,
        idle_minutes=assigning.IDLE_MINUTES,
        reminder_minutes=None,
        starts_on=today,
        ends_on=today + timedelta(days=7 * link.weeks - 1),
        revision=0,
        agreed_at=None,
    )
    return assigning.momentary(one, answers) if sheet.momentary else one


def _rules(link: Link, seed: str, at: Json, today: date) -> tuple[Rule, ...]:
    read = schedule_in(link.schedule, today, seed=seed)
    rules = () if isinstance(read, Unread) else read  # the loader has read it once already
    if isinstance(at, str) and at:
        rules = tuple(dict.fromkeys(at_time(rule, time.fromisoformat(at)) for rule in rules))
    return rules


async def propose(unit: Unit, therapist: Therapist, running: Running) -> Assignment | None:
    """Make a program a proposal to the client: its first link asks for all; None if it is gone."""
    if running.state != "draft":
        return None
    first, *later = await assignments.of_program(unit, running.id)
    await assignments.change(unit, first.id, state="proposed")
    for link in later:
        await assignments.change(unit, link.id, state="chained")
    for link in (first, *later):
        await sheet_materials.give(unit, therapist.id, link.worksheet.id, link.client, link.id)
    await programs.become(unit, running.id, "proposed")
    await audit.note(unit, therapist.person or "", "program.assign", running.client, running.id)
    return (await assignments.by_ids(unit, [first.id]))[first.id]


async def accepted(unit: Unit, house: House, client: Client, agreed: Assignment) -> None:
    """A link of a program was said yes to, and begins. With the first the program runs."""
    running = await programs.by_id(unit, agreed.program) if agreed.program else None
    if running is None or running.state in ENDED:
        return
    if agreed.position == 0:
        await programs.become(unit, running.id, "running")
    await _set_following(unit, house, client, running, agreed)


async def _set_following(
    unit: Unit, house: House, client: Client, running: Running, begun: Assignment
) -> None:
    """A link began: what begins with it, or so many days after it, is set."""
    for link in (await assignments.of_program(unit, running.id))[(begun.position or 0) + 1 :]:
        chain = running.links[link.position or 0]
        if chain.begins == "at_once" and link.state == "chained":
            await _begin_or_say(unit, house, client, link)
            continue
        if chain.begins == "interval" and link.state == "chained":
            at = _day_before(client, unit.now + timedelta(days=chain.days))
            await timers.set(unit, at, "link", link.id, ANNOUNCE)
        return


def _day_before(client: Client, at: datetime) -> datetime:
    return audible(client, at - timedelta(days=1))


async def chain_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Look whether a link is complete; if it is, the next one is announced, now or in some days."""
    found = await assignments.by_ids(unit, {timer.subject for timer in fired})
    for timer in fired:
        link = found.get(timer.subject)
        running = await programs.by_id(unit, link.program) if link and link.program else None
        if link is None or running is None or running.state != "running":
            continue
        wanted = running.links[link.position or 0].entries
        complete = timer.revision == OVER or (
            wanted is not None and await entries.count_closed(unit, link.id) >= wanted
        )
        if complete:
            await _go_on(unit, running, link)


async def _go_on(unit: Unit, running: Running, done: Assignment) -> None:
    every = await assignments.of_program(unit, running.id)
    following = every[(done.position or 0) + 1 :]
    if not following:
        if all(one.state in ("ended", "not_now") for one in every):
            await programs.become(unit, running.id, "done")
        return
    link, client = following[0], await people.client_by_id(unit, running.client)
    chain = running.links[link.position or 0]
    waits = chain.begins in ("after_completion", "after_days") and link.state == "chained"
    if client is None or not waits or await timers.at(unit, "link", link.id) is not None:
        return
    at = unit.now + timedelta(days=max(chain.days - 1, 0))
    await timers.set(unit, audible(client, at), "link", link.id, ANNOUNCE)


async def link_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Announce a link the day before it begins; begin it unless its client said no."""
    found = await assignments.by_ids(unit, {timer.subject for timer in fired})
    for timer in fired:
        link = found.get(timer.subject)
        running = await programs.by_id(unit, link.program) if link and link.program else None
        client = await people.client_by_id(unit, link.client) if link else None
        if link is None or client is None or link.state != "chained":
            continue
        if running is None or running.state != "running":
            continue
        quiet = client.stopped_at or client.silence  # nothing new for who does not answer
        rests = unit.now + timedelta(days=1) if quiet else client.paused_until
        alarm = await alerts.waiting(unit, [client.id])
        may = audible(client, max(unit.now, rests or unit.now, alarm.get(client.id, unit.now)))
        if may > unit.now:  # at night, in a pause, in silence, at an alert: it waits
            await timers.set(unit, may, "link", link.id, timer.revision)
        elif timer.revision == ANNOUNCE:
            await _announce(unit, house, client, link)
        else:
            await _begin(unit, house, client, running, link)


async def _announce(unit: Unit, house: House, client: Client, link: Assignment) -> None:
    begins = audible(client, start_of_next_day(unit.now, zone_of(client)))
    await timers.set(unit, begins, "link", link.id, BEGIN)
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is None:
        return
    texts, rules = house.texts(person.locale), [entry.rule for entry in link.entries]
    sheet = house.sheet(link.worksheet, texts)
    text = texts.html(
        "link-announced",
        title=sheet.title,
        minutes=sheet.minutes.get(link.variant, 5),
        schedule=schedule_words(rules, texts),
        day=day_words(begins.astimezone(zone_of(client)).date(), texts),
    )
    buttons = (
        (tap(texts.plain("link-yes"), "link", link.id, "yes"),),
        (tap(texts.plain("link-no"), "link", link.id, "no"),),
    )
    message, key = Message(text, buttons), f"link.{link.id}.{link.revision}"
    unit.post(Outgoing(person.id, client.id, "notice", message, dedupe=key))


async def _begin(
    unit: Unit, house: House, client: Client, running: Running, link: Assignment
) -> None:
    before = (await assignments.of_program(unit, running.id))[(link.position or 0) - 1]
    follows = running.links[link.position or 0].begins in ("after_completion", "after_days")
    if follows and before.state == "active":
        await assigning.end(unit, assigning.TIMER, before)
    if not await _begin_or_say(unit, house, client, link):
        return
    await _set_following(unit, house, client, running, link)
    await audit.note(unit, client.person or "", "program.link", client.id, link.id)
    once = f"link.{link.id}.told"
    await notices.tell(unit, house, client, "told-link", once=once, title=link.worksheet)


async def _begin_or_say(unit: Unit, house: House, client: Client, link: Assignment) -> bool:
    """Let a link begin; say so, and return False, if it has to wait for another one to end."""
    if (await assigning.begin_or_wait(unit, house, client, link)).state != assignments.WAITS:
        return True
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is not None:
        texts = house.texts(person.locale)
        title = house.sheet(link.worksheet, texts).title
        message = Message(texts.html("link-waits", title=title))
        once = f"link.{link.id}.{link.revision}.waits"
        unit.post(Outgoing(person.id, client.id, "notice", message, dedupe=once, silent=True))
    once = f"waits.{link.id}.{link.revision}"
    await notices.tell(unit, house, client, "told-link-waits", once=once, title=link.worksheet)
    return False


async def refuse(unit: Unit, client: Client, link: Assignment) -> bool:
    """The client says no to a link that was announced; False if it is not waiting any more."""
    if link.state != "chained" or await timers.at(unit, "link", link.id) is None:
        return False
    await timers.cancel(unit, "link", link.id)
    await assignments.change(unit, link.id, state="not_now")
    await audit.note(unit, client.person or "", "program.refuse", client.id, link.id)
    return True


async def stop(unit: Unit, actor: str, program: str) -> None:
    """End a program: what has not begun does not begin."""
    for link in await assignments.of_program(unit, program):
        if link.state != "ended" and link.state != "active":
            await timers.cancel(unit, "link", link.id)
            await assignments.change(unit, link.id, state="ended", ended_at=unit.now)
    await programs.become(unit, program, "ended")
    await audit.note(unit, actor, "program.end", None, program)
