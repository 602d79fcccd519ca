"""Erasing all that is kept about a client, because they want it.

In two steps, so that nobody ever meets a row whose key is gone: first their rows go and their
therapist is told; then the key is destroyed, a tombstone with their random id stays in the keyring,
the last rows go, and they get one last message. A restored backup is erased again by the tombstone.
Some practices must keep records: there the therapist confirms, and after `house.erasure_days` it
happens by itself.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from conversations.message import Message
from conversations.texts import Texts
from homework import notices, safeguarding
from homework.house import House
from homework.moments import audible
from homework.outgoing import Outgoing
from homework.store import audit, departures, erasure, people, timers
from homework.store.database import Unit
from homework.store.erasure import Leaving
from homework.store.people import Client, Person

TIMER, GOODBYE = "erase", "goodbye"
"""Kinds of timers: that somebody is erased; that the last message to them may have arrived."""
ROWS, KEY = 0, 1
"""Revisions of the first: its two steps."""
ASKED, KEPT, ORDERED, DONE = "forget.ask", "forget.keep", "forget.order", "erase"
"""Actions in the audit."""
MOST_DAYS = 30
FRESH = timedelta(hours=1)
"""How long the questions before it may be answered: a button of last year erases nobody."""


class Fired(Protocol):
    """A timer about a client, or about a person."""

    @property
    def subject(self) -> str:
        """Whom it is about."""
        ...

    @property
    def revision(self) -> int:
        """Which step it is."""
        ...


async def begin(unit: Unit, person: Person, client: Client) -> None:
    """Note that a client was asked whether they mean it."""
    await audit.note(unit, person.id, ASKED, client.id)


async def is_asked(unit: Unit, client: Client) -> bool:
    """Whether a client is being asked, lately, and has not said that all is kept."""
    asked = await audit.last(unit, client.id, ASKED)
    kept = await audit.last(unit, client.id, KEPT)
    return asked is not None and unit.now - asked < FRESH and (kept is None or kept < asked)


async def keep(unit: Unit, person: Person, client: Client) -> None:
    """Erase nothing after all."""
    await people.change_client(unit, client.id, erase_at=None)
    await timers.cancel(unit, TIMER, client.id)
    await audit.note(unit, person.id, KEPT, client.id)


async def order(unit: Unit, house: House, person: Person, client: Client) -> datetime:
    """Erase a client, now or when the practice's days are over; return when at the latest."""
    at = unit.now + timedelta(days=min(house.erasure_days, MOST_DAYS))
    await audit.note(unit, person.id, ORDERED, client.id)
    await _set(unit, client.id, at)
    return at


async def confirm(unit: Unit, actor: str, client: Client) -> None:
    """The therapist has kept what they must: erase the client now."""
    await audit.note(unit, actor, "forget.confirm", client.id)
    await erase_now(unit, client.id)


async def erase_now(unit: Unit, client: str) -> None:
    """Erase a client as soon as this is committed."""
    await _set(unit, client, unit.now)


async def _set(unit: Unit, client: str, at: datetime) -> None:
    await people.change_client(unit, client, erase_at=at)
    await timers.set(unit, at, TIMER, client, ROWS)


async def erase_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Take the next step with those who are to be erased."""
    for timer in fired:
        one = await erasure.leaving(unit, timer.subject)
        if one is None or one.erase_at is None or one.erase_at > unit.now:
            continue
        if timer.revision == ROWS and one.state != "erasing":
            await _rows(unit, house, one.id, one.person)
        else:
            await _key(unit, house, one)


async def _rows(unit: Unit, house: House, key: str, person: str | None) -> None:
    client = await people.client_by_id(unit, key)
    told = await people.told_about(unit, key)
    if client is not None:
        await safeguarding.forgotten(unit, house, client)
    await erasure.empty(unit, key)
    await audit.note(unit, person or "", DONE, key)
    for therapist, _ in told if client else ():
        if client and therapist.person != person:
            said = partial(_said, name=client.code_name)
            once = f"{DONE}.{key}"
            await notices.tell_one(unit, house, therapist, said, once=once)
    await timers.set(unit, unit.now, TIMER, key, KEY)


def _said(texts: Texts, *, name: str) -> str:
    return texts.html("told-erased", name=name)


async def _key(unit: Unit, house: House, one: Leaving) -> None:
    unit.sealer.keyring.destroy(one.id)
    await erasure.erase(unit, one.id)
    await departures.drop_left(unit)
    found = await people.person_by_id(unit, one.person) if one.person else None
    if found is None:
        return
    message = Message(house.texts(found.locale).html("forget-done"))
    quiet = audible(one, unit.now) > unit.now  # a therapist, or the last day, may end it at night
    once = f"{DONE}.{one.id}"
    unit.post(Outgoing(found.id, None, "ack", message, dedupe=once, silent=quiet))
    await timers.set(unit, unit.now + FRESH, GOODBYE, found.id, 0)


async def goodbye_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """The last message is out: let go of whom it went to, unless they are somebody here again."""
    for timer in fired:
        if not await erasure.let_go(unit, timer.subject):
            await timers.set(unit, unit.now + FRESH, GOODBYE, timer.subject, 0)
