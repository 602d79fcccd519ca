"""Column types of the house. They convert and refuse; they never seal (they cannot see the row)."""

from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import BigInteger, Dialect, LargeBinary, TypeDecorator

from homework.store.troubles import NaiveInstant, NotSealed

SEAL_PREFIX = b"\xe5hw\x01"
"""First bytes of every sealed value, version last; UTF-8 text cannot begin with them."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_milliseconds(at: datetime) -> int:
    """Return whole milliseconds since 1970; raise `NaiveInstant` for a time without a zone."""
    if at.tzinfo is None:
        raise NaiveInstant
    return (at - _EPOCH) // _MILLISECOND


def from_milliseconds(value: int) -> datetime:
    """Return the instant, aware and in UTC."""
    return _EPOCH + timedelta(milliseconds=value)


class _Reader(Protocol):
    def __call__(self, value: Any) -> datetime | None: ...


def _instant(value: int | None) -> datetime | None:
    return None if value is None else _EPOCH + timedelta(milliseconds=value)


class Instant(TypeDecorator[datetime]):
    """An aware datetime as integer milliseconds since 1970 UTC; smaller fractions are cut off."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuse what has no zone."""
        return None if value is None else to_milliseconds(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> _Reader:
        """Give the zone back: in one call, since a year of a client has tens of thousands."""
        return _instant


class Sealed(TypeDecorator[bytes]):
    """Ciphertext made by `sealing.Sealer`; anything else is refused on its way to the driver."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Raise `NotSealed` (without the value) unless the sealed prefix leads."""
        if value is None:
            return None
        sealed = isinstance(value, bytes) and value.startswith(SEAL_PREFIX)  # pyright: ignore[reportUnnecessaryIsInstance]
        if not sealed:
            raise NotSealed
        return value
