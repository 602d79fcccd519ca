"""Passphrases: what is kept of one, and whether another is the same (pure but for chance).

Kept is a check value that is slow to guess from (scrypt, 16 MB and some 50 ms a try).
"""

import base64
import hmac
import os
import unicodedata

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

SHORTEST, LONGEST = 8, 100
_COST, _BLOCK, _LANES, _BYTES = 2**14, 8, 1, 32


def usable(text: str) -> bool:
    """Whether a text may be a passphrase: not too short, and no command."""
    return SHORTEST <= len(_plain(text)) <= LONGEST and not text.strip().startswith("/")


def could_be(text: str) -> bool:
    """Whether a text may be meant as a passphrase; what is longer is something else."""
    return len(_plain(text)) <= LONGEST


def check_of(text: str) -> str:
    """Return the check value of a passphrase, with a salt of its own."""
    salt = os.urandom(16)
    return f"{_written(salt)}.{_written(_derived(text, salt))}"


def fits(text: str, check: str) -> bool:
    """Whether a text is the passphrase of a check value; takes the same time either way."""
    salt, _, kept = check.partition(".")
    return hmac.compare_digest(_derived(text, base64.b64decode(salt)), base64.b64decode(kept))


def _derived(text: str, salt: bytes) -> bytes:
    scrypt = Scrypt(salt=salt, length=_BYTES, n=_COST, r=_BLOCK, p=_LANES)
    return scrypt.derive(_plain(text)[: LONGEST + 1].encode("utf-8", "replace"))


def _plain(text: str) -> str:
    """Phones write one and the same letter in more than one way."""
    return unicodedata.normalize("NFKC", text.strip())


def _written(value: bytes) -> str:
    return base64.b64encode(value).decode()
