"""Consent rows: which version of the consent text a client agreed to, and when."""

from sqlalchemy import func, insert, select

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.tables import consent


async def add(unit: Unit, client: str, version: int, locale: str, text_sha256: str) -> None:
    """Write that the client agreed now."""
    await unit.conn.execute(
        insert(consent).values(
            id=new_id(unit.now),
            client_id=client,
            version=version,
            locale=locale,
            text_sha256=text_sha256,
            given_at=unit.now,
        )
    )


async def newest(unit: Unit, client: str) -> int:
    """Return the newest consent version the client agreed to, 0 for none."""
    query = select(func.max(consent.c.version)).where(consent.c.client_id == client)
    return (await unit.conn.execute(query)).scalar_one() or 0
