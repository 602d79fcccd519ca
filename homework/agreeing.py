"""The consent's text as it is now, and whether a client agreed to it: where not, they are asked
before the next question, and what is new is said first.

What stands open keeps its state. It must not know what a claim means (`safety/consents.py` does).
"""

from conversations.message import Message
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.safety import consents
from homework.safety.consents import Consent
from homework.store import people
from homework.store.database import Unit
from homework.store.people import Client, Person
from homework.together import together


def is_asked_anew(house: House, person: Person, client: Client) -> bool:
    """Whether the text is another one than this client agreed to."""
    return client.agreed != str(house.edition(person.locale))


async def text(unit: Unit, house: House, person: Person, client: Client) -> Consent:
    """Return the consent as it is for a client now, in their language."""
    texts = house.texts(person.locale)
    carers = [one.name for one in await people.therapists_of(unit, client.id)]
    name = together(carers or [texts.plain("your-therapist")], texts)
    return consents.consent(texts, name, house.edition(person.locale), carers=len(carers) or 1)


async def ask_anew(unit: Unit, house: House, person: Person, client: Client) -> None:
    """Say what is new in the text, and show it with both answers."""
    texts, now = house.texts(person.locale), house.edition(person.locale)
    news = consents.news(texts, consents.edition(client.agreed), now)
    said = Message("\n\n".join([texts.html("consent-anew"), *news]))
    for message in (said, (await text(unit, house, person, client)).message):
        unit.post(Outgoing(person.id, client.id, "ack", message, dedupe=new_id(unit.now)))
