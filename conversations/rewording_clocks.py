"""A message that was typed while a clock ran, and edited since: the rating it gave follows it.

The clock itself is never touched: how long it ran is counted, not said.
"""

from conversations import countdown
from conversations.answers import Value, rate
from conversations.brought import Brought, overtaken, unclear
from conversations.model import Countdown
from conversations.numerals import Numerals
from conversations.turn import Turn


def was_running(was: Brought) -> bool:
    """Whether the clock ran when the message came, or was started or ended by it."""
    return any(isinstance(one, dict) and "since" in one for one in (was.before, was.after))


def rated(turn: Turn, step: Countdown, was: Brought, words: str) -> Value | None:
    """Return the clock with the rating that the message gives now; None if it gave none."""
    before, after = countdown.ratings(was.before), countdown.ratings(was.after)
    at = next((minute for minute in after if before.get(minute) != after[minute]), None)
    found = rate(words, step.max, turn.numerals)
    if at is None or not isinstance(found, Value) or not isinstance(found.value, int):
        unclear(turn, step)
        return None
    value = turn.session.answers.get(step.id)
    said = after[at] if was.said is None else _number(was.said, step, turn.numerals)
    if not isinstance(value, dict) or countdown.ratings(value).get(at) != said:
        overtaken(turn, step)
        return None
    return Value(countdown.with_rating(value, at, found.value), found.note)


def _number(text: str, step: Countdown, words: Numerals) -> int | None:
    found = rate(text, step.max, words)
    return found.value if isinstance(found, Value) and isinstance(found.value, int) else None
