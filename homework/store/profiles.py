"""What a client told about their days: one sealed object per client, read and written whole."""

from collections.abc import Mapping

from sqlalchemy import select, update

from conversations.session import Json
from homework.store.database import Unit
from homework.store.packing import pack, unpack_object
from homework.store.tables import client


async def of(unit: Unit, key: str) -> dict[str, Json]:
    """Return a client's profile, {} while nothing was told."""
    query = select(client.c.profile).where(client.c.id == key)
    sealed = (await unit.conn.execute(query)).scalar()
    if sealed is None:
        return {}
    return dict(unpack_object(unit.sealer.open("client", "profile", key, key, sealed)))


async def tell(unit: Unit, key: str, news: Mapping[str, Json]) -> None:
    """Write what was told anew into a client's profile; the rest of it stays."""
    whole: dict[str, Json] = await of(unit, key) | dict(news)
    sealed = unit.sealer.seal("client", "profile", key, key, pack(whole))
    values = {"profile": sealed, "revision": client.c.revision + 1}
    await unit.conn.execute(update(client).where(client.c.id == key).values(**values))
