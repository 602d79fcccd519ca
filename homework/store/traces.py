"""What stands in the tables without what was written: states, kinds, times, sealed sizes.

For whoever shows what just happened but may not know any content. Nothing sealed is opened here;
of sealed columns only the length is read. It reads whole tables: for small databases only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, null, select

from homework.store.database import Unit
from homework.store.tables import (
    answer,
    assignment,
    audit,
    client,
    consent,
    entry,
    invite,
    occurrence,
    outbox,
    session,
    therapist,
    timer,
)


@dataclass(frozen=True, slots=True)
class Trace:
    """One row seen from outside. `size`: bytes of its sealed column, 0 if it has none.

    What `state`, `kind`, `note` and `moment` are depends on the table: see `_LOOKS`.
    """

    table: str
    id: str
    state: str
    kind: str
    note: str
    size: int
    moment: datetime | None


_NO_SIZE, _NO_TEXT, _NO_TIME = literal(0), literal(""), null()
_SESSION_KIND = select(session.c.kind).where(session.c.id == answer.c.session_id).scalar_subquery()
_USED = case((invite.c.used_at.is_(None), "open"), else_="used")

_LOOKS: Mapping[str, tuple[ColumnElement[Any], ...]] = {  # id, state, kind, note, size, moment
    "audit": (audit.c.id, audit.c.action, _NO_TEXT, _NO_TEXT, _NO_SIZE, audit.c.at),
    "therapist": (
        therapist.c.id,
        therapist.c.digest_at,
        therapist.c.zone,
        _NO_TEXT,
        _NO_SIZE,
        _NO_TIME,
    ),
    "client": (
        client.c.id,
        client.c.state,
        client.c.zone,
        _NO_TEXT,
        _NO_SIZE,
        client.c.paused_until,
    ),
    "invite": (invite.c.id, _USED, invite.c.role, _NO_TEXT, _NO_SIZE, invite.c.expires_at),
    "consent": (consent.c.id, consent.c.locale, _NO_TEXT, _NO_TEXT, _NO_SIZE, consent.c.given_at),
    "assignment": (
        assignment.c.id,
        assignment.c.state,
        assignment.c.worksheet_id,
        _NO_TEXT,
        func.length(assignment.c.texts),
        assignment.c.agreed_at,
    ),
    "session": (
        session.c.id,
        session.c.status,
        session.c.kind,
        session.c.worksheet_id,
        func.length(session.c.body),
        session.c.opened_at,
    ),
    "answer": (
        answer.c.id,
        answer.c.how,
        _SESSION_KIND,
        answer.c.session_id,
        func.length(answer.c.value),
        answer.c.at,
    ),
    "entry": (
        entry.c.id,
        entry.c.state,
        entry.c.sharing,
        _NO_TEXT,
        func.length(entry.c.body),
        entry.c.read_at,
    ),
    "occurrence": (
        occurrence.c.id,
        occurrence.c.state,
        occurrence.c.stage,
        occurrence.c.reason,
        _NO_SIZE,
        occurrence.c.planned_at,
    ),
    "outbox": (
        outbox.c.id,
        outbox.c.state,
        outbox.c.kind,
        _NO_TEXT,
        func.length(outbox.c.body),
        outbox.c.delivered_at,
    ),
    "timer": (timer.c.id, _NO_TEXT, timer.c.kind, timer.c.subject, _NO_SIZE, timer.c.due_at),
}


async def traces(unit: Unit) -> dict[str, Trace]:
    """Return every row that tells something, by its id, table by table in order of ids."""
    found: dict[str, Trace] = {}
    for name, columns in _LOOKS.items():
        rows = await unit.conn.execute(select(*columns).order_by(columns[0]))
        for row in rows:
            key, state, kind, note, size, moment = (row[at] for at in range(6))
            found[key] = Trace(name, key, state, kind or "", note or "", size or 0, moment)
    return found
