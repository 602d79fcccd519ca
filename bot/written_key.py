"""The master key on paper: four lines of letters and digits that can be typed back.

Each line carries a check over itself and the lines above, so that a slip of the pen is found in the
line where it is, and lines of two papers do not pass for one key. It must not know any file.
"""

import hashlib
from collections.abc import Sequence

LINES = 4
_KEY_BYTES, _CHECK_BYTES, _GROUP = 8, 2, 4
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U: what is read as one of them is known to be 1, 1, 0 and V."""
_MISREAD = str.maketrans("ILOU", "110V")
_CHARACTERS = (_KEY_BYTES + _CHECK_BYTES) * 8 // 5


class LineMistyped(ValueError):
    """A line is not as it was written. `number` counts from 1."""

    def __init__(self, number: int) -> None:
        super().__init__(f"line {number} is not as it was written")
        self.number = number


def to_paper(key: bytes) -> tuple[str, ...]:
    """Return 32 bytes as four lines of four groups of four characters."""
    return tuple(_line(key, number) for number in range(LINES))


def _line(key: bytes, number: int) -> str:
    part = _part(key, number) + _check(key, number)
    bits = int.from_bytes(part)
    letters = [_LETTERS[bits >> 5 * place & 31] for place in reversed(range(_CHARACTERS))]
    groups = ["".join(letters[at : at + _GROUP]) for at in range(0, _CHARACTERS, _GROUP)]
    return " ".join(groups)


def from_paper(lines: Sequence[str]) -> bytes:
    """Return the bytes of as many lines as are given, the first first.

    Case, spaces and dashes do not matter. Raises `LineMistyped` for the first line that is wrong.
    """
    key = b""
    for number, line in enumerate(lines[:LINES]):
        read = _read(line)
        part = b"" if read is None else read[:_KEY_BYTES]
        key += part
        if read is None or read[_KEY_BYTES:] != _check(key, number):
            raise LineMistyped(number + 1)
    return key


def _read(line: str) -> bytes | None:
    letters = "".join(line.upper().replace("-", " ").split()).translate(_MISREAD)
    if len(letters) != _CHARACTERS or not set(letters) <= set(_LETTERS):
        return None
    bits = 0
    for letter in letters:
        bits = bits << 5 | _LETTERS.index(letter)
    return bits.to_bytes(_KEY_BYTES + _CHECK_BYTES)


def _part(key: bytes, number: int) -> bytes:
    return key[number * _KEY_BYTES : (number + 1) * _KEY_BYTES]


def _check(key: bytes, number: int) -> bytes:
    return hashlib.sha256(key[: (number + 1) * _KEY_BYTES]).digest()[:_CHECK_BYTES]
