"""The known year as rows: sixty lives in a database as the program itself would have left them.

Written in bulk, since a year takes minutes through the use cases: every occurrence with a chain,
every entry sealed. Who the sixty are stands in `known_cast.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, update

from conversations.session import Json, Ref
from homework import chain, packaged
from homework.chain import Event, Occurrence
from homework.house import House
from homework.ids import new_id
from homework.safety import crisis
from homework.schedule import Weekly
from homework.stocking import stock
from homework.store import assignments, chains, meetings, people
from homework.store.assignments import Assignment
from homework.store.database import Database, Unit
from homework.store.packing import pack
from homework.store.people import Therapist
from homework.store.tables import assignment, care, entry, occurrence, reading, session
from tests.support.known_cast import cast
from tests.support.known_lives import (
    HERE,
    LASTS,
    NOW,
    TODAY,
    YEAR,
    Life,
    Moment,
    Practice,
    Sheet,
    by_time,
)
from tests.support.stores import AGREED

AT_LENGTH = timedelta(days=28)
"""So far back every change of an occurrence is an event of its own; before, it is all in one."""

BEFORE = NOW - timedelta(days=2 * YEAR)
"""When care began."""


@dataclass(frozen=True)
class KnownYear:
    """What was written: the lives by the row id of their client, and who reads."""

    house: House
    therapist: Therapist
    lives: Mapping[str, Life]


async def write(db: Database, lives: list[Life] | None = None) -> KnownYear:
    """Write a year of one therapist's clients."""
    async with db.transaction(NOW) as unit:
        words = {"en": packaged.texts("en", strict=True)}
        house = House(await stock(unit), words, crisis.shipped(), "bot")
        person = await people.add_person(unit, 1, "en")
        key = await people.add_therapist(unit, "Dr A")
        await people.change_therapist(
            unit, key, person_id=person.id, zone=HERE.key, joined_at=NOW - timedelta(days=YEAR)
        )
        found: dict[str, Life] = {}
        for number, life in enumerate(lives or cast(), 2):
            found[await _Writer(unit, house, key).client(life, number)] = life
        therapist = await people.therapist_by_id(unit, key)
    assert therapist is not None
    return KnownYear(house, therapist, found)


def _closed(one: Moment) -> datetime:
    return one.sheet.closed if one.sheet else one.opened or min(one.closes, NOW)


def _end(one: Moment) -> dict[str, str | None]:
    return {"state": one.state, "reason": one.reason, "step_reached": one.step}


def _at_once(row: Occurrence, one: Moment) -> Occurrence:
    """An occurrence with all that became of it."""
    times = {"opened_at": one.opened, "closed_at": _closed(one)}
    sent = one.at if one.rang else None
    return replace(row, **_end(one), **times, sent_at=sent, snoozes=one.snoozes)  # type: ignore[arg-type]


class _Writer:
    """Writes one life."""

    def __init__(self, unit: Unit, house: House, therapist: str) -> None:
        self.unit, self.house, self.therapist = unit, house, therapist
        self.client_id = self.person_id = ""
        self.agreed: dict[int, tuple[Assignment, datetime]] = {}
        self.occurrences: list[dict[str, Any]] = []
        self.events: list[Event] = []
        self.sessions: list[dict[str, Any]] = []
        self.entries: list[dict[str, Any]] = []
        self.readings: list[dict[str, Any]] = []

    async def client(self, life: Life, user: int) -> str:
        self.client_id = await people.add_client(
            self.unit, self.therapist, life.name, is_self=False
        )
        values: dict[str, Any] = {"state": life.state, "agreed": AGREED}
        if life.state == "active":
            person = await people.add_person(self.unit, user, "en")
            self.person_id = person.id
            await people.set_reachable(self.unit, person.id, life.unreachable)
            values |= {"person_id": person.id, "zone": life.zone, "joined_at": NOW}
        values |= {"paused_until": life.paused_until, "silence": life.silence}
        await people.change_client(self.unit, self.client_id, **values)
        theirs = care.c.client_id == self.client_id
        await self.unit.conn.execute(update(care).where(theirs).values(since=BEFORE))
        if life.session:
            await meetings.put(self.unit, self.therapist, self.client_id, life.session)
        for practice in life.practices:
            await self._agree(practice)
        for one in by_time(life):
            self._moment(life, one)
        for sheet in life.alone:
            self._sheet(sheet, None)
        await self._flush()
        return self.client_id

    async def _agree(self, one: Practice) -> None:
        starts = TODAY - timedelta(days=one.since)
        new = Assignment(
            id=new_id(self.unit.now),
            client=self.client_id,
            therapist=self.therapist,
            worksheet=self._newest(one.worksheet),
            variant=one.variant,  # type: ignore[arg-type]
            state="active",
            texts=assignments.Texts("To see what your thoughts do.", states=(*one.names.values(),)),
            sharing=one.sharing,
            window_minutes=60 if one.momentary else None,
            grace_minutes=None,
            idle_minutes=10_000,
            reminder_minutes=None,
            starts_on=starts,
            ends_on=TODAY + timedelta(days=LASTS),
            revision=0,
            agreed_at=None,
        )
        await assignments.add(self.unit, new, [Weekly(one.days, at) for at in one.times])
        agreed = NOW - timedelta(days=one.since)
        row = update(assignment).where(assignment.c.id == new.id)
        await self.unit.conn.execute(row.values(agreed_at=agreed))
        written = (await assignments.by_ids(self.unit, [new.id]))[new.id]
        self.agreed[id(one)] = (written, agreed)

    def _newest(self, worksheet: str) -> Ref:
        return self.house.shelf.newest[worksheet]

    def _moment(self, life: Life, one: Moment) -> None:
        """An occurrence, grown from its addition on as its chain says."""
        agreed, _ = self.agreed[id(one.practice)]
        local = one.at.astimezone(ZoneInfo(life.zone))
        line = None if one.chosen else agreed.entries[one.practice.times.index(local.time())].id
        row = Occurrence(
            id=new_id(self.unit.now),
            client=self.client_id,
            assignment=agreed.id,
            entry=line,
            local_date=local.date(),
            stage="checkin" if one.chosen else "main",
            planned_at=one.at,
            zone=life.zone,
            closes_at=one.closes,
        )
        if one.at < NOW - AT_LENGTH:
            row = _at_once(row, one)
            self.events.append(chain.began(row, one.at))
            return self._add(one, row)
        self.events.append(chain.began(row, one.at))
        if one.rang:
            row = self._grown(row, one.at, state="prompted")
            row = self._grown(row, one.at, sent_at=one.at)
        if one.snoozes:
            row = self._grown(row, one.at, snoozes=one.snoozes)
        if one.opened:
            row = self._grown(row, one.opened, state="opened", opened_at=one.opened)
        if one.state != "prompted":
            row = self._grown(row, _closed(one), **_end(one), closed_at=_closed(one))
        return self._add(one, row)

    def _add(self, one: Moment, row: Occurrence) -> None:
        values = {name: getattr(row, name) for name in row.__slots__}
        for name in ("client", "assignment", "entry"):
            values[f"{name}_id"] = values.pop(name)
        self.occurrences.append(values | {"local_date": row.local_date.isoformat()})
        if one.sheet:
            self._sheet(one.sheet, row.id)

    def _grown(self, before: Occurrence, at: datetime, **values: Any) -> Occurrence:
        after = replace(before, **values, revision=before.revision + 1)
        event = chain.changed(before, after, at, before.zone)
        assert event is not None
        self.events.append(event)
        return after

    def _sheet(self, one: Sheet, prompted_by: str | None) -> None:
        """An entry, and the session it came from."""
        key, ref = new_id(self.unit.now), self._newest(one.worksheet)
        agreed = self.agreed[id(one.practice)][0].id if one.practice else None
        seal, sheet = self.unit.sealer.seal, self.house.shelf.worksheet(ref)
        shared = {"client_id": self.client_id, "assignment_id": agreed}
        shared |= {"occurrence_id": prompted_by, "worksheet_id": ref.id, "closed_at": one.closed}
        self.sessions.append(
            shared
            | {
                "id": key,
                "person_id": self.person_id,
                "kind": "worksheet",
                "worksheet_version": ref.version,
                "worksheet_sha256": ref.sha256,
                "status": "done",
                "ask_id": key[-16:],
                "body": seal("session", "body", key, self.client_id, "{}"),
                "revision": 1,
                "opened_at": one.began,
                "touched_at": one.closed,
            }
        )
        body: dict[str, Json] = {
            "title": sheet.title,
            "version": ref.version,
            "sha256": ref.sha256,
            "answers": one.answers,
            "skipped": [],
            "notes": [],
        }
        if one.names:
            body["names"] = dict(one.names)
        self.entries.append(
            shared
            | {
                "id": key,
                "session_id": key,
                "variant": "full",
                "state": one.state,
                "sharing": one.sharing,
                "body": seal("entry", "body", key, self.client_id, pack(body)),
                "began_at": one.began,
                "read_at": one.read,
                "recalled": one.recalled,
            }
        )
        if one.read:
            self.readings.append(
                {
                    "id": new_id(self.unit.now),
                    "client_id": self.client_id,
                    "therapist_id": self.therapist,
                    "subject": key,
                    "read_at": one.read,
                }
            )

    async def _flush(self) -> None:
        for table, rows in (
            (occurrence, self.occurrences),
            (session, self.sessions),
            (entry, self.entries),
            (reading, self.readings),
        ):
            if rows:
                await self.unit.conn.execute(insert(table), rows)
        await chains.add(self.unit, self.events)
