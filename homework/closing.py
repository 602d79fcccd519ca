"""A worksheet ends: the entry for reading is written, the occurrence gets its end state.

The answers stay the truth; the entry is one sealed row made of them, so that reading a year is
quick. What the therapist may see of it is the client's to change.
"""

from collections.abc import Sequence

from conversations.effects import Completed, Effect, Ended
from conversations.markup import escape
from conversations.message import Message, Rows, tap
from conversations.session import Json, Session
from conversations.texts import Texts
from homework import prompting
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store import assignments, entries, occurrences, sessions, timers
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.occurrences import LIVE_STATES, Occurrence
from homework.store.people import Actor, Person
from homework.store.sessions import Held

SHARING = ("all", "summary", "nothing")
DONE_STATES = ("on_time", "late", "partial")
"""An occurrence that ended otherwise is still taken when somebody writes after all."""


async def close(
    unit: Unit,
    house: House,
    who: Actor,
    held: Held,
    session: Session,
    effects: Sequence[Effect],
) -> None:
    """Write what a finished, stopped or timed-out worksheet leaves behind."""
    await timers.cancel(unit, "idle", session.id)
    one = await occurrences.by_id(unit, held.occurrence) if held.occurrence else None
    for effect in effects:
        match effect:
            case Completed(partial):
                await _finish(unit, house, who, held, session, one, partial=partial)
            case Ended(step, reason):
                await _end_early(unit, house, who, held, session, one, step, reason)
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
    if not _wrote(session):
        await _nothing_came(unit, one)
        return
    entry = await _write_entry(unit, house, held, session, "partial" if partial else "done")
    if one and one.state not in DONE_STATES:
        state = "partial" if partial else _in_time(one)
        await occurrences.close(unit, one.id, state, step=session.asked.step)
        await prompting.drop_timers(unit, one.id)
    _say_who_reads(unit, house, who, entry)


def _say_who_reads(unit: Unit, house: House, who: Actor, entry: Written) -> None:
    if who.person:
        message = shared_message(house.texts(who.person.locale), entry.id, entry.sharing)
        _post(unit, who.person, entry.client, message)


def _wrote(session: Session) -> bool:
    return bool(session.answers or session.notes)


async def _nothing_came(unit: Unit, one: Occurrence | None) -> None:
    """There is nothing to read, and nothing to share: begun, and then left alone."""
    if one and one.state in LIVE_STATES:
        await occurrences.close(unit, one.id, "declined")
        await prompting.drop_timers(unit, one.id)


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
    if _wrote(session):
        entry = await _write_entry(unit, house, held, session, "partial")
        _say_who_reads(unit, house, who, entry)
    elif reason != "expired":
        await _nothing_came(unit, one)
        return
    if one and one.state in LIVE_STATES:
        await occurrences.close(unit, one.id, "partial", step=step)
        await prompting.drop_timers(unit, one.id)


def _in_time(one: Occurrence) -> str:
    """Begun inside the window is on time, however long the writing took."""
    begun = one.opened_at
    if begun and one.closes_at and begun >= one.closes_at:
        return "late"
    return "on_time"


async def _write_entry(
    unit: Unit, house: House, held: Held, session: Session, state: str
) -> Written:
    sharing = "all"
    if held.assignment:
        found = await assignments.by_ids(unit, [held.assignment])
        sharing = found[held.assignment].sharing
    sheet = house.shelf.worksheet(session.worksheet)
    body: dict[str, Json] = {
        "title": sheet.title,
        "version": session.worksheet.version,
        "sha256": session.worksheet.sha256,
        "answers": dict(session.answers),
        "skipped": [*sorted(session.skipped)],
        "notes": [*session.notes],
    }
    entry = Written(
        id=new_id(unit.now),
        client=session.client,
        session=session.id,
        assignment=held.assignment,
        occurrence=held.occurrence,
        worksheet=session.worksheet.id,
        variant=session.variant,
        state=state,
        sharing=sharing,
        body=body,
        began_at=session.opened_at,
        closed_at=unit.now,
    )
    await entries.add(unit, entry)
    return entry


def shared_message(texts: Texts, entry: str, sharing: str) -> Message:
    """Return who will see this entry, with buttons to change it."""
    return Message(texts.html(f"sharing-is-{sharing}"), sharing_buttons(texts, entry, sharing))


def sharing_buttons(texts: Texts, entry: str, sharing: str) -> Rows:
    """Return one button for each other way to share."""
    return tuple(
        (tap(texts.plain(f"sharing-to-{other}"), "share", entry, other),)
        for other in SHARING
        if other != sharing
    )


async def offer_waiting(unit: Unit, house: House, who: Actor) -> None:
    """Offer the worksheet that was waiting behind the one that ended."""
    person = who.person
    found = await sessions.load_resumable(unit, person.id) if person else []
    waiting = [held for held in found if held.session.status == "waiting"]
    waiting = [held for held in waiting if sessions.is_theirs(who, held)]
    if person is None or not waiting:
        return
    held, texts = waiting[0], house.texts(person.locale)
    title = escape(house.shelf.worksheet(held.session.worksheet).title)
    button = tap(texts.plain("today-continue"), "ses", held.session.id, "go")
    text = texts.html("today-waiting", title=title)
    _post(unit, person, held.session.client, Message(text, ((button,),)))


def _post(unit: Unit, person: Person, client: str, message: Message) -> None:
    unit.post(Outgoing(person.id, client, "ack", message, dedupe=new_id(unit.now)))
