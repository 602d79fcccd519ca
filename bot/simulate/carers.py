"""What therapists do by themselves in a simulation: they set homework, and end it early.

Whether it is agreed is for the client to say, on their phone. It must not know when.
"""

from datetime import timedelta

from bot.handlers.client_agrees import proposal
from bot.simulate.regimens import Regimen
from homework import assigning
from homework.house import House
from homework.ids import new_id
from homework.moments import audible, zone_of
from homework.outgoing import Outgoing
from homework.store import assignments, people
from homework.store.assignments import Assignment, Texts
from homework.store.database import Unit


class NobodyToAsk(LookupError):
    """A client of the simulation, or their therapist, is gone."""


async def propose(unit: Unit, house: House, key: str, regimen: Regimen) -> str:
    """Send a client a proposal; return the assignment's id."""
    client = await people.client_by_id(unit, key)
    person = await people.person_by_id(unit, client.person) if client and client.person else None
    if client is None or person is None:
        raise NobodyToAsk
    (therapist,) = await people.therapists_of(unit, client.id)
    today = unit.now.astimezone(zone_of(client)).date()
    draft = Assignment(
        id=new_id(unit.now),
        client=client.id,
        therapist=therapist.id,
        worksheet=house.shelf.newest[regimen.sheet],
        variant=regimen.variant,
        state="draft",
        texts=Texts("It shows what helps.", states=regimen.states, limits=regimen.limits),
        sharing="all",
        window_minutes=regimen.window,
        grace_minutes=regimen.grace,
        idle_minutes=regimen.idle,
        reminder_minutes=regimen.reminder,
        starts_on=today,
        ends_on=today + timedelta(days=regimen.days - 1),
        revision=0,
        agreed_at=None,
    )
    await assigning.keep_draft(unit, draft, list(regimen.rules))
    await assigning.propose(unit, therapist, draft)
    kept = (await assignments.by_ids(unit, [draft.id]))[draft.id]
    message = await proposal(unit, house, house.texts(person.locale), kept)
    quiet = audible(client, unit.now) > unit.now
    unit.post(
        Outgoing(person.id, client.id, "notice", message, dedupe=new_id(unit.now), silent=quiet)
    )
    return draft.id


async def end(unit: Unit, key: str) -> bool:
    """End an assignment early; False if it is not agreed, or over."""
    one = (await assignments.by_ids(unit, [key]))[key]
    if one.state != "active":
        return False
    await assigning.end(unit, "operator", one)
    return True
