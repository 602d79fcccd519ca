"""What will go wrong in each round of the soak: drawn by lot, before anything happens.

A round is drawn from the seed and its number alone, so that the same seed gives the same storms
whatever happened before. It must not know how any of it is done.
"""

import random
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.demo.faults import FaultKind
from tests.support.bot_edges import POINTS

ANYWHERE = "anywhere"
WIRE: dict[FaultKind, int] = {
    "drop_before": 4,
    "drop_after": 4,
    "delay": 4,
    "error_500": 4,
    "truncated": 4,
    "garbage": 4,
    "flood": 4,
    "conflict": 1,
    "forbidden": 1,
}
"""Kinds of fault and how often each is drawn; a conflict costs five seconds, a 403 a talk."""
METHODS = {
    "sendMessage": 5,
    "editMessageText": 3,
    "getUpdates": 3,
    "answerCallbackQuery": 1,
    "getMe": 1,
}
QUEUE = ("redelivered", "shuffled", "garbage", "restarted")
HOUR, DAY, LONG_DAY = timedelta(hours=1), timedelta(days=1), timedelta(hours=25)
SPANS = (HOUR, DAY, LONG_DAY)

Disk = Literal["", "full", "full, then dead"]


@dataclass(frozen=True)
class Fault:
    """One trouble of the wire. `whose`: the number of the patient whose chat it hits, or nobody."""

    kind: FaultKind
    method: str
    skip: int
    times: int
    seconds: float
    whose: int | None


@dataclass(frozen=True)
class Storm:
    """One round.

    `due`: the calendar moves on to the next timer. `passes`: so much time passes at once. `wrong`:
    the clock of the bot's machine is wrong by so much until the round after next. `away`: the
    number of a patient who blocks the bot for `rounds`. `stopped`: seconds of SIGSTOP. `death`: a
    named point or anywhere, `skip` and `moment` say when; `calls` are waited for before it.
    `twice`: the next process dies while it starts.
    """

    faults: tuple[Fault, ...] = ()
    queue: str = ""
    due: bool = False
    passes: timedelta = timedelta()
    wrong: timedelta = timedelta()
    disk: Disk = ""
    away: int | None = None
    rounds: int = 0
    stopped: float = 0.0
    death: str = ANYWHERE
    skip: int = 0
    calls: int = 1
    moment: float = 0.0
    twice: bool = False


def draw(seed: int, number: int, people: int) -> Storm:
    """Return the storm of one round."""
    lot = random.Random(f"{seed}.{number}")
    death = ANYWHERE if lot.random() < 0.5 else lot.choice(POINTS)
    often = death.startswith(("intake", "sending", "marking"))
    chosen: Disk = lot.choice(("full", "full, then dead"))
    return Storm(
        faults=tuple(_fault(lot, people) for _ in range(lot.choice((0, 0, 1, 1, 2)))),
        queue=lot.choice(QUEUE) if lot.random() < 0.3 else "",
        due=lot.random() < 0.6,
        passes=lot.choice(SPANS) if lot.random() < 0.05 else timedelta(),
        wrong=lot.choice(SPANS) * lot.choice((1, -1)) if lot.random() < 0.05 else timedelta(),
        disk=chosen if lot.random() < 0.06 else "",
        away=lot.randrange(people) if lot.random() < 0.06 else None,
        rounds=lot.randrange(1, 5),
        stopped=lot.uniform(0.1, 1.5) if lot.random() < 0.05 else 0.0,
        death=death,
        skip=lot.randrange(4) if often else 0,
        calls=lot.randrange(1, 40),
        moment=lot.random(),
        twice=lot.random() < 0.05,
    )


def _fault(lot: random.Random, people: int) -> Fault:
    kind = lot.choices([*WIRE], [*WIRE.values()])[0]
    method = lot.choices([*METHODS], [*METHODS.values()])[0]
    whose = None
    if kind == "conflict":
        method = "getUpdates"
    if kind == "forbidden":
        method, whose = "sendMessage", lot.randrange(people)
    return Fault(
        kind,
        method,
        skip=lot.randrange(4),
        times=lot.choice((1, 1, 2)),
        seconds=1.0 if kind == "flood" else lot.uniform(0.02, 1.0),
        whose=whose,
    )
