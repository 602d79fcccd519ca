"""The words of published worksheets in other languages, kept with the version they belong to.

Who began a version ends it in their language.
"""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from conversations.session import Ref
from homework.store.database import Unit
from homework.store.tables import sheet_words


async def load(unit: Unit) -> Mapping[tuple[Ref, str], str]:
    """Return the source of every translation that was ever shipped, by version and locale."""
    rows = (await unit.conn.execute(select(sheet_words))).all()
    return {(Ref(row.id, row.version, row.sha256), row.locale): row.source for row in rows}


async def keep(unit: Unit, ref: Ref, locale: str, source: str) -> None:
    """Keep a translation of a version; mended words replace those of before."""
    same = (
        sheet_words.c.id == ref.id,
        sheet_words.c.version == ref.version,
        sheet_words.c.sha256 == ref.sha256,
        sheet_words.c.locale == locale,
    )
    await unit.conn.execute(delete(sheet_words).where(*same))
    row = {"id": ref.id, "version": ref.version, "sha256": ref.sha256}
    await unit.conn.execute(insert(sheet_words).values(**row, locale=locale, source=source))
