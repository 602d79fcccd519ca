"""A client who travels: real use cases, a real file, in virtual time; what rang is noted."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from sqlalchemy import select

from homework import assigning, delivery, packaged, planning
from homework.firing import FIRE
from homework.house import House
from homework.ids import new_id
from homework.safety import crisis
from homework.schedule import Rule
from homework.stocking import stock
from homework.store import assignments, meetings, people, timers
from homework.store.assignments import Assignment
from homework.store.claims import claim
from homework.store.database import Database, Unit
from homework.store.marks import Mark, mark
from homework.store.tables import occurrence, outbox
from tests.support.stores import Cast

_NUMBERS = count(1)
SHEET = "thought_record_3col"


@dataclass(frozen=True)
class Rang:
    """A prompt or reminder that was written: when, and by which clock the client lived then."""

    at: datetime
    zone: str
    kind: str
    subject: str


@dataclass
class Travel:
    """One client's way. `rang` in order; `clock` is where they are now.

    `carries`: whether the messenger takes what is written, at once.
    """

    db: Database
    cast: Cast
    now: datetime
    clock: str
    house: House
    rang: list[Rang] = field(default_factory=list[Rang])
    carries: bool = False
    _seen: set[str] = field(default_factory=set[str])

    async def agree(
        self, rules: Sequence[Rule], *, weeks: int = 2, window: int | None = None
    ) -> str:
        """A practice is proposed and accepted; return its id."""
        async with self.db.transaction(self.now) as unit:
            client = await people.client_by_id(unit, self.cast.client)
            assert client is not None
            today = self.now.astimezone(ZoneInfo(self.clock)).date()
            draft = Assignment(
                id=new_id(self.now), client=client.id, therapist=self.cast.therapist,
                worksheet=self.house.shelf.newest[SHEET], variant="full", state="proposed",
                texts=assignments.Texts("why"), sharing="all", window_minutes=window,
                grace_minutes=None, idle_minutes=None, reminder_minutes=60, starts_on=today,
                ends_on=today + timedelta(days=7 * weeks - 1), revision=0, agreed_at=None,
            )  # fmt: skip
            await assignments.add(unit, draft, rules)
            kept = (await assignments.by_ids(unit, [draft.id]))[draft.id]
            assert await assigning.accept(unit, self.house, client, kept)
        return draft.id

    async def move(self, clock: str) -> None:
        """They live by another clock from now on."""
        self.clock = clock
        async with self.db.transaction(self.now) as unit:
            await people.change_client(unit, self.cast.client, zone=clock)
            client = await people.client_by_id(unit, self.cast.client)
            assert client is not None
            await planning.clock_changed(unit, client)

    async def meet(self, at: datetime | None) -> None:
        """The session date is set, moved or cleared."""
        async with self.db.transaction(self.now) as unit:
            client = await people.client_by_id(unit, self.cast.client)
            assert client is not None
            await meetings.put(unit, self.cast.therapist, client.id, at)
            await planning.session_moved(unit, client, self.cast.therapist)

    async def until(self, target: datetime) -> None:
        """Let the time pass, stopping at whatever falls due."""
        for _ in range(5000):
            async with self.db.transaction(self.now) as unit:
                due = await timers.next_due(unit)
            if due is None or due > target:
                self.now = target
                return
            self.now = max(due, self.now)
            async with self.db.transaction(self.now) as unit:
                found = await timers.due(unit, self.now, 200)
                await timers.remove(unit, [one.id for one in found])
                for kind in {one.kind for one in found}:
                    same = [one for one in found if one.kind == kind]
                    await FIRE[kind](unit, self.house, same)
                await unit.flush()
                await self._listen(unit)
            if self.carries:
                await self.carry()
        raise AssertionError("a timer falls due again and again")

    async def carry(self) -> list[str]:
        """The messenger takes what waits; return the kinds of what it was handed."""
        async with self.db.transaction(self.now) as unit:
            found = await claim(unit, self.now, set(), replies=50, others=50)
            sent = [Mark(one, "sent", 1, next(_NUMBERS), self.now) for one, _ in found.ready]
            await mark(unit, sent)
            await delivery.marked(unit, self.house, [*sent, *found.ended])
        return [one.kind for one, _ in found.ready]

    async def _listen(self, unit: Unit) -> None:
        query = select(outbox.c.id, outbox.c.kind, outbox.c.subject).where(
            outbox.c.kind.in_(("prompt", "reminder"))
        )
        for row in (await unit.conn.execute(query)).all():
            if row.id not in self._seen:
                self._seen.add(row.id)
                self.rang.append(Rang(self.now, self.clock, row.kind, row.subject))

    async def occurrences(self) -> list[tuple[str, date, str, str, datetime]]:
        """All occurrences: line, local date, zone, state, planned moment."""
        async with self.db.transaction(self.now) as unit:
            rows = (await unit.conn.execute(select(occurrence))).all()
        return [
            (row.entry_id, date.fromisoformat(row.local_date), row.zone, row.state, row.planned_at)
            for row in rows
        ]


async def travel(db: Database, cast: Cast, now: datetime, clock: str) -> Travel:
    """A client at the start of their way; quiet from 22:00 to 08:00."""
    async with db.transaction(now) as unit:
        shelf = await stock(unit)
        await people.change_client(unit, cast.client, zone=clock)
        await people.change_therapist(unit, cast.therapist, zone="Europe/London")
    words = {"en": packaged.texts("en", strict=True)}
    return Travel(db, replace(cast), now, clock, House(shelf, words, crisis.shipped(), "bot"))
