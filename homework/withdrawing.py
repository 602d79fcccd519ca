"""A client who wants nothing sent that they did not ask for, until they say otherwise.

A pause without an end: nothing counts as missed, what they chose waits, and writing stays
possible. The outbox holds the line: whatever else would be sent unasked is not even written.
"""

from datetime import timedelta

from homework import pausing, room, safeguarding
from homework.house import House
from homework.moments import FOR_GOOD, ask_what_waited
from homework.store import audit, occurrences, outbox, people, sessions, timers, unopened
from homework.store.database import Unit
from homework.store.people import Client, Person

GOES_ON = timedelta(days=1)
"""How long after coming back a sheet that waited is looked at again."""


async def _begun(unit: Unit, person: Person) -> list[str]:
    held = (await sessions.load_open(unit, [person.id])).values()
    begun = [one.session.id for one in held if one.kind == "worksheet"]
    aside = await unopened.aside(unit, person.id)
    return begun + [one.key for one in aside if one.kind == "worksheet"]


async def stop(unit: Unit, house: House, person: Person, client: Client) -> bool:
    """Send nothing more to a client from now on but answers; False if it was so already."""
    if client.stopped_at is not None:
        return False
    await people.change_client(
        unit,
        client.id,
        stopped_at=unit.now,
        paused_until=FOR_GOOD,
        silence=None,
        silence_at=unit.now,
    )
    await timers.cancel(unit, "resume", client.id)
    live = await occurrences.live_of_client(unit, client.id)
    await pausing.let_rest(unit, house, person, client, live, FOR_GOOD)
    await outbox.hush(unit, person.id, client.id)
    for key in await _begun(unit, person):  # a sheet that closes by itself would say so
        await timers.cancel(unit, "idle", key)
    await audit.note(unit, person.id, "client.stop", client.id)
    await safeguarding.left(unit, house, client, "stop")
    return True


async def come_back(unit: Unit, person: Person, client: Client) -> bool:
    """Let everything ring again as agreed; False if nothing was stopped."""
    if client.stopped_at is None:
        return False
    await people.change_client(unit, client.id, stopped_at=None, paused_until=None)
    await audit.note(unit, person.id, "client.start", client.id)
    for key in await _begun(unit, person):
        await timers.set(unit, unit.now + GOES_ON, "idle", key, 0)
    await room.freed(unit, client.id)  # what was offered meanwhile was not sent
    await ask_what_waited(unit, client)
    return True
