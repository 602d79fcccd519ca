"""What therapists are told about their clients."""

from conversations.message import Message, Rows
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store import people
from homework.store.database import Unit
from homework.store.people import Client


async def tell(
    unit: Unit,
    house: House,
    client: Client,
    key: str,
    buttons: Rows = (),
    *,
    kind: str = "notice",
    once: str | None = None,
    **args: str | int,
) -> None:
    """Tell everybody who cares for a client."""
    for therapist in await people.therapists_of(unit, client.id):
        person = await people.person_by_id(unit, therapist.person) if therapist.person else None
        if person is not None:
            text = house.texts(person.locale).html(key, name=client.code_name, **args)
            dedupe = f"{once}.{person.id}" if once else new_id(unit.now)
            unit.post(Outgoing(person.id, client.id, kind, Message(text, buttons), dedupe))
