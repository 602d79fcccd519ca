"""Who goes next, and when: lanes, spacing, buckets per chat, pauses. Pure: time is an argument.

It must not know what is sent or how. Times are seconds of the machine's monotonic clock.
"""

import heapq
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from math import ceil

from homework.outgoing import KINDS, Lane, Posted
from homework.store.front import URGENT

LATE = 0.003
"""Seconds of lateness that are made up for at the next slot. A timer rings a millisecond late, and
a herd of 600 took a second longer for it. So little that 31 messages still need over a second."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What the messenger takes. `herd`: how many of `in_flight` may be other than replies."""

    per_second: float = 29.5
    in_flight: int = 64
    herd: int = 48
    chat_per_second: float = 1.0
    chat_burst: int = 4

    @property
    def ahead(self) -> int:
        """How many are claimed before their turn: half a second's worth, no more than may fly.

        Few, for a claim counts as a try.
        """
        return ceil(min(self.in_flight, self.per_second / 2))


@dataclass(order=True, slots=True)
class _Place:
    urgency: int
    number: int
    posted: Posted = field(compare=False)


def urgency_of(kind: str) -> int:
    """Return the place in the queue of a kind: smaller goes first.

    The crisis text goes before every lane; it waits for nobody but a message under way.
    """
    return URGENT if kind == "crisis" else int(KINDS[kind].lane)


class Line:
    """Messages waiting for their turn; at most one per chat is on its way at any time."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._numbers = count()
        self._ready: list[_Place] = []
        self._later: list[tuple[float, _Place]] = []
        self._behind: dict[int, deque[_Place]] = {}  # chats with a message under way
        self._flying: dict[str, int] = {}  # row id -> urgency
        self._herd = 0  # of those waiting, how many are no replies
        self._herd_flying = 0  # and of those under way
        self._full_at: dict[int, float] = {}  # per chat: when its bucket is full again
        self._next_slot = 0.0
        self._paused_until = 0.0

    def __len__(self) -> int:
        """Return how many wait (not those under way)."""
        return len(self._ready) + len(self._later) + sum(map(len, self._behind.values()))

    @property
    def flying(self) -> int:
        """How many are under way."""
        return len(self._flying)

    def is_flying(self, posted: Posted) -> bool:
        """Tell whether a message is under way."""
        return posted.id in self._flying

    @property
    def herd(self) -> int:
        """How many of those waiting are no replies."""
        return self._herd

    def put(self, posted: Posted, urgency: int, now: float) -> None:
        """Queue a message; `urgency` is its kind's, or that of a reply which waits behind it."""
        self._herd += urgency > Lane.REPLY
        self._place(_Place(urgency, next(self._numbers), posted), now)

    def take(self, now: float) -> Posted | None:
        """Return the message to send at `now`, None when nobody may go yet."""
        if now < max(self._next_slot, self._paused_until):
            return None
        self._wake(now)
        while self._ready and self._has_room(self._ready[0].urgency):
            place = heapq.heappop(self._ready)
            chat = place.posted.chat
            if chat in self._behind:
                self._behind[chat].append(place)
                continue
            if self._open_at(place) > now:
                self._place(place, now)
                continue
            self._behind[chat] = deque()
            self._flying[place.posted.id] = place.urgency
            self._herd -= place.urgency > Lane.REPLY
            self._herd_flying += place.urgency > Lane.REPLY
            self._charge(chat, now)
            # A little lateness is made up for; more is lost: no burst to catch up.
            self._next_slot = max(self._next_slot, now - LATE) + 1 / self._pace.per_second
            return place.posted
        return None

    def landed(self, posted: Posted) -> None:
        """Note that a message is no longer under way: a place in the air is free."""
        self._herd_flying -= self._flying.pop(posted.id, URGENT) > Lane.REPLY

    def release(self, posted: Posted, now: float) -> None:
        """Note that the fate of a message is recorded: its chat may have the next one."""
        self.landed(posted)
        for place in self._behind.pop(posted.chat, ()):
            self._place(place, now)

    def spend(self, now: float) -> None:
        """Leave one slot to a message that is not in this line."""
        self._next_slot = max(self._next_slot, now) + 1 / self._pace.per_second

    def pause(self, until: float) -> None:
        """Let nobody go before `until`."""
        self._paused_until = max(self._paused_until, until)

    def paused(self, now: float) -> bool:
        """Tell whether a pause is on."""
        return now < self._paused_until

    def wait(self, now: float) -> float | None:
        """Return seconds until `take` is worth another try; None: only after something changed."""
        gate = max(self._next_slot, self._paused_until)
        if self._ready and self._has_room(self._ready[0].urgency):
            return max(0.0, gate - now)
        if self._later:
            return max(0.0, gate - now, self._later[0][0] - now)
        return None

    def _place(self, place: _Place, now: float) -> None:
        at = self._open_at(place)
        if at <= now:
            heapq.heappush(self._ready, place)
        else:
            heapq.heappush(self._later, (at, place))

    def _wake(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            self._place(heapq.heappop(self._later)[1], now)

    def _open_at(self, place: _Place) -> float:
        """When the chat's bucket has a drop for this: replies may use all of it, others one."""
        if place.urgency == URGENT:
            return 0.0
        allowance = self._pace.chat_burst if place.urgency <= Lane.REPLY else 1
        full_at = self._full_at.get(place.posted.chat, 0.0)
        return full_at - (allowance - 1) / self._pace.chat_per_second

    def _charge(self, chat: int, now: float) -> None:
        if len(self._full_at) > 4096:
            self._full_at = {c: at for c, at in self._full_at.items() if at > now}
        self._full_at[chat] = (
            max(self._full_at.get(chat, 0.0), now) + 1 / self._pace.chat_per_second
        )

    def _has_room(self, urgency: int) -> bool:
        if self.flying >= self._pace.in_flight:
            return False
        return urgency <= Lane.REPLY or self._herd_flying < self._pace.herd
