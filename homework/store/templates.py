"""Templates: a filled-in form under a name, one therapist's own.

Sealed with the installation's key, since it belongs to no client; another therapist's is never
opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from conversations.session import Json
from homework.ids import new_id
from homework.store import wording
from homework.store.database import Unit
from homework.store.packing import pack, unpack_object
from homework.store.tables import template
from homework.store.wording import Texts


@dataclass(frozen=True, slots=True)
class Template:
    """What a form is filled in with. `answers`: by step, None for what was passed over; `texts`:
    what else was set with the practice, its words not among it."""

    id: str
    therapist: str
    worksheet: str
    name: str = field(repr=False)
    answers: Mapping[str, Json] = field(repr=False)
    texts: Texts = field(repr=False)


def _body(unit: Unit, key: str, answers: Mapping[str, Json], texts: Texts) -> bytes:
    value: dict[str, Json] = {"answers": {**answers}, "texts": wording.to_json(texts)}
    return unit.sealer.seal("template", "body", key, None, pack(value))


def _template(unit: Unit, row: Row[*tuple[Any, ...]]) -> Template:
    opened = unit.sealer.open
    body = unpack_object(opened("template", "body", row.id, None, row.body))
    name = opened("template", "name", row.id, None, row.name)
    answers, said = _object(body["answers"]), wording.from_json(_object(body["texts"]))
    return Template(row.id, row.therapist_id, row.worksheet_id, name, answers, said)


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


async def add(
    unit: Unit,
    therapist: str,
    worksheet: str,
    name: str,
    answers: Mapping[str, Json],
    texts: Texts,
) -> Template:
    """Keep a template of a therapist's own."""
    key = new_id(unit.now)
    await unit.conn.execute(
        insert(template).values(
            id=key,
            therapist_id=therapist,
            worksheet_id=worksheet,
            name=unit.sealer.seal("template", "name", key, None, name),
            body=_body(unit, key, answers, texts),
            used_at=unit.now,
        )
    )
    return Template(key, therapist, worksheet, name, answers, texts)


async def of_therapist(unit: Unit, therapist: str) -> list[Template]:
    """Return a therapist's templates, those that were used last first."""
    query = select(template).where(template.c.therapist_id == therapist)
    newest = query.order_by(template.c.used_at.desc(), template.c.id.desc())
    return [_template(unit, row) for row in (await unit.conn.execute(newest)).all()]


async def own(unit: Unit, key: str, therapist: str) -> Template | None:
    """Return a template if it is this therapist's; any other is not opened."""
    mine = (template.c.id == key, template.c.therapist_id == therapist)
    row = (await unit.conn.execute(select(template).where(*mine))).first()
    return None if row is None else _template(unit, row)


async def used(unit: Unit, one: Template) -> None:
    """Note that a template is used now."""
    mine = template.c.id == one.id
    await unit.conn.execute(update(template).where(mine).values(used_at=unit.now))


async def rename(unit: Unit, one: Template, name: str) -> None:
    """Give a template another name."""
    sealed = unit.sealer.seal("template", "name", one.id, None, name)
    mine = template.c.id == one.id
    await unit.conn.execute(update(template).where(mine).values(name=sealed))


async def write(unit: Unit, one: Template, answers: Mapping[str, Json]) -> None:
    """Write anew what a template answers."""
    sealed = _body(unit, one.id, answers, one.texts)
    mine = template.c.id == one.id
    await unit.conn.execute(update(template).where(mine).values(body=sealed))


async def drop(unit: Unit, one: Template) -> None:
    """Delete a template."""
    await unit.conn.execute(delete(template).where(template.c.id == one.id))
