"""What follows when something was found in a client's words, and what both sides do about it.

Alert tier: an alert is written in the same commit as the words, the client sees help at once, their
prompts wait, and their therapists are told (`alerting.py`). Soft tier, and whatever a therapist
expects of this client: a line in the digest and a quiet word. It must not know how a text came in.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from conversations.effects import Effect, Saved
from conversations.message import Message, tap
from conversations.model import Number, OneChoice, Scale, Worksheet
from conversations.paging import pages
from conversations.session import Json
from homework import alert_words, alerting, helping
from homework.escalation import KEPT
from homework.house import House
from homework.ids import new_id
from homework.outgoing import LIMIT, Outgoing
from homework.safety.consents import edition
from homework.safety.screening import Finding
from homework.store import alerts, audit, handovers, people
from homework.store import pages as stored_pages
from homework.store.alerts import CONTACTED, FALSE_ALARM, OPEN, SEEN, TAKEN, UNSEEN, Alert, Flagged
from homework.store.database import Unit
from homework.store.people import Client, Person, Therapist
from homework.store.troubles import SealBroken

WAITS = timedelta(hours=24)
"""How long prompts wait at most for a therapist to decide."""
TOGETHER = timedelta(hours=24)
"""How long what is found belongs to the open alert before it."""
HINT_EVERY = timedelta(hours=24)
RECENT = timedelta(days=14)
"""How long an alert that was seen stands in the list of alerts."""


Answer = Literal["new", "more", "quiet", "help"]


async def answer_to(unit: Unit, client: Client, finding: Finding) -> Answer:
    """Return what a finding leads to: a new alert, so that help stands before all else; more of
    the open one; a quiet word; or help alone, because the client has agreed to no more yet."""
    if not edition(client.agreed).screened:
        return "quiet" if finding.tier == "soft" else "help"
    if finding.tier == "soft" or (await stored_pages.of_client(unit, client.id)).expected:
        return "quiet"
    return "new" if await _alert_before(unit, client) is None else "more"


async def _alert_before(unit: Unit, client: Client) -> Alert | None:
    """Return the open alert that what is found now belongs to."""
    found = await alerts.of_clients(unit, [client.id])
    lately = [o for o in found if o.state == OPEN and unit.now - o.raised_at < TOGETHER]
    return lately[-1] if lately else None


async def found(
    unit: Unit, house: House, person: Person, client: Client, finding: Finding, words: str
) -> None:
    """Something was found in what a client wrote just now: write it down, and answer it."""
    match await answer_to(unit, client, finding):
        case "quiet":
            await _quietly(unit, house, person, client, finding)
            return
        case "help":
            help_now = await _help(unit, house, person, client, unwatched=True)
            _say(unit, person, client, alert_words.help_alone(house, person.locale, help_now))
            return
        case "new" | "more":
            pass
    if last := await _alert_before(unit, client):
        await alerts.note(unit, client.id, last.id, finding, words)
        text = house.texts(person.locale).html("alert-added")
        unit.post(Outgoing(person.id, client.id, "ack", Message(text), new_id(unit.now)))
        return
    one = await alerts.add(unit, client, unit.now + WAITS)
    await alerts.note(unit, client.id, one.id, finding, words)
    told = await alerting.reachable(unit, one)
    help_now = await _help(unit, house, person, client, unwatched=False)
    message = alert_words.to_client(house, person.locale, client, one, told, unit.now, help_now)
    for part in pages(message, LIMIT):
        _say(unit, person, client, part)
    await alerting.raise_now(unit, house, one)


async def _help(
    unit: Unit, house: House, person: Person, client: Client, *, unwatched: bool
) -> Message:
    """The client's own crisis text; own words that do not open must not cost them the numbers."""
    locale, country = person.locale, client.country
    try:
        return await helping.text(unit, house, client, locale, country, unwatched=unwatched)
    except SealBroken:
        return alert_words.numbers_alone(house, locale, client)


def numbers(unit: Unit, house: House, person: Person, client: Client) -> None:
    """The alert could not be written: the numbers alone, and nothing that is not true."""
    help_now = alert_words.numbers_alone(house, person.locale, client)
    _say(unit, person, client, alert_words.help_alone(house, person.locale, help_now))


async def _quietly(
    unit: Unit, house: House, person: Person, client: Client, finding: Finding
) -> None:
    """Count it for the digest, without the words: whoever may read them reads them where they are.
    The client gets a quiet word, once a day."""
    hinted = await alerts.flagged_since(unit, client.id, unit.now - HINT_EVERY)
    if not edition(client.agreed).screened:
        return
    await alerts.note(unit, client.id, None, finding, "")
    if not hinted:
        texts = house.texts(person.locale)
        row = (tap(texts.plain("help-now"), "cmd", "crisis", "go"),)
        message = Message(texts.html("alert-hint"), (row,))
        out = Outgoing(person.id, client.id, "ack", message, new_id(unit.now), silent=True)
        unit.post(out)


def _say(unit: Unit, person: Person, client: Client, message: Message) -> None:
    unit.post(Outgoing(person.id, client.id, "crisis", message, new_id(unit.now)))


# Answers that are a risk by themselves ------------------------------------------------------------


def risk_in(sheet: Worksheet, effects: Sequence[Effect]) -> tuple[Finding, str] | None:
    """Return what an answer to a question of safety says, and the words of question and answer."""
    for one in effects:
        step = sheet.by_id.get(one.step) if isinstance(one, Saved) else None
        if not isinstance(one, Saved) or not isinstance(step, OneChoice | Scale | Number):
            continue
        weight = _weight(step, one.value)
        if weight is not None and step.risk_above is not None and weight > step.risk_above:
            words = f"{step.name}: {_answer(step, one.value)}"
            return Finding("alert", f"item.{step.id}"[:64]), words
    return None


def _weight(step: OneChoice | Scale | Number, value: Json) -> float | None:
    if isinstance(step, OneChoice):
        ids = [choice.id for choice in step.choices]
        return ids.index(str(value)) if value in ids else None
    return float(value) if isinstance(value, int | float) else None


def _answer(step: OneChoice | Scale | Number, value: Json) -> str:
    if isinstance(step, OneChoice):
        return next((one.label for one in step.choices if one.id == value), str(value))
    return str(value)


async def is_looked_through(unit: Unit, house: House, client: Client) -> bool:
    """Whether a program looks through what a client writes: in their language, and they agreed."""
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is None or not edition(client.agreed).screened:
        return False
    return house.edition(person.locale).screened


async def is_open(unit: Unit, client: Client) -> bool:
    """Whether there is an alert about a client that nobody who cares for them has seen."""
    return bool(await alerts.of_clients(unit, [client.id]))


# What the client does -----------------------------------------------------------------------------


async def own(unit: Unit, client: Client, key: str) -> Alert | None:
    """Return an alert about the client that asks."""
    one = await alerts.by_id(unit, key)
    return one if one is not None and one.client == client.id else None


async def not_about_me(unit: Unit, person: Person, one: Alert) -> None:
    """The client says that it is not about themselves, or meant otherwise. It is recorded; the
    alert stays."""
    if one.not_me_at is None:
        await alerts.change(unit, one.id, not_me_at=unit.now)
        await audit.note(unit, person.id, "alert.not_me", one.client, one.id)


async def call_me(
    unit: Unit, house: House, person: Person, client: Client, one: Alert
) -> list[Therapist]:
    """The client would like a call: their therapists are told at once; return who can be reached.

    Where the alert was seen already a new one goes on until somebody has seen that."""
    if not await alerting.carers(unit, one):
        return []
    if one.state != OPEN:
        found = await alerts.of_clients(unit, [client.id])
        open_now = [each for each in found if each.state == OPEN]
        one = open_now[-1] if open_now else await alerts.add(unit, client, unit.now)
    if one.call_at is None:
        await alerts.change(unit, one.id, call_at=unit.now)
        await audit.note(unit, person.id, "alert.call", one.client, one.id)
        one = replace(one, call_at=unit.now)
    return await alerting.call(unit, house, one)


async def left(unit: Unit, house: House, client: Client, how: str) -> None:
    """A client stopped messages or blocked the bot: of open alerts it is told at once."""
    for one in await alerts.of_clients(unit, [client.id]):
        if one.left_at is None:
            await alerts.change(unit, one.id, left_at=unit.now)
        await alerting.tell_carers(unit, house, one, f"alert-left-{how}", how)


async def forgotten(unit: Unit, house: House, client: Client) -> None:
    """A client is being erased: code names and times of alerts nobody has seen stay until they are
    seen, or 30 days are over; it is told at once."""
    told = [one.id for one, _ in await people.told_about(unit, client.id)]
    for one in await alerts.outlive(unit, client.id, told, unit.now - KEPT):
        await alerting.tell_carers(unit, house, one, "alert-left-forget", "forget")


# What a therapist does ----------------------------------------------------------------------------


async def theirs(unit: Unit, therapist: Therapist, key: str) -> Alert | None:
    """Return an alert if it is this therapist's to look at: their client's, or that of somebody
    they stand in for; of an erased client only while nobody has seen it."""
    one = await alerts.by_id(unit, key)
    if one is None or therapist.id not in {each.id for each in await alerting.carers(unit, one)}:
        return None
    return one


async def words(unit: Unit, one: Alert) -> list[Flagged]:
    """Return what belongs to an alert, as far as who cares now may read it. What a client keeps
    from before is left out, unless nobody had seen the alert by then: it is theirs to act on."""
    found = await alerts.found(unit, one.id)
    kept = await handovers.kept_before(unit, one.client)
    if kept is None or one.seen_at is None or one.seen_at > kept:
        return found
    return [each for each in found if each.at > kept]


async def seen(
    unit: Unit, house: House, therapist: Therapist, one: Alert, state: str = SEEN
) -> None:
    """A therapist has seen an alert, has been in contact, or says that it was none.

    Nothing is told again from then on; after contact or a false alarm prompts ring again.
    """
    actor = therapist.person or ""
    await audit.note(unit, actor, f"alert.{state}", one.client, one.id)
    await alerting.settle(unit, one)
    if one.carers is not None:
        await alerts.drop(unit, one.id)
        return
    until = None if state in (CONTACTED, FALSE_ALARM) else one.waits_until
    seen_at = one.seen_at or unit.now
    await alerts.change(unit, one.id, state=state, seen_at=seen_at, waits_until=until)
    if one.state in UNSEEN:
        await _tell_client(unit, house, one, "seen", name=therapist.name)


async def taken_on(unit: Unit, house: House, backup: Therapist, one: Alert) -> None:
    """A backup contact has taken an alert on: no other backup is told. It stays with those who care
    for the client until one of them has seen it; if none has after a day, the operator hears."""
    await audit.note(unit, backup.person or "", f"alert.{TAKEN}", one.client, one.id)
    await alerts.change(unit, one.id, state=TAKEN)
    carers = ", ".join(each.name for each in await alerting.tell_taken(unit, house, one, backup))
    if one.carers is None:
        await _tell_client(unit, house, one, TAKEN, name=backup.name, carers=carers)


async def _tell_client(unit: Unit, house: House, one: Alert, what: str, **args: str) -> None:
    """Tell the client, in silence, who has seen it: it is true, and no more than that."""
    client = await people.client_by_id(unit, one.client)
    person = await people.person_by_id(unit, client.person) if client and client.person else None
    if client is None or person is None or client.is_self:
        return
    text = house.texts(person.locale).html(f"alert-was-{what}", **args)
    key = f"alert.{one.id}.{what}"
    unit.post(Outgoing(person.id, client.id, "notice", Message(text), key, silent=True))


async def of_therapist(unit: Unit, therapist: Therapist) -> list[Alert]:
    """Return what is open, and what was raised lately."""
    return await alerting.open_for(unit, therapist, unit.now - RECENT)


async def waits(unit: Unit, client: Client) -> datetime | None:
    """Return until when a client's prompts wait because of an alert."""
    return (await alerts.waiting(unit, [client.id])).get(client.id)
