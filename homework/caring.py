"""Care ends, or goes on with another therapist, or with two.

Whoever cared is out from that moment. The client is told, or asked where somebody new could read;
what they wrote is kept for the practice's days once nobody cares for them any more.
"""

from collections.abc import Callable, Sequence

from conversations.message import Message, Rows, tap
from conversations.texts import Texts
from homework import alerting, assigning, capping, helping, notices, retaining
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store import (
    assignments,
    audit,
    entries,
    handovers,
    outbox,
    people,
    sessions,
)
from homework.store.database import Unit
from homework.store.handovers import BACK, NEXT, Offer
from homework.store.people import Client, Person, Therapist
from homework.together import named

Words = Callable[[str], Texts]
OPEN_STILL = ("active", "draft", "chained", *assignments.OPEN_PROPOSALS)


async def end(unit: Unit, house: House, therapist: Therapist, client: Client) -> None:
    """A therapist's care of a client ends now; the client is told who still reads, if anybody."""
    await _out(unit, therapist, client)
    others = await people.therapists_of(unit, client.id)
    await audit.note(unit, therapist.person or "", "care.end", client.id)
    await alerting.look_now(unit, [client.id])
    if others:
        await handovers.pass_on(unit, client.id, therapist.id, others[0].id)
        names, key = [one.name for one in others], "told-care-goes-on"
        await _tell(unit, house.texts, client, key, who=therapist.name, others=names)
        await helping.pin_anew(unit, house, client)
        return
    await leave_alone(unit, client, therapist.person or "", house.retention_days)
    days = house.retention_days
    await _tell(unit, house.texts, client, "told-care-ended", therapist=therapist.name, count=days)
    await helping.pin_anew(unit, house, client)


async def leave_alone(unit: Unit, client: Client, actor: str, days: int) -> None:
    """Nobody cares for a client any more: nothing rings, and the days of keeping begin."""
    await retaining.begin(unit, client.id, days)
    await people.change_client(unit, client.id, ended_at=unit.now)
    for one in await assignments.of_client(unit, client.id, *OPEN_STILL):
        await assigning.end(unit, actor, one)


async def _out(unit: Unit, therapist: Therapist, client: Client) -> None:
    await people.end_care_of(unit, therapist.id, client.id)
    if therapist.person and therapist.person != client.person:
        await sessions.end_forms(unit, therapist.person, client.id)
        await outbox.withhold_about(unit, therapist.person, client.id)


async def _tell(
    unit: Unit,
    words: Words,
    client: Client,
    key: str,
    rows: Rows = (),
    others: Sequence[str] = (),
    **args: str | int,
) -> None:
    """Say it in silence, also to who wants nothing sent: it is about who reads what they wrote.
    `others`: the names of those who go on, of whom some texts speak."""
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is not None:
        texts = words(person.locale)
        more = named(others, texts, "others") if others else {}
        message = Message(texts.html(key, **args, **more), rows)
        unit.post(Outgoing(person.id, client.id, "ack", message, new_id(unit.now), silent=True))


# Another therapist --------------------------------------------------------------------------------


async def ask_colleague(
    unit: Unit, house: House, lead: Therapist, colleague: Therapist, client: Client, way: str
) -> None:
    """Ask a colleague whether they care for a client from now on; the code name comes later."""
    offer = await handovers.offer(unit, client.id, colleague.id, way)
    await audit.note(unit, lead.person or "", f"care.{way}", client.id)

    def said(texts: Texts) -> str:
        return texts.html(f"heir-asked-{way}", name=lead.name)

    def buttons(texts: Texts) -> Rows:
        yes = tap(texts.plain("heir-yes"), "heir", offer, "yes")
        return ((yes,), (tap(texts.plain("heir-no"), "heir", offer, "no"),))

    await notices.tell_one(unit, house, colleague, said, buttons)


async def colleague_answers(
    unit: Unit, house: House, client: Client, offer: Offer, *, yes: bool
) -> None:
    """The colleague agreed, and the client is asked; or they did not, and who asked is told."""
    name = offer.therapist.name
    if yes:
        await handovers.agree(unit, offer)
        await ask_client(unit, house.texts, client, offer)
    else:
        await handovers.withdraw(unit, client.id)
        await notices.tell(unit, house, client, "told-heir-refused", who=name)


async def ask_client(unit: Unit, words: Words, client: Client, offer: Offer) -> None:
    """Ask a client whether somebody new may care for them here, and read what stands here."""
    person = await people.person_by_id(unit, client.person) if client.person else None
    texts = words(person.locale if person else "en")
    rows = tuple(
        (tap(texts.plain(f"carer-{answer}"), "carer", offer.id, answer),)
        for answer in ("with", "without", "no")
    )
    key = f"carer-asked-{offer.way}"
    await _tell(unit, words, client, key, rows, therapist=offer.therapist.name)


async def client_answers(
    unit: Unit, house: House, person: Person, client: Client, offer: Offer, answer: str
) -> None:
    """With what was written so far, without it, or not at all."""
    before = await people.therapists_of(unit, client.id)
    name = offer.therapist.name
    await audit.note(unit, person.id, f"carer.{answer}", client.id)
    if answer == "no":
        await handovers.withdraw(unit, client.id)
        await notices.tell(unit, house, client, "told-carer-no", who=name)
        told = about_link("told-back-no", client.code_name) if offer.way == BACK else _not_wanted
        await notices.tell_one(unit, house, offer.therapist, told)
        return
    if answer == "without":
        await entries.keep_private(unit, client.id)
        await handovers.keep_before(unit, offer)
    await handovers.begin(unit, client.id, offer)
    await alerting.look_now(unit, [client.id])
    await people.change_client(unit, client.id, ended_at=None)
    # Whoever is new would hear of no safety flag, and know nothing of it: it is theirs to set.
    actor = offer.therapist.person or ""
    await capping.set_mark(unit, actor, client, capping.EXPECTED, on=False)
    for one in before if offer.way == NEXT else ():
        await _out(unit, one, client)
        await handovers.pass_on(unit, client.id, one.id, offer.therapist.id)
        await _say_out(unit, house, client, one, name)
    await notices.tell(unit, house, client, "told-carer-yes", who=name)
    changed = await people.client_by_id(unit, client.id)
    if changed is not None:
        await helping.pin_anew(unit, house, changed)


def _not_wanted(texts: Texts) -> str:
    """What somebody is told who was not to learn the code name yet."""
    return texts.html("told-heir-not-wanted")


def about_link(key: str, name: str) -> Callable[[Texts], str]:
    """What somebody is told who gave the client a link, and so the code name."""
    return lambda texts: texts.html(key, name=name)


async def _say_out(
    unit: Unit, house: House, client: Client, therapist: Therapist, name: str
) -> None:
    def said(texts: Texts) -> str:
        return texts.html("told-handed-over", name=client.code_name, who=name)

    await notices.tell_one(unit, house, therapist, said)
