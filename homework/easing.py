"""Making it less: every second prompt, a smaller form, a rest for one practice.

What a client wants less of is done at once and told to the therapist; it is never argued. When
forms were made smaller twice, the therapist is asked whether the practice should change, once.
"""

from conversations.message import Rows, tap
from conversations.model import Worksheet
from conversations.session import Variant
from conversations.texts import Texts
from homework import contracting, notices
from homework.house import House
from homework.store import assignments, audit, feedback
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client

STEP_DOWNS = 2
"""After so many the therapist is asked."""


def smaller_forms(sheet: Worksheet, variant: Variant) -> tuple[Variant, ...]:
    """Return the forms of a sheet that are smaller than this one, largest first."""
    order = list(sheet.variants)
    return tuple(order[order.index(variant) + 1 :]) if variant in order else ()


async def is_halved(unit: Unit, assignment: Assignment) -> bool:
    """Whether only every second prompt of an assignment rings."""
    found = await feedback.halved(unit, [assignment.client])
    return assignment.id in found.get(assignment.client, {})


async def halve(unit: Unit, actor: str, assignment: Assignment) -> bool:
    """Let only every second prompt ring from now on; False if it was so already."""
    if await is_halved(unit, assignment):
        return False
    await feedback.add(unit, assignment.client, assignment.id, feedback.HALVED)
    await audit.note(unit, actor, "assignment.fewer", assignment.client, assignment.id)
    await contracting.record(unit, assignment.id, actor, "fewer")
    return True


async def make_whole(unit: Unit, actor: str, assignment: Assignment) -> bool:
    """Let every prompt ring again; False if it was so already."""
    if not await is_halved(unit, assignment):
        return False
    await feedback.add(unit, assignment.client, assignment.id, feedback.WHOLE)
    await audit.note(unit, actor, "assignment.whole", assignment.client, assignment.id)
    await contracting.record(unit, assignment.id, actor, "whole")
    return True


def next_smaller(house: House, assignment: Assignment) -> Variant | None:
    """Return the form that is one smaller than the agreed one, if there is one."""
    sheet = house.shelf.worksheet(assignment.worksheet)
    return next(iter(smaller_forms(sheet, assignment.variant)), None)


async def make_smaller(
    unit: Unit, house: House, actor: str, assignment: Assignment, form: str
) -> Variant | None:
    """Let a smaller form be the usual one from now on; return it, None if it is no smaller one.

    The form is named, so that a second press changes nothing.
    """
    sheet = house.shelf.worksheet(assignment.worksheet)
    for smaller in smaller_forms(sheet, assignment.variant):
        if smaller == form:
            await assignments.change(unit, assignment.id, variant=smaller, step_downs=0)
            await audit.note(unit, actor, "assignment.smaller", assignment.client, assignment.id)
            await contracting.record(unit, assignment.id, actor, "form")
            return smaller
    return None


async def stepped_down(unit: Unit, house: House, client: Client, assignment: Assignment) -> None:
    """A sheet was made smaller than agreed; the second time the therapist is asked, once."""
    await feedback.add(unit, client.id, assignment.id, feedback.SMALLER)
    await assignments.change(unit, assignment.id, step_downs=assignment.step_downs + 1)
    if assignment.step_downs + 1 != STEP_DOWNS or assignment.state != "active":
        return
    form = next_smaller(house, assignment)

    def shown(texts: Texts) -> Rows:
        return _step_down_buttons(texts, assignment, form)

    once = f"steps.{assignment.id}.{assignment.variant}"
    await notices.tell(
        unit,
        house,
        client,
        "told-step-downs",
        shown,
        once=once,
        title=assignment.worksheet,
        count=STEP_DOWNS,
    )


def _step_down_buttons(texts: Texts, assignment: Assignment, form: Variant | None) -> Rows:
    """What a therapist may do about it: change, end, keep."""
    smaller = tap(texts.plain("steps-smaller"), "steps", assignment.id, f"v.{form}")
    return (
        (smaller,) if form else (),
        (tap(texts.plain("steps-end"), "end", assignment.id, "ask"),),
        (tap(texts.plain("steps-keep"), "steps", assignment.id, "keep"),),
    )
