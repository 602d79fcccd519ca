"""Short questions beside the work, one tap each: was this too much, does tracking make it worse.

They come with the answer to a finished sheet and make no phone ring. The third answer missing in a
row of self-monitoring is asked about in the place of a reminder.
"""

from datetime import datetime, timedelta

from conversations.message import Message, Rows, tap
from conversations.model import Worksheet
from conversations.session import Variant
from conversations.texts import Texts
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store import feedback, silences
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Person

A_WEEK = timedelta(days=7)
MOST_A_WEEK = 2
"""How often a client is asked whether it was too much."""
IN_A_ROW = 3
"""Prompts of a series without an answer, after which reminders end and a question stands."""
ANSWERS: dict[str, tuple[str, ...]] = {
    feedback.MUCH: ("right", "bit", "much"),
    feedback.REACTIVE: ("better", "same", "worse"),
}


async def after_sheet(
    unit: Unit,
    house: House,
    person: Person,
    assignment: Assignment,
    sheet: Worksheet,
    variant: Variant,
) -> None:
    """Ask one short question under a finished sheet, if one is due; silently."""
    kind = await _due(unit, assignment, sheet, variant)
    if kind is None:
        return
    key = await feedback.add(unit, assignment.client, assignment.id, kind)
    texts = house.texts(person.locale)
    message = Message(texts.html(f"aside-{kind}"), _buttons(texts, kind, key))
    out = Outgoing(person.id, assignment.client, "ack", message, new_id(unit.now), silent=True)
    unit.post(out)


async def _due(
    unit: Unit, assignment: Assignment, sheet: Worksheet, variant: Variant
) -> str | None:
    client, week_ago = assignment.client, unit.now - A_WEEK
    if sheet.momentary:
        kept_a_week = assignment.agreed_at is not None and assignment.agreed_at <= week_ago
        asked = await feedback.times_asked(unit, client, feedback.REACTIVE, week_ago, assignment.id)
        return feedback.REACTIVE if kept_a_week and not asked else None
    if variant == "minute":
        return None
    asked = await feedback.times_asked(unit, client, feedback.MUCH, week_ago)
    return feedback.MUCH if asked < MOST_A_WEEK else None


def _buttons(texts: Texts, kind: str, key: str) -> Rows:
    return tuple(
        (tap(texts.plain(f"aside-{kind}-{said}"), "fb", key, said),) for said in ANSWERS[kind]
    )


async def instead_of_reminder(
    unit: Unit, house: House, person: Person, assignment: Assignment
) -> tuple[Message, str] | None:
    """Return what is asked about a series without answers, and the row of the question: an empty
    message means nothing at all.

    None: it is no such series, and the reminder goes out.
    """
    if not house.shelf.worksheet(assignment.worksheet).momentary:
        return None
    run, first = await silences.unanswered_run(unit, assignment.id)
    if run < IN_A_ROW:
        return None
    if await _asked_since(unit, assignment, first or unit.now):
        return Message(""), ""
    key = await feedback.add(unit, assignment.client, assignment.id, feedback.SERIES)
    texts = house.texts(person.locale)
    return Message(texts.html("series-ask"), _ways(texts, assignment)), key


async def _asked_since(unit: Unit, assignment: Assignment, start: datetime) -> bool:
    asked = await feedback.times_asked(
        unit, assignment.client, feedback.SERIES, start, assignment.id
    )
    return asked > 0


def _ways(texts: Texts, assignment: Assignment) -> Rows:
    ways = ("times", "fewer", "hold", "fine")
    return tuple((tap(texts.plain(f"ease-{way}"), "ease", assignment.id, way),) for way in ways)
