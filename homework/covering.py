"""A therapist is away until a date, and a colleague stands in, or nobody does.

A colleague has to agree first. Standing in means to be told what the therapist would be told; what
clients write stays between them and their therapist, but for the words that raised an alert: who is
asked to act may read them. It begins and ends for both sides at once.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from conversations.message import Message
from conversations.texts import Texts
from homework import alerting, briefing, digesting, hours, notices
from homework.house import House
from homework.ids import new_id
from homework.moments import audible
from homework.outgoing import Outgoing
from homework.prompt_texts import day_words
from homework.store import audit, covers, people, timers
from homework.store.database import Unit
from homework.store.people import Client, Therapist

BACK = "back"
"""The kind of the timer at which a therapist is back."""


class Returned(Protocol):
    """A timer that says that a therapist is back."""

    @property
    def subject(self) -> str:
        """The therapist."""
        ...


def is_away(therapist: Therapist, now: datetime) -> bool:
    """Whether a therapist is away now."""
    return therapist.away_until is not None and now < therapist.away_until


def back_words(therapist: Therapist, until: datetime, texts: Texts) -> str:
    """Return the day on which a therapist is back: "Mon 15 Mar"."""
    return day_words(until.astimezone(hours.zone_of(therapist)).date(), texts)


async def colleagues(unit: Unit, therapist: Therapist) -> list[Therapist]:
    """Return who could stand in: the others who have joined and are not away themselves."""
    return [
        one
        for one in await people.therapists(unit)
        if one.id != therapist.id and one.person is not None and not is_away(one, unit.now)
    ]


async def ask(
    unit: Unit,
    house: House,
    lead: Therapist,
    colleague: Therapist,
    until: datetime,
    buttons: notices.Buttons,
) -> bool:
    """Ask a colleague to stand in; False when there is nobody to stand in for."""
    clients = await people.clients_of(unit, lead.id)
    if not clients:
        return False
    await covers.end(unit, lead.id)
    await covers.ask(unit, colleague.id, [one.id for one in clients], until)

    def said(texts: Texts) -> str:
        back = back_words(lead, until, texts)
        return texts.html("cover-asked", name=lead.name, back=back, count=len(clients))

    await notices.tell_one(unit, house, colleague, said, buttons)
    return True


async def agree(unit: Unit, house: House, colleague: Therapist, lead: Therapist) -> bool:
    """The colleague stands in from now on; False if they were not asked, or are not any more."""
    asked = await covers.asked(unit, colleague.id, lead.id)
    if not asked:
        return False
    await covers.begin(unit, colleague.id, list(asked))
    await alerting.look_now(unit, list(asked))
    until = max(asked.values())
    await _say(unit, house, lead, "cover-agreed", name=colleague.name, until=until)
    await leave(unit, house, lead, until, colleague)
    return True


async def refuse(unit: Unit, house: House, colleague: Therapist, lead: Therapist) -> bool:
    """The colleague cannot; the therapist is told and picks anew."""
    if not await covers.asked(unit, colleague.id, lead.id):
        return False
    await covers.end(unit, lead.id)
    await _say(unit, house, lead, "cover-refused", name=colleague.name)
    return True


async def leave(
    unit: Unit, house: House, lead: Therapist, until: datetime, cover: Therapist | None
) -> None:
    """A therapist is away from now on; their clients are told, and who stands in, if anybody."""
    if cover is None:
        await covers.end(unit, lead.id)
    await people.change_therapist(
        unit, lead.id, away_until=until, cover_id=cover.id if cover else None
    )
    await timers.set(unit, until, BACK, lead.id, 0)
    await digesting.plan(unit, lead.id)
    await briefing.plan_all(unit, replace(lead, away_until=until))
    await audit.note(unit, lead.person or "", "therapist.away", subject=lead.id)
    for client in await people.clients_of(unit, lead.id):
        if client.state == "active" and not client.is_self:
            key = "away-client-covered" if cover else "away-client"
            name = cover.name if cover else ""
            await _tell_client(unit, house, client, key, lead, until=until, cover=name)


async def come_back(unit: Unit, house: House, lead: Therapist, *, early: bool) -> None:
    """A therapist is back: what was held goes out in their hours, nobody stands in any more."""
    cover = await people.therapist_by_id(unit, lead.cover) if lead.cover else None
    until = lead.away_until or unit.now
    clients = await people.clients_of(unit, lead.id)
    await covers.end(unit, lead.id)
    await people.change_therapist(unit, lead.id, away_until=None, cover_id=None)
    await timers.cancel(unit, BACK, lead.id)
    await digesting.plan(unit, lead.id)
    await audit.note(unit, lead.person or "", "therapist.back", subject=lead.id)
    back = replace(lead, away_until=None, cover=None)
    await briefing.plan_all(unit, back)
    once = f"back.{lead.id}.{int(until.timestamp())}"
    if cover is not None:
        names = ", ".join(client.code_name for client in clients)

        def ended(texts: Texts) -> str:
            return texts.html("cover-ended", name=lead.name, clients=names)

        await notices.tell_one(unit, house, cover, ended, once=once)
    if early:
        for client in clients:
            if client.state == "active" and not client.is_self:
                await _tell_client(unit, house, client, "away-client-over", lead)
    else:
        covered_by = cover.name if cover else ""

        def welcome(texts: Texts) -> str:
            key = "away-over-covered" if covered_by else "away-over"
            return texts.html(key, name=covered_by)

        await notices.tell_one(unit, house, back, welcome, once=once)
    await notices.look_again(unit, back)


async def back_due(unit: Unit, house: House, fired: Sequence[Returned]) -> None:
    """The day has come on which a therapist is back."""
    for timer in fired:
        lead = await people.therapist_by_id(unit, timer.subject)
        if lead is not None and lead.away_until is not None and lead.away_until <= unit.now:
            await come_back(unit, house, lead, early=False)


async def _say(
    unit: Unit,
    house: House,
    lead: Therapist,
    key: str,
    *,
    name: str,
    until: datetime | None = None,
) -> None:
    """Answer a therapist about what they asked for: that is no notice, and is not held."""
    person = await people.person_by_id(unit, lead.person) if lead.person else None
    if person is None:
        return
    texts = house.texts(person.locale)
    back = back_words(lead, until, texts) if until else ""
    message = Message(texts.html(key, name=name, back=back))
    unit.post(Outgoing(person.id, None, "notice", message, new_id(unit.now)))


async def _tell_client(
    unit: Unit,
    house: House,
    client: Client,
    key: str,
    lead: Therapist,
    *,
    until: datetime | None = None,
    cover: str = "",
) -> None:
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is None:
        return
    texts = house.texts(person.locale)
    back = back_words(lead, until, texts) if until else ""
    message = Message(texts.html(key, name=lead.name, back=back, cover=cover))
    silent = audible(client, unit.now) > unit.now
    key = new_id(unit.now)
    unit.post(Outgoing(person.id, client.id, "notice", message, key, silent=silent))
