"""What is kept after the end of care is kept for a time, and then erased, announced before.

When nobody cares for a client any more their time begins; two weeks before its end they are told,
so that they can have a copy. Who is cared for again by then keeps everything.
"""

from collections.abc import Sequence
from datetime import timedelta

from conversations.message import Message
from conversations.texts import Texts
from homework import erasing, hours, notices
from homework.erasing import Fired
from homework.house import House
from homework.moments import zone_of
from homework.outgoing import Outgoing
from homework.prompt_texts import day_words
from homework.store import audit, erasure, people, timers
from homework.store.database import Unit
from homework.store.people import Client

TIMER = "retention"
"""The kind of the timer at which a client is told, and then erased."""
TELL, ERASE = 0, 1
NOTICE = timedelta(days=14)
ANNOUNCED = "retention.announce"
"""The action in the audit."""


async def begin(unit: Unit, client: str, days: int) -> None:
    """Nobody cares for a client any more: keep what is theirs for so many days (14 or more)."""
    await timers.set(unit, unit.now + timedelta(days=days) - NOTICE, TIMER, client, TELL)


async def retention_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Announce what will be erased, or have it erased."""
    for timer in fired:
        one = await erasure.leaving(unit, timer.subject)
        if one is None or one.state == "erasing" or await people.therapists_of(unit, one.id):
            continue
        if timer.revision == ERASE:
            await erasing.erase_now(unit, one.id)
            continue
        await audit.note(unit, TIMER, ANNOUNCED, one.id)
        await timers.set(unit, unit.now + NOTICE, TIMER, one.id, ERASE)
        client = await people.client_by_id(unit, one.id)
        if client is not None:
            await _announce(unit, house, client)


async def _announce(unit: Unit, house: House, client: Client) -> None:
    """Say it in silence, also to who wants nothing sent: afterwards nobody can have a copy. And to
    who cared for them last."""
    person = await people.person_by_id(unit, client.person) if client.person else None
    ends, once = unit.now + NOTICE, f"{TIMER}.{client.id}.{unit.now:%Y%m%d}"
    if person is not None:
        texts = house.texts(person.locale)
        day = day_words(ends.astimezone(zone_of(client)).date(), texts)
        message = Message(texts.html("retention-announced", day=day))
        unit.post(Outgoing(person.id, client.id, "ack", message, dedupe=once, silent=True))
    last = await people.last_carer(unit, client.id)
    if last is None or last.person == client.person:
        return

    def said(texts: Texts) -> str:
        day = day_words(ends.astimezone(hours.zone_of(last)).date(), texts)
        return texts.html("told-retention", name=client.code_name, day=day)

    await notices.tell_one(unit, house, last, said, once=once)
