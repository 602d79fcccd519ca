"""Clients' lists of situations, sealed with their own keys: one object per client."""

from sqlalchemy import select

from conversations.model import Hierarchy
from homework import hierarchy
from homework.hierarchy import Items
from homework.store import people
from homework.store.database import Unit
from homework.store.packing import pack, unpack_object
from homework.store.tables import client


async def of_client(unit: Unit, key: str) -> dict[Hierarchy, Items]:
    """Return the lists of a client, each () where there is none."""
    query = select(client.c.hierarchy).where(client.c.id == key)
    sealed = (await unit.conn.execute(query)).scalar()
    if sealed is None:
        return hierarchy.from_json({})
    return hierarchy.from_json(
        unpack_object(unit.sealer.open("client", "hierarchy", key, key, sealed))
    )


async def keep(unit: Unit, key: str, kind: Hierarchy, items: Items) -> None:
    """Write one list of a client anew; the other stays."""
    lists = await of_client(unit, key)
    lists[kind] = items
    body = pack(hierarchy.to_json(lists))
    sealed = unit.sealer.seal("client", "hierarchy", key, key, body)
    await people.change_client(unit, key, hierarchy=sealed)
