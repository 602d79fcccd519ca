"""What can come of sending one message. Nobody but the sender looks at errors."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from homework.outgoing import Posted


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived. `at` is the messenger's own date (None for an edit); `file` what was fetched."""

    message_id: int | None
    at: datetime | None
    file: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Wait:
    """429: nothing was sent, nobody may send for `seconds`; costs no attempt."""

    seconds: float


@dataclass(frozen=True, slots=True)
class NotSent:
    """It certainly did not arrive and may be tried again (refused connection, 5xx before work)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody knows whether it arrived (time-out, connection dropped after the first byte)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The person cannot be reached (blocked, chat not found)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The messenger will never take this message."""

    reason: str


SendResult = Sent | Wait | NotSent | Unknown | Gone | Refused
Send = Callable[[Posted], Awaitable[SendResult]]


class CannotSend(Exception):
    """Nothing can be sent any more, whatever the message is."""
