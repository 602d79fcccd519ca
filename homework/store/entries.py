"""Entries: finished worksheets, sealed whole for reading. The answers stay the truth."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, insert, select, update

from conversations.session import Json
from homework.store import readings
from homework.store.database import Unit
from homework.store.packing import pack, unpack_object
from homework.store.tables import audit, care, entry, reading

CLOSED_STATES = ("done", "partial")
READ = "read.entry"
"""The action in the audit when an entry is opened."""
SHARE = "share."
"""How the action in the audit begins when an entry is shared in another way; then how much."""


@dataclass(frozen=True, slots=True)
class Written:
    """One finished (or partly finished) worksheet. `sharing`: all, summary, nothing.

    `read_at`: when the first of its readers opened it as it stands; what is new to one of them says
    `unread`. `recalled`: it tells of something that was over an hour ago when it was begun.
    """

    id: str
    client: str
    session: str
    assignment: str | None
    occurrence: str | None
    worksheet: str
    variant: str
    state: str
    sharing: str
    body: dict[str, Json] = field(repr=False)
    began_at: datetime
    closed_at: datetime
    read_at: datetime | None = None
    recalled: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of an entry without opening it. `new`: to the therapist who asks."""

    client: str
    occurrence: str | None
    worksheet: str
    sharing: str
    closed_at: datetime
    recalled: bool
    new: bool


async def add(unit: Unit, new: Written) -> None:
    """Write an entry."""
    await unit.conn.execute(
        insert(entry).values(
            id=new.id,
            client_id=new.client,
            session_id=new.session,
            assignment_id=new.assignment,
            occurrence_id=new.occurrence,
            worksheet_id=new.worksheet,
            variant=new.variant,
            state=new.state,
            sharing=new.sharing,
            body=unit.sealer.seal("entry", "body", new.id, new.client, pack(new.body)),
            began_at=new.began_at,
            closed_at=new.closed_at,
            recalled=new.recalled,
        )
    )


def _written(unit: Unit, row: Row[tuple[object, ...]]) -> Written:
    body = unpack_object(unit.sealer.open("entry", "body", row.id, row.client_id, row.body))
    return Written(
        row.id,
        row.client_id,
        row.session_id,
        row.assignment_id,
        row.occurrence_id,
        row.worksheet_id,
        row.variant,
        row.state,
        row.sharing,
        body,
        row.began_at,
        row.closed_at,
        row.read_at,
        row.recalled,
    )


async def _all(unit: Unit, query: Select[Any]) -> list[Written]:
    return [_written(unit, row) for row in (await unit.conn.execute(query)).all()]


async def owner(unit: Unit, key: str) -> str | None:
    """Return whose entry this is, without opening it."""
    return (await unit.conn.execute(select(entry.c.client_id).where(entry.c.id == key))).scalar()


async def own(unit: Unit, key: str, client: str) -> Written | None:
    """Return an entry by row id if it is this client's; anybody else's is not opened."""
    query = select(entry).where(entry.c.id == key, entry.c.client_id == client)
    row = (await unit.conn.execute(query)).first()
    return None if row is None else _written(unit, row)


async def of_client(unit: Unit, client: str) -> list[Written]:
    """Return all entries of a client, in the order they were begun."""
    query = select(entry).where(entry.c.client_id == client).order_by(entry.c.began_at)
    return await _all(unit, query)


async def by_ids(unit: Unit, client: str, keys: Collection[str]) -> list[Written]:
    """Return some entries of a client, in the order they were begun."""
    query = (
        select(entry)
        .where(entry.c.client_id == client, entry.c.id.in_(list(keys)))
        .order_by(entry.c.began_at, entry.c.id)
    )
    return await _all(unit, query)


async def titles(unit: Unit, client: str, keys: Collection[str]) -> dict[str, str]:
    """Return the titles of some entries of a client, by row id."""
    query = select(entry).where(entry.c.client_id == client, entry.c.id.in_(list(keys)))
    found = [_written(unit, row) for row in (await unit.conn.execute(query)).all()]
    return {one.id: str(one.body.get("title", one.worksheet)) for one in found}


async def since(
    unit: Unit, clients: Collection[str], start: datetime, reader: str
) -> list[Written]:
    """Return the entries of some clients closed at or after an instant, and all that are new to a
    therapist."""
    query = (
        select(entry)
        .where(
            entry.c.client_id.in_(list(clients)),
            (entry.c.closed_at >= start) | readings.is_new(entry, reader),
        )
        .order_by(entry.c.closed_at)
    )
    return await _all(unit, query)


async def new_to(unit: Unit, clients: Collection[str], reader: str) -> list[Written]:
    """Return the entries of some clients that are new to a therapist, oldest first."""
    query = (
        select(entry)
        .where(entry.c.client_id.in_(list(clients)), readings.is_new(entry, reader))
        .order_by(entry.c.closed_at)
    )
    return await _all(unit, query)


async def unread(unit: Unit, client: str, reader: str) -> set[str]:
    """Return which entries of a client are new to a therapist; none is opened."""
    query = select(entry.c.id).where(entry.c.client_id == client, readings.is_new(entry, reader))
    return {*(await unit.conn.execute(query)).scalars()}


async def heads(unit: Unit, clients: Collection[str], start: datetime, reader: str) -> list[Head]:
    """Return what `since` returns without a word of it: nothing is opened."""
    new = readings.is_new(entry, reader)
    query = select(
        entry.c.client_id,
        entry.c.occurrence_id,
        entry.c.worksheet_id,
        entry.c.sharing,
        entry.c.closed_at,
        entry.c.recalled,
        new,
    ).where(entry.c.client_id.in_(list(clients)), (entry.c.closed_at >= start) | new)
    return [Head(*row) for row in (await unit.conn.execute(query)).all()]


async def shared_since(unit: Unit, clients: Collection[str], start: datetime) -> list[Written]:
    """Return the entries of some clients closed at or after an instant, but those they keep."""
    query = select(entry).where(
        entry.c.client_id.in_(list(clients)),
        entry.c.closed_at >= start,
        entry.c.sharing != "nothing",
    )
    return await _all(unit, query)


async def of_session(unit: Unit, session: str) -> Written | None:
    """Return the entry of a session, if there is one yet."""
    row = (await unit.conn.execute(select(entry).where(entry.c.session_id == session))).first()
    return None if row is None else _written(unit, row)


async def of_assignment(unit: Unit, assignment: str, start: datetime) -> list[Written]:
    """Return the entries of an assignment begun at or after an instant, oldest first."""
    query = (
        select(entry)
        .where(entry.c.assignment_id == assignment, entry.c.began_at >= start)
        .order_by(entry.c.began_at)
    )
    return await _all(unit, query)


async def lately(unit: Unit, client: str, start: datetime) -> list[Written]:
    """Return a client's entries closed at or after an instant, oldest first."""
    query = (
        select(entry)
        .where(entry.c.client_id == client, entry.c.closed_at >= start)
        .order_by(entry.c.closed_at)
    )
    return await _all(unit, query)


async def of_sheet(unit: Unit, client: str, worksheet: str) -> list[Written]:
    """Return all entries of a client that come from one worksheet, oldest first."""
    query = (
        select(entry)
        .where(entry.c.client_id == client, entry.c.worksheet_id == worksheet)
        .order_by(entry.c.began_at)
    )
    return await _all(unit, query)


async def of_sheets(
    unit: Unit, client: str, worksheets: Collection[str], opened: Iterable[Written] = ()
) -> list[Written]:
    """Return all entries of a client that come from some worksheets, oldest first.

    `opened`: entries that this transaction has read already; they are not unsealed again.
    """
    query = (
        select(entry)
        .where(entry.c.client_id == client, entry.c.worksheet_id.in_(list(worksheets)))
        .order_by(entry.c.began_at)
    )
    known = {one.id: one for one in opened}
    rows = (await unit.conn.execute(query)).all()
    return [known.get(row.id) or _written(unit, row) for row in rows]


async def last_closed(unit: Unit, assignments: Collection[str]) -> dict[str, datetime]:
    """Return when the last entry of each of some assignments was closed; open ones do not count."""
    query = (
        select(entry.c.assignment_id, func.max(entry.c.closed_at))
        .where(entry.c.assignment_id.in_(list(assignments)), entry.c.state.in_(CLOSED_STATES))
        .group_by(entry.c.assignment_id)
    )
    return {key: at for key, at in (await unit.conn.execute(query)).all()}


async def count_closed(unit: Unit, assignment: str) -> int:
    """Return how many sheets of an assignment were written to their end."""
    query = select(func.count()).where(entry.c.assignment_id == assignment, entry.c.state == "done")
    return (await unit.conn.execute(query)).scalar_one()


async def count_of_client(unit: Unit, client: str) -> int:
    """Return how many entries a client has, whatever state they are in."""
    query = select(func.count()).where(entry.c.client_id == client)
    return (await unit.conn.execute(query)).scalar_one()


async def newest_of_client(unit: Unit, client: str, most: int, skip: int = 0) -> list[Written]:
    """Return a client's entries, newest first."""
    query = (
        select(entry)
        .where(entry.c.client_id == client)
        .order_by(entry.c.closed_at.desc(), entry.c.id.desc())
        .limit(most)
        .offset(skip)
    )
    return await _all(unit, query)


async def time_to_read(
    unit: Unit, clients: Collection[str], start: datetime, reader: str
) -> list[timedelta]:
    """Return how long each entry that a therapist first opened at or after an instant had waited
    for them. What was kept first has waited only since it was shared, and what was there before
    them since they came; none that was read before that."""
    shared = (
        select(func.max(audit.c.at))
        .where(
            audit.c.client_id == entry.c.client_id,
            audit.c.subject == entry.c.id,
            audit.c.action.startswith(SHARE),
            audit.c.at <= reading.c.read_at,
        )
        .scalar_subquery()
        .label("shared_at")
    )
    theirs = (care.c.client_id == reading.c.client_id) & care.c.until.is_(None)
    query = (
        select(entry.c.closed_at, reading.c.read_at, shared, care.c.since)
        .join(reading, reading.c.subject == entry.c.id)
        .join(care, theirs & (care.c.therapist_id == reading.c.therapist_id))
        .where(
            reading.c.client_id.in_(list(clients)),
            reading.c.therapist_id == reader,
            reading.c.read_at >= start,
            entry.c.read_at >= care.c.since,
        )
    )
    rows = (await unit.conn.execute(query)).all()
    began = [max(row.closed_at, row.shared_at or row.closed_at, row.since) for row in rows]
    waited = [row.read_at - at for row, at in zip(rows, began, strict=True)]
    return [max(timedelta(), one) for one in waited]


async def kinds(unit: Unit, client: str) -> set[str]:
    """Return the worksheets of which a client has an entry; none is opened."""
    query = select(entry.c.worksheet_id).where(entry.c.client_id == client).distinct()
    return set((await unit.conn.execute(query)).scalars())


async def unread_sheets(unit: Unit, client: str) -> list[str]:
    """Return the worksheet of each entry of a client that no therapist opened; none is opened."""
    query = select(entry.c.worksheet_id).where(
        entry.c.client_id == client, entry.c.read_at.is_(None)
    )
    return [*(await unit.conn.execute(query)).scalars()]


async def grow(unit: Unit, grown: Written) -> None:
    """Write an entry anew with what a later part or a correction brought."""
    await unit.conn.execute(
        update(entry)
        .where(entry.c.id == grown.id)
        .values(
            variant=grown.variant,
            state=grown.state,
            body=unit.sealer.seal("entry", "body", grown.id, grown.client, pack(grown.body)),
            closed_at=grown.closed_at,
            read_at=grown.read_at,
            recalled=grown.recalled,
        )
    )
    if grown.read_at is None:
        await readings.forget(unit, grown.id)


async def annotate(unit: Unit, one: Written, *, unread: bool) -> None:
    """Write what was said about a closed entry; `unread`: it is news to who has read it."""
    sealed = unit.sealer.seal("entry", "body", one.id, one.client, pack(one.body))
    values: dict[str, Any] = {"body": sealed} | ({"read_at": None} if unread else {})
    await unit.conn.execute(update(entry).where(entry.c.id == one.id).values(values))
    if unread:
        await readings.forget(unit, one.id)


async def share(unit: Unit, key: str, sharing: str, *, unread: bool) -> None:
    """Set how much of an entry the therapist may read; `unread`: from now on it is new to them."""
    values: dict[str, Any] = {"sharing": sharing} | ({"read_at": None} if unread else {})
    await unit.conn.execute(update(entry).where(entry.c.id == key).values(values))
    if unread:
        await readings.forget(unit, key)


async def mark_read(unit: Unit, reader: str, client: str, keys: Collection[str]) -> None:
    """Write that a therapist opens some entries of a client; what they had opened stays as it
    is."""
    theirs = entry.c.id.in_(list(keys)) & (entry.c.client_id == client)
    await unit.conn.execute(
        update(entry).where(theirs, entry.c.read_at.is_(None)).values(read_at=unit.now)
    )
    await readings.mark(unit, reader, client, keys)


async def keep_private(unit: Unit, client: str) -> None:
    """Nobody but their writer reads the entries that a client has written so far."""
    await unit.conn.execute(
        update(entry).where(entry.c.client_id == client).values(sharing="nothing")
    )
