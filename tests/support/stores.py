"""What tests of the database agree on: one moment, one master key, a small cast."""

from dataclasses import dataclass
from datetime import UTC, datetime

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MASTER = bytes(range(32))


@dataclass(frozen=True)
class Cast:
    """Row ids of a therapist, and of a client with the person behind it."""

    person: str
    therapist: str
    client: str
