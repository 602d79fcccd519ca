"""Voice notes and pictures that clients gave as answers: sealed rows beside the answers.

An answer holds only the label; the row is found by its session, step and label.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.tables import medium


@dataclass(frozen=True, slots=True)
class Medium:
    """One voice note or picture, without its bytes. `label`: what stands for it in the answer."""

    id: str
    client: str
    session: str
    step: str
    mime: str
    label: str = field(repr=False)
    at: datetime


_LIGHT = (
    medium.c.id,
    medium.c.client_id,
    medium.c.session_id,
    medium.c.step_id,
    medium.c.mime,
    medium.c.label,
    medium.c.at,
)


def _medium(unit: Unit, row: Row[*tuple[Any, ...]]) -> Medium:
    label = unit.sealer.open("medium", "label", row.id, row.client_id, row.label)
    return Medium(row.id, row.client_id, row.session_id, row.step_id, row.mime, label, row.at)


async def add(
    unit: Unit, client: str, session: str, step: str, mime: str, label: str, body: bytes
) -> None:
    """Keep a voice note or picture."""
    key = new_id(unit.now)
    seal = unit.sealer.seal
    await unit.conn.execute(
        insert(medium).values(
            id=key,
            client_id=client,
            session_id=session,
            step_id=step,
            mime=mime,
            label=seal("medium", "label", key, client, label),
            body=seal("medium", "body", key, client, body),
            at=unit.now,
        )
    )


async def of_session(unit: Unit, session: str) -> list[Medium]:
    """Return what was given in a session, oldest first, bytes left where they are."""
    query = select(*_LIGHT).where(medium.c.session_id == session).order_by(medium.c.id)
    return [_medium(unit, row) for row in (await unit.conn.execute(query)).all()]


async def of_client(unit: Unit, client: str) -> list[Medium]:
    """Return everything that a client gave, oldest first, bytes left where they are."""
    query = select(*_LIGHT).where(medium.c.client_id == client).order_by(medium.c.id)
    return [_medium(unit, row) for row in (await unit.conn.execute(query)).all()]


async def owner(unit: Unit, key: str) -> str | None:
    """Return whose a row is, without opening it."""
    query = select(medium.c.client_id).where(medium.c.id == key)
    return (await unit.conn.execute(query)).scalar()


async def own(unit: Unit, key: str, client: str) -> Medium | None:
    """Return a row if it is this client's; anybody else's is not opened."""
    query = select(*_LIGHT).where(medium.c.id == key, medium.c.client_id == client)
    row = (await unit.conn.execute(query)).first()
    return None if row is None else _medium(unit, row)


async def body(unit: Unit, one: Medium) -> bytes:
    """Return the bytes of a voice note or picture."""
    query = select(medium.c.body).where(medium.c.id == one.id)
    sealed = (await unit.conn.execute(query)).scalar_one()
    return unit.sealer.open_bytes("medium", "body", one.id, one.client, sealed)


async def drop(unit: Unit, keys: list[str]) -> None:
    """Delete what its writer took out of the answers."""
    if keys:
        await unit.conn.execute(delete(medium).where(medium.c.id.in_(keys)))
