"""Tidy chat, for clients who want it: some minutes after a sheet its questions and answers go from
the chat, as far as the messenger allows.

What was written stays stored. It must not know how messages are deleted.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from conversations.message import Message
from homework.house import House
from homework.outgoing import SWEEP_LIMIT, Outgoing, sweeping
from homework.store import people, timers
from homework.store import sweeping as traces
from homework.store.database import Unit
from homework.store.people import Client

TIMER = "sweep"
"""The kind of the timer at which a sheet's messages go."""
AFTER = timedelta(minutes=10)
"""Long enough to look back, and to put a word right."""
ALLOWED = timedelta(hours=47)
"""How old a message may be: the messenger says 48 hours, and sending takes its time."""


class Fired(Protocol):
    """A timer about a session."""

    @property
    def subject(self) -> str:
        """Its row id."""
        ...


async def after_sheet(unit: Unit, client: Client | None, session: str) -> None:
    """A sheet, or a part of it, was closed."""
    if client is not None and client.tidies:
        await timers.set(unit, unit.now + AFTER, TIMER, session, 0)


async def sweep_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Let the messages of a sheet go, and say how many are too old for it."""
    for timer in fired:
        found = await traces.of_session(unit, timer.subject, unit.now - ALLOWED)
        client = await people.client_by_id(unit, found.client) if found else None
        if found and client and client.tidies and client.person == found.person:
            await _sweep(unit, house, timer.subject, found)


async def refused(unit: Unit, house: House, person: str) -> None:
    """The messenger did not let messages go: say it, once a day, so that nobody counts on it."""
    client, who = (
        await people.client_of_person(unit, person),
        await people.person_by_id(unit, person),
    )
    if client is None or who is None or not client.tidies:
        return
    said = Message(house.texts(who.locale).html("tidy-refused"))
    once = f"untidy.{client.id}.{unit.now:%Y%m%d}"
    unit.post(Outgoing(person, client.id, "ack", said, once, silent=True))


async def _sweep(unit: Unit, house: House, session: str, found: traces.Traces) -> None:
    stamp = f"{session}.{unit.now:%Y%m%d%H%M}"
    for place in range(0, len(found.messages), SWEEP_LIMIT):
        message = sweeping(found.messages[place : place + SWEEP_LIMIT])
        key = f"sweep.{stamp}.{place}"
        unit.post(Outgoing(found.person, found.client, "sweep", message, key, subject=session))
    person = await people.person_by_id(unit, found.person)
    if found.older and person is not None:
        said = house.texts(person.locale).html("tidy-older", count=found.older)
        unit.post(
            Outgoing(
                person.id,
                found.client,
                "ack",
                Message(said),
                f"older.{stamp}",
                subject=session,
                silent=True,
            )
        )
