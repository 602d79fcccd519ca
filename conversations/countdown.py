"""A clock that runs inside a sheet: started, looked at when one of its moments comes, ended.

How long it ran counts only while its question stands: who goes back, pauses, or opens another sheet
stops it, and goes on where it stood. What is due is found from the time alone, so that after a
downtime the newest line is said and none of those before it. It must not know who looks when.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from conversations.effects import Ticks
from conversations.model import Countdown, Worksheet
from conversations.session import Json, Session
from conversations.turn import Turn

EARLY = 0.5
"""Seconds by which a look may come too early: timers are kept to the millisecond."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment of a clock, `at` seconds: `say` a line ("" for the start), and maybe a rating."""

    at: int
    say: str = field(repr=False)
    rates: bool = False


def marks(step: Countdown, session: Session) -> tuple[Mark, ...]:
    """Return the moments of a clock in order; the first is its start."""
    whole = length(step, session)
    said = {line.second: line.say for line in step.lines if line.second < whole}
    apart = 60 * every(step, session)
    rated = set(range(apart, whole, apart)) if apart else set[int]()
    moments = sorted({0} | said.keys() | rated)
    return tuple(Mark(at, said.get(at, ""), at in rated) for at in moments)


def length(step: Countdown, session: Session) -> int:
    """Return how many seconds the clock is to run."""
    chosen = session.answers.get(step.minutes_from or "")
    if isinstance(chosen, int | float) and not isinstance(chosen, bool):
        return 60 * max(1, int(chosen))
    return 60 * step.minutes


def every(step: Countdown, session: Session) -> int:
    """Return how many minutes apart a rating is asked; 0 for none."""
    chosen = session.answers.get(step.every_from or "")
    if step.every and isinstance(chosen, int) and not isinstance(chosen, bool):
        return max(1, chosen)
    return step.every or 0


def is_running(step: object, session: Session) -> bool:
    """Whether the step is a clock that runs just now."""
    return isinstance(step, Countdown) and _since(_value(session, step.id)) is not None


def is_quiet(sheet: Worksheet, session: Session) -> bool:
    """Whether what stands open is a line of a clock that runs: to be read, not to be heard."""
    step = sheet.by_id.get(session.asked.step or "")
    if not isinstance(step, Countdown) or not is_running(step, session):
        return False
    mark = mark_of(step, session)
    return mark is not None and not mark.rates


def mark_of(step: Countdown, session: Session) -> Mark | None:
    """Return the moment whose message stands open, None before the start."""
    found = marks(step, session)
    item = session.item
    return None if item is None else found[min(item, len(found) - 1)]


def ran(value: Json) -> int:
    """Return the seconds that a clock is known to have run."""
    seconds = value.get("ran") if isinstance(value, dict) else None
    return seconds if isinstance(seconds, int) else 0


def ratings(value: Json) -> dict[int, int]:
    """Return the ratings given while a clock ran, by the minute."""
    given = value.get("ratings") if isinstance(value, dict) else None
    found = given.items() if isinstance(given, dict) else ()
    return {int(at): rating for at, rating in found if isinstance(rating, int)}


def rating_at(mark: Mark, value: Json) -> int | None:
    """Return the rating given at a moment."""
    return ratings(value).get(mark.at // 60) if mark.rates else None


def minutes(value: Json) -> int:
    """Return how many minutes a clock ran, rounded to full ones."""
    return (ran(value) + 30) // 60


def begin(turn: Turn, step: Countdown) -> None:
    """Start the clock, or let it go on where it stood; one that was over begins anew."""
    known = turn.session.answers.get(step.id) if step.id in turn.session.halfway else None
    value: dict[str, Json] = {
        "ran": ran(known),
        "since": turn.now.astimezone(UTC).isoformat(),
        "ratings": _as_json(ratings(known)),
    }
    turn.settle(left=True)
    turn.change(halfway=turn.session.halfway | {step.id})
    turn.keep(step.id, value, "answered")
    turn.put(step.id, _newest(step, turn.session, turn.now))
    look_again(turn, step)


def tick(turn: Turn) -> bool:
    """Say what is due now, the newest line alone; true if the time of the clock is over."""
    step = turn.step
    if turn.session.status != "open" or not isinstance(step, Countdown):
        return False
    if not is_running(step, turn.session):
        return False
    if elapsed(step, turn.session, turn.now) + EARLY >= length(step, turn.session):
        return True
    place = _newest(step, turn.session, turn.now)
    if place > (turn.session.item or 0):
        leave(turn, step)
        turn.put(step.id, place)
    look_again(turn, step)
    return False


def leave(turn: Turn, step: Countdown) -> None:
    """Close the message of a moment: with its rating, where one was given."""
    mark = mark_of(step, turn.session)
    value = turn.session.answers.get(step.id)
    turn.settle(left=mark is None or rating_at(mark, value) is None)


def rate(turn: Turn, step: Countdown, rating: int) -> None:
    """Keep a rating of the moment that stands open; the clock goes on."""
    mark, value = mark_of(step, turn.session), turn.session.answers.get(step.id)
    if mark is None or not isinstance(value, dict):
        return
    turn.keep(step.id, with_rating(value, mark.at // 60, rating), "answered")
    turn.change(tries=0, offered=())
    turn.redraw()


def with_rating(value: dict[str, Json], minute: int, rating: int) -> Json:
    """Return what a clock counted with one rating more, or another one, at a minute."""
    return {**value, "ratings": _as_json(ratings(value) | {minute: rating})}


def hold(turn: Turn) -> None:
    """Stop the clock that runs, if one does: it goes on where it stands, or not at all."""
    step = turn.step
    if isinstance(step, Countdown) and is_running(step, turn.session):
        value = turn.session.answers.get(step.id)
        over = round(elapsed(step, turn.session, turn.now))
        turn.keep(step.id, _over(value, over), "answered")
        turn.change(item=None)
        turn.effects.append(Ticks(None))


def look_again(turn: Turn, step: Countdown) -> None:
    """Order the next look: at the next moment that comes, or at the end."""
    value = turn.session.answers.get(step.id)
    since = _since(value)
    if since is None:
        return
    now = elapsed(step, turn.session, turn.now) + EARLY
    ahead = [mark.at for mark in marks(step, turn.session) if mark.at > now]
    due = min([*ahead, length(step, turn.session)])
    turn.effects.append(Ticks(since + timedelta(seconds=due - ran(value))))


def elapsed(step: Countdown, session: Session, now: datetime) -> float:
    """Return the seconds that a clock ran until now; never more than it was to run."""
    value = session.answers.get(step.id)
    since = _since(value)
    more = max(0.0, (now - since).total_seconds()) if since else 0.0
    return min(ran(value) + more, length(step, session))


def _newest(step: Countdown, session: Session, now: datetime) -> int:
    gone = elapsed(step, session, now) + EARLY
    return max(n for n, mark in enumerate(marks(step, session)) if mark.at <= gone)


def _over(value: Json, seconds: int) -> Json:
    return {"ran": seconds, "ratings": _as_json(ratings(value))}


def _as_json(given: dict[int, int]) -> Json:
    return {str(at): rating for at, rating in sorted(given.items())}


def _value(session: Session, step: str) -> Json:
    return session.answers.get(step) if step in session.halfway else None


def _since(value: Json) -> datetime | None:
    since = value.get("since") if isinstance(value, dict) else None
    return datetime.fromisoformat(since) if isinstance(since, str) else None
