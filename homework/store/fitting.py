"""Do program, keyring and database go together? Asked once, when the database is opened.

A keyring made anew beside an old database would open nothing and seal everything differently; ids
that begin below those already there would be sent before them.
"""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from homework.ids import start_after
from homework.store.sealing import Sealer
from homework.store.tables import outbox, person
from homework.store.troubles import KeyringError, SealBroken

_first = select(person.c.id, person.c.tg_id).order_by(person.c.id).limit(1)
_newest = select(func.max(outbox.c.id))


async def go_on_counting(conn: AsyncConnection) -> None:
    """Make new ids greater than those of the outbox, even if the clock was set back."""
    newest = (await conn.execute(_newest)).scalar()
    if newest is not None:
        start_after(newest)


async def check_keyring(conn: AsyncConnection, sealer: Sealer) -> None:
    """Open one value of the installation's key; raise `KeyringError` if it does not open."""
    row = (await conn.execute(_first)).first()
    if row is None:
        return
    try:
        sealer.open("person", "tg_id", row.id, None, row.tg_id)
    except SealBroken:
        raise KeyringError("it is not the one this database was written with") from None
