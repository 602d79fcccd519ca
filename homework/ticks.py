"""The clock of a sheet that somebody does just now: looked at when one of its moments comes.

They began it themselves, so what it says is no prompt: quiet hours and caps do not hold it back,
and its lines make no phone ring. After a downtime the newest line comes alone. It must not know
what is said.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from conversations.events import Ticked
from homework import stilling
from homework.collecting import TICK, Desk
from homework.house import House
from homework.store import people, sessions, timers
from homework.store.database import Unit
from homework.store.marks import UNSENT
from homework.store.people import Actor, Client, Person
from homework.store.sessions import Held

SENDING = timedelta(seconds=20)
"""How long what was said before has to arrive until it is looked again: lines never pile up."""


class Moment(Protocol):
    """A timer that says that a moment of a clock came."""

    @property
    def subject(self) -> str:
        """The session."""
        ...


async def tick_due(unit: Unit, house: House, fired: Sequence[Moment]) -> None:
    """Let sessions say what their clocks have come to; one that is not open says nothing."""
    for timer in fired:
        held = await sessions.load(unit, timer.subject)
        if held is None or held.session.status != "open":
            continue
        if held.ask_row and held.ask_state in UNSENT:
            await timers.set(unit, unit.now + SENDING, TICK, held.session.id, 0)
            continue
        person = await people.person_by_id(unit, held.person)
        client = await people.client_by_id(unit, held.session.client)
        if person is None or client is None:
            continue
        desk = Desk(unit, house, {}, {person.id: held})
        if await _is_over(unit, held, person, client):
            await stilling.stand(desk, held, client, seen=False)
            continue
        await desk.take(Actor(person.chat, person, None, client), Ticked())
        await desk.flush()


async def _is_over(unit: Unit, held: Held, person: Person, client: Client) -> bool:
    """Whether nobody is there for it any more: nothing is said, and the clock stands."""
    if person.unreachable_since or client.erase_at:
        return True
    if client.stopped_at and held.touched_at <= client.stopped_at:
        return True  # they want nothing now; what they began after that they do want
    return not await people.therapists_of(unit, client.id)
