"""Alerts go out, and go on until somebody has seen them: to therapists, backup, operator.

Nobody's words are in what is told, only the code name and the time, under the installation's key:
so it can still be told when its client is erased. It must not know how an alert came about.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Protocol
from zoneinfo import ZoneInfo

from conversations.message import Message, Rows, tap
from conversations.texts import Texts
from homework import hours, notices, standing_behind
from homework.contract_texts import moment
from homework.escalation import BACKUP, KEPT, OPERATOR, again, came, next_look
from homework.house import House
from homework.outgoing import Outgoing
from homework.store import alerts, people, timers
from homework.store.alerts import OPEN, TAKEN, UNSEEN, Alert
from homework.store.database import Unit
from homework.store.people import Client, Person, Therapist

TIMER = "alert"
"""The kind of the timer at which an alert that nobody has seen is told again."""

ASKED_AGAIN = {
    "alert-told": "alert-call-alone",
    "alert-call": "alert-call-alone",
    "alert-again": "alert-call-again",
    "alert-backup": "alert-call-backup",
}
"""What is told in the place of those texts where nothing was written: a call was asked for."""


class Fired(Protocol):
    """A timer about an alert."""

    @property
    def subject(self) -> str:
        """The alert."""
        ...


async def carers(unit: Unit, one: Alert) -> list[Therapist]:
    """Return who is told about an alert: who cares for the client now, and who stands in."""
    if one.carers is None:
        return [therapist for therapist, _ in await people.told_about(unit, one.client)]
    found = [await people.therapist_by_id(unit, key) for key in one.carers]
    return [therapist for therapist in found if therapist is not None]


async def reachable(unit: Unit, one: Alert) -> list[Therapist]:
    """Return those of them to whom something can be sent now."""
    return [each for each in await carers(unit, one) if await standing_behind.is_near(unit, each)]


async def raise_now(unit: Unit, house: House, one: Alert) -> None:
    """Tell everybody who cares for the client, whatever the hour, and set when it is told again."""
    told = await carers(unit, one)
    for therapist in told:
        await _tell(unit, house, one, therapist, "alert-told")
        if not await standing_behind.is_near(unit, therapist):
            await _tell_backups(unit, house, one, [therapist])
    if not told:
        await _tell_operator(unit, house, one, "", "alert-operator-nobody", "nobody")
    await _look_again(unit, one, told)


async def call(unit: Unit, house: House, one: Alert) -> list[Therapist]:
    """The client would like a call: tell everybody who cares for them, and who stands behind those
    who cannot be reached; return those who can be. An hour later it is told again if asked."""
    told, near = await carers(unit, one), await reachable(unit, one)
    for therapist in told:
        await _tell(unit, house, one, therapist, "alert-call", once=f"call.{unit.now:%Y%m%d%H}")
    await _tell_backups(unit, house, one, [each for each in told if each not in near])
    await _look_again(unit, one, told)
    return near


async def alert_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Tell again who is to be told again about alerts that nobody has seen."""
    for timer in fired:
        one = await alerts.by_id(unit, timer.subject)
        if one is None or one.state not in UNSEEN:
            continue
        if unit.now - one.raised_at >= KEPT:
            if one.carers is not None:
                await alerts.drop(unit, one.id)
            continue
        await _look(unit, house, one)


async def look_now(unit: Unit, clients: Collection[str]) -> None:
    """Who cares for some clients has changed: whoever is new is told of what is open, and where
    nobody is left the operator, as soon as this is committed."""
    for one in await alerts.of_clients(unit, clients):
        await timers.set(unit, unit.now, TIMER, one.id, 0)


async def _look(unit: Unit, house: House, one: Alert) -> None:
    told = await carers(unit, one)
    new = await people.came_since(unit, one.client, one.looked_at)
    for therapist in told:
        if therapist.id in new:
            await _tell(unit, house, one, therapist, "alert-told")
        elif came(_ladder(one, therapist), one.looked_at, unit.now):
            await _tell(unit, house, one, therapist, "alert-again")
    backup_due = came((one.raised_at + BACKUP,), one.looked_at, unit.now)
    if backup_due and one.state == OPEN:
        await _tell_backups(unit, house, one, told)
    if not told:
        await _tell_operator(unit, house, one, "", "alert-operator-nobody", "nobody")
    elif came((one.raised_at + OPERATOR,), one.looked_at, unit.now):
        names = ", ".join(therapist.name for therapist in told)
        await _tell_operator(unit, house, one, names, "alert-operator", "day")
    await alerts.change(unit, one.id, looked_at=unit.now)
    await _look_again(unit, one, told)


async def _look_again(unit: Unit, one: Alert, told: Sequence[Therapist]) -> None:
    ladders = [_ladder(one, therapist) for therapist in told]
    await timers.set(unit, next_look(one.raised_at, unit.now, ladders), TIMER, one.id, 0)


def _ladder(one: Alert, therapist: Therapist) -> tuple[datetime, ...]:
    return again(one.raised_at, lambda at: hours.opens_at(therapist, at))


async def undelivered(unit: Unit, house: House, key: str, person: str) -> None:
    """An alert did not arrive at somebody: whoever comes after them is told at once. A backup
    contact who has taken it on read no word of it, so after them comes the operator."""
    one = await alerts.by_id(unit, key)
    if one is None or one.state not in UNSEEN:
        return
    told = await carers(unit, one)
    missed = [therapist for therapist in told if therapist.person == person]
    if missed and one.state == OPEN:
        await _tell_backups(unit, house, one, missed)
    elif person != house.operator:
        names = ", ".join(therapist.name for therapist in told)
        await _tell_operator(unit, house, one, names, "alert-operator", "undelivered")


async def out_of_reach(unit: Unit, house: House, person: str) -> None:
    """A therapist cannot be reached any more: their open alerts go on to others at once."""
    therapist = await people.therapist_of_person(unit, person)
    if therapist is None:
        return
    for one in await open_for(unit, therapist):
        await undelivered(unit, house, one.id, person)


async def open_for(unit: Unit, therapist: Therapist, since: datetime | None = None) -> list[Alert]:
    """Return the open alerts that are a therapist's to look at, and with `since` those seen too:
    of clients in their care, of those they stand in for, and of those who are erased."""
    clients = {client.id for client in await people.clients_of(unit, therapist.id)}
    clients |= await people.stands_in_for(unit, therapist.id)
    found = await alerts.of_clients(unit, clients, since)
    found += [one for one in await alerts.of_the_gone(unit) if therapist.id in (one.carers or ())]
    return found


async def _tell_backups(unit: Unit, house: House, one: Alert, missed: Sequence[Therapist]) -> None:
    """Tell the backup contacts of some therapists; whoever has none has the operator."""
    for therapist in missed:
        colleague, words = await standing_behind.of(unit, therapist)
        if colleague is not None:
            once = f"backup.{unit.now:%Y%m%d}"
            await _tell(unit, house, one, colleague, "alert-backup", therapist.name, once)
        elif words:
            key = "alert-operator-contact"
            once = f"contact.{therapist.id}"
            await _tell_operator(unit, house, one, therapist.name, key, once, words)
        else:
            once = f"none.{therapist.id}"
            await _tell_operator(unit, house, one, therapist.name, "alert-operator", once)


async def is_backup(unit: Unit, one: Alert, therapist: Therapist) -> bool:
    """Whether a therapist is the backup contact of one whose alert it is."""
    for carer in await carers(unit, one):
        colleague, _ = await standing_behind.of(unit, carer)
        if colleague is not None and colleague.id == therapist.id:
            return True
    return False


async def tell_carers(unit: Unit, house: House, one: Alert, key: str, once: str) -> None:
    """Tell everybody who cares for the client something about an alert at once."""
    for therapist in await carers(unit, one):
        await _tell(unit, house, one, therapist, key, once=once)


async def _tell(
    unit: Unit,
    house: House,
    one: Alert,
    therapist: Therapist,
    key: str,
    missed: str = "",
    once: str = "",
) -> None:
    """Write to a therapist now: an alert waits for nobody's hours."""
    person = await people.person_by_id(unit, therapist.person) if therapist.person else None
    if person is None:
        return
    texts, zone = house.texts(person.locale), hours.zone_of(therapist)
    count = (await alerts.counts(unit, [one.id])).get(one.id, 0)
    at = moment(one.raised_at, zone, texts)
    if not count and one.call_at is not None:
        key = ASKED_AGAIN.get(key, key)
    html = texts.html(key, name=one.name, at=at, carer=missed)
    if one.state == TAKEN:
        html += "\n" + texts.html("alert-taken-on")
    if count > 1:
        html += "\n" + texts.html("alert-count", count=count)
    about = once or f"{key}.{int(unit.now.timestamp())}"
    await _post(unit, one, person, Message(html, buttons(texts, one)), about)


async def tell_taken(unit: Unit, house: House, one: Alert, backup: Therapist) -> list[Therapist]:
    """Tell those who care for the client, in their hours, that a backup contact has taken an alert
    on and that it stays with them; return them."""
    told = await carers(unit, one)
    for therapist in told:
        zone = hours.zone_of(therapist)
        said = partial(_taken, one=one, zone=zone, who=backup.name)
        shown = partial(buttons, one=one)
        once = f"alert.{one.id}.{TAKEN}"
        await notices.tell_one(unit, house, therapist, said, shown, once=once)
    return told


def _taken(texts: Texts, *, one: Alert, zone: ZoneInfo, who: str) -> str:
    at = moment(one.raised_at, zone, texts)
    return texts.html("told-alert-taken", who=who, name=one.name, at=at)


def buttons(texts: Texts, one: Alert) -> Rows:
    """Return the buttons under what is told of an alert: what was written, and "seen"."""
    show = tap(texts.plain("alert-show"), "alert", one.id, "show")
    seen = tap(texts.plain("alert-seen"), "alert", one.id, "seen")
    return ((show, seen),)


async def _tell_operator(
    unit: Unit, house: House, one: Alert, missed: str, key: str, once: str, contact: str = ""
) -> None:
    """Write to the operator, if there is one; once for each reason."""
    person = await people.person_by_id(unit, house.operator) if house.operator else None
    if person is None:
        return
    texts = house.texts(person.locale)
    at = f"{moment(one.raised_at, ZoneInfo('UTC'), texts)} UTC"
    html = texts.html(key, name=one.name, at=at, carer=missed, contact=contact)
    if one.state == TAKEN:
        html += "\n" + texts.html("alert-taken-on")
    await _post(unit, one, person, Message(html), f"operator.{once}")


async def not_written(unit: Unit, house: House, client: Client) -> None:
    """An alert could not be written, and so nobody is told of it but the operator, once an hour."""
    person = await people.person_by_id(unit, house.operator) if house.operator else None
    if person is None:
        return
    texts = house.texts(person.locale)
    at = f"{moment(unit.now, ZoneInfo('UTC'), texts)} UTC"
    message = Message(texts.html("alert-operator-lost", name=client.code_name, at=at))
    key = f"alert.lost.{client.id}.{unit.now:%Y%m%d%H}"
    unit.post(Outgoing(person.id, None, "alert", message, key, subject=client.id))


async def _post(unit: Unit, one: Alert, person: Person, message: Message, about: str) -> None:
    key = f"alert.{one.id}.{about}.{person.id}"[:96]
    unit.post(Outgoing(person.id, None, "alert", message, key, subject=one.id))


async def settle(unit: Unit, one: Alert) -> None:
    """Somebody has seen it: nothing is told again."""
    await timers.cancel(unit, TIMER, one.id)


def first_look(told: Sequence[Therapist], now: datetime) -> datetime | None:
    """Return when the first of some therapists may look; None: it may be now."""
    times = [hours.opens_at(therapist, now) for therapist in told]
    first = min(times, default=None)
    return None if first is None or first <= now else first.astimezone(UTC)
