"""Deletes what is a client's, and replays it in a database that is older than the erasure.

Rows are deleted by the tables themselves, so that a new table is never forgotten; the audit alone
stays, which holds no content. Nothing sealed is opened here: the key may be gone. It must not know
why somebody is erased.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Table, delete, or_, select, update

from homework.store.marks import UNSENT
from homework.store.tables import (
    alert,
    assignment,
    attachment,
    audit,
    client,
    invite_try,
    metadata,
    outbox,
    person,
    session,
    therapist,
    timer,
)
from homework.store.unit import Unit

KEPT = frozenset({audit.name})
LAST = frozenset({client.name, "care"})
"""Tables that still say who it was until the key is destroyed."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is known of a client without any key; their quiet hours as `people.Client` has them."""

    id: str
    person: str | None
    state: str
    erase_at: datetime | None
    zone: str | None
    quiet_from: str
    quiet_to: str
    quiet_days: str | None


async def leaving(unit: Unit, key: str) -> Leaving | None:
    """Return a client by row id, nothing opened; None if there is none (any more)."""
    query = select(
        client.c.person_id,
        client.c.state,
        client.c.erase_at,
        client.c.zone,
        client.c.quiet_from,
        client.c.quiet_to,
        client.c.quiet_days,
    ).where(client.c.id == key)
    row = (await unit.conn.execute(query)).first()
    return None if row is None else Leaving(key, *row)


async def empty(unit: Unit, key: str) -> None:
    """Delete all rows of a client but the few that say who it was; nobody meets them any more."""
    await unit.conn.execute(update(client).where(client.c.id == key).values(state="erasing"))
    await _delete(unit, key, LAST)


async def erase(unit: Unit, key: str) -> None:
    """Delete all rows of a client; may be repeated. What outlives them says for whom."""
    await unit.conn.execute(
        delete(alert).where(alert.c.client_ref == key, alert.c.carers.is_(None))
    )
    await _delete(unit, key, frozenset())


async def _delete(unit: Unit, key: str, but: Collection[str]) -> None:
    await unit.flush()
    await _drop_timers(unit, key)
    for table in reversed(metadata.sorted_tables):
        theirs = _theirs(table, key)
        if theirs is not None and table.name not in but:
            await unit.conn.execute(delete(table).where(theirs))


def _theirs(table: Table, key: str) -> ColumnElement[bool] | None:
    if table.name in KEPT:
        return None
    if table.name == client.name:
        return client.c.id == key
    if table.name == attachment.name:
        rows = select(outbox.c.id).where(outbox.c.client_id == key)
        return or_(attachment.c.client_id == key, attachment.c.outbox_id.in_(rows))
    if "client_id" in table.c:
        return table.c.client_id == key
    if "assignment_id" in table.c:
        mine = select(assignment.c.id).where(assignment.c.client_id == key)
        return table.c.assignment_id.in_(mine)
    return None


async def _drop_timers(unit: Unit, key: str) -> None:
    """Timers are about rows of many tables: about the client, or anything of theirs."""
    await unit.conn.execute(delete(timer).where(timer.c.subject == key))
    for table in metadata.sorted_tables:
        theirs = _theirs(table, key)
        if theirs is not None and "id" in table.c:
            await unit.conn.execute(
                delete(timer).where(timer.c.subject.in_(select(table.c.id).where(theirs)))
            )


async def let_go(unit: Unit, key: str) -> bool:
    """Delete a person who is nobody here any more; False while a message to them is under way."""
    await unit.flush()
    for table, column in ((therapist, "person_id"), (client, "person_id"), (session, "person_id")):
        here = select(table.c.id).where(table.c[column] == key).limit(1)
        if (await unit.conn.execute(here)).first() is not None:
            return True
    mine = outbox.c.person_id == key
    waits = select(outbox.c.id).where(mine, outbox.c.state.in_(UNSENT)).limit(1)
    if (await unit.conn.execute(waits)).first() is not None:
        return False
    rows = select(outbox.c.id).where(mine)
    index = select(person.c.tg_index).where(person.c.id == key)
    await unit.conn.execute(delete(attachment).where(attachment.c.outbox_id.in_(rows)))
    await unit.conn.execute(delete(outbox).where(mine))
    await unit.conn.execute(delete(invite_try).where(invite_try.c.tg_index.in_(index)))
    await unit.conn.execute(delete(person).where(person.c.id == key))
    return True


async def replay(unit: Unit) -> int:
    """Erase again who was erased after this database was copied; return how many."""
    gone = unit.sealer.keyring.tombstones()
    if not gone:
        return 0
    query = select(client.c.id, client.c.person_id)
    found = [row for row in (await unit.conn.execute(query)).all() if row.id in gone]
    for row in found:
        await erase(unit, row.id)
        if row.person_id is not None:
            await drop_unsent(unit, row.person_id)
            await let_go(unit, row.person_id)
    return len(found)


async def drop_unsent(unit: Unit, key: str) -> None:
    """Delete what waits for a person who is no therapist: it was meant for who they were."""
    if (
        await unit.conn.execute(select(therapist.c.id).where(therapist.c.person_id == key))
    ).first():
        return
    rows = select(outbox.c.id).where(outbox.c.person_id == key, outbox.c.state.in_(UNSENT))
    await unit.conn.execute(delete(attachment).where(attachment.c.outbox_id.in_(rows)))
    await unit.conn.execute(
        delete(outbox).where(outbox.c.person_id == key, outbox.c.state.in_(UNSENT))
    )
