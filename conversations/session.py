"""A conversation in progress: which worksheet, where in it, what was answered.

Nothing here reads a clock or keeps anything outside the value: a `Session` goes to JSON and back
between any two inputs (`codec.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Variant = Literal["full", "light", "minute"]
VARIANTS: tuple[Variant, ...] = ("full", "light", "minute")

Status = Literal["open", "waiting", "paused", "done", "stopped", "expired"]
"""`open`: this person's texts go here. `waiting`: another session was opened over it. `paused`: put
aside by the person. `done`: confirmed. `stopped`: ended early. `expired`: its time ran out."""

CLOSED: frozenset[Status] = frozenset({"done", "stopped", "expired"})

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Ref:
    """The exact published worksheet a session runs on."""

    id: str
    version: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Option:
    """One choice handed in from outside (a client, a worksheet): `id` <= 40 ASCII characters."""

    id: str
    label: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """The question last put. `step` is None for the review.

    `id` is opaque and new with every question. `delivered_at` is the messenger's own date of the
    message that carried it, None while nobody knows that it arrived. `seen_at`: since when the
    person has seen the same question under an earlier id (it was put again after a refusal).
    `gone`: of the days and times that the step suggests those that were over by then: not offered.
    """

    id: str
    step: str | None
    delivered_at: datetime | None = None
    seen_at: datetime | None = None
    gone: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Appended:
    """A text added to an earlier answer; it may be taken back: `ask` names the undo button."""

    ask: str
    step: str
    before: Json = field(repr=False)
    text: str = field(repr=False)


Move = Literal["too_much", "back", "pause"]
"""What words may mean that are a whole message and no answer: less, the question before, a rest."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """Words that may be the answer of the open question, which is `before` without them, or a move.

    They are kept as the answer until their writer says which it is.
    """

    move: Move
    before: Json = field(repr=False)


@dataclass(frozen=True, slots=True)
class Session:
    """A worksheet being answered by one client.

    `answers` maps step ids to JSON values (shape per kind: see `answers.py`); a step that was
    skipped stands in `skipped` instead. `notes` are texts that fitted no question and are kept.
    `item`: which item of a list step is being rated (None: the step's own question). `halfway`:
    list steps that were begun and not yet concluded. `last`: the text step answered last, where a
    burst of messages is added. `tries`: how often the current question was refused. `offered`:
    ratings that the last answer may have meant. `unsure`: whether the words sent last were one.
    """

    id: str
    client: str
    worksheet: Ref
    variant: Variant
    stage: str
    status: Status
    asked: Asked
    opened_at: datetime
    answers: Mapping[str, Json] = field(default_factory=dict[str, Json], repr=False)
    skipped: frozenset[str] = frozenset()
    locked: frozenset[str] = frozenset()
    notes: tuple[str, ...] = field(default=(), repr=False)
    handed: Mapping[str, tuple[Option, ...]] = field(
        default_factory=dict[str, tuple[Option, ...]], repr=False
    )
    appended: Appended | None = None
    editing: bool = False
    revision: int = 0
    item: int | None = None
    tries: int = 0
    halfway: frozenset[str] = frozenset()
    last: str | None = None
    offered: tuple[int, ...] = field(default=(), repr=False)
    unsure: Unsure | None = None
