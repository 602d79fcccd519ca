"""The rules of a simulation, one row each, and what did not hold.

Whoever adds a rule to the bot adds a row to `RULES`. It must not know how lives are lived.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.simulate import keeping_rules, ringing_rules
from bot.simulate.evidence import Case
from bot.simulate.ringing_rules import Found


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that did not hold, for whom (None: for nobody alone), when, and what was seen."""

    client: int | None
    rule: str
    at: datetime
    what: str


RULES: Sequence[tuple[str, Callable[[Case], Found]]] = (
    ("never in quiet hours", ringing_rules.quiet_hours),
    ("never over the caps", ringing_rules.caps),
    ("spacing kept", ringing_rules.spacing),
    ("never twice", ringing_rules.twice),
    ("never in a pause", ringing_rules.paused),
    ("never after days of silence", ringing_rules.silent),
    ("never after the end", ringing_rules.over),
    ("no more at a time than may run", ringing_rules.room),
    ("one end state each", keeping_rules.one_end),
    ("shown deadline is enforced", keeping_rules.shown_is_enforced),
    ("ledger rebuilt equal", keeping_rules.ledger),
    ("never the client's doing", keeping_rules.not_their_doing),
    ("nothing imputed", keeping_rules.imputed),
    ("only what is theirs", keeping_rules.theirs),
)
"""What is held, in the words of the report, and what looks after it."""


def judge(case: Case) -> list[Breach]:
    """Return every breach of a rule in one client's life."""
    return [
        Breach(case.life.number, name, at, what) for name, rule in RULES for at, what in rule(case)
    ]
