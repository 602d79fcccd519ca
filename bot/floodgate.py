"""Who writes more than a person can: 20 updates in ten seconds, 200 in an hour.

Beyond that only what must not be lost is still taken; how the rest is answered is decided where
updates are routed. Counts are kept in memory only, bounded: a restart forgets them.
It must not know what an update is.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

MOST = 10_000
LOOKS = 20
"""Texts of one person beyond the limits that are looked through at once in a minute."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many updates of one person in ten seconds, and in an hour, are all taken as they are."""

    in_ten_seconds: int = 20
    in_an_hour: int = 200


UNLIMITED = Limits(1_000_000_000, 1_000_000_000)
"""For a demo that plays itself and for tests, whose people are quicker than people."""


@dataclass(slots=True)
class _Window:
    """Counts from its first update on, and anew when it is over."""

    since: datetime
    count: int = 0

    def counted(self, now: datetime, length: timedelta) -> int:
        if not timedelta() <= now - self.since < length:
            self.since, self.count = now, 0
        self.count += 1
        return self.count


class Floodgate:
    """Counts the updates of each person."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._seen: OrderedDict[int, tuple[_Window, _Window]] = OrderedDict()
        self._told: OrderedDict[int, _Window] = OrderedDict()
        self._looked: OrderedDict[int, _Window] = OrderedDict()

    def beyond(self, user: int, now: datetime) -> bool:
        """Count one update and tell whether it is beyond a limit."""
        short, long = self._seen.setdefault(user, (_Window(now), _Window(now)))
        _bound(self._seen, user)
        many = short.counted(now, timedelta(seconds=10)) > self._limits.in_ten_seconds
        return (long.counted(now, timedelta(hours=1)) > self._limits.in_an_hour) or many

    def may_tell(self, user: int, now: datetime) -> bool:
        """Whether this person is told now that it was a lot: once in ten seconds."""
        window = self._told.setdefault(user, _Window(now))
        _bound(self._told, user)
        return window.counted(now, timedelta(seconds=10)) == 1

    def may_look(self, user: int, now: datetime) -> bool:
        """Whether one more text of this person beyond a limit is looked through at once."""
        window = self._looked.setdefault(user, _Window(now))
        _bound(self._looked, user)
        return window.counted(now, timedelta(minutes=1)) <= LOOKS


def _bound(known: OrderedDict[int, Any], newest: int) -> None:
    known.move_to_end(newest)
    while len(known) > MOST:
        known.popitem(last=False)
