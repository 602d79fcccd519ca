"""Who may read an entry is its writer's to say, at any time, and to take back.

Whoever cares for the client, in whatever role, sees what is shared at that moment and nothing else:
an entry carries its sharing, and every view of it goes through `reading`, `points` and `tallies`.
"""

from dataclasses import replace

from homework.store import audit, entries
from homework.store.database import Unit
from homework.store.entries import Written

SHARING = ("all", "summary", "nothing")
"""How much of an entry is shared, most first."""


async def change(unit: Unit, actor: str, one: Written, sharing: str) -> Written:
    """Let an entry be shared in another way from now on; return it as it is then."""
    if sharing == one.sharing:
        return one
    more = SHARING.index(sharing) < SHARING.index(one.sharing)
    await entries.share(unit, one.id, sharing, unread=more)  # what is new to them nobody has read
    await audit.note(unit, actor, entries.SHARE + sharing, one.client, one.id)
    return replace(one, sharing=sharing, read_at=None if more else one.read_at)
