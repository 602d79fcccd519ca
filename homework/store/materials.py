"""What belongs to a practice: texts, links, files and voice notes that its therapist attached.

Sealed with the client's key. The place is the client's: which piece of a text they saw last.
"""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.tables import material

TEXT, LINK, FILE, VOICE = "text", "link", "file", "voice"


@dataclass(frozen=True, slots=True)
class Material:
    """One piece of material without its contents. `name`: of a file, or the beginning of a text."""

    id: str
    client: str
    assignment: str
    kind: str
    mime: str
    name: str = field(repr=False)
    place: int = 0


_LIGHT = [column for column in material.c if column.name != "body"]


def _material(unit: Unit, row: Row[*tuple[Any, ...]]) -> Material:
    name = unit.sealer.open("material", "name", row.id, row.client_id, row.name)
    return Material(row.id, row.client_id, row.assignment_id, row.kind, row.mime, name, row.place)


async def add(
    unit: Unit, client: str, assignment: str, kind: str, mime: str, name: str, body: str | bytes
) -> Material:
    """Attach something to an assignment."""
    key, seal = new_id(unit.now), unit.sealer.seal
    await unit.conn.execute(
        insert(material).values(
            id=key,
            client_id=client,
            assignment_id=assignment,
            kind=kind,
            mime=mime,
            name=seal("material", "name", key, client, name),
            body=seal("material", "body", key, client, body),
            place=0,
            at=unit.now,
        )
    )
    return Material(key, client, assignment, kind, mime, name)


async def of_assignment(unit: Unit, assignment: str) -> list[Material]:
    """Return what belongs to an assignment, in the order it was attached."""
    query = select(*_LIGHT).where(material.c.assignment_id == assignment).order_by(material.c.id)
    return [_material(unit, row) for row in (await unit.conn.execute(query)).all()]


async def of_client(unit: Unit, client: str) -> list[Material]:
    """Return all that was attached to a client's practices."""
    query = select(*_LIGHT).where(material.c.client_id == client).order_by(material.c.id)
    return [_material(unit, row) for row in (await unit.conn.execute(query)).all()]


async def count(unit: Unit, assignment: str) -> int:
    """Return how much belongs to an assignment."""
    query = select(func.count()).where(material.c.assignment_id == assignment)
    return (await unit.conn.execute(query)).scalar_one()


async def owner(unit: Unit, key: str) -> str | None:
    """Return whose practice a row belongs to, without opening it."""
    query = select(material.c.client_id).where(material.c.id == key)
    return (await unit.conn.execute(query)).scalar()


async def own(unit: Unit, key: str, client: str) -> Material | None:
    """Return a row if it belongs to a practice of this client; any other is not opened."""
    query = select(*_LIGHT).where(material.c.id == key, material.c.client_id == client)
    row = (await unit.conn.execute(query)).first()
    return None if row is None else _material(unit, row)


async def body(unit: Unit, one: Material) -> bytes:
    """Return what it holds; a text or a link in UTF-8."""
    query = select(material.c.body).where(material.c.id == one.id)
    sealed = (await unit.conn.execute(query)).scalar_one()
    return unit.sealer.open_bytes("material", "body", one.id, one.client, sealed)


async def write(unit: Unit, one: Material, text: str) -> None:
    """Write a text anew, with what was added to it."""
    sealed = unit.sealer.seal("material", "body", one.id, one.client, text)
    await unit.conn.execute(update(material).where(material.c.id == one.id).values(body=sealed))


async def note_place(unit: Unit, one: Material, place: int) -> None:
    """Write which piece was seen last."""
    await unit.conn.execute(update(material).where(material.c.id == one.id).values(place=place))


async def drop(unit: Unit, key: str) -> None:
    """Take something out again."""
    await unit.conn.execute(delete(material).where(material.c.id == key))
