"""A worksheet begins, or goes on: by a prompt's button, unprompted, or after a pause.

One session is open for a person at a time; another one waits behind it and nothing is mixed.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from conversations import engine
from conversations.effects import Saved, Schedule
from conversations.events import Resumed, SteppedDown
from conversations.message import Message
from conversations.model import Worksheet
from conversations.prefilling import fill
from conversations.render import render
from conversations.session import Json, Option, Ref, Session, Variant
from homework import easing, handing, materials_shown, parts, silence, windows
from homework.collecting import Desk, is_untouched, local_now
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.posting import post_rendered, say
from homework.store import assignments, occurrences, people, sessions, timers, unopened
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.occurrences import Occurrence
from homework.store.people import Actor, Client, Person
from homework.store.sessions import Held, Turned

CONTRACT_LASTS = timedelta(days=1)
"""How long the questions about an agreement wait; they are asked anew from the settings."""


async def begin(
    desk: Desk,
    person: Person,
    client: Client,
    assignment: Assignment,
    one: Occurrence | None,
    variant: Variant | None = None,
) -> Held:
    """Open a worksheet of an assignment and ask its first question; no `one`: unprompted."""
    unit = desk.unit
    if variant and variant in easing.smaller_forms(
        desk.house.shelf.worksheet(assignment.worksheet), assignment.variant
    ):
        await easing.stepped_down(unit, desk.house, client, assignment)
    known = await _answered_by_material(unit, desk.house, assignment)
    again = None if one else await _just_begun(desk, person, assignment.worksheet, known)
    if again and again.assignment == assignment.id:
        await go_on(desk, person, again)
        return again
    waits = await step_aside(desk, person)
    if waits and waits.kind == "worksheet":
        _say_it_waits(desk, person, waits)
    await materials_shown.show(unit, desk.house, person, assignment)
    held = await _open(
        desk,
        person,
        client.id,
        assignment.worksheet,
        variant or assignment.variant,
        kind="worksheet",
        client_zone=client.zone,
        assignment=assignment.id,
        one=one,
        handed=await handing.given(unit, desk.house, client, assignment, person.locale),
        given=handing.settings(desk.house, assignment),
        answers=known,
    )
    if one:
        await silence.answered(unit, client)
    live = one is not None and one.state in occurrences.LIVE_STATES
    if one and (one.opened_at is None or not live):  # begun again after its end: that counts
        state = "opened" if live else one.state
        await occurrences.change(unit, one.id, state=state, opened_at=unit.now)
        one = replace(one, state=state, opened_at=unit.now)
    await set_deadline(unit, held.session.id, one, assignment)
    return held


async def _answered_by_material(
    unit: Unit, house: House, assignment: Assignment
) -> Mapping[str, Json]:
    """What a therapist attached says what is read: it is not asked again."""
    step = house.shelf.worksheet(assignment.worksheet).material
    named = await materials_shown.names(unit, assignment) if step else ""
    return {step: named} if step and named else {}


async def set_deadline(
    unit: Unit, session: str, one: Occurrence | None, assignment: Assignment
) -> None:
    """Set when a begun sheet closes by itself, if it does."""
    deadline = _deadline(one, assignment, unit.now)
    if deadline:
        await timers.set(unit, deadline, "idle", session, 0)


def _deadline(
    one: Occurrence | None, assignment: Assignment, last_answer_at: datetime
) -> datetime | None:
    """Return until when a begun sheet may be finished; what was begun late has no window."""
    if one and one.chosen and one.opened_at is None:
        return parts.lasts_until(one, assignment.idle_minutes)
    in_time = one and one.opened_at and one.closes_at and one.opened_at < one.closes_at
    return windows.deadline(
        one.closes_at if one and in_time else None,
        assignment.grace_minutes,
        last_answer_at,
        assignment.idle_minutes,
    )


async def begin_form(
    desk: Desk,
    person: Person,
    client: str,
    form: str,
    handed: Mapping[str, tuple[Option, ...]],
    answers: Mapping[str, Json] | None = None,
) -> Held:
    """Open a guided form about a client; its answers are sealed with that client's key.

    `answers`: of an earlier form, taken over as far as they fit; the form that was just begun, in
    which nothing was answered yet, is left for it.
    """
    ref = desk.house.shelf.forms[form]
    held = await _just_begun(desk, person, ref)
    if held and held.session.client == client and answers is None:
        await go_on(desk, person, held)
        return held
    if held:
        await stop_form(desk, person, held.session.id)
    await step_aside(desk, person)
    return await _open(
        desk, person, client, ref, "full", kind="dialog", handed=handed, answers=answers
    )


async def stop_form(desk: Desk, person: Person, key: str) -> None:
    """End a form that is still open, or waits, without carrying it out; its buttons go."""
    await desk.load([person.id])
    held = desk.held.get(person.id)
    if held is None or held.session.id != key:
        found = await sessions.load_own(desk.unit, key, person.id)
        held = found if found and found.status in unopened.PUT_ASIDE else None
    if held is None:
        return
    await _set_status(desk, held, replace(held.session, status="stopped"))
    if held.ask_row:
        key = "review-settled" if held.next_seq > 1 else "said-stopped-empty"
        message = Message(desk.house.texts(person.locale).html(key))
        once, client = new_id(desk.unit.now), held.session.client
        desk.unit.post(Outgoing(person.id, client, "tidy", message, once, edits=held.ask_row))
    await desk.flush()


async def begin_contract(
    desk: Desk, person: Person, client: Client, assignment: Assignment, variant: Variant
) -> Held:
    """Open a client's own form about an agreed practice; it closes by itself after a day."""
    ref = desk.house.shelf.forms["contract"]
    again = await _just_begun(desk, person, ref)
    if again and again.assignment == assignment.id:
        await go_on(desk, person, again)
        return again
    await step_aside(desk, person)
    held = await _open(
        desk,
        person,
        client.id,
        ref,
        variant,
        kind="contract",
        client_zone=client.zone,
        assignment=assignment.id,
    )
    await timers.set(desk.unit, desk.unit.now + CONTRACT_LASTS, "idle", held.session.id, 0)
    return held


async def _open(
    desk: Desk,
    person: Person,
    client: str,
    ref: Ref,
    variant: Variant,
    *,
    kind: str,
    client_zone: str | None = None,
    assignment: str | None = None,
    one: Occurrence | None = None,
    handed: Mapping[str, tuple[Option, ...]] | None = None,
    answers: Mapping[str, Json] | None = None,
    given: Mapping[str, Json] | None = None,
) -> Held:
    unit = desk.unit
    texts = desk.house.texts(person.locale)
    sheet = desk.house.sheet(ref, texts)
    outcome = engine.start(
        sheet,
        id=new_id(unit.now),
        client=client,
        variant=fitting(sheet, variant),
        now=local_now(unit, client_zone),
        handed=handed,
        given=given,
    )
    if person.expecting:
        await people.expect(unit, person.id, None)
    held = Held(
        session=outcome.session,
        person=person.id,
        assignment=assignment,
        occurrence=one.id if one else None,
        kind=kind,
        deadline_at=None,
        next_seq=1,
        ask_row=None,
        ask_state="waiting",
        touched_at=unit.now,
    )
    await sessions.insert(unit, held)
    if answers:
        now = local_now(unit, client_zone)
        filled = fill(sheet, held.session, answers, now=now)
        said = tuple(one for one in filled.effects if not isinstance(one, Schedule))
        came = tuple(one for one in outcome.effects if isinstance(one, Saved))
        desk.keep(person, held, sheet, replace(filled, effects=came + said), texts, None)
        await desk.flush()
        return held
    if given:
        desk.keep(person, held, sheet, outcome, texts, None)
        await desk.flush()
        return held
    rendered = render(outcome.effects, sheet, outcome.session, texts, help_button=kind != "dialog")
    post_rendered(unit, person, held, rendered)
    return held


async def _just_begun(
    desk: Desk, person: Person, ref: Ref, known: Mapping[str, Json] | None = None
) -> Held | None:
    """Return the open session on this sheet if nothing was answered yet but what was `known`: it
    was pressed twice."""
    await desk.load([person.id])
    held = desk.held.get(person.id)
    if held is None or held.session.worksheet != ref:
        return None
    sheet, answers = desk.house.shelf.worksheet(ref), held.session.answers
    filled = known or {}
    same = all(answers.get(step) == value for step, value in filled.items())
    return held if same and is_untouched(sheet, held, len(filled)) else None


def fitting(sheet: Worksheet, variant: Variant) -> Variant:
    """Return the form asked for, or the largest there is."""
    return variant if variant in sheet.variants else sheet.variants[0]


async def step_aside(desk: Desk, person: Person, *, to: str | None = None) -> Held | None:
    """Let the session that is open wait, if there is one, and return it. `to`: the session that is
    gone on with; it does not step aside for itself."""
    await desk.load([person.id])
    held = desk.held.get(person.id)
    if held and held.session.id != to:
        sheet = desk.house.shelf.worksheet(held.session.worksheet)
        aside = engine.lay_aside(sheet, held.session, now=desk.unit.now)
        saved = tuple(one for one in aside.effects if isinstance(one, Saved))
        desk.turns.append(Turned(held, aside.session, saved, None, desk.unit.now))
    await desk.flush()
    return held


def _say_it_waits(desk: Desk, person: Person, held: Held) -> None:
    texts = desk.house.texts(person.locale)
    title = desk.house.sheet(held.session.worksheet, texts).title
    say(desk.unit, person, held.session.client, texts.html("today-waits-kept", title=title))


async def _set_status(desk: Desk, held: Held, session: Session) -> None:
    desk.turns.append(Turned(held, session, (), None, desk.unit.now))


async def go_on(desk: Desk, person: Person, held: Held) -> None:
    """Come back to a paused or waiting session: the same question, under a new ask.

    If it waited for its next part, that part is begun, be it ahead of its time.
    """
    if person.expecting:  # what is typed now answers this question, not one of before
        await people.expect(desk.unit, person.id, None)
    await step_aside(desk, person, to=held.session.id)
    texts, help_button = desk.house.texts(person.locale), held.kind != "dialog"
    sheet = desk.house.sheet(held.session.worksheet, texts)
    outcome = engine.advance(sheet, held.session, Resumed(), now=desk.unit.now)
    rendered = render(outcome.effects, sheet, outcome.session, texts, help_button=help_button)
    post_rendered(desk.unit, person, held, rendered)
    desk.turns.append(Turned(held, outcome.session, (), None, desk.unit.now))
    await desk.watch_the_clock(held, outcome)
    await _note_opened(desk.unit, held)
    await desk.flush()


async def go_smaller(desk: Desk, who: Actor, held: Held, variant: Variant) -> None:
    """Come back to a session in a smaller form of its sheet; every answer is kept."""
    if who.person is None:
        return
    await step_aside(desk, who.person, to=held.session.id)
    await _note_opened(desk.unit, held)
    desk.held[who.person.id] = held
    await desk.take(who, SteppedDown(variant))
    await desk.flush()


async def _note_opened(unit: Unit, held: Held) -> None:
    one = await occurrences.by_id(unit, held.occurrence) if held.occurrence else None
    if one is None or not one.chosen or held.assignment is None:
        return
    await parts.opened(unit, one)
    opened = replace(one, opened_at=one.opened_at or unit.now)
    assignment = (await assignments.by_ids(unit, [held.assignment]))[held.assignment]
    await set_deadline(unit, held.session.id, opened, assignment)


async def lapse(unit: Unit, held: Held, assignment: Assignment | None) -> bool:
    """Whether a session's time is really over; if somebody wrote since, the timer is set again."""
    if held.kind == "contract":
        return True
    one = await occurrences.by_id(unit, held.occurrence) if held.occurrence else None
    due = _deadline(one, assignment, held.touched_at) if assignment else None
    if due is None or due <= unit.now:
        return True
    await timers.set(unit, due, "idle", held.session.id, 0)
    return False
