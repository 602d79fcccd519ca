"""Does the keyring belong to this database? Asked once, before anything is sealed with it.

A keyring made anew beside an old database would open nothing and seal everything differently.
"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from homework.store.sealing import Sealer
from homework.store.tables import person
from homework.store.troubles import KeyringError, SealBroken

_first = select(person.c.id, person.c.tg_id).order_by(person.c.id).limit(1)


async def check_keyring(conn: AsyncConnection, sealer: Sealer) -> None:
    """Open one value of the installation's key; raise `KeyringError` if it does not open."""
    row = (await conn.execute(_first)).first()
    if row is None:
        return
    try:
        sealer.open("person", "tg_id", row.id, None, row.tg_id)
    except SealBroken:
        raise KeyringError("it is not the one this database was written with") from None
