"""The ledger: each occurrence ends in exactly one state, and the rate that is fair to the client.

Nothing is imputed. What was skipped, paused, declined or not delivered stays out of the rate and is
always said beside it. It must not know where the states come from.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from conversations.texts import Texts

EndState = Literal[
    "on_time",
    "late",
    "partial",
    "missed",
    "skipped",
    "declined",
    "paused",
    "superseded",
    "not_delivered",
]
END_STATES: frozenset[str] = frozenset(get_args(EndState))
OPEN_STATES: frozenset[str] = frozenset({"planned", "prompted", "opened"})

REASONS: Mapping[str, frozenset[str]] = {
    "skipped": frozenset({"busy", "unwell", "not_relevant", "too_hard", "private", "too_much"}),
    "not_delivered": frozenset(
        {
            *("too_late", "quiet", "cap", "spacing", "unreachable", "refused", "unsure", "alert"),
            *("halved", "stopped"),
        }
    ),
}
"""The reasons a state may carry; other states carry none. `too_late`: the program was not running
inside the window. `unsure`: nobody knows whether the prompt arrived. `halved`, `stopped`: the bot
left it out because it was asking less; nobody was asked, so nobody missed it."""

_OUTSIDE = frozenset({"on_time", "late"})
MAY_BECOME: Mapping[str, frozenset[str]] = {
    "planned": END_STATES | {"prompted", "opened"},
    "prompted": END_STATES | {"planned", "opened"},  # planned: snoozed, or it could not go out
    "opened": END_STATES | {"prompted"},  # prompted: a stage begun ahead of its time
    "missed": frozenset({"late", "partial"}),
    "skipped": _OUTSIDE,
    "declined": _OUTSIDE,
    "paused": _OUTSIDE,
    "superseded": _OUTSIDE,
    "not_delivered": _OUTSIDE,
    "on_time": frozenset(),
    "late": frozenset(),
    "partial": _OUTSIDE,
}
"""What each state may become. An end state stays, unless somebody writes after all; and that never
counts against them: what stood outside the rate comes in only as done."""

PERCENT_FROM = 5
"""Below this n no percentage is shown: it would say more than it knows."""

_DONE = ("on_time", "late")
_COUNTED = (*_DONE, "partial", "missed")
_BESIDE = ("skipped", "paused", "declined", "not_delivered", "superseded", "unprompted")


class StateUnknown(ValueError):
    """An occurrence stands in a state that the ledger does not have."""


@dataclass(frozen=True, slots=True)
class FairRate:
    """`done` of `n`; `percent` (0-100) from n = 5 on; `beside`: what was left out, no zeros.

    `recalled`: how many of the entries told of something over an hour ago.
    """

    done: int
    n: int
    percent: int | None
    partial: int = 0
    recalled: int = 0
    beside: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def missed(self) -> int:
        """How many of the n were not begun."""
        return self.n - self.done - self.partial


def may_become(state: str, other: str) -> bool:
    """Return whether the ledger lets a state become another, or stay as it is."""
    return state == other or other in MAY_BECOME[state]


def fair_rate(states: Iterable[tuple[str, bool]], recalled: int = 0) -> FairRate:
    """Return (on time + late) of (on time + late + partial + missed).

    Takes pairs of state and whether the entry was unprompted; unprompted entries never enter the
    rate. Occurrences that are still open are left out. Raises `StateUnknown`.
    """
    counts: dict[str, int] = dict.fromkeys((*_COUNTED, *_BESIDE), 0)
    for state, unprompted in states:
        if state in OPEN_STATES:
            continue
        if state not in END_STATES:
            raise StateUnknown(f"{state!r} is no state of the ledger")
        counts["unprompted" if unprompted else state] += 1
    done = sum(counts[state] for state in _DONE)
    n = sum(counts[state] for state in _COUNTED)
    percent = (200 * done + n) // (2 * n) if n >= PERCENT_FROM else None
    beside = {key: counts[key] for key in _BESIDE if counts[key]}
    return FairRate(done, n, percent, counts["partial"], recalled, beside)


def words(rate: FairRate, texts: Texts, *, whole: bool = False) -> str:
    """Return the rate in plain words, what was left out beside it: "5 of 5 done, 20 skipped".
    `whole`: what was not begun is said too, so that all numbers add up."""
    if not rate.n:
        parts = [] if rate.beside else [texts.plain("ledger-none")]
    elif rate.percent is None:
        parts = [texts.plain("ledger-rate", done=rate.done, n=rate.n)]
    else:
        parts = [texts.plain("ledger-rate-percent", done=rate.done, n=rate.n, percent=rate.percent)]
    if rate.partial:
        parts.append(texts.plain("ledger-partial", count=rate.partial))
    if whole and rate.missed:
        parts.append(texts.plain("ledger-missed", count=rate.missed))
    if rate.recalled:
        parts.append(texts.plain("ledger-recalled", count=rate.recalled))
    keys = {key: f"ledger-{key.replace('_', '-')}" for key in rate.beside}
    parts += [texts.plain(keys[key], count=count) for key, count in rate.beside.items()]
    return texts.plain("ledger-joiner").join(parts)
