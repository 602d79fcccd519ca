"""Published worksheets, every version ever: sessions end on the version they began."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, insert, select, update

from conversations.session import Ref
from homework.store.database import Unit
from homework.store.tables import worksheet


@dataclass(frozen=True, slots=True)
class Version:
    """One published version. `owner`: the therapist whose own it is, None: the practice's."""

    source: str = field(repr=False)
    owner: str | None = field(repr=False)
    withdrawn: bool


async def load(unit: Unit) -> Mapping[Ref, Version]:
    """Return every published version, in the order they were published."""
    rows = (await unit.conn.execute(select(worksheet).order_by(worksheet.c.published_at))).all()
    return {
        Ref(row.id, row.version, row.sha256): Version(
            row.source, row.owner, row.withdrawn_at is not None
        )
        for row in rows
    }


async def stamp(unit: Unit) -> tuple[object, ...]:
    """Return what is another value after every change of the library, whoever made it."""
    found = select(
        func.count(), func.max(worksheet.c.published_at), func.max(worksheet.c.withdrawn_at)
    )
    return tuple((await unit.conn.execute(found.select_from(worksheet))).one())


async def owners(unit: Unit, key: str) -> set[str | None]:
    """Return whose the published versions of an id are; None: the practice's."""
    found = select(worksheet.c.owner).where(worksheet.c.id == key)
    return set((await unit.conn.execute(found)).scalars())


async def publish(unit: Unit, ref: Ref, source: str, *, owner: str | None = None) -> None:
    """Keep a version; the same version with mended texts replaces its text.

    A sheet that was withdrawn is in the library again.
    """
    back = update(worksheet).where(worksheet.c.id == ref.id).values(withdrawn_at=None)
    await unit.conn.execute(back)
    same = (
        worksheet.c.id == ref.id,
        worksheet.c.version == ref.version,
        worksheet.c.sha256 == ref.sha256,
    )
    changed = await unit.conn.execute(
        update(worksheet).where(*same).values(source=source, published_at=unit.now, owner=owner)
    )
    if changed.rowcount == 0:
        await unit.conn.execute(
            insert(worksheet).values(
                id=ref.id,
                version=ref.version,
                sha256=ref.sha256,
                source=source,
                published_at=unit.now,
                owner=owner,
            )
        )


async def withdraw(unit: Unit, key: str) -> None:
    """Take all versions of a worksheet out of the library; they stay for what began on them."""
    await unit.conn.execute(
        update(worksheet).where(worksheet.c.id == key).values(withdrawn_at=unit.now)
    )
