"""What a therapist attached to a worksheet: texts, links, files and voice notes.

Sealed with the installation's key, since it is nobody's but theirs; a client gets a copy of their
own, sealed with their key, when the worksheet is set for them.
"""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from homework.ids import new_id
from homework.store import materials
from homework.store.database import Unit
from homework.store.tables import sheet_material


@dataclass(frozen=True, slots=True)
class SheetMaterial:
    """One piece of material without its contents. `name`: of a file, or a text's beginning."""

    id: str
    therapist: str
    worksheet: str
    kind: str
    mime: str
    name: str = field(repr=False)


_LIGHT = [column for column in sheet_material.c if column.name != "body"]


def _material(unit: Unit, row: Row[*tuple[Any, ...]]) -> SheetMaterial:
    name = unit.sealer.open("sheet_material", "name", row.id, None, row.name)
    return SheetMaterial(row.id, row.therapist_id, row.worksheet_id, row.kind, row.mime, name)


async def add(
    unit: Unit, therapist: str, worksheet: str, kind: str, mime: str, name: str, body: str | bytes
) -> SheetMaterial:
    """Attach something to a worksheet, as one therapist sets it."""
    key, seal = new_id(unit.now), unit.sealer.seal
    await unit.conn.execute(
        insert(sheet_material).values(
            id=key,
            therapist_id=therapist,
            worksheet_id=worksheet,
            kind=kind,
            mime=mime,
            name=seal("sheet_material", "name", key, None, name),
            body=seal("sheet_material", "body", key, None, body),
            at=unit.now,
        )
    )
    return SheetMaterial(key, therapist, worksheet, kind, mime, name)


async def of_sheet(unit: Unit, therapist: str, worksheet: str) -> list[SheetMaterial]:
    """Return what a therapist attached to a worksheet, in the order it was attached."""
    mine = (
        sheet_material.c.therapist_id == therapist,
        sheet_material.c.worksheet_id == worksheet,
    )
    query = select(*_LIGHT).where(*mine).order_by(sheet_material.c.id)
    return [_material(unit, row) for row in (await unit.conn.execute(query)).all()]


async def count(unit: Unit, therapist: str, worksheet: str) -> int:
    """Return how much a therapist attached to a worksheet."""
    query = select(func.count()).where(
        sheet_material.c.therapist_id == therapist,
        sheet_material.c.worksheet_id == worksheet,
    )
    return (await unit.conn.execute(query)).scalar_one()


async def own(unit: Unit, key: str, therapist: str) -> SheetMaterial | None:
    """Return a row if this therapist attached it; any other is not opened."""
    mine = (sheet_material.c.id == key, sheet_material.c.therapist_id == therapist)
    row = (await unit.conn.execute(select(*_LIGHT).where(*mine))).first()
    return None if row is None else _material(unit, row)


async def body(unit: Unit, one: SheetMaterial) -> bytes:
    """Return what it holds; a text or a link in UTF-8."""
    query = select(sheet_material.c.body).where(sheet_material.c.id == one.id)
    sealed = (await unit.conn.execute(query)).scalar_one()
    return unit.sealer.open_bytes("sheet_material", "body", one.id, None, sealed)


async def write(unit: Unit, one: SheetMaterial, text: str) -> None:
    """Write a text anew, with what was added to it."""
    sealed = unit.sealer.seal("sheet_material", "body", one.id, None, text)
    mine = sheet_material.c.id == one.id
    await unit.conn.execute(update(sheet_material).where(mine).values(body=sealed))


async def drop(unit: Unit, key: str) -> None:
    """Take something out again."""
    await unit.conn.execute(delete(sheet_material).where(sheet_material.c.id == key))


async def give(unit: Unit, therapist: str, worksheet: str, client: str, assignment: str) -> None:
    """Copy what belongs to a worksheet to a practice that is set now, with its client's key."""
    for one in await of_sheet(unit, therapist, worksheet):
        held = await body(unit, one)
        await materials.add(unit, client, assignment, one.kind, one.mime, one.name, held)
