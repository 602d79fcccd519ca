"""When a rating is a lot: a stop is offered, the text the therapist chose, and help.

The therapist says for each practice from where on, and may say nothing at all; the next question
stands all the same, so nobody is kept from writing. A step towards what is feared has no such
number: there the text comes when it is stopped, and only if the therapist chose one. It must not
know who sets it.
"""

from conversations.countdown import is_running
from conversations.distress import strongest
from conversations.effects import Ended, Outcome
from conversations.markup import escape
from conversations.message import Button, Message, tap
from conversations.model import Worksheet
from conversations.texts import Texts
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store import assignments
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Person
from homework.store.sessions import Held

LEVELS = (60, 70, 80, 90)
"""From where on a rating may be a lot, of 100."""
SHIPPED = ("feet", "senses", "breath")
LONGEST = 600
"""Characters of a therapist's own text."""


def may_be_set(sheet: Worksheet) -> bool:
    """Whether there is something to set for a sheet: a level, or a text at a stop."""
    return bool(sheet.distress) or ends_at_stop(sheet)


def ends_at_stop(sheet: Worksheet) -> bool:
    """Whether a text may come when it is stopped: a step towards what is feared."""
    return "exposure" in sheet.nature


def grounding(texts: Texts, chosen: str) -> str:
    """Return the text that a therapist chose (HTML), "" for none."""
    if chosen in SHIPPED:
        return texts.html(f"grounding-{chosen}")
    return escape(chosen)


async def offer(
    unit: Unit, house: House, person: Person, held: Held, sheet: Worksheet, outcome: Outcome
) -> None:
    """Offer a way out, once a sheet, when a rating has just become a lot; or the text at a stop."""
    if held.kind != "worksheet" or held.assignment is None:
        return
    before, now = strongest(sheet, held.session), strongest(sheet, outcome.session)
    stopped = ends_at_stop(sheet) and _was_stopped(sheet, held, outcome)
    if not stopped and now <= max(before, LEVELS[0] - 1):
        return
    one = (await assignments.by_ids(unit, [held.assignment])).get(held.assignment)
    if one is None:
        return
    level, texts = one.texts.distress, house.texts(person.locale)
    if stopped and one.texts.grounding:
        _post(unit, person, one, Message(grounding(texts, one.texts.grounding)))
    elif level is not None and before < level <= now:
        stop = held.session.id if outcome.session.status == "open" else None
        _post(unit, person, one, _way_out(texts, one, stop))


def _was_stopped(sheet: Worksheet, held: Held, outcome: Outcome) -> bool:
    step = sheet.by_id.get(held.session.asked.step or "")
    ended = (one for one in outcome.effects if isinstance(one, Ended))
    return is_running(step, held.session) and any(one.reason == "stopped" for one in ended)


def _way_out(texts: Texts, one: Assignment, session: str | None) -> Message:
    """`session`: the one that is open and may be stopped; this button is about no other."""
    said = [texts.html("distress-much" if session else "distress-much-over")]
    if one.texts.grounding:
        said.append(grounding(texts, one.texts.grounding))
    row: list[Button] = []
    if session:
        row.append(tap(texts.plain("distress-stop"), "ses", session, "stop"))
    row.append(tap(texts.plain("help-now"), "cmd", "crisis", "go"))
    return Message("\n\n".join(said), (tuple(row),))


def _post(unit: Unit, person: Person, one: Assignment, message: Message) -> None:
    unit.post(Outgoing(person.id, one.client, "ack", message, dedupe=new_id(unit.now)))
