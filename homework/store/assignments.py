"""Assignments and their schedule entries. Texts are sealed with the client's key."""

import asyncio
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, func, insert, select, update

from conversations.session import Ref, Variant
from homework.ids import new_id
from homework.schedule import Rule, from_json, to_json
from homework.store import wording
from homework.store.database import Unit
from homework.store.packing import pack, unpack_object
from homework.store.tables import assignment, schedule_entry
from homework.store.wording import Texts

WAITS = "waits"
"""The state of what its client said yes to while there was no room for it."""
OPEN_PROPOSALS = ("proposed", "not_now", "adjusting", WAITS)
"""States in which a client may still say yes."""
NOT_YET = ("draft", *OPEN_PROPOSALS)
"""States before it begins."""
TO_BE_AGREED = ("proposed", "adjusting", WAITS)
"""Those of them in which something is still to come."""
AT_ONCE = 100
"""Assignments of due lines that are opened before others have their turn."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a schedule."""

    id: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Assignment:
    """A worksheet set for a client: why, when, how long, until when. Dates are the client's."""

    id: str
    client: str
    therapist: str
    worksheet: Ref
    variant: Variant
    state: str
    texts: Texts
    sharing: str
    window_minutes: int | None
    grace_minutes: int | None
    idle_minutes: int | None
    reminder_minutes: int | None
    starts_on: date
    ends_on: date
    revision: int
    agreed_at: datetime | None
    entries: tuple[Entry, ...] = ()
    program: str | None = None
    position: int | None = None
    paused_until: datetime | None = None
    step_downs: int = 0

    def until(self, today: date) -> date:
        """Return its last day; before it begins, that of a beginning `today`: it begins when it is
        agreed to, and lasts as long as it was proposed."""
        return today + (self.ends_on - self.starts_on) if self.state in NOT_YET else self.ends_on


async def add(unit: Unit, new: Assignment, rules: Sequence[Rule]) -> None:
    """Write an assignment with its schedule; `new.entries` is ignored, the rules are taken."""
    row = {"id": new.id, "client_id": new.client, "created_at": unit.now, **_values(unit, new)}
    await unit.conn.execute(insert(assignment).values(row))
    await add_entries(unit, new.id, rules)


def _values(unit: Unit, new: Assignment) -> dict[str, Any]:
    """Return the columns that a draft may change."""
    return {
        "therapist_id": new.therapist,
        "worksheet_id": new.worksheet.id,
        "worksheet_version": new.worksheet.version,
        "worksheet_sha256": new.worksheet.sha256,
        "variant": new.variant,
        "state": new.state,
        "texts": _sealed(unit, new.id, new.client, new.texts),
        "sharing": new.sharing,
        "window_minutes": new.window_minutes,
        "grace_minutes": new.grace_minutes,
        "idle_minutes": new.idle_minutes,
        "reminder_minutes": new.reminder_minutes,
        "starts_on": new.starts_on.isoformat(),
        "ends_on": new.ends_on.isoformat(),
        "revision": new.revision,
        "program_id": new.program,
        "position": new.position,
        "paused_until": new.paused_until,
    }


async def add_entries(unit: Unit, key: str, rules: Sequence[Rule]) -> None:
    """Write lines of an assignment's schedule."""
    if not rules:
        return
    rows = [
        {
            "id": new_id(unit.now),
            "assignment_id": key,
            "rule": to_json(rule),
            "position": position,
        }
        for position, rule in enumerate(rules)
    ]
    await unit.conn.execute(insert(schedule_entry), rows)


async def rewrite_draft(unit: Unit, new: Assignment, rules: Sequence[Rule]) -> bool:
    """Write a draft anew, with all that was attached to it; False if there is no such draft."""
    mine = (assignment.c.id == new.id, assignment.c.state == "draft")
    found = await unit.conn.execute(update(assignment).where(*mine).values(_values(unit, new)))
    if found.rowcount == 0:
        return False
    await replace_rules(unit, new.id, rules)
    return True


async def replace_rules(unit: Unit, key: str, rules: Sequence[Rule]) -> None:
    """Write the schedule of an assignment that never rang anew."""
    of_it = schedule_entry.c.assignment_id == key
    await unit.conn.execute(delete(schedule_entry).where(of_it))
    await add_entries(unit, key, rules)


def _sealed(unit: Unit, key: str, client: str, texts: Texts) -> bytes:
    return unit.sealer.seal("assignment", "texts", key, client, pack(wording.to_json(texts)))


def _assignment(unit: Unit, row: Row[tuple[object, ...]], entries: tuple[Entry, ...]) -> Assignment:
    texts = unpack_object(unit.sealer.open("assignment", "texts", row.id, row.client_id, row.texts))
    return Assignment(
        row.id,
        row.client_id,
        row.therapist_id,
        Ref(row.worksheet_id, row.worksheet_version, row.worksheet_sha256),
        row.variant,
        row.state,
        wording.from_json(texts),
        row.sharing,
        row.window_minutes,
        row.grace_minutes,
        row.idle_minutes,
        row.reminder_minutes,
        date.fromisoformat(row.starts_on),
        date.fromisoformat(row.ends_on),
        row.revision,
        row.agreed_at,
        entries,
        row.program_id,
        row.position,
        row.paused_until,
        row.step_downs,
    )


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_lines = (
    select(schedule_entry)
    .where(schedule_entry.c.assignment_id.in_(_IDS))
    .order_by(schedule_entry.c.assignment_id, schedule_entry.c.position)
)
_by_ids = select(assignment).where(assignment.c.id.in_(_IDS))
_these_lines = select(schedule_entry).where(schedule_entry.c.id.in_(_IDS))
_ACTIVE = (assignment.c.client_id.in_(_IDS), assignment.c.state == "active")
_sheets = select(
    assignment.c.client_id,
    assignment.c.id,
    assignment.c.worksheet_id,
    assignment.c.worksheet_version,
    assignment.c.worksheet_sha256,
).where(*_ACTIVE)
_rules = (
    select(assignment.c.client_id, assignment.c.id, schedule_entry.c.rule)
    .join(schedule_entry, schedule_entry.c.assignment_id == assignment.c.id)
    .where(*_ACTIVE)
)


async def _with_entries(unit: Unit, rows: Sequence[Row[tuple[object, ...]]]) -> list[Assignment]:
    lines = (await unit.conn.execute(_lines, {"ids": [row.id for row in rows]})).all()
    entries = _entries(lines)
    return [_assignment(unit, row, entries.get(row.id, ())) for row in rows]


def _entries(lines: Iterable[Row[Any]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for row in lines:
        line = Entry(row.id, from_json(row.rule))
        found[row.assignment_id] = (*found.get(row.assignment_id, ()), line)
    return found


async def owner(unit: Unit, key: str) -> str | None:
    """Return whose assignment this is, without opening what was written in it."""
    query = select(assignment.c.client_id).where(assignment.c.id == key)
    return (await unit.conn.execute(query)).scalar()


async def owner_of_entry(unit: Unit, key: str) -> tuple[str, str] | None:
    """Return whose a line of a schedule is, and its assignment; nothing is opened."""
    query = (
        select(assignment.c.client_id, assignment.c.id)
        .join(schedule_entry, schedule_entry.c.assignment_id == assignment.c.id)
        .where(schedule_entry.c.id == key)
    )
    row = (await unit.conn.execute(query)).first()
    return None if row is None else (row.client_id, row.id)


async def set_rule(unit: Unit, entry: str, rule: Rule) -> None:
    """Replace the rule of a line of a schedule."""
    changed = update(schedule_entry).where(schedule_entry.c.id == entry)
    await unit.conn.execute(changed.values(rule=to_json(rule)))


async def of_program(unit: Unit, program: str) -> list[Assignment]:
    """Return the links of a program, in order."""
    query = (
        select(assignment).where(assignment.c.program_id == program).order_by(assignment.c.position)
    )
    return await _with_entries(unit, (await unit.conn.execute(query)).all())


async def own(unit: Unit, key: str, client: str) -> Assignment | None:
    """Return an assignment by row id if it is this client's; anybody else's is not opened."""
    if await owner(unit, key) != client:
        return None
    return (await by_ids(unit, [key]))[key]


async def by_ids(unit: Unit, keys: Collection[str]) -> dict[str, Assignment]:
    """Return assignments by row id, with their schedules."""
    if not keys:
        return {}
    rows = (await unit.conn.execute(_by_ids, {"ids": list(keys)})).all()
    return {found.id: found for found in await _with_entries(unit, rows)}


async def by_entries(unit: Unit, keys: Collection[str]) -> dict[str, Assignment]:
    """Return assignments by the row id of some of their schedule entries, with no other entries."""
    if not keys:
        return {}
    lines = (await unit.conn.execute(_these_lines, {"ids": list(keys)})).all()
    entries = _entries(lines)
    rows = (await unit.conn.execute(_by_ids, {"ids": list(entries)})).all()
    found: dict[str, Assignment] = {}
    for row in rows:
        found[row.id] = _assignment(unit, row, entries[row.id])
        if len(found) % AT_ONCE == 0:
            await asyncio.sleep(0)
    return {line.id: found[line.assignment_id] for line in lines}


async def of_client(unit: Unit, client: str, *states: str) -> list[Assignment]:
    """Return a client's assignments in the given states (all without), oldest first."""
    query = select(assignment).where(assignment.c.client_id == client).order_by(assignment.c.id)
    if states:
        query = query.where(assignment.c.state.in_(states))
    return await _with_entries(unit, (await unit.conn.execute(query)).all())


async def agreed_since(unit: Unit, clients: Collection[str], start: datetime) -> list[Assignment]:
    """Return the active assignments of some clients agreed to at or after an instant."""
    query = select(assignment).where(*_ACTIVE, assignment.c.agreed_at >= start)
    rows = (await unit.conn.execute(query.order_by(assignment.c.id), {"ids": list(clients)})).all()
    return await _with_entries(unit, rows)


async def unanswered(unit: Unit, clients: Collection[str]) -> dict[str, int]:
    """Return how many practices wait for a client's answer, of each of some clients who has one."""
    query = (
        select(assignment.c.client_id, func.count())
        .where(assignment.c.client_id.in_(list(clients)), assignment.c.state == "proposed")
        .group_by(assignment.c.client_id)
    )
    return {key: count for key, count in (await unit.conn.execute(query)).all()}


async def set_by(
    unit: Unit, therapist: str, clients: Collection[str], most: int
) -> list[Assignment]:
    """Return the newest practices of some clients that a therapist set and that were agreed to."""
    query = (
        select(assignment)
        .where(
            assignment.c.therapist_id == therapist,
            assignment.c.client_id.in_(list(clients)),
            assignment.c.agreed_at.is_not(None),
        )
        .order_by(assignment.c.agreed_at.desc(), assignment.c.id.desc())
        .limit(most)
    )
    return await _with_entries(unit, (await unit.conn.execute(query)).all())


async def sheets_of(unit: Unit, clients: Collection[str]) -> list[tuple[str, str, Ref]]:
    """Return the client, row id and worksheet of each active assignment of some clients."""
    rows = (await unit.conn.execute(_sheets, {"ids": list(clients)})).all()
    return [(row[0], row[1], Ref(*row[2:])) for row in rows]


async def rules_of(unit: Unit, clients: Collection[str]) -> dict[str, dict[str, list[Rule]]]:
    """Return the rules of the active assignments of each of some clients, by assignment."""
    found: dict[str, dict[str, list[Rule]]] = {key: {} for key in clients}
    for row in (await unit.conn.execute(_rules, {"ids": list(found)})).all() if found else ():
        found[row.client_id].setdefault(row.id, []).append(from_json(row.rule))
    return found


async def change(unit: Unit, key: str, **values: object) -> None:
    """Change plain columns of an assignment; the revision goes up by one."""
    values["revision"] = assignment.c.revision + 1
    await unit.conn.execute(update(assignment).where(assignment.c.id == key).values(**values))


async def set_texts(unit: Unit, key: str, client: str, texts: Texts) -> None:
    """Replace the sealed texts of an assignment."""
    await change(unit, key, texts=_sealed(unit, key, client, texts))
