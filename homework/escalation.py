"""When an alert that nobody has seen is told again, and to whom: a ladder, as pure times.

Its therapist at once, whatever the hour; again when their hours begin, one and four hours into
them, and then every day. After twelve hours the backup contact, after a day the operator, whatever
the hour. It must not know how anybody is told.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

AGAIN = (timedelta(hours=1), timedelta(hours=4))
BACKUP = timedelta(hours=12)
OPERATOR = timedelta(hours=24)
A_DAY = timedelta(days=1)
KEPT = timedelta(days=30)
"""How long an alert goes on that nobody sees."""

Opens = Callable[[datetime], datetime]
"""Returns a moment itself if it lies in somebody's hours, else when they next begin."""


def again(raised_at: datetime, opens: Opens) -> tuple[datetime, ...]:
    """Return when a therapist is told again, in order; the first time is at once and is not in it.

    A night alert comes again when the hours begin, and its hours count from then.
    """
    begins = opens(raised_at)
    times = {begins} if begins > raised_at else set[datetime]()
    times.update(opens(begins + wait) for wait in AGAIN)
    times.update(opens(raised_at + A_DAY * days) for days in range(1, KEPT.days))
    return tuple(sorted(times))


def came(times: tuple[datetime, ...], looked_at: datetime, now: datetime) -> bool:
    """Whether one of some moments came since it was last looked."""
    return any(looked_at < at <= now for at in times)


def next_look(raised_at: datetime, now: datetime, ladders: list[tuple[datetime, ...]]) -> datetime:
    """Return the next moment at which somebody is told, or the alert is let go of."""
    times = [at for ladder in ladders for at in ladder]
    times += [raised_at + BACKUP, raised_at + OPERATOR, raised_at + KEPT]
    return min((at for at in times if at > now), default=now + A_DAY)
