"""What goes out: one row of the outbox, and what each kind may cost.

The kind decides the lane (who goes first) and what happens when nobody knows whether a message
arrived: steps and alerts are sent once more, reminders are not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from conversations.markup import escape, plain
from conversations.message import Message

LIMIT = 4096
"""UTF-16 units of visible text in one message."""

FILE_LIMIT = 300_000
"""Bytes of a worksheet file that is fetched."""


class Lane(IntEnum):
    """Order of sending when there is more than the messenger takes."""

    REPLY = 0
    PROMPT = 1
    DIGEST = 2
    TIDY = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of message travels. `copies`: how many may ever reach the chat.

    `fresh_minutes`: not sent later than that after it was written (None: however late). What makes
    a phone ring is decided anew instead: its good moment may be over.
    """

    lane: Lane
    copies: int
    fresh_minutes: int | None = None


KINDS: dict[str, Kind] = {
    "step": Kind(Lane.REPLY, copies=2),
    "ack": Kind(Lane.REPLY, copies=2),
    "alert": Kind(Lane.REPLY, copies=2),
    "crisis": Kind(Lane.REPLY, copies=2),
    "noted": Kind(Lane.REPLY, copies=2),  # an alert was seen; holds a code name at most
    "lock": Kind(Lane.REPLY, copies=2),  # about a locked screen; holds nothing of anybody
    "wipe": Kind(Lane.TIDY, copies=2),  # deletes the message it names
    "unpin": Kind(Lane.TIDY, copies=2),  # takes the pin off the message it names
    "redraw": Kind(Lane.REPLY, copies=2),  # an edit that carries news; repeating it changes nothing
    "prompt": Kind(Lane.PROMPT, copies=2, fresh_minutes=15),
    "reminder": Kind(Lane.PROMPT, copies=1, fresh_minutes=15),
    "question": Kind(Lane.PROMPT, copies=1, fresh_minutes=15),  # in the place of a prompt
    "notice": Kind(Lane.PROMPT, copies=2),
    "digest": Kind(Lane.DIGEST, copies=2),
    "brief": Kind(Lane.DIGEST, copies=2),
    "fetch": Kind(Lane.REPLY, copies=2),  # brings a file that somebody sent; shows nothing
    "tidy": Kind(Lane.TIDY, copies=2),  # an edit that only removes buttons
    "sweep": Kind(Lane.DIGEST, copies=2),  # deletes messages of a sheet; shows nothing
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels with a message; its bytes are sealed until sent, then deleted."""

    name: str = field(repr=False)
    mime: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to one person.

    `client`: whose key seals the body (None: the installation's). `dedupe`: a second row with the
    same key is never written. `ask`: the question it carries, and `step` what that asks for, with
    the item of a list after a dot. `subject`: the occurrence it prompts, the question beside the
    work that it puts, the comment it tells, or the session that it is a step of, sweeps or brings a
    file for. `edits`: id of the outbox row whose message is edited instead of a new one being sent.
    `pin`: pin it after sending (best effort).
    `held_until`: on the calendar, from when it may go; whoever holds it back sets the timer that
    lets it go.
    """

    person: str
    client: str | None
    kind: str
    message: Message
    dedupe: str
    ask: str | None = None
    subject: str | None = None
    step: str | None = None
    edits: str | None = None
    pin: bool = False
    silent: bool = False
    attachment: Attachment | None = None
    held_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """An outbox row on its way: what the relay and the sender need, body unsealed."""

    id: str
    person: str
    chat: int = field(repr=False)
    kind: str
    message: Message = field(repr=False)
    tries: int = 1
    ask: str | None = None
    subject: str | None = None
    edits_message: int | None = None
    pin: bool = False
    silent: bool = False
    attachment: Attachment | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row of kind `fetch` is to bring, and what for.

    `kind`: sheet (a worksheet file), voice, photo; `file`: its id with the messenger. `name`: the
    file's own, or what was written under a picture. `at`: when it was sent.
    """

    kind: str
    file: str = field(repr=False)
    name: str = field(default="", repr=False)
    at: datetime | None = None

    @property
    def limit(self) -> int:
        """Bytes of it that are fetched at most."""
        return LIMITS[self.kind]


LIMITS = {
    "sheet": FILE_LIMIT,
    "voice": 3_000_000,
    "photo": 5_000_000,
    "voice-material": 3_000_000,
    "file-material": 5_000_000,
}
"""Of a voice note about fifteen minutes; pictures that were sent as such have far fewer."""


SWEEP_LIMIT = 100
"""Messages that the messenger deletes at a time."""


def sweeping(messages: Sequence[int]) -> Message:
    """Return what a row of kind `sweep` carries: the numbers of the messages that go."""
    return Message(",".join(map(str, messages)))


def swept(message: Message) -> list[int]:
    """Return the numbers of the messages that a row of kind `sweep` lets go."""
    return [int(number) for number in message.html.split(",")]


def fetching(wanted: Wanted) -> Message:
    """Return what a row of kind `fetch` carries."""
    at = wanted.at.isoformat() if wanted.at else ""
    return Message(escape("\n".join([wanted.kind, at, wanted.file, wanted.name])))


def wanted_of(message: Message) -> Wanted:
    """Return what a row of kind `fetch` is to bring."""
    kind, at, file_id, name = (*plain(message.html).split("\n", 3), "", "", "")[:4]
    return Wanted(kind, file_id, name, datetime.fromisoformat(at) if at else None)
