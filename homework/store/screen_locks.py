"""A therapist's passphrase and whether their screen is locked: one row for each who wants it.

The check value is sealed with the installation's key. It must not know how one is made.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, select, update

from homework.outgoing import KINDS, Lane, Outgoing
from homework.store.connecting import insert_or_replace
from homework.store.marks import HELD
from homework.store.tables import client, outbox, screen_lock

if TYPE_CHECKING:
    from homework.store.unit import Unit

ALWAYS_SHOWN = frozenset({"alert", "noted", "crisis", "lock"})
"""Kinds that arrive while the screen is locked: they hold nothing that anybody wrote. They stay,
but for help that was opened: once it was sent no row tells what it was."""
SHOWS_NOTHING = frozenset(
    {"fetch", "sweep", *(kind for kind, how in KINDS.items() if how.lane is Lane.TIDY)}
)
"""Kinds that put nothing on a screen."""
HIDDEN = KINDS.keys() - ALWAYS_SHOWN - SHOWS_NOTHING
"""Kinds that wait while the screen is locked, and whose messages are taken from it."""
OWN_WORK = frozenset({"prompt", "reminder", "question"})
"""Kinds that ring for a client. A therapist who is one as well hears of their own work also while
the screen is locked: it is about nobody else, and held back its moment would be over."""


@dataclass(frozen=True, slots=True)
class ScreenLock:
    """`seen_at`: the last sign of their owner. `told_at`: when they were told that news waits."""

    therapist: str
    person: str
    check: str = field(repr=False)
    idle_minutes: int
    seen_at: datetime
    locked_at: datetime | None = None
    told_at: datetime | None = None
    tries: int = 0
    wait_until: datetime | None = None

    @property
    def due_at(self) -> datetime:
        """When it locks if nothing more is heard."""
        return due(self.seen_at, self.idle_minutes)

    def is_locked(self, now: datetime) -> bool:
        """Whether nothing may be shown now; the timer may be late."""
        return self.locked_at is not None or now >= self.due_at


def due(seen_at: datetime, idle_minutes: int) -> datetime:
    """Return when a screen locks if nothing more is heard of its owner."""
    return seen_at + timedelta(minutes=idle_minutes)


_OF = select(screen_lock).where(screen_lock.c.person_id == bindparam("person"))
_KEEP = insert_or_replace(screen_lock, "therapist_id")


async def of_person(unit: "Unit", person: str) -> ScreenLock | None:
    """Return somebody's lock; None for whoever wants none."""
    row = (await unit.conn.execute(_OF, {"person": person})).first()
    if row is None:
        return None
    check = unit.sealer.open("screen_lock", "passphrase", row.therapist_id, None, row.passphrase)
    return ScreenLock(
        row.therapist_id,
        row.person_id,
        check,
        row.idle_minutes,
        row.seen_at,
        row.locked_at,
        row.told_at,
        row.tries,
        row.wait_until,
    )


async def keep(unit: "Unit", lock: ScreenLock) -> None:
    """Write a lock as it is now."""
    sealed = unit.sealer.seal("screen_lock", "passphrase", lock.therapist, None, lock.check)
    row = {
        "therapist_id": lock.therapist,
        "person_id": lock.person,
        "passphrase": sealed,
        "idle_minutes": lock.idle_minutes,
        "seen_at": lock.seen_at,
        "locked_at": lock.locked_at,
        "told_at": lock.told_at,
        "tries": lock.tries,
        "wait_until": lock.wait_until,
    }
    await unit.conn.execute(_KEEP, row)


async def note_seen(unit: "Unit", therapist: str, at: datetime) -> None:
    """Write down a sign of life, and nothing else."""
    await unit.conn.execute(
        update(screen_lock).where(screen_lock.c.therapist_id == therapist).values(seen_at=at)
    )


async def drop(unit: "Unit", therapist: str) -> bool:
    """Take a lock off; say whether there was one."""
    gone = delete(screen_lock).where(screen_lock.c.therapist_id == therapist)
    return (await unit.conn.execute(gone)).rowcount > 0


def hides(one: Outgoing, own: Collection[tuple[str, str]]) -> bool:
    """Whether a message waits while its reader's screen is locked; `own`: see `own_clients`."""
    theirs = one.kind in OWN_WORK and (one.person, one.client) in own
    return one.kind in HIDDEN and not theirs


async def own_clients(unit: "Unit", persons: Collection[str]) -> set[tuple[str, str]]:
    """Return each of these persons with the clients that they are themselves."""
    query = select(client.c.person_id, client.c.id).where(client.c.person_id.in_(persons))
    return {(row.person_id, row.id) for row in await unit.conn.execute(query)}


_OWN = select(client.c.id).where(client.c.person_id == outbox.c.person_id)
_THEIRS = outbox.c.kind.in_(OWN_WORK) & func.coalesce(outbox.c.client_id, "").in_(_OWN)
_HIDDEN = outbox.c.kind.in_(HIDDEN) & ~_THEIRS


async def hold(unit: "Unit", person: str) -> None:
    """Hold back what waits to be sent to somebody and may not be shown now."""
    waiting = (outbox.c.person_id == person) & (outbox.c.state == "waiting")
    await unit.conn.execute(update(outbox).where(waiting, _HIDDEN).values(state=HELD))


async def on_screen(unit: "Unit", person: str, since: datetime) -> list[str]:
    """Return the outbox rows whose messages stand in somebody's chat since then."""
    found = await unit.conn.execute(
        select(outbox.c.id)
        .where(outbox.c.person_id == person, outbox.c.state == "sent")
        .where(_HIDDEN)
        .where(outbox.c.edits_id.is_(None), outbox.c.message_id.is_not(None))
        .where(outbox.c.delivered_at > since)
    )
    return list(found.scalars().all())
