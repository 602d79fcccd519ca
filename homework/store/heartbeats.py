"""One row that is written again and again, to know that the database takes writes.

What only reads would notice neither a full disk nor a file that became read-only.
"""

from homework.store.connecting import insert_or_replace
from homework.store.tables import heartbeat
from homework.store.unit import Unit

_write = insert_or_replace(heartbeat, "id")


async def write(unit: Unit) -> None:
    """Write the time of this transaction."""
    await unit.conn.execute(_write, {"id": 1, "at": unit.now})
