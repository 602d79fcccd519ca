"""Updates of the messenger: which were handled, and which could not be.

Claimed in the transaction that handles them, so that a crash handles each exactly once. Ids restart
at random after a quiet week, so claims are compared one by one and forgotten after two days; but
not the newest ones, however old, for a clock that is wrong by days makes all of them look old.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select

from homework.ids import new_id
from homework.store.connecting import insert_ignore
from homework.store.tables import dead_update, update_claim
from homework.store.unit import Unit

_known = select(update_claim.c.update_id).where(
    update_claim.c.bot_id == bindparam("bot"),
    update_claim.c.update_id.in_(bindparam("ids", expanding=True)),
)
_claim = insert_ignore(update_claim)
_release = delete(update_claim).where(
    update_claim.c.bot_id == bindparam("bot"),
    update_claim.c.update_id.in_(bindparam("ids", expanding=True)),
)
_purge = delete(update_claim).where(update_claim.c.at < bindparam("before"))
_newest_kept = (
    select(update_claim.c.at).order_by(update_claim.c.at.desc()).limit(1).offset(bindparam("kept"))
)

ALWAYS_KEPT = 2_000
"""Claims that no clock makes forget: many times what a messenger may hand out a second time."""


async def claim(unit: Unit, bot_id: int, update_ids: Collection[int]) -> set[int]:
    """Claim updates and return those that nobody claimed before."""
    if not update_ids:
        return set()
    found = await unit.conn.execute(_known, {"bot": bot_id, "ids": list(update_ids)})
    fresh = set(update_ids) - set(found.scalars())
    if fresh:
        rows = [{"bot_id": bot_id, "update_id": one, "at": unit.now} for one in sorted(fresh)]
        await unit.conn.execute(_claim, rows)
    return fresh


async def release(unit: Unit, bot_id: int, update_ids: Collection[int]) -> None:
    """Take back claims of this transaction: these updates were not handled."""
    if update_ids:
        await unit.conn.execute(_release, {"bot": bot_id, "ids": list(update_ids)})


async def bury(
    unit: Unit, update_id: int, body: bytes, error: str, client: str | None = None
) -> None:
    """Keep, sealed, an update that could not be handled. `error` is a class name, no content.

    `client`: who sent it; theirs is the key then, so that it is erased with them.
    """
    key = new_id(unit.now)
    await unit.conn.execute(
        insert(dead_update).values(
            id=key,
            update_id=update_id,
            body=unit.sealer.seal("dead_update", "body", key, client, body),
            error=error[:80],
            at=unit.now,
            client_id=client,
        )
    )


async def purge(unit: Unit, before: datetime) -> int:
    """Forget claims older than `before`, but not the newest `ALWAYS_KEPT`; return how many."""
    newest = (await unit.conn.execute(_newest_kept, {"kept": ALWAYS_KEPT - 1})).scalar()
    if newest is None:
        return 0
    return (await unit.conn.execute(_purge, {"before": min(before, newest)})).rowcount
