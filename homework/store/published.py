"""Published worksheets, every version ever: sessions end on the version they began."""

from sqlalchemy import insert, select, update

from conversations.session import Ref
from homework.store.database import Unit
from homework.store.tables import worksheet


async def load(unit: Unit) -> dict[Ref, str]:
    """Return the TOML of every published version."""
    rows = (await unit.conn.execute(select(worksheet))).all()
    return {Ref(row.id, row.version, row.sha256): row.source for row in rows}


async def publish(unit: Unit, ref: Ref, source: str) -> None:
    """Keep a version; the same version with mended texts replaces its text."""
    same = (
        worksheet.c.id == ref.id,
        worksheet.c.version == ref.version,
        worksheet.c.sha256 == ref.sha256,
    )
    changed = await unit.conn.execute(
        update(worksheet).where(*same).values(source=source, published_at=unit.now)
    )
    if changed.rowcount == 0:
        await unit.conn.execute(
            insert(worksheet).values(
                id=ref.id,
                version=ref.version,
                sha256=ref.sha256,
                source=source,
                published_at=unit.now,
            )
        )
