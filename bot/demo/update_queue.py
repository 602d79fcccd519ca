"""The queue of updates behind getUpdates: offsets, allowed types, and what may go wrong with it.

It must not know chats; it hands out JSON it was given.
"""

import random
from collections import deque
from dataclasses import dataclass, field

from bot.demo.api_methods import API
from conversations.session import Json

_KEPT = 500
_HIGHEST = 900_000_000
_DEFAULT = API.update_types - API.not_by_default


@dataclass(frozen=True, slots=True)
class Queued:
    """An update under its id; `raw` is exactly what the bot will read."""

    id: int
    raw: Json


@dataclass(slots=True)
class UpdateQueue:
    """Updates not yet confirmed, oldest first. Ids grow by one from a random start.

    For whoever compares afterwards: `made` are the ids of all updates ever queued, `shuffled` those
    that were handed out in an order of chance.
    """

    chance: random.Random
    next_id: int = 0
    allowed: frozenset[str] = _DEFAULT
    waiting: list[Queued] = field(default_factory=list[Queued])
    again: list[Queued] = field(default_factory=list[Queued])
    confirmed: deque[Queued] = field(default_factory=lambda: deque[Queued](maxlen=_KEPT))
    shuffles: int = 0
    made: list[int] = field(default_factory=list[int])
    shuffled: list[Queued] = field(default_factory=list[Queued])

    def __post_init__(self) -> None:
        self.next_id = self.next_id or self.chance.randrange(100_000_000, _HIGHEST)

    def put(self, kind: str, body: Json) -> int | None:
        """Queue an update of `kind`; return its id, None if the bot doesn't want the kind."""
        if kind not in self.allowed:
            return None
        update_id = self.next_id
        self.next_id += 1
        self.made.append(update_id)
        self.waiting.append(Queued(update_id, {"update_id": update_id, kind: body}))
        return update_id

    def put_raw(self, raw: Json) -> int:
        """Queue garbage exactly as given; an object without `update_id` gets one."""
        update_id = self.next_id
        self.next_id += 1
        if isinstance(raw, dict) and "update_id" not in raw:
            raw = {"update_id": update_id, **raw}
            self.made.append(update_id)
        self.waiting.append(Queued(update_id, raw))
        return update_id

    def allow(self, kinds: list[Json] | None) -> None:
        """Take the bot's wish; None leaves it as it was, an empty list means the default."""
        if kinds is not None:
            named = {kind for kind in kinds if isinstance(kind, str)} & API.update_types
            self.allowed = frozenset(named) if named else _DEFAULT

    def take(self, offset: int, limit: int) -> list[Queued]:
        """Confirm what `offset` confirms; return up to `limit` updates from there on.

        An offset beyond every id ever given belongs to a time before the ids restarted: nothing
        is confirmed by it and everything is handed out.
        """
        if offset < 0:
            self._confirm(self.waiting[:offset])
            self.waiting = self.waiting[offset:]
        elif offset <= self.next_id:
            self._confirm([item for item in self.waiting if item.id < offset])
            self.waiting = [item for item in self.waiting if item.id >= offset]
        batch = (self.again + self.waiting)[:limit]
        self.again = self.again[limit:]
        if batch and self.shuffles:
            self.shuffles -= 1
            self.chance.shuffle(batch)
            self.shuffled += batch
        return batch

    def drop(self) -> None:
        """Forget everything that waits."""
        self._confirm(self.waiting)
        self.waiting = []

    def redeliver(self, count: int) -> int:
        """Hand the last `count` confirmed updates out once more, whatever the offset says."""
        self.again = list(self.confirmed)[-count:] if count > 0 else []
        return len(self.again)

    def restart(self, next_id: int | None) -> int:
        """Let ids go on from `next_id` (None: anywhere), as after a quiet week.

        Anywhere, and not always below: ids that only ever fall are soon used twice, which the real
        server with its range does not do.
        """
        self.next_id = next_id or self.chance.randrange(1, _HIGHEST)
        return self.next_id

    def _confirm(self, items: list[Queued]) -> None:
        self.confirmed.extend(items)
