"""How people come in: one-time links, age, consent, country, zone, and a check that it is them.

A token has 128 bits, is stored as a hash, works once and for 72 hours. Nothing is sent to a client
before the therapist has confirmed who joined.
"""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from conversations.message import Message
from homework import alerting, caring, helping, packaged, returning
from homework.house import USUAL_DAYS
from homework.outgoing import Outgoing
from homework.safety.consents import Consent
from homework.store import (
    agreements,
    audit,
    departures,
    handovers,
    invites,
    outbox,
    people,
    sessions,
    timers,
)
from homework.store.database import Unit
from homework.store.people import Actor, Client, Person, Therapist
from homework.together import named

LINK_HOURS = 72
A_MOMENT = timedelta(seconds=5)
TRIES_AN_HOUR = 5
MAY_BE_INVITED = ("invited", "joining", "under_age")
"""States from which a new link begins joining anew, for whoever holds it."""

JoiningStep = Literal["language", "age", "consent", "country", "zone"]


@dataclass(frozen=True, slots=True)
class TherapistJoined:
    """The link was a therapist's own."""

    person: Person
    therapist: Therapist


@dataclass(frozen=True, slots=True)
class ClientJoins:
    """The link was for a client, who is now asked the first question."""

    person: Person
    client: Client


@dataclass(frozen=True, slots=True)
class ComesBack:
    """The link was for a client whose care had ended: they are asked, as who they were here."""


@dataclass(frozen=True, slots=True)
class NotJoined:
    """The link was not taken: `reason` is a text key's end."""

    reason: Literal["unknown", "used", "expired", "tries", "already", "own"]


Joined = TherapistJoined | ClientJoins | ComesBack | NotJoined


def digest(token: str) -> bytes:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode()).digest()


def _token() -> str:
    return secrets.token_urlsafe(16)


async def invite_therapist(unit: Unit, name: str) -> str:
    """Write a therapist who may join by the returned token (the operator's act)."""
    key = await people.add_therapist(unit, name)
    token = _token()
    expires = unit.now + timedelta(hours=LINK_HOURS)
    await invites.add(unit, digest(token), key, None, expires)
    await audit.note(unit, "operator", "therapist.invite", subject=key)
    return token


async def remove_therapist(
    unit: Unit, key: str, retention_days: int = USUAL_DAYS, heir: str | None = None
) -> None:
    """Remove a therapist; from the next update on the person is a stranger (the operator's act).

    Forms they had open end, and what was on its way to them about clients does not go out. What was
    theirs alone is deleted. What clients wrote whom nobody else cares for is kept for
    `retention_days`; they are asked whether `heir` may go on with them.
    """
    found = await people.therapist_by_id(unit, key)
    await people.change_therapist(unit, key, removed_at=unit.now)
    await departures.drop_own(unit, key)
    if found and found.person:
        own = await people.client_of_person(unit, found.person)
        await sessions.end_forms(unit, found.person)
        await outbox.withhold(unit, found.person, own.id if own else None)
    await _hand_back(unit, key, found.name if found else "", retention_days, heir)
    await audit.note(unit, "operator", "therapist.remove", subject=key)


async def _hand_back(
    unit: Unit, therapist: str, name: str, retention_days: int, heir: str | None
) -> None:
    """End a therapist's care. Whom somebody else cares for too go on with them, and what was set
    with it; who has nobody else is told so, and nothing rings any more."""
    clients = await people.clients_of(unit, therapist)
    covered = await people.stands_in_for(unit, therapist)
    await people.end_care(unit, therapist)
    await alerting.look_now(unit, {client.id for client in clients} | covered)
    for client in clients:
        await timers.set(unit, unit.now, helping.TIMER, client.id, 0)  # their words stand in it
        if others := await people.therapists_of(unit, client.id):
            await handovers.pass_on(unit, client.id, therapist, others[0].id)
            left, names = f"left.{therapist}", [one.name for one in others]
            await _tell(unit, client, left, "told-care-goes-on", who=name, others=names)
            continue
        await caring.leave_alone(unit, client, "operator", retention_days)
        await _tell(unit, client, "alone", "told-alone", count=retention_days)
        if heir is not None and client.state == "active" and not client.is_self:
            await returning.offer(unit, client, heir)


async def _tell(
    unit: Unit,
    client: Client,
    about: str,
    key: str,
    others: Sequence[str] = (),
    **args: str | int,
) -> None:
    """Say it in silence, also to who wants nothing sent: it is about who reads what they wrote.
    `others`: the names of those who go on, if the text speaks of them."""
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is not None:
        texts = packaged.texts(person.locale)
        more = named(others, texts, "others") if others else {}
        text = texts.html(key, **args, **more)
        once = f"{about}.{client.id}"
        unit.post(Outgoing(person.id, client.id, "ack", Message(text), once, silent=True))


async def invite_client(unit: Unit, therapist: Therapist, code_name: str) -> tuple[str, str]:
    """Write a client under a code name; return the client's id and a fresh token."""
    client = await people.add_client(unit, therapist.id, code_name, is_self=False)
    return client, await new_link(unit, therapist, client)


async def new_link(unit: Unit, therapist: Therapist, client: str) -> str:
    """Return a fresh token for a client who has not joined; older ones stop working."""
    await invites.withdraw(unit, client)
    await people.change_client(
        unit, client, person_id=None, state="invited", joining_step=None, country=None, **_AFRESH
    )
    await _forget_wishes(unit, client)
    token = _token()
    expires = unit.now + timedelta(hours=LINK_HOURS)
    await invites.add(unit, digest(token), therapist.id, client, expires)
    await audit.note(unit, therapist.person or "", "client.invite", client, client)
    return token


_AFRESH: Mapping[str, None] = dict.fromkeys(
    ("stopped_at", "paused_until", "erase_at", "agreed", "age_band")
)
"""What somebody else wanted or agreed to under this code name: not for who joins next."""


async def _forget_wishes(unit: Unit, client: str) -> None:
    for kind in ("erase", "resume"):
        await timers.cancel(unit, kind, client)


async def just_linked(unit: Unit, client: str) -> bool:
    """Whether a link for this client was made a moment ago."""
    made = await invites.newest(unit, client)
    return made is not None and unit.now - made < A_MOMENT


async def try_it_oneself(
    unit: Unit, person: Person, therapist: Therapist, code_name: str
) -> Client:
    """Make the therapist their own client, marked as such; they are asked what anyone is."""
    key = await people.add_client(unit, therapist.id, code_name, is_self=True)
    await _begin(unit, key, person)
    return await _client(unit, key)


async def redeem(unit: Unit, who: Actor, token: str, locale: str) -> Joined:
    """Take a link. Five bad tries an hour, then none is looked at; one winner per link."""
    hour_ago = unit.now - timedelta(hours=1)
    if await invites.tries_since(unit, who.user, hour_ago) >= TRIES_AN_HOUR:
        return NotJoined("tries")
    found = await invites.find(unit, digest(token))
    if found is None:
        await invites.note_try(unit, who.user)
        return NotJoined("unknown")
    if found.used_at is not None:
        return NotJoined("already" if _inside(who) else "used")
    if found.expires_at <= unit.now:
        return NotJoined("expired")
    back = await returning.alone(unit, who.client) if found.client else None
    if (found.client is None and who.therapist) or (found.client and who.client and not back):
        return NotJoined("already")
    if who.therapist and found.therapist == who.therapist.id:
        return NotJoined("own")
    if await people.therapist_by_id(unit, found.therapist) is None:
        return NotJoined("unknown")
    if not await invites.use(unit, found.id):
        return NotJoined("used")
    person = who.person or await people.add_person(unit, who.user, locale)
    if found.client is None:
        return await _therapist_joins(unit, person, found.therapist)
    if back is not None:
        await returning.comes_back(unit, back, found.client or "", found.therapist)
        return ComesBack()
    await _begin(unit, found.client, person)
    return ClientJoins(person, await _client(unit, found.client))


def _inside(who: Actor) -> bool:
    return who.therapist is not None or who.client is not None


async def _therapist_joins(unit: Unit, person: Person, key: str) -> Joined:
    await people.change_therapist(unit, key, person_id=person.id, joined_at=unit.now)
    await audit.note(unit, person.id, "therapist.join", subject=key)
    therapist = await people.therapist_by_id(unit, key)
    if therapist is None:
        return NotJoined("unknown")
    return TherapistJoined(person, therapist)


async def _begin(unit: Unit, client: str, person: Person) -> None:
    await people.change_client(
        unit, client, person_id=person.id, state="joining", joining_step="language"
    )


async def _client(unit: Unit, key: str) -> Client:
    found = await people.client_by_id(unit, key)
    if found is None:
        raise LookupError("a client row vanished inside its own transaction")
    return found


async def move_on(unit: Unit, client: Client, step: JoiningStep) -> None:
    """Note which question of joining stands open now."""
    await people.change_client(unit, client.id, joining_step=step)


async def under_age(unit: Unit, client: Client) -> None:
    """Stop at "not 18 yet": nothing else is asked, nothing will be sent."""
    await people.change_client(unit, client.id, state="under_age", joining_step=None)
    await audit.note(unit, client.person or "", "client.under_age", client.id)


async def guardian_agreed(unit: Unit, actor: str, client: Client, band: str) -> None:
    """A guardian agreed, says the therapist: from here the client is asked what anyone is."""
    await people.change_client(
        unit, client.id, state="joining", joining_step="consent", age_band=band
    )
    await audit.note(unit, actor, "client.guardian", client.id)


async def agree(unit: Unit, client: Client, consent: Consent, locale: str) -> None:
    """Write the consent; from here on answers may be stored."""
    await agree_anew(unit, client, consent, locale)
    await people.change_client(unit, client.id, joining_step="country")


async def agree_anew(unit: Unit, client: Client, consent: Consent, locale: str) -> None:
    """Write the consent of a client who was here before its text changed."""
    now = consent.edition
    await agreements.add(unit, client.id, str(now), now.version, locale, consent.sha256)
    await audit.note(unit, client.person or "", "client.consent", client.id)


async def decline(unit: Unit, client: Client) -> None:
    """Note that the client did not agree: nothing leads from the person to the row any more."""
    await people.change_client(unit, client.id, state="refused", joining_step=None, person_id=None)
    await audit.note(unit, client.person or "", "client.decline", client.id)


async def settle(unit: Unit, client: Client, zone: str) -> str:
    """Finish the client's side of joining; return the number that both sides compare."""
    number = f"{secrets.randbelow(9000) + 1000}"
    if client.is_self:
        await activate(unit, client)
    else:
        await people.change_client(unit, client.id, state="unconfirmed")
    await people.change_client(unit, client.id, zone=zone, joining_step=None)
    await people.set_check_number(unit, client.id, number)
    return number


async def activate(unit: Unit, client: Client) -> None:
    """The therapist has confirmed who joined."""
    await people.change_client(unit, client.id, state="active", joined_at=unit.now)
    await audit.note(unit, client.person or "", "client.confirm", client.id)


async def reject(unit: Unit, client: Client) -> None:
    """It was somebody else: the person is let go, the client may be invited again."""
    await people.change_client(
        unit, client.id, state="invited", person_id=None, zone=None, country=None, **_AFRESH
    )
    await _forget_wishes(unit, client.id)
    await audit.note(unit, client.person or "", "client.reject", client.id)
