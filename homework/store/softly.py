"""News that arrives at night makes no sound: whoever wrote it did not know when it would go out.

A prompt whose moment is over is decided anew; news is sent however late it is, when the messenger
is back. So its sound is decided when it goes. It must not know what the news is.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row

from homework import hours, moments
from homework.outgoing import Posted
from homework.store import people
from homework.store.people import Actor
from homework.store.troubles import DatabaseUnavailable, StoreError

if TYPE_CHECKING:
    from homework.store.unit import Unit

NEWS = frozenset({"notice", "digest"})
LATE = timedelta(minutes=5)
"""From then on it was held up; what is written for a therapist in time is written for its time."""


async def unheard(unit: "Unit", rows: Sequence[tuple[Row[Any], Posted]]) -> set[str]:
    """Return the ids of rows that go out now and must make no sound, beside those that say so."""
    news = [(row, posted) for row, posted in rows if posted.kind in NEWS and not posted.silent]
    if not news:
        return set()
    known = await _who(unit, {posted.chat for _, posted in news})
    return {
        posted.id
        for row, posted in news
        if _sleeps(unit, known[posted.chat], late=unit.now - row.created_at > LATE)
    }


async def _who(unit: "Unit", chats: Collection[int]) -> Mapping[int, Actor]:
    try:
        return await people.actors(unit, chats)
    except DatabaseUnavailable:
        raise
    except (StoreError, ValueError, KeyError):  # damaged: that must not hold up what is sent
        return {chat: Actor(chat) for chat in chats}


def _sleeps(unit: "Unit", who: Actor, *, late: bool) -> bool:
    """Clients in their quiet hours, and therapists who are told later than they would have been."""
    if who.client is not None and moments.audible(who.client, unit.now) > unit.now:
        return True
    if who.therapist is None or not late:
        return False
    return hours.opens_at(who.therapist, unit.now) > unit.now
