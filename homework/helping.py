"""The crisis text of one client: numbers of their country, their own plan, their therapist's words.

It is pinned in their chat, so that it can be read while the bot is down, and pinned anew when what
stands in it changes. It must not know who asked for help.
"""

from collections.abc import Sequence
from typing import Protocol

from conversations.message import Message
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.safety import plans
from homework.safety.crisis import crisis_message
from homework.store import people, safety_plans
from homework.store.database import Unit
from homework.store.people import Client

TIMER = "pin"
"""The kind of the timer at which a client's crisis text is pinned anew."""


class Due(Protocol):
    """A timer about a client."""

    @property
    def subject(self) -> str:
        """The client."""
        ...


async def text(
    unit: Unit,
    house: House,
    client: Client,
    locale: str,
    country: str | None,
    *,
    unwatched: bool = True,
) -> Message:
    """Return a client's crisis text for a country (None: it is asked for).

    `unwatched`: it ends with who does not see it.
    """
    texts = house.texts(locale)
    carers = await people.therapists_of(unit, client.id)
    plan = await safety_plans.of_client(unit, client.id)
    said = [(one.name, await safety_plans.out_of_hours(unit, one.id)) for one in carers]
    return crisis_message(
        texts,
        country,
        book=house.crisis,
        youth=client.youth,
        therapists=[one.name for one in carers],
        after_hours=[(name, words) for name, words in said if words],
        plan=plans.words(texts, plan.lines) or None,
        likely=[carer.country for carer in carers if carer.country],
        unwatched=unwatched,
    )


async def pin_anew(unit: Unit, house: House, client: Client) -> None:
    """Send a client their crisis text as it is now, in silence, and pin it in the old one's place.

    Who has not named a country has none pinned yet.
    """
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is None or client.country is None or client.state not in ("active", "unconfirmed"):
        return
    message = await text(unit, house, client, person.locale, client.country)
    key = new_id(unit.now)
    unit.post(Outgoing(person.id, client.id, "crisis", message, key, pin=True, silent=True))


async def pin_anew_of(unit: Unit, house: House, therapist: str) -> None:
    """Pin the crisis text of all clients of a therapist anew: their own words in it changed."""
    for client in await people.clients_of(unit, therapist):
        await pin_anew(unit, house, client)


async def pin_due(unit: Unit, house: House, fired: Sequence[Due]) -> None:
    """Pin the crisis text of some clients anew whose carer was removed from outside the bot."""
    for timer in fired:
        client = await people.client_by_id(unit, timer.subject)
        if client is not None:
            await pin_anew(unit, house, client)
