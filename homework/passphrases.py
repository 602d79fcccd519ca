"""Passphrases: what is kept of one, and whether another is the same (pure but for chance).

Kept is a check value that is slow to guess from (scrypt, 16 MB and some 50 ms a try). What was
right in this process is remembered as a hash with a key that dies with it, so that each text on an
open screen can be tried for nothing.
"""

import base64
import hashlib
import hmac
import os
import unicodedata

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

SHORTEST, LONGEST = 8, 100
_COST, _BLOCK, _LANES, _BYTES = 2**14, 8, 1, 32
_KEY = os.urandom(32)
_MOST = 1_000
_right: dict[str, bytes] = {}
"""By check value, the oldest first."""


def usable(text: str) -> bool:
    """Whether a text may be a passphrase: not too short, and no command."""
    return SHORTEST <= len(_plain(text)) <= LONGEST and not text.strip().startswith("/")


def could_be(text: str) -> bool:
    """Whether a text may be meant as a passphrase; what is longer is something else."""
    return len(_plain(text)) <= LONGEST


def check_of(text: str) -> str:
    """Return the check value of a passphrase, with a salt of its own."""
    salt = os.urandom(16)
    check = f"{_written(salt)}.{_written(_derived(text, salt))}"
    _remember(text, check)
    return check


def fits(text: str, check: str) -> bool:
    """Whether a text is the passphrase of a check value; takes the same time either way."""
    salt, _, kept = check.partition(".")
    right = hmac.compare_digest(_derived(text, base64.b64decode(salt)), base64.b64decode(kept))
    if right:
        _remember(text, check)
    return right


def fits_again(text: str, check: str) -> bool:
    """The same for a check value that was mostly fitted before: then it takes microseconds."""
    known = _right.get(check)
    if known is None:
        return fits(text, check)
    return hmac.compare_digest(_quick(text), known)


def _remember(text: str, check: str) -> None:
    _right.pop(check, None)
    _right[check] = _quick(text)
    if len(_right) > _MOST:
        del _right[next(iter(_right))]


def _derived(text: str, salt: bytes) -> bytes:
    scrypt = Scrypt(salt=salt, length=_BYTES, n=_COST, r=_BLOCK, p=_LANES)
    return scrypt.derive(_as_bytes(text))


def _quick(text: str) -> bytes:
    return hashlib.blake2b(_as_bytes(text), key=_KEY, digest_size=32).digest()


def _as_bytes(text: str) -> bytes:
    return _plain(text)[: LONGEST + 1].encode("utf-8", "replace")


def _plain(text: str) -> str:
    """Phones write one and the same letter in more than one way."""
    return unicodedata.normalize("NFKC", text.strip())


def _written(value: bytes) -> str:
    return base64.b64encode(value).decode()
