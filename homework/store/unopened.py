"""What the rows of sessions tell without anything being opened.

It must not know what was written in them.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from conversations.session import Ref, Status
from homework.store.tables import occurrence, session
from homework.store.unit import Unit

PUT_ASIDE = ("paused", "waiting")


@dataclass(frozen=True, slots=True)
class Aside:
    """A session that was put aside or waits, as its row tells without anything being opened."""

    key: str
    person: str
    client: str
    assignment: str | None
    occurrence: str | None
    kind: str
    status: Status
    worksheet: Ref


RESUMABLE = (
    session.c.person_id == bindparam("person"),
    session.c.status.in_(PUT_ASIDE),
)
LAST_FIRST = (session.c.touched_at.desc(), session.c.id.desc())
_aside = (
    select(
        session.c.id,
        session.c.person_id,
        session.c.client_id,
        session.c.assignment_id,
        session.c.occurrence_id,
        session.c.kind,
        session.c.status,
        session.c.worksheet_id,
        session.c.worksheet_version,
        session.c.worksheet_sha256,
    )
    .where(*RESUMABLE)
    .order_by(*LAST_FIRST)
)


async def aside(unit: Unit, person: str) -> list[Aside]:
    """Return what a person put aside or what waits, the last one touched first, none opened."""
    rows = (await unit.conn.execute(_aside, {"person": person})).all()
    return [Aside(*row[:7], Ref(*row[7:])) for row in rows]


async def at_it(unit: Unit, client: str, since: datetime) -> list[Ref]:
    """Return the worksheets that a client has open, put aside or laid behind another one, and went
    on with since then; not those whose next part nobody has opened yet."""
    begun = session.c.occurrence_id.is_(None) | (occurrence.c.state == "opened")
    here = session.c.status.in_(("open", "paused")) | ((session.c.status == "waiting") & begun)
    query = (
        select(session.c.worksheet_id, session.c.worksheet_version, session.c.worksheet_sha256)
        .outerjoin(occurrence, occurrence.c.id == session.c.occurrence_id)
        .where(
            session.c.client_id == client,
            session.c.kind == "worksheet",
            session.c.touched_at >= since,
            here,
        )
    )
    found = (await unit.conn.execute(query)).all()
    return [Ref(row.worksheet_id, row.worksheet_version, row.worksheet_sha256) for row in found]


async def about_contract(unit: Unit, assignment: str) -> bool:
    """Return whether a client was ever asked about what was agreed in an assignment."""
    asked = (session.c.assignment_id == assignment, session.c.kind == "contract")
    return (
        await unit.conn.execute(select(session.c.id).where(*asked).limit(1))
    ).first() is not None
