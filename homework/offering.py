"""Room for what waited: a practice is offered again, a step of a program is announced again.

Nothing begins that its client does not say yes to, or may say no to, at that moment.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from conversations.message import Message, tap
from homework import chaining, room
from homework.house import House
from homework.moments import audible
from homework.outgoing import Outgoing
from homework.store import assignments, people, timers
from homework.store.assignments import WAITS, Assignment
from homework.store.database import Unit
from homework.store.people import Client


class Freed(Protocol):
    """A timer that says that there may be room."""

    @property
    def subject(self) -> str:
        """The client."""
        ...


async def room_due(unit: Unit, house: House, fired: Sequence[Freed]) -> None:
    """Offer what waits longest of each sort and has room now."""
    found = await people.clients_by_id(unit, {timer.subject for timer in fired})
    for client in found.values():
        if client.state != "active":
            continue
        if (may := _may_hear(unit, client)) > unit.now:
            await timers.set(unit, may, room.FREED, client.id, 0)
            continue
        offered: set[bool] = set()
        for one in await assignments.of_client(unit, client.id, WAITS):
            series = room.is_series(house, one)
            if series in offered or await room.in_the_way(unit, house, one):
                continue
            offered.add(series)
            if one.program and one.position:
                await assignments.change(unit, one.id, state="chained")
                await timers.set(unit, unit.now, "link", one.id, chaining.ANNOUNCE)
            else:
                await _offer(unit, house, client, one)


def _may_hear(unit: Unit, client: Client) -> datetime:
    """Return when it is looked at: at night, in a pause, in silence it waits, a day at most."""
    paused = client.paused_until is not None and client.paused_until > unit.now
    quiet = client.stopped_at or client.silence or paused
    return audible(client, unit.now + timedelta(days=1) if quiet else unit.now)


async def _offer(unit: Unit, house: House, client: Client, one: Assignment) -> None:
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is None:
        return
    texts = house.texts(person.locale)
    title = house.sheet(one.worksheet, texts).title
    buttons = (
        (tap(texts.plain("room-begin"), "asg", one.id, "accept"),),
        (tap(texts.plain("proposal-not-now"), "asg", one.id, "not_now"),),
    )
    message = Message(texts.html("room-now", title=title), buttons)
    key = f"room.{one.id}.{one.revision}.{unit.now:%Y%m%d}"  # room that was left comes again
    unit.post(Outgoing(person.id, client.id, "notice", message, dedupe=key, silent=True))
