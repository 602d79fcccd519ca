"""Row ids, made before the row: UUIDv7 as 26 lower-case base32 letters, sortable by time.

They are made by the application because a value is sealed together with its row's id.
"""

import secrets
from datetime import datetime

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(now: datetime) -> str:
    """Return a fresh id: 48 bits of `now` in milliseconds, then 80 random bits less version marks."""
    milliseconds = int(now.timestamp() * 1000) & ((1 << 48) - 1)
    rest = secrets.randbits(80)
    value = (milliseconds << 80) | rest
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return "".join(_ALPHABET[(value >> shift) & 31] for shift in range(125, -1, -5))
