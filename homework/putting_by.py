"""What a client writes faster than anybody types is looked through soon instead of at once.

It is kept sealed until then, so a restart loses none of it; a little of it is looked through every
few seconds, so nobody's flood takes the machine. What is found is one finding and has one answer.
It must not know what counts as a flood.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from homework.collecting import Desk
from homework.house import House
from homework.safety.screening import Finding, screen
from homework.store import alerts, people, timers
from homework.store.alerts import UNREAD
from homework.store.database import Unit
from homework.store.people import Actor, Client, Person

TIMER = "unread"
"""The kind of the timer at which words that were put by are looked through."""
SOON = timedelta(seconds=10)
AT_ONCE = 12_000
"""Characters that are looked through at one time: less than a tenth of a second."""
MOST = 100
"""Texts likewise."""


class Fired(Protocol):
    """A timer about a client."""

    @property
    def subject(self) -> str:
        """The client."""
        ...


async def put_by(unit: Unit, house: House, person: Person, client: Client, words: str) -> None:
    """Keep a client's words to be looked through soon, where they are looked through at all."""
    if _language(person) in house.screened:
        await alerts.put_by(unit, client.id, words)
        if not await timers.is_set(unit, TIMER, client.id):
            await timers.set(unit, unit.now + SOON, TIMER, client.id, 0)


async def unread_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Look through a little of what was put by, and answer what is found in it."""
    for timer in fired:
        kept = await alerts.unread(unit, timer.subject, MOST + 1)
        client = await people.client_by_id(unit, timer.subject)
        person = (
            await people.person_by_id(unit, client.person) if client and client.person else None
        )
        now, size = list[alerts.Flagged](), 0
        while kept and len(now) < MOST and (not now or size + len(kept[0].words) <= AT_ONCE):
            now.append(kept.pop(0))
            size += len(now[-1].words)
        await alerts.was_read(unit, [one.id for one in now])
        if kept:
            await timers.set(unit, unit.now + SOON, TIMER, timer.subject, 0)
        if client is None or person is None or _language(person) not in house.screened:
            continue
        if found := _gravest(unit, [one.words for one in now], _language(person)):
            who = Actor(person.chat, person, None, client)
            await Desk(unit, house, {}).flag(who, *found)


def _gravest(unit: Unit, texts: Sequence[str], language: str) -> tuple[Finding, str] | None:
    """Return the gravest finding in some texts, with the words of all that are as grave."""
    found = {text: finding for text in texts if (finding := _finding(unit, text, language))}
    for tier in ("alert", "soft"):
        if grave := [text for text in found if found[text].tier == tier]:
            return found[grave[0]], "\n".join(grave)
    return None


def _finding(unit: Unit, text: str, language: str) -> Finding | None:
    """What could not be looked through is told in the digest: nobody takes it for nothing."""
    try:
        return screen(text, language)
    except Exception:
        unit.unscreened += 1
        return Finding("soft", UNREAD)


def _language(person: Person) -> str:
    return person.locale.partition("-")[0]
