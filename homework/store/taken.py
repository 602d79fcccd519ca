"""When answers were given, and on which clock a client lived: what records need beside entries.

Nothing sealed is opened here. It must not know what is made of it.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import BigInteger, func, select, type_coerce

from homework.store.database import Unit
from homework.store.tables import answer, entry, event

Zones = Sequence[tuple[datetime, str]]
"""From when on which clock was a client's, oldest first."""


async def entry_keys(unit: Unit, client: str, since: datetime | None) -> list[str]:
    """Return the row ids of a client's entries, closed at or after an instant, as they began."""
    query = select(entry.c.id).where(entry.c.client_id == client)
    if since is not None:
        query = query.where(entry.c.closed_at >= since)
    rows = await unit.conn.execute(query.order_by(entry.c.began_at, entry.c.id))
    return [*rows.scalars()]


async def sharing(unit: Unit, client: str, since: datetime | None) -> dict[str, int]:
    """Return how many entries of a client are shared how far; none is opened."""
    query = select(entry.c.sharing, func.count()).where(entry.c.client_id == client)
    if since is not None:
        query = query.where(entry.c.closed_at >= since)
    rows = await unit.conn.execute(query.group_by(entry.c.sharing))
    return {how: count for how, count in rows.all()}


async def answered_at(unit: Unit, keys: Collection[str]) -> dict[str, dict[str, int]]:
    """Return when each answer of some entries became what it is: by session, by step.

    In milliseconds since 1970: a year has tens of thousands of them.
    """
    last = type_coerce(func.max(answer.c.at), BigInteger)
    query = (
        select(answer.c.session_id, answer.c.step_id, last)
        .join(entry, entry.c.session_id == answer.c.session_id)
        .where(entry.c.id.in_(list(keys)), answer.c.how.not_in(("noted", "reworded", "held")))
        .group_by(answer.c.session_id, answer.c.step_id)
    )
    found: dict[str, dict[str, int]] = {}
    for session, step, at in (await unit.conn.execute(query)).all():
        found.setdefault(session, {})[step] = at
    return found


async def zones(unit: Unit, client: str) -> Zones:
    """Return when which clock was a client's, as far as what was planned and done tells it."""
    before = func.lag(event.c.zone).over(order_by=(event.c.at, event.c.id)).label("before")
    told = select(event.c.at, event.c.zone, before).where(event.c.client_id == client).subquery()
    query = (
        select(told.c.at, told.c.zone)
        .where(told.c.before.is_(None) | (told.c.before != told.c.zone))
        .order_by(told.c.at)
    )
    return [(row.at, row.zone) for row in (await unit.conn.execute(query)).all()]


def zone_at(found: Zones, at: datetime, now: str) -> str:
    """Return the clock that was valid at an instant; `now`: the client's own, if nothing tells."""
    if not found:
        return now
    before = [zone for since, zone in found if since <= at]
    return before[-1] if before else found[0][1]
