"""Somebody for whom nobody cares any more is asked whether a therapist may: their therapist was
removed, or they were given a link again. They stay who they were here, with what they wrote."""

from collections.abc import Sequence

from homework import caring, erasing, notices, packaged
from homework.house import House
from homework.prompting import Fired
from homework.store import handovers, people, timers
from homework.store.database import Unit
from homework.store.people import Client

TIMER = "offer"
"""The kind of the timer at which nobody has said whether who gave a link may care for them."""


async def offer(unit: Unit, client: Client, therapist: str, way: str = handovers.NEXT) -> None:
    """Ask a client whether a therapist, who has agreed, cares for them from now on."""
    await handovers.offer(unit, client.id, therapist, way, handovers.AGREED)
    made = await handovers.of_client(unit, client.id)
    if made is not None:
        await caring.ask_client(unit, packaged.texts, client, made)
        if way == handovers.BACK:
            await timers.set(unit, unit.now + handovers.DAYS, TIMER, made.id, 0)


async def offer_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Tell who gave a link that its client has not said whether they may care for them."""
    for timer in fired:
        over = await handovers.lapsed(unit, timer.subject)
        client = await people.client_by_id(unit, over[0]) if over else None
        if over is not None and client is not None:
            said = caring.about_link("told-back-lapsed", client.code_name)
            await notices.tell_one(unit, house, over[1], said)


async def alone(unit: Unit, client: Client | None) -> Client | None:
    """Return the client if they are one here and nobody cares for them any more."""
    if client is None or client.state != "active" or client.is_self:
        return None
    return None if await people.therapists_of(unit, client.id) else client


async def comes_back(unit: Unit, client: Client, invited: str, therapist: str) -> None:
    """A client took a link again: the row that was made for it goes, its code name is theirs now,
    and they say whether its therapist reads what they wrote before."""
    made = await people.client_by_id(unit, invited)
    if made is not None:
        await people.rename_client(unit, client.id, made.code_name)
    await people.end_care_of(unit, therapist, invited)
    await erasing.erase_now(unit, invited)
    await offer(unit, client, therapist, handovers.BACK)
