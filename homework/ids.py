"""Row ids, made before the row: UUIDv7 as 26 lower-case base32 letters.

They are made by the application because a value is sealed together with its row's id. Within one
process a later id is always the greater one, even inside one millisecond and when the calendar is
set back: the outbox sends in order of ids.
"""

import os
from datetime import datetime
from functools import lru_cache

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = tuple(first + second for first in _ALPHABET for second in _ALPHABET)
_HEAD, _TAIL = range(40, -1, -10), range(70, -1, -10)


class _Ticker:
    """Milliseconds and a 12-bit counter that only go up (RFC 9562, 6.2, method 1)."""

    __slots__ = ("_last",)

    def __init__(self) -> None:
        self._last = 0

    def next(self, milliseconds: int) -> int:
        self._last = max(self._last + 1, milliseconds << 12)
        return self._last


_ticker = _Ticker()


def new_id(now: datetime) -> str:
    """Return a fresh id: milliseconds of `now`, a counter, 62 random bits."""
    stamp = _ticker.next(int(now.timestamp() * 1000)) & ((1 << 60) - 1)
    tail = (0x7 << 76) | ((stamp & 0xFFF) << 64) | (0x2 << 62)
    tail |= int.from_bytes(os.urandom(8)) >> 2
    return _head(stamp >> 12) + "".join([_PAIRS[(tail >> shift) & 1023] for shift in _TAIL])


@lru_cache(maxsize=8)
def _head(milliseconds: int) -> str:
    """The letters of an id's time: those of one transaction have it in common."""
    return "".join([_PAIRS[(milliseconds >> shift) & 1023] for shift in _HEAD])


def start_after(row_id: str) -> None:
    """Make all ids of this process greater than `row_id`, which an earlier process made."""
    value = 0
    for letter in row_id:
        value = (value << 5) | _ALPHABET.index(letter)
    _ticker.next(((value >> 80) + 1) & ((1 << 48) - 1))
