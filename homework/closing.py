"""A worksheet ends: the entry for reading is written, the occurrence gets its end state.

The answers stay the truth; the entry is one sealed row made of them, so that reading a year is
quick. What the therapist may see of it is the client's to change.
"""

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from conversations.effects import Completed, Effect, Ended, Schedule
from conversations.markup import escape
from conversations.message import Message, Rows, tap
from conversations.path import is_given, wrote
from conversations.session import Session
from conversations.texts import Texts
from homework import (
    asides,
    keeping,
    leftovers,
    parts,
    planning,
    points,
    resting,
    sharing,
    sweeping_up,
    tallies,
    wrapping,
)
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store import (
    assignments,
    entries,
    occurrences,
    people,
    sessions,
    timers,
    unopened,
)
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.occurrences import Occurrence
from homework.store.people import Actor, Person
from homework.store.sessions import Held


async def close(
    unit: Unit,
    house: House,
    who: Actor,
    held: Held,
    session: Session,
    effects: Sequence[Effect],
) -> None:
    """Write what a worksheet leaves behind that is finished, stopped, timed out, or waits for its
    next part."""
    await timers.cancel(unit, "idle", session.id)
    await sweeping_up.after_sheet(unit, who.client, session.id)
    one = await occurrences.by_id(unit, held.occurrence) if held.occurrence else None
    for effect in effects:
        match effect:
            case Completed(partial):
                await _finish(unit, house, who, held, session, one, partial=partial)
            case Ended(step, reason):
                await _end_early(unit, house, who, held, session, one, step, reason)
            case Schedule(at=at) if at is not None:
                await _wait(unit, house, who, held, session, one, effect)
            case _:
                pass


async def _finish(
    unit: Unit,
    house: House,
    who: Actor,
    held: Held,
    session: Session,
    one: Occurrence | None,
    *,
    partial: bool,
) -> None:
    if not wrote(house.shelf.worksheet(session.worksheet), session):
        await _nothing_came(unit, one)
        return
    state = "partial" if partial else "done"
    entry, _ = await keeping.write(unit, house, held, session, state, one, _zone(who))
    await planning.entry_closed(unit, entry.client, entry.assignment)
    if one:
        await _end(unit, one, "partial" if partial else _in_time(one), session.asked.step)
    found = await assignments.by_ids(unit, [held.assignment] if held.assignment else [])
    active = [one for one in found.values() if one.state == "active"]
    sheet, form = house.shelf.worksheet(session.worksheet), session.variant
    asked = await wrapping.due(unit, entry.client, _zone(who), sheet, form) if active else ()
    if asked:
        entry = await wrapping.begin(unit, entry, held.assignment, asked)
    await _say_who_reads(unit, house, who, entry)
    for assignment in active:
        rests = await resting.after_entry(unit, house, who, assignment, entry)
        if who.person is not None and not (rests or asked):
            await asides.after_sheet(unit, house, who.person, assignment, sheet, form)


async def _say_who_reads(
    unit: Unit,
    house: House,
    who: Actor,
    entry: Written,
    *,
    silent: bool = False,
    goes_on: bool = False,
) -> None:
    """Say who can read it; under a point of a series, show today's points above.

    `goes_on`: its time ran out, and whoever wants to go on with it may.
    """
    if who.person is None:
        return
    texts = house.texts(who.person.locale)
    message = await last_message(unit, house, texts, entry)
    sheet = house.sheet(house.shelf.newest[entry.worksheet], texts)
    if goes_on and not sheet.momentary:
        go_on = tap(texts.plain("today-continue"), "ses", entry.session, "go")
        message = replace(message, buttons=((go_on,), *message.buttons))
    if sheet.momentary and entry.assignment:
        today = await points.of_today(unit, entry.assignment, sheet, _zone(who), texts)
        message = replace(message, html=f"{today}\n\n{message.html}")
    _post(unit, who.person, entry.client, message, silent=silent, subject=entry.id)


async def _nothing_came(unit: Unit, one: Occurrence | None) -> None:
    """There is nothing to read, and nothing to share: begun, and then left alone."""
    if one:
        await _end(unit, one, "declined")


async def _end(
    unit: Unit, one: Occurrence, state: str, step: str | None = None, reason: str | None = None
) -> None:
    """Give an occurrence its end state, or another one if the ledger allows it."""
    if await occurrences.close(unit, one.id, state, reason=reason, step=step):
        await leftovers.drop_timers(unit, one.id)


async def _wait(
    unit: Unit,
    house: House,
    who: Actor,
    held: Held,
    session: Session,
    one: Occurrence | None,
    order: Schedule,
) -> None:
    """A part is closed: it can be read, its occurrence ends, and that of the next is planned."""
    entry, new = await keeping.write(
        unit, house, held, session, "open", one, _zone(who), order.put_off
    )
    if one:
        await _end(unit, one, _in_time(one), held.session.asked.step)
    client = await people.client_by_id(unit, session.client)
    found = await assignments.by_ids(unit, [held.assignment] if held.assignment else [])
    if client and order.at and held.assignment:
        agreed = found[held.assignment]
        await parts.plan(unit, client, agreed, session.id, order.stage, order.at)
        sheet = house.shelf.worksheet(session.worksheet)
        await parts.plan_recall(unit, client, sheet, session, order)
    if new:
        await _say_who_reads(unit, house, who, entry)


async def _end_early(
    unit: Unit,
    house: House,
    who: Actor,
    held: Held,
    session: Session,
    one: Occurrence | None,
    step: str | None,
    reason: str,
) -> None:
    if wrote(house.shelf.worksheet(session.worksheet), session):
        entry, _ = await keeping.write(unit, house, held, session, "partial", one, _zone(who))
        await planning.entry_closed(unit, entry.client, entry.assignment)
        ran_out = reason == "expired"
        await _say_who_reads(unit, house, who, entry, silent=ran_out, goes_on=ran_out)
    if reason != "expired" and not _wrote(house, session):
        await _nothing_came(unit, one)
    elif one:
        state, why = await _expired(who, unit, one) if reason == "expired" else ("partial", None)
        await _end(unit, one, state, step if state == "partial" else None, why)


async def _expired(who: Actor, unit: Unit, one: Occurrence) -> tuple[str, str | None]:
    """What a sheet ends as whose time ran out. Who was away by agreement or out of reach meanwhile
    is not held to have left it; a part that nobody began is not partly done."""
    if who.person and who.person.unreachable_since:
        return "not_delivered", "unreachable"
    found = await assignments.by_ids(unit, [one.assignment])
    ends = [who.client.paused_until if who.client else None, found[one.assignment].paused_until]
    if any(end is not None and end > unit.now for end in ends):
        return "paused", None
    if one.opened_at is None:
        return await leftovers.left_alone(unit, one)
    return "partial", None


def _wrote(house: House, session: Session) -> bool:
    """Whether something was written in the part that is ending."""
    steps = house.shelf.worksheet(session.worksheet).steps
    here = [s.id for s in steps if s.stage == session.stage and not is_given(s, session)]
    return bool(session.notes) or any(step in session.answers for step in here)


def _zone(who: Actor) -> ZoneInfo:
    return ZoneInfo((who.client.zone if who.client else None) or "UTC")


def _in_time(one: Occurrence) -> str:
    """Begun inside the window is on time, however long the writing took."""
    begun = one.opened_at
    if begun and one.closes_at and begun >= one.closes_at:
        return "late"
    return "on_time"


async def last_message(unit: Unit, house: House, texts: Texts, entry: Written) -> Message:
    """Return the last message of a sheet as it stands now: the next question about it, or what was
    said; who may read it, with buttons to change that; above, what adds up over its kind."""
    part = wrapping.next_part(entry)
    buttons = sharing_buttons(texts, entry.id, entry.sharing)
    if part is None:
        message = wrapping.over(entry, texts, buttons)
    else:
        message = wrapping.question(entry, part, texts)
    sheet = house.sheet(house.shelf.newest[entry.worksheet], texts)
    if sheet.tally and entry.state == "done":
        found = await entries.of_sheet(unit, entry.client, entry.worksheet)
        if so_far := tallies.own(sheet, found, texts):
            return replace(message, html=f"{so_far}\n\n{message.html}")
    return message


def who_reads(texts: Texts, entry: Written) -> Message:
    """Return who may read an entry and how to change that, while questions about it wait."""
    keep = tap(texts.plain("sharing-keep"), "share", entry.id, entry.sharing)
    rows = (*sharing_buttons(texts, entry.id, entry.sharing), (keep,))
    return Message(texts.html(f"sharing-is-{entry.sharing}"), rows)


def sharing_buttons(texts: Texts, entry: str, now: str) -> Rows:
    """Return one button for each other way to share."""
    return tuple(
        (tap(texts.plain(f"sharing-to-{other}"), "share", entry, other),)
        for other in sharing.SHARING
        if other != now
    )


async def offer_waiting(unit: Unit, house: House, who: Actor, *, silent: bool) -> None:
    """Offer the worksheet that was waiting behind the one that ended."""
    person = who.person
    if person is None:
        return
    for one in await unopened.aside(unit, person.id):
        waits = one.status == "waiting" and sessions.is_theirs(who, one)
        if waits and await parts.coming(unit, one) is None:
            texts = house.texts(person.locale)
            title = escape(house.sheet(one.worksheet, texts).title)
            button = tap(texts.plain("today-continue"), "ses", one.key, "go")
            text = texts.html("today-waiting", title=title)
            _post(unit, person, one.client, Message(text, ((button,),)), silent=silent)
            return


def _post(
    unit: Unit,
    person: Person,
    client: str,
    message: Message,
    *,
    silent: bool = False,
    subject: str | None = None,
) -> None:
    once = new_id(unit.now)
    unit.post(Outgoing(person.id, client, "ack", message, once, subject=subject, silent=silent))
