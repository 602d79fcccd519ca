"""What happened in a conversation. Past tense: these are facts, the engine decides what follows.

An event that came from a button names the ask it was pressed under (`ask`); one that came from a
command (`/back`, `/skip`) names none and means the current question.
"""

from dataclasses import dataclass, field
from datetime import datetime

from conversations.session import Variant


@dataclass(frozen=True, slots=True)
class Answered:
    """A text was written. `at` is the messenger's own date of the message (UTC)."""

    text: str = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True)
class Chosen:
    """A button with a value was pressed; the value is absolute (`on.2`, never "toggle 2")."""

    ask: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """The current question was passed over."""

    ask: str | None = None


@dataclass(frozen=True, slots=True)
class WentBack:
    """The question before the current one was asked for."""

    ask: str | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """A step was picked from the review to be answered again."""

    ask: str
    step: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The review was confirmed."""

    ask: str


@dataclass(frozen=True, slots=True)
class Undone:
    """The last "added to ..." was taken back."""

    ask: str


@dataclass(frozen=True, slots=True)
class SteppedDown:
    """A smaller form was chosen in the middle; every answer is kept."""

    variant: Variant
    ask: str | None = None


@dataclass(frozen=True, slots=True)
class Paused:
    """The person put the worksheet aside; the next sign of interest asks the same question."""

    ask: str | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    """The person came back to a paused or waiting worksheet."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person ended the worksheet early (`/cancel`); what was written stays."""

    ask: str | None = None


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The deadline of a begun worksheet passed."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """A moment of the clock that runs in the open question may have come."""


Event = (
    Answered
    | Chosen
    | Skipped
    | WentBack
    | Edited
    | Finished
    | Undone
    | SteppedDown
    | Paused
    | Resumed
    | Stopped
    | TimedOut
    | Ticked
)
