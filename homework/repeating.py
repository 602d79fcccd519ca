"""Setting a practice once more: the answers of an earlier form are taken over into a new one.

For the same client all that still fits; for another one only what says nothing of the first: not
why, not what is enough for them, not the names they use, not the days, and not the other practices
it hung on. It must not know
how a form looks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from conversations.session import Json
from homework import packaged
from homework.house import House
from homework.store import assignments, people, sessions
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client, Therapist

WORDS = frozenset({"why", "enough", "states"})
"""Steps of the form that are answered in the therapist's own words, to one person."""

PASSING = frozenset({"dates", "other", "after_other", "time_after"})
"""Steps whose answers hold for one client's calendar alone."""

PERSONAL = WORDS | PASSING
"""Steps whose answers are about one person."""

MOST = 3
"""Earlier ones that are offered, of the same client and of others each."""

LOOKED_AT = 40
"""The newest agreements among which they are looked for."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A practice that was set before. `own`: for this very client."""

    assignment: Assignment = field(repr=False)
    own: bool


async def offered(unit: Unit, house: House, therapist: Therapist, client: Client) -> list[Earlier]:
    """Return what a therapist set last: for this client first, then for others; no doubles."""
    found: list[Earlier] = []
    clients = await people.clients_of(unit, therapist.id)
    every = await assignments.set_by(unit, therapist.id, [one.id for one in clients], LOOKED_AT)
    settable = {sheet.id for sheet in house.shelf.settable_by(therapist.id, packaged.ENGLISH)}
    for own in (True, False):
        seen: set[tuple[object, ...]] = set()
        for one in every:
            if (one.client == client.id) is not own or one.program:
                continue
            if one.worksheet.id not in settable:
                continue
            shape = (one.worksheet.id, one.variant, *sorted(repr(e.rule) for e in one.entries))
            if shape not in seen and len(seen) < MOST:
                seen.add(shape)
                found.append(Earlier(one, own))
    return found


async def answers_for(unit: Unit, earlier: Assignment, client: Client) -> Mapping[str, Json] | None:
    """Return the answers of the form that made a practice, as far as they may be taken over; None
    for what was passed over."""
    held = await sessions.load(unit, earlier.id)  # a draft carries the id of its form
    if held is None or held.kind != "dialog":
        return None
    own = earlier.client == client.id
    given: dict[str, Json] = {step: None for step in held.session.skipped}
    given |= held.session.answers
    return {step: value for step, value in given.items() if own or step not in PERSONAL}
