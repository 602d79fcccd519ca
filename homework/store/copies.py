"""A client's own data, opened: what the copy they may ask for is made of.

`COPIED` names each table of theirs with what is left out of it, `LEFT_OUT` each table that is left
out whole; a table that stands in neither fails a test. A therapist's own notes, forms and drafts
are never in it. It must not know how a copy is written down.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table, select

from conversations.session import Json
from homework.store.columns import Instant, Sealed
from homework.store.packing import unpack
from homework.store.people import COVER
from homework.store.tables import assignment, audit, metadata
from homework.store.unit import Unit

COPIED: Mapping[str, frozenset[str]] = {
    "client": frozenset({"revision", "joining_step"}),
    "consent": frozenset(),
    "care": frozenset(),
    "assignment": frozenset({"revision"}),
    "contract": frozenset(),
    "program": frozenset({"links"}),  # what is still to be suggested is the therapist's own plan
    "schedule_entry": frozenset(),
    "occurrence": frozenset({"revision"}),
    "event": frozenset(),
    "session": frozenset({"revision"}),
    "answer": frozenset(),
    "entry": frozenset(),
    "remark": frozenset(),
    "note": frozenset(),
    "reading": frozenset(),
    "medium": frozenset(),
    "material": frozenset(),
    "feedback": frozenset(),
    "flagged": frozenset(),
    "alert": frozenset({"looked_at", "carers"}),
    "audit": frozenset(),
}
"""Tables in a copy, each with the columns that only say how the program works."""

LEFT_OUT: Mapping[str, str] = {
    "invite": "a hash of a link that is used up",
    "outbox": "what is on its way, and is on their screen then; afterwards it is blank",
    "attachment": "the same",
    "private_note": "a therapist's own; it never reaches the client",
    "report": "what is being drawn for somebody at this moment; it holds no words of theirs",
    "dead_update": "what could not be read; its sender was asked to send it again",
}
"""Tables with a client's rows that are no part of a copy, and why."""

NOT_THEIRS: Mapping[str, str] = {
    "person": "what it says of a client (chat and language) stands at the head of the copy",
    "therapist": "somebody else's: names, hours, whom they call in their place",
    "invite_try": "tries of links, by a keyed hash, for an hour",
    "worksheet": "a practice's sheets; what was answered on them is copied",
    "sheet_words": "their words",
    "sheet_draft": "a therapist's own",
    "sheet_material": "a therapist's own; what came with a client's practice is copied as theirs",
    "template": "a therapist's own; what is kept of a client's practice is said when it is made",
    "screen_lock": "a therapist's passphrase, as a check",
    "timer": "when the program looks at a row next",
    "update_claim": "numbers of updates, for 48 hours",
    "heartbeat": "when the bot was alive",
}
"""Tables in which no row is a client's, and what they hold."""

NOT_YET_SAID = ("draft", "chained")
"""States of an assignment that its client has not been shown yet."""

_JSON = frozenset(
    {
        *("client.quiet_days", "client.profile", "client.page", "client.hierarchy"),
        "client.plan",
        "assignment.texts",
        *("contract.body", "schedule_entry.rule", "event.changes", "session.body"),
        *("answer.value", "entry.body"),
    }
)
_THERAPISTS_OWN = {
    "client.page": ("marks", "hierarchy", "expected"),
    "assignment.texts": ("reason",),
}
"""What a therapist wrote for themselves alone, inside of JSON that is the client's else."""

MEDIA = ("medium", "material")
"""Tables of files: their bytes are files of their own beside the copy, named in their rows."""
ENDINGS = {"audio/ogg": "ogg", "image/jpeg": "jpg", "application/pdf": "pdf"}

Rows = dict[str, list[dict[str, Json]]]


async def of_client(unit: Unit, client: str, person: str) -> Rows:
    """Return all rows of a client by table, oldest first, sealed values opened.

    Instants are texts in UTC to the millisecond. `person`: whose sheets they are; forms that a
    therapist fills in about the client are not among them.
    """
    found: Rows = {}
    shown, sheets = await _shown(unit, client), set[str]()
    for name in COPIED:
        rows = [
            row
            for row in await _rows(unit, metadata.tables[name], client, shown)
            if _is_theirs(name, row, person, shown, sheets)
        ]
        found[name] = [_opened(unit, name, row, client) for row in rows]
    return found


async def _shown(unit: Unit, client: str) -> set[str]:
    """The assignments and programs that the client has seen. One that ended may never have been
    sent: then nothing but its end stands in the audit."""
    noted = select(audit.c.subject, audit.c.action).where(audit.c.client_id == client)
    told = {
        subject
        for subject, action in (await unit.conn.execute(noted)).all()
        if subject and action != "assignment.end"
    }
    query = select(assignment).where(assignment.c.client_id == client)
    shown = {
        row.id
        for row in (await unit.conn.execute(query)).all()
        if row.state not in NOT_YET_SAID
        and (row.state != "ended" or row.agreed_at or row.id in told or _is_first(row, told))
    }
    return shown | told


def _is_first(row: Row[Any], told: Collection[str]) -> bool:
    return row.position == 0 and row.program_id in told


async def _rows(unit: Unit, table: Table, client: str, shown: Collection[str]) -> list[Row[Any]]:
    if table.name == "client":
        mine = table.c.id == client
    elif table.name == "alert":
        mine = table.c.client_ref == client
    elif "client_id" in table.c:
        mine = table.c.client_id == client
    else:
        mine = table.c.assignment_id.in_(list(shown))
    return [*(await unit.conn.execute(select(table).where(mine).order_by(table.c.id))).all()]


def _is_theirs(
    name: str, row: Row[Any], person: str, shown: Collection[str], sheets: set[str]
) -> bool:
    """Whether a row may be in the copy; `sheets` gathers the sessions that may."""
    match name:
        case "care":
            return row.role in ("lead", COVER)
        case "assignment":
            return row.id in shown and row.state not in NOT_YET_SAID
        case "program":
            return row.id in shown
        case "session":
            if row.person_id == person and row.kind != "dialog":
                sheets.add(row.id)
            return row.id in sheets
        case "answer":
            return row.session_id in sheets
        case "contract" | "material":
            return row.assignment_id in shown
        case _:
            return True


def _opened(unit: Unit, name: str, row: Row[Any], client: str) -> dict[str, Json]:
    table, plain = metadata.tables[name], dict[str, Json]()
    for column in table.c:
        if column.name in COPIED[name]:
            continue
        value: Any = getattr(row, column.name)
        if column.name == "body" and name in MEDIA and row.mime in ENDINGS:
            value = file_name(row.id, row.mime)
        elif value is not None and isinstance(column.type, Sealed):
            whose = None if name == "alert" else client  # it outlives the client's key
            value = unit.sealer.open(name, column.name, row.id, whose, value)
        elif value is not None and isinstance(column.type, Instant):
            value = stamp(value)
        if value is not None and f"{name}.{column.name}" in _JSON:
            value = unpack(value)
            for note in _THERAPISTS_OWN.get(f"{name}.{column.name}", ()) if value else ():
                value.pop(note, None)
        plain[column.name] = value
    return plain


def file_name(key: str, mime: str) -> str:
    """Return how a file is called in a copy."""
    return f"{key}.{ENDINGS[mime]}"


def stamp(at: datetime) -> str:
    """Return an instant as a copy has it: ISO 8601, UTC, milliseconds."""
    return at.isoformat(timespec="milliseconds")
