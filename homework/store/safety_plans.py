"""Clients' safety plans, sealed with their own keys, and what therapists say for the hours in which
they do not work. Who may read one is asked in `people.py`."""

from collections.abc import Mapping

from sqlalchemy import select

from conversations.session import Json
from homework.safety import plans
from homework.safety.plans import SafetyPlan
from homework.store import people
from homework.store.database import Unit
from homework.store.packing import pack, unpack_object
from homework.store.tables import client, therapist


async def of_client(unit: Unit, key: str) -> SafetyPlan:
    """Return a client's plan; an empty one where nothing was written."""
    query = select(client.c.plan).where(client.c.id == key)
    sealed = (await unit.conn.execute(query)).scalar()
    if sealed is None:
        return plans.NONE
    return plans.from_json(unpack_object(unit.sealer.open("client", "plan", key, key, sealed)))


async def keep(unit: Unit, key: str, new: SafetyPlan) -> None:
    """Write a client's plan anew."""
    body: Mapping[str, Json] = plans.to_json(new)
    sealed = unit.sealer.seal("client", "plan", key, key, pack(dict(body)))
    await people.change_client(unit, key, plan=sealed)


async def out_of_hours(unit: Unit, key: str) -> str | None:
    """Return what a therapist's clients are shown for the hours in which nobody works."""
    query = select(therapist.c.after_hours).where(therapist.c.id == key)
    sealed = (await unit.conn.execute(query)).scalar()
    return unit.sealer.open("therapist", "after_hours", key, None, sealed) if sealed else None


async def say_out_of_hours(unit: Unit, key: str, words: str | None) -> None:
    """Write that text anew, or take it out."""
    sealed = unit.sealer.seal("therapist", "after_hours", key, None, words) if words else None
    await people.change_therapist(unit, key, after_hours=sealed)
