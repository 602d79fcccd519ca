"""Sealing: AES-256-GCM of single values, bound to the place they belong to.

A sealed value is prefix, key id, nonce, ciphertext. Associated data is table, column, row id,
client id and key id, so that a value moved to another row, column or client does not open.
It must not know SQL or what a value means.
"""

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from homework.store.columns import SEAL_PREFIX
from homework.store.keyring import KEY_ID_BYTES, Keyring
from homework.store.troubles import SealBroken

_NONCE_BYTES = 12
_ID_START = len(SEAL_PREFIX)
_NONCE_START = _ID_START + KEY_ID_BYTES
_BODY_START = _NONCE_START + _NONCE_BYTES


def _place(table: str, column: str, row: str, client: str | None, key_id: bytes) -> bytes:
    return f"{table}|{column}|{row}|{client or ''}|".encode() + key_id


class Sealer:
    """Seals and opens values with the keys of a keyring. `client` None: the installation's key."""

    def __init__(self, keyring: Keyring) -> None:
        self.keyring = keyring
        self._ciphers: dict[bytes, AESGCM] = {}

    def __repr__(self) -> str:
        return "Sealer()"

    def _cipher(self, client: str | None) -> tuple[bytes, AESGCM]:
        key_id, key = self.keyring.key(client)
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            if len(self._ciphers) > 4096:
                self._ciphers.clear()
            cipher = self._ciphers[key_id] = AESGCM(key)
        return key_id, cipher

    def seal(
        self, table: str, column: str, row: str, client: str | None, value: str | bytes
    ) -> bytes:
        """Return `value` sealed for this place.

        Raises `KeyMissing` if the client's key was not made, `KeyDestroyed` if it was destroyed.
        """
        key_id, cipher = self._cipher(client)
        nonce = os.urandom(_NONCE_BYTES)
        plain = value.encode() if isinstance(value, str) else value
        place = _place(table, column, row, client, key_id)
        return SEAL_PREFIX + key_id + nonce + cipher.encrypt(nonce, plain, place)

    def open(self, table: str, column: str, row: str, client: str | None, sealed: bytes) -> str:
        """Return the text sealed for this place; raise `SealBroken` if it was not."""
        return self.open_bytes(table, column, row, client, sealed).decode()

    def open_bytes(
        self, table: str, column: str, row: str, client: str | None, sealed: bytes
    ) -> bytes:
        """Like `open`, for values that are not text."""
        key_id, cipher = self._cipher(client)
        fits = sealed.startswith(SEAL_PREFIX) and sealed[_ID_START:_NONCE_START] == key_id
        if fits:
            nonce, body = sealed[_NONCE_START:_BODY_START], sealed[_BODY_START:]
            try:
                return cipher.decrypt(nonce, body, _place(table, column, row, client, key_id))
            except (InvalidTag, ValueError):
                pass
        raise SealBroken(f"{table}.{column} of row {row}")

    def index(self, user_id: int) -> bytes:
        """Return the blind index (32 bytes) of a messenger user id: equal ids, equal indexes."""
        return hmac.digest(self.keyring.index_key, str(user_id).encode(), hashlib.sha256)
