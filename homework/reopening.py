"""A sheet that was left, or whose time ran out, goes on after all, with the answers it has.

Nobody who wants to write is turned away. What it counts as follows from when it is begun again. It
must not know which button led here.
"""

from dataclasses import replace

from conversations.path import wrote
from homework import beginning, silence
from homework.collecting import Desk
from homework.house import House
from homework.store import assignments, occurrences
from homework.store.occurrences import Occurrence
from homework.store.people import Client, Person
from homework.store.sessions import Held


def goes_on(house: House, held: Held, one: Occurrence | None) -> bool:
    """Whether a sheet that was left or ran out is gone on with, and not begun anew.

    What tells of right now is begun anew; so is what holds nothing yet, unless it is the later part
    `one` of a sheet over days.
    """
    if held.kind != "worksheet" or house.shelf.worksheet(held.session.worksheet).momentary:
        return False
    later = one is not None and one.chosen
    return later or wrote(house.shelf.worksheet(held.session.worksheet), held.session)


async def reopen(
    desk: Desk, person: Person, client: Client, held: Held, one: Occurrence | None
) -> None:
    """Put the question of a closed sheet again, under a new ask; `one`: what it stands at."""
    unit = desk.unit
    if one is not None:
        await occurrences.change(unit, one.id, opened_at=unit.now)
        one = replace(one, opened_at=unit.now)
        await silence.answered(unit, client)
    waiting = replace(held, session=replace(held.session, status="waiting"))
    await beginning.go_on(desk, person, waiting)
    found = await assignments.by_ids(unit, [held.assignment] if held.assignment else [])
    for assignment in found.values():
        await beginning.set_deadline(unit, held.session.id, one, assignment)
