"""Who comes after a therapist who does not look or cannot be reached: a colleague here, somebody by
name, or the operator. It must not know what they are told."""

from homework.store import contacts, people
from homework.store.database import Unit
from homework.store.people import Therapist


async def of(unit: Unit, therapist: Therapist) -> tuple[Therapist | None, str]:
    """Return the colleague who is told, or else the contact as typed ("": the operator alone)."""
    contact = await contacts.of_therapist(unit, therapist.id)
    key = contact.colleague if contact else None
    colleague = await people.therapist_by_id(unit, key) if key else None
    if colleague is not None and colleague.person is not None:
        return colleague, ""
    return None, (contact.words or "") if contact else ""


async def is_near(unit: Unit, therapist: Therapist) -> bool:
    """Whether something can be sent to a therapist now."""
    person = await people.person_by_id(unit, therapist.person) if therapist.person else None
    return person is not None and person.unreachable_since is None
