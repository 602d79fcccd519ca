"""Setting homework: a form becomes a draft, a draft a proposal, a proposal an agreement.

Nothing rings before the client has said yes. What was agreed stays readable.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Literal

from conversations.model import Worksheet
from conversations.session import Json, Option, Ref, Session, Variant
from conversations.texts import Texts
from homework import contracting, easing, leftovers, planning, room
from homework.beginning import fitting
from homework.house import House
from homework.moments import zone_of
from homework.prompt_texts import day_words
from homework.schedule import EveryDays, Rule
from homework.spoken_days import Read
from homework.store import assignments, audit, occurrences, sheet_materials, timers
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client, Therapist
from homework.timetable import Hints, written
from homework.trimming import Cut, trimmed

IDLE_MINUTES = 7 * 24 * 60
TIMER = "timer"
"""Who ended an assignment whose last day is over."""

Answer = Literal["accept", "adjust", "not_now"]


def sheets_to_choose(house: House, therapist: str, texts: Texts) -> tuple[Option, ...]:
    """Return the worksheets that a therapist can set, by title."""
    found = house.shelf.settable_by(therapist, texts.locale)
    return tuple(Option(sheet.id, sheet.title) for sheet in found)


DAYS_TO_CHOOSE = 14


def days_to_choose(client: Client, texts: Texts, now: datetime) -> tuple[Option, ...]:
    """Return the days of two weeks from tomorrow, on the client's calendar."""
    today = now.astimezone(zone_of(client)).date()
    days = [today + timedelta(days=ahead) for ahead in range(1, DAYS_TO_CHOOSE + 1)]
    return tuple(Option(day.isoformat(), day_words(day, texts)) for day in days)


async def others_of(unit: Unit, house: House, client: Client, texts: Texts) -> tuple[Option, ...]:
    """Return the agreed practices of a client that another one may hang on, by title."""
    found = await assignments.of_client(unit, client.id, "active")
    return tuple(Option(one.id, house.sheet(one.worksheet, texts).title) for one in found)


def _str(answers: Mapping[str, Json], key: str) -> str | None:
    value = answers.get(key)
    return value if isinstance(value, str) and value else None


def _minutes(answers: Mapping[str, Json], key: str) -> int | None:
    value = _str(answers, key)
    return int(value) if value and value.isdecimal() else None


def hints_of(client: Client, seed: str, others: Sequence[Option], now: datetime) -> Hints:
    """Return what a form cannot know about time."""
    return Hints(now.astimezone(zone_of(client)).date(), seed, others)


def from_form(
    house: House,
    session: Session,
    therapist: Therapist,
    client: Client,
    others: Sequence[Option],
    now: datetime,
) -> tuple[Assignment, Read]:
    """Return the draft that a finished form describes, and its schedule as far as it was read.

    It carries the form's own id: however often a form is looked through, it makes one draft.
    """
    answers, key = session.answers, session.id
    hints = hints_of(client, key, others, now)
    today = hints.today
    weeks = int(_str(answers, "weeks") or "1")
    ref: Ref = house.shelf.newest[str(answers["worksheet"])]
    sheet = house.shelf.worksheet(ref)
    chosen = answers["variant"]
    wanted: Variant = "light" if chosen == "light" else "minute" if chosen == "minute" else "full"
    draft = Assignment(
        id=key,
        client=client.id,
        therapist=therapist.id,
        worksheet=ref,
        variant=fitting(sheet, wanted),
        state="draft",
        texts=assignments.Texts(_str(answers, "why") or "", _str(answers, "enough")),
        sharing=at_most(sheet, _str(answers, "sharing") or "all"),
        window_minutes=_minutes(answers, "window"),
        grace_minutes=None,
        idle_minutes=IDLE_MINUTES,
        reminder_minutes=_minutes(answers, "reminder"),
        starts_on=today,
        ends_on=today + timedelta(days=7 * weeks - 1),
        revision=0,
        agreed_at=None,
    )
    if sheet.momentary:
        draft = momentary(draft, answers)
    return draft, written(answers, hints, momentary=sheet.momentary)


def at_most(sheet: Worksheet, wanted: str) -> str:
    """Return as what each sheet is shared at first: never as more than the sheet itself says."""
    order = ("nothing", "summary", "all")
    return min(sheet.sharing, wanted, key=order.index)


def momentary(draft: Assignment, answers: Mapping[str, Json]) -> Assignment:
    """Return the draft as a series about right now: open for an hour unless the form asked for how
    long, ten minutes to finish."""
    states, asked = answers.get("states"), "window" in answers
    names = tuple(str(name) for name in states) if isinstance(states, list) else ()
    return replace(
        draft,
        texts=replace(draft.texts, states=names),
        window_minutes=draft.window_minutes if asked else 60,
        grace_minutes=10,
        idle_minutes=60,
        reminder_minutes=draft.reminder_minutes if asked else 15,
    )


# From draft to agreement ------------------------------------------------------------------------


async def as_chosen(unit: Unit, draft: Assignment) -> Assignment:
    """Return a draft with what was chosen for it when its form was looked through before."""
    before = (await assignments.by_ids(unit, [draft.id])).get(draft.id)
    if before is None or before.worksheet.id != draft.worksheet.id:
        return draft
    written = draft.texts
    kept = replace(before.texts, why=written.why, enough=written.enough, states=written.states)
    return replace(draft, texts=kept)


async def keep_draft(unit: Unit, draft: Assignment, rules: Sequence[Rule]) -> None:
    """Write a draft, in the place of what the same form made before: nothing is sent yet."""
    if not await assignments.rewrite_draft(unit, draft, rules):
        await assignments.add(unit, draft, rules)


async def take_cut(unit: Unit, house: House, draft: Assignment, cut: Cut) -> Assignment | None:
    """Make a draft smaller; return it as it is now, None if nothing is left or it is no smaller."""
    sheet = house.shelf.worksheet(draft.worksheet)
    rules = trimmed([entry.rule for entry in draft.entries], cut)
    forms = (draft.variant, *easing.smaller_forms(sheet, draft.variant))
    if cut.variant not in forms or not rules:
        return None
    await assignments.change(unit, draft.id, variant=cut.variant)
    await assignments.replace_rules(unit, draft.id, rules)
    return (await assignments.by_ids(unit, [draft.id]))[draft.id]


async def propose(unit: Unit, therapist: Therapist, draft: Assignment) -> bool:
    """Make a draft a proposal to the client; False if it was sent already."""
    if draft.state != "draft":
        return False
    for other in await assignments.of_client(unit, draft.client, "adjusting"):
        if other.worksheet.id == draft.worksheet.id:  # this is what they wished for
            await assignments.change(unit, other.id, state="ended", ended_at=unit.now)
    await assignments.change(unit, draft.id, state="proposed")
    await sheet_materials.give(unit, therapist.id, draft.worksheet.id, draft.client, draft.id)
    await audit.note(unit, therapist.person or "", "assign", draft.client, draft.id)
    return True


async def accept(
    unit: Unit, house: House, client: Client, proposal: Assignment
) -> Assignment | None:
    """The client says yes: the schedule begins today and is as long as was proposed.

    While as much runs as may at a time, it waits. None if there is nothing to accept.
    """
    if proposal.state not in assignments.OPEN_PROPOSALS:
        return None
    await audit.note(unit, client.person or "", "assignment.accept", client.id, proposal.id)
    return await begin_or_wait(unit, house, client, proposal)


async def begin_or_wait(
    unit: Unit, house: House, client: Client, proposal: Assignment
) -> Assignment:
    """Let an assignment begin today, or wait while there is no room; return it as it is now."""
    if await room.in_the_way(unit, house, proposal):
        return await room.wait(unit, proposal)
    return await begin(unit, client, proposal)


async def begin(unit: Unit, client: Client, proposal: Assignment) -> Assignment:
    """Let an assignment begin today, as long as it was proposed; return it as it is now."""
    zone = zone_of(client)
    today = unit.now.astimezone(zone).date()
    await assignments.change(
        unit,
        proposal.id,
        state="active",
        agreed_at=unit.now,
        starts_on=today.isoformat(),
        ends_on=(today + (proposal.ends_on - proposal.starts_on)).isoformat(),
    )
    for entry in proposal.entries:
        if isinstance(entry.rule, EveryDays) and entry.rule.start != today:
            await assignments.set_rule(unit, entry.id, replace(entry.rule, start=today))
    await contracting.record(unit, proposal.id, client.person or "", "accept")
    agreed = (await assignments.by_ids(unit, [proposal.id]))[proposal.id]
    await planning.plan(unit, client, agreed)
    after_end = datetime.combine(agreed.ends_on + timedelta(days=1), time(0), zone)
    await timers.set(unit, after_end, "ending", agreed.id, agreed.revision)
    return agreed


async def put_off(unit: Unit, client: Client, proposal: Assignment, answer: Answer) -> bool:
    """The client wants it otherwise, or not now; False if it is no open proposal."""
    if proposal.state not in assignments.OPEN_PROPOSALS or proposal.state == answer:
        return False
    state = "adjusting" if answer == "adjust" else "not_now"
    await assignments.change(unit, proposal.id, state=state)
    await audit.note(unit, client.person or "", f"assignment.{answer}", client.id, proposal.id)
    return True


async def end(unit: Unit, actor: str, assignment: Assignment) -> None:
    """End an assignment: nothing rings any more; what is open may still be written."""
    await assignments.change(unit, assignment.id, state="ended", ended_at=unit.now)
    await contracting.record(unit, assignment.id, actor, "end")
    await audit.note(unit, actor, "assignment.end", assignment.client, assignment.id)
    await timers.cancel(unit, "ending", assignment.id)
    await room.freed(unit, assignment.client)
    for entry in assignment.entries:
        await timers.cancel(unit, "plan", entry.id)
    for one in await occurrences.live_of_client(unit, assignment.client):
        if one.chosen and actor == TIMER:
            continue  # the last day is over, but what was begun is still asked at its time
        if one.assignment != assignment.id:
            continue
        if one.state == "opened":  # begun, perhaps ahead of its time: it stays, and is silent
            await leftovers.drop_ringing(unit, one.id)
        else:
            await occurrences.close(unit, one.id, "superseded")
            await leftovers.drop_timers(unit, one.id)
