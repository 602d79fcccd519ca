"""Who is told when a therapist does not look: a colleague here, somebody by name, or the operator.

Sealed with the installation's key. It must not know when that is.
"""

from dataclasses import dataclass, field

from sqlalchemy import select

from homework.store import people
from homework.store.database import Unit
from homework.store.packing import pack, unpack_object
from homework.store.tables import therapist


@dataclass(frozen=True, slots=True)
class Contact:
    """A colleague's row id, or a name and number as typed; neither means the operator."""

    colleague: str | None = None
    words: str | None = field(default=None, repr=False)


async def of_therapist(unit: Unit, key: str) -> Contact | None:
    """Return a therapist's backup contact; None while they were not asked."""
    query = select(therapist.c.backup).where(therapist.c.id == key)
    sealed = (await unit.conn.execute(query)).scalar()
    if sealed is None:
        return None
    body = unpack_object(unit.sealer.open("therapist", "backup", key, None, sealed))
    colleague, words = body.get("colleague"), body.get("words")
    return Contact(
        colleague if isinstance(colleague, str) else None, words if isinstance(words, str) else None
    )


async def keep(unit: Unit, key: str, new: Contact) -> None:
    """Write a therapist's backup contact anew."""
    body = pack({"colleague": new.colleague, "words": new.words})
    sealed = unit.sealer.seal("therapist", "backup", key, None, body)
    await people.change_therapist(unit, key, backup=sealed)
