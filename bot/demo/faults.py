"""Faults a test may switch on: what a network and a tired server do to a call.

Each fault applies to a method (or `*`), from its nth call on, a number of times. Nothing here
touches a connection; `emulator.py` does what the fault says.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, get_args

from bot.demo.refusals import ApiRefusal, conflict, forbidden, too_many
from conversations.session import Json

FaultKind = Literal[
    "drop_before",
    "drop_after",
    "delay",
    "answer_late",
    "error_500",
    "truncated",
    "garbage",
    "flood",
    "conflict",
    "forbidden",
    "unauthorized",
]
FAULT_KINDS: tuple[FaultKind, ...] = get_args(FaultKind)

NOISE = (
    b"\x00\xff\xfe\x1f\x8b noise \xc3\x28",
    b"<html><body>Please log in to this network.</body></html>",
    b"",
    b"[]",
    b'{"ok": true}',
)
"""What stands in place of an answer when somebody on the way made it; never a Bot API answer."""


@dataclass(slots=True)
class Fault:
    """One fault. `skip`: calls let through first; `times`: calls hit after them (None: for good).

    `seconds`: length of a delay (`answer_late`: of the answer to a call carried out at once), or
    what a 429 asks for. `chat`: only calls for this chat.
    """

    kind: FaultKind
    method: str = "*"
    times: int | None = 1
    skip: int = 0
    seconds: float = 1.0
    chat: int | None = None

    def to_json(self) -> dict[str, Json]:
        """Return the fault as the person side shows it."""
        return {
            "kind": self.kind,
            "method": self.method,
            "times": self.times,
            "skip": self.skip,
            "seconds": self.seconds,
            "chat": self.chat,
        }


@dataclass(slots=True)
class Faults:
    """The faults switched on, oldest first; a call is hit by the first that fits.

    `hits`: how many calls each kind has hit.
    """

    switched_on: list[Fault] = field(default_factory=list[Fault])
    hits: Counter[str] = field(default_factory=Counter[str])

    def next_for(self, method: str, chat: int | None) -> Fault | None:
        """Return the fault that hits this call and count it."""
        for fault in self.switched_on:
            if fault.method.lower() not in {"*", method.lower()}:
                continue
            if fault.chat is not None and fault.chat != chat:
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self.switched_on.remove(fault)
            self.hits[fault.kind] += 1
            return fault
        return None


def refusal_of(fault: Fault) -> ApiRefusal | None:
    """Return the refusal that a fault stands for, None if it is not a refusal."""
    match fault.kind:
        case "flood":
            return too_many(int(fault.seconds))
        case "conflict":
            return conflict(
                "terminated by other getUpdates request; "
                "make sure that only one bot instance is running"
            )
        case "forbidden":
            return forbidden("bot was blocked by the user")
        case "unauthorized":
            return ApiRefusal(401, "Unauthorized")
        case _:
            return None
