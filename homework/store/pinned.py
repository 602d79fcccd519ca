"""The one help text that is pinned in each chat: who sends another one takes the one before down.

Until then its row stays, however old, since only the row knows its message. It must not know what
stands in the text.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from conversations.message import Message
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store.marks import chunks
from homework.store.tables import outbox

if TYPE_CHECKING:
    from homework.store.unit import Unit

PINNED = "pinned"
"""The subject of the row whose message is pinned in its chat."""

Rows = list[tuple[str, Outgoing]]


async def supersede(unit: "Unit", posted: Rows) -> Rows:
    """Return the rows with what is pinned marked so, and with a row that unpins each message that
    was pinned before; those go last, so that no chat is without a pinned text meanwhile."""
    if not any(one.pin for _, one in posted):
        return posted
    newest = {one.person: row_id for row_id, one in posted if one.pin}
    old = [
        (row_id, one.person, one.client) for row_id, one in posted if _is_old(one, row_id, newest)
    ]
    old += await _before(unit, list(newest))
    marked = [
        (row_id, replace(one, subject=PINNED) if newest.get(one.person) == row_id else one)
        for row_id, one in posted
    ]
    return marked + [
        (
            new_id(unit.now),
            Outgoing(person, client, "unpin", Message(""), f"unpin.{row}", edits=row),
        )
        for row, person, client in old
    ]


def _is_old(one: Outgoing, row_id: str, newest: dict[str, str]) -> bool:
    return one.pin and newest[one.person] != row_id


async def _before(unit: "Unit", persons: Sequence[str]) -> list[tuple[str, str, str | None]]:
    """Return what is pinned in these chats, as row, person and client, and take the mark off."""
    found: list[tuple[str, str, str | None]] = []
    for ids in chunks(persons):
        pinned = outbox.c.person_id.in_(ids) & (outbox.c.subject == PINNED)
        query = select(outbox.c.id, outbox.c.person_id, outbox.c.client_id).where(pinned)
        found += [(row.id, row.person_id, row.client_id) for row in await unit.conn.execute(query)]
        await unit.conn.execute(update(outbox).where(pinned).values(subject=None))
    return found
