"""A practice that does no good: said so often enough, it rests, and the therapist is told.

Nothing is asked of it any more; whoever wants to can still open it. It must not know which practice
it is.
"""

from datetime import datetime, time, timedelta

from conversations.message import Message, Rows, tap
from conversations.model import Rest
from conversations.path import all_hold
from conversations.texts import Texts
from homework import contracting, notices, pausing
from homework.house import House
from homework.ids import new_id
from homework.moments import zone_of
from homework.outgoing import Outgoing
from homework.reading import sheet_of
from homework.retelling import session_of
from homework.store import assignments, audit, entries, occurrences
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.people import Actor, Client

PROGRAM = "timer"
"""Who let it rest."""


async def after_entry(
    unit: Unit, house: House, who: Actor, assignment: Assignment, entry: Written
) -> bool:
    """Let a practice rest when its newest entry is one too many that says it does no good; return
    whether it rests from now on."""
    sheet = sheet_of(house, entry)
    if sheet is None or sheet.rests is None or who.client is None or who.person is None:
        return False
    if not _says_so(house, sheet.rests, entry):
        return False
    found = await entries.of_sheet(unit, entry.client, entry.worksheet)
    mine = [one for one in found if one.assignment == assignment.id]
    said = [one for one in mine if _says_so(house, sheet.rests, one)]
    if len(said) < sheet.rests.times or _rests(assignment, unit.now):
        return False
    await _rest(unit, house, who.client, assignment)
    client, texts = who.client, house.texts(who.person.locale)
    title = house.sheet(assignment.worksheet, texts).title
    # It rests whoever may read: nothing that does harm is asked for again. Why it rests stands in
    # the sheets, though, and of a sheet that its writer keeps nobody is told what is in it. The
    # therapist then learns only what they would see anyway: that it rests.
    open_ = all(one.sharing == "all" for one in said)
    message = Message(texts.html("rests-now" if open_ else "rests-now-kept", title=title))
    unit.post(Outgoing(who.person.id, client.id, "ack", message, new_id(unit.now)))
    await _tell(unit, house, client, assignment, len(said), why=open_)
    return True


def _says_so(house: House, rest: Rest, entry: Written) -> bool:
    sheet = sheet_of(house, entry)
    return sheet is not None and all_hold(rest.when, sheet, session_of(entry, sheet))


def _rests(assignment: Assignment, now: datetime) -> bool:
    return assignment.paused_until is not None and assignment.paused_until > now


async def _rest(unit: Unit, house: House, client: Client, assignment: Assignment) -> None:
    """Let nothing ring until the last day is over; nobody says that it goes on then."""
    after = assignment.ends_on + timedelta(days=1)
    until = datetime.combine(after, time(0), zone_of(client))
    await assignments.change(unit, assignment.id, paused_until=until)
    await contracting.record(unit, assignment.id, PROGRAM, "pause")
    await audit.note(unit, PROGRAM, "assignment.pause", client.id, assignment.id)
    live = await occurrences.live_of_client(unit, client.id)
    mine = [one for one in live if one.assignment == assignment.id]
    await pausing.let_rest(unit, house, None, client, mine, until)


async def _tell(
    unit: Unit, house: House, client: Client, assignment: Assignment, count: int, *, why: bool
) -> None:
    """Tell whoever cares for the client that it rests; `why`: and how often it was said."""

    def shown(texts: Texts) -> Rows:
        return (
            (tap(texts.plain("page-button", name=client.code_name), "page", client.id, "show"),),
            (tap(texts.plain("steps-end"), "end", assignment.id, "ask"),),
        )

    once = f"rests.{assignment.id}.{count}"
    title = assignment.worksheet
    if why:
        await notices.tell(
            unit, house, client, "told-rests", shown, once=once, title=title, count=count
        )
    else:
        await notices.tell(unit, house, client, "told-rests-kept", shown, once=once, title=title)
