"""What became of outbox rows: their end, or another try.

At its end a row's body and files are deleted. It must not know how a message is sent, nor what the
results of sending are called.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import bindparam, case, delete, or_, select, update

from homework.outgoing import Posted
from homework.store.tables import attachment, outbox, person

if TYPE_CHECKING:
    from homework.store.unit import Unit

CHUNK = 500
"""Ids in one IN list."""

UNSENT = ("waiting", "claimed")
HELD = "held"
"""The state of a row that waits for its person's hours: no part of the chat's order until then."""

State = Literal["waiting", "sent", "unknown", "refused", "gone", "dropped"]
ALL_BUT_DROPPED = (HELD, *UNSENT, "sent", "unknown", "refused", "gone")
"""Every state but `dropped`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a row. `waiting`: it goes out again, not before `not_before`.

    `tries` is what counts from now on: one less than before if the try is given back. `file`: what
    a row that fetches one brought.
    """

    posted: Posted
    state: State
    tries: int
    message_id: int | None = None
    delivered_at: datetime | None = None
    not_before: datetime | None = None
    error: str | None = None
    file: bytes | None = field(default=None, repr=False)

    @property
    def final(self) -> bool:
        """Whether the row has come to its end."""
        return self.state != "waiting"


# An IN list cannot be part of an executemany.
_OPEN = or_(outbox.c.state == "waiting", outbox.c.state == "claimed")

_FINISH = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), _OPEN)
    .values(
        state=bindparam("end"),
        tries=bindparam("count"),
        body=None,
        lease_until=None,
        not_before=None,
        message_id=bindparam("message"),
        delivered_at=bindparam("delivered"),
        closed_at=bindparam("closed"),
        error=bindparam("why"),
        kind=case((outbox.c.kind == "crisis", "ack"), else_=outbox.c.kind),
    )
)
"""Once it has arrived, no row says that somebody asked for help."""
_AGAIN = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state == "claimed")
    .values(
        state="waiting",
        tries=bindparam("count"),
        lease_until=None,
        not_before=bindparam("open_at"),
        error=bindparam("why"),
    )
)


async def mark(unit: "Unit", marks: Sequence[Mark]) -> None:
    """Write what became of claimed rows. At its end a row's body and files are deleted.

    `gone` ends every unsent row of the chat and sets `person.unreachable_since`.
    """
    again = [
        {"row": m.posted.id, "count": m.tries, "open_at": m.not_before, "why": m.error}
        for m in marks
        if not m.final
    ]
    ends = [_end(unit, m) for m in marks if m.final]
    if again:
        await unit.conn.execute(_AGAIN, again)
    if ends:
        await unit.conn.execute(_FINISH, ends)
    gone = {m.posted.person for m in marks if m.state == "gone"}
    if gone:
        await _end_chats(unit, gone)
    await delete_files(unit, [m.posted.id for m in marks if m.final and m.posted.attachment])


def _end(unit: "Unit", mark: Mark) -> dict[str, Any]:
    delivered = mark.delivered_at
    if mark.state == "sent" and delivered is None:
        delivered = unit.now  # an edit that changed nothing has no date of its own
    return {
        "row": mark.posted.id,
        "end": mark.state,
        "count": mark.tries,
        "message": mark.message_id,
        "delivered": delivered,
        "closed": unit.now,
        "why": mark.error,
    }


async def _end_chats(unit: "Unit", persons: Collection[str]) -> None:
    for ids in chunks(persons):
        unsent = outbox.c.person_id.in_(ids) & outbox.c.state.in_(UNSENT)
        files = await unit.conn.execute(
            select(outbox.c.id).join(attachment).where(unsent).distinct()
        )
        await delete_files(unit, list(files.scalars()))
        await unit.conn.execute(
            update(outbox)
            .where(unsent)
            .values(state="gone", body=None, lease_until=None, closed_at=unit.now)
        )
        await unit.conn.execute(
            update(person)
            .where(person.c.id.in_(ids), person.c.unreachable_since.is_(None))
            .values(unreachable_since=unit.now)
        )


async def alerts_just_gone(unit: "Unit", person_id: str) -> list[str]:
    """Return what the alerts were about that ended unsent with a chat in this transaction."""
    query = select(outbox.c.subject).where(
        outbox.c.person_id == person_id,
        outbox.c.kind == "alert",
        outbox.c.state == "gone",
        outbox.c.closed_at == unit.now,
        outbox.c.subject.is_not(None),
    )
    return [*(await unit.conn.execute(query.distinct())).scalars()]


async def delete_files(unit: "Unit", rows: Collection[str]) -> None:
    """Delete the attachments of rows that have come to their end."""
    for ids in chunks(rows):
        await unit.conn.execute(delete(attachment).where(attachment.c.outbox_id.in_(ids)))


async def drop(unit: "Unit", rows: Collection[str], error: str) -> None:
    """End rows that will not be sent."""
    await delete_files(unit, rows)
    for ids in chunks(rows):
        await unit.conn.execute(
            update(outbox)
            .where(outbox.c.id.in_(ids), outbox.c.state.in_((*UNSENT, HELD)))
            .values(state="dropped", body=None, lease_until=None, closed_at=unit.now, error=error)
        )


def chunks(ids: Iterable[str]) -> Iterable[list[str]]:
    """Return the ids in lists that fit one statement."""
    whole = list(ids)
    return (whole[start : start + CHUNK] for start in range(0, len(whole), CHUNK))
