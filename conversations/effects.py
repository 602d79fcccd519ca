"""What must follow: orders to the shell, which renders, saves and schedules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from conversations.session import Json, Session, Variant

How = Literal[
    "answered",
    "appended",
    "undone",
    "skipped",
    "edited",
    "noted",
    "reworded",
    "held",
    "again",
    "given",
]
"""`noted`: kept beside the answers. `reworded`: what an edited message says `now`, and what a note
`was`. `held`: a forwarded text, no answer unless its sender says so. `again`: taken out because its
stage is asked anew. `given`: set with the practice, not asked for."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Put the session's current question. `again`: redraw the message it already stands in."""

    step: str
    ask: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """Show all answers with an edit button each and "done"."""

    ask: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """Write one row of history. `value` is the step's whole value after this (None: no answer).

    For `noted` the value is the text itself and `step` is the step that stood open.
    """

    step: str
    value: Json = field(repr=False)
    how: How


@dataclass(frozen=True, slots=True)
class Settled:
    """The question `ask` is over: its message keeps the question and the answer, loses its buttons.

    `step` is None for the review; `item` tells which item of a list step the question was about;
    `more`: it was the "anything else?" of a list; `left`: it was left without an answer.
    """

    ask: str
    step: str | None
    item: int | None = None
    more: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class Refuse:
    """Say why an input was not taken, by catalogue key; the question is put again after it.

    `offered`: the ratings that may be meant. `bare`: beside them nothing was said, so nothing is
    lost.
    """

    key: str
    args: Mapping[str, str | int | date] = field(default_factory=dict[str, str | int | date])
    offered: tuple[int, ...] = field(default=(), repr=False)
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """Tell that a text was added to the answer of `step`, with an undo button under `ask`."""

    step: str
    ask: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The text added under `ask` was taken out of the answer again."""

    step: str
    ask: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """A message was edited: tell what came of the answer of `step` (None: of words kept beside).

    `unclear`: it says no answer now. `overtaken`: the step was answered anew since. `locked`: its
    first words stay. `planned`: a part of the sheet was planned by it already. `unread`: a reply to
    its question says no answer.
    """

    step: str | None
    what: Literal["taken", "unclear", "overtaken", "locked", "planned", "unread"]


@dataclass(frozen=True, slots=True)
class Noted:
    """Tell that a text which fitted no question was kept beside the answers."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A button of an earlier question was pressed: a polite word; nothing was stored."""


@dataclass(frozen=True, slots=True)
class SteppedDownTo:
    """The form became smaller in the middle."""

    variant: Variant


@dataclass(frozen=True, slots=True)
class Schedule:
    """The stage is over; the next one begins at `at` (None: at once).

    `put_off`: the stage that is over is the next one too; these were its answers, by step.
    """

    stage: str
    at: datetime | None
    put_off: Mapping[str, Json] = field(default_factory=dict[str, Json], repr=False)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Look at the clock of the question that stands open `at` that moment (None: no more)."""

    at: datetime | None


@dataclass(frozen=True, slots=True)
class Completed:
    """The last stage was confirmed. `partial`: see `moves.partial`."""

    partial: bool


@dataclass(frozen=True, slots=True)
class PutAside:
    """The worksheet was paused: say how to come back."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The worksheet ended early at `step` (stopped or timed out)."""

    step: str | None
    reason: Literal["stopped", "expired"]


Effect = (
    Ask
    | Review
    | Saved
    | Settled
    | Refuse
    | Added
    | TakenBack
    | Reworded
    | Noted
    | Stale
    | SteppedDownTo
    | Schedule
    | Ticks
    | Completed
    | PutAside
    | Ended
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The session after an event, and what must follow, in order."""

    session: Session
    effects: tuple[Effect, ...]
