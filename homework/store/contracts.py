"""Contracts: what was agreed about a practice, each time it changed. Rows are only ever added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import insert, select

from conversations.session import Json
from homework.ids import new_id
from homework.store.packing import pack, unpack_object
from homework.store.tables import contract
from homework.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Recorded:
    """What stood in a contract after a change. `actor`: the person who changed it."""

    id: str
    at: datetime
    actor: str
    change: str
    body: Mapping[str, Json] = field(repr=False)


async def add(
    unit: Unit, assignment: str, client: str, actor: str, change: str, body: Mapping[str, Json]
) -> None:
    """Write what is agreed from now on."""
    key = new_id(unit.now)
    await unit.conn.execute(
        insert(contract).values(
            id=key,
            assignment_id=assignment,
            client_id=client,
            at=unit.now,
            actor=actor,
            change=change,
            body=unit.sealer.seal("contract", "body", key, client, pack(dict(body))),
        )
    )


async def history(unit: Unit, assignment: str) -> list[Recorded]:
    """Return all that was agreed about an assignment, oldest first."""
    query = (
        select(contract)
        .where(contract.c.assignment_id == assignment)
        .order_by(contract.c.at, contract.c.id)
    )
    opened = unit.sealer.open
    return [
        Recorded(
            row.id,
            row.at,
            row.actor,
            row.change,
            unpack_object(opened("contract", "body", row.id, row.client_id, row.body)),
        )
        for row in (await unit.conn.execute(query)).all()
    ]
