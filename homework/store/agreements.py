"""Consent rows: which edition of the consent text a client agreed to, and when."""

from sqlalchemy import insert

from homework.ids import new_id
from homework.store import people
from homework.store.database import Unit
from homework.store.tables import consent


async def add(
    unit: Unit, client: str, edition: str, version: int, locale: str, text_sha256: str
) -> None:
    """Write that the client agreed now."""
    await unit.conn.execute(
        insert(consent).values(
            id=new_id(unit.now),
            client_id=client,
            version=version,
            edition=edition,
            locale=locale,
            text_sha256=text_sha256,
            given_at=unit.now,
        )
    )
    await people.change_client(unit, client, agreed=edition)
