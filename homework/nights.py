"""Which of the times that a therapist wants lie in a client's quiet hours, and which would not.

Held against the client's own hours on each weekday. It must not know what is asked at these times.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from homework.burden import ROOM, is_quiet
from homework.moments import quiet_of, zone_of
from homework.schedule import AfterOther, BySession, Random, Rule, wall_time, weekdays
from homework.store.people import Client

HALF_HOURS = tuple(time(hour, minute) for hour in range(24) for minute in (0, 30))
DAY, LEAST = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Inside:
    """A time that lies in quiet hours, on which of its ISO weekdays, and the nearest that do not.

    `every`: so it is on each day on which it comes. `at`: when what follows from it would come.
    """

    planned: time
    days: frozenset[int]
    every: bool
    fits: tuple[time, ...]
    at: time


def inside(
    client: Client,
    rules: Iterable[Rule],
    after: timedelta = timedelta(0),
    since: date | None = None,
) -> Inside | None:
    """Return the first time of a schedule that lies in quiet hours, None if none does.

    `after`: so long after each time it is that something comes. `since`: the first day.
    """
    first = since or date(2027, 1, 4)
    for rule in rules:
        ends = (rule.start, rule.end) if isinstance(rule, Random) else (wall_time(rule),)
        days = _dates(first, weekdays(rule))
        for at in ends:
            if at is None:
                continue
            found = [day for day in days if _is_quiet(client, day, at, after)]
            sure = not isinstance(rule, BySession | AfterOther)  # else nobody knows on which day
            if found and (sure or len(found) == len(days)):
                return Inside(
                    at,
                    frozenset(day.isoweekday() for day in found),
                    len(found) == len(days),
                    _nearest(client, days, at, after),
                    (datetime.combine(first, at) + after).time(),
                )
    return None


def _dates(first: date, on: frozenset[int]) -> list[date]:
    """Return the first date of each of some weekdays."""
    week = [first + place * DAY for place in range(7)]
    return [day for day in week if day.isoweekday() in on]


def _is_quiet(client: Client, day: date, at: time, after: timedelta) -> bool:
    zone = zone_of(client)
    return is_quiet(datetime.combine(day, at, zone) + after, zone, quiet_of(client))


def _nearest(client: Client, days: Sequence[date], at: time, after: timedelta) -> tuple[time, ...]:
    """Return the nearest half hours before and after a time that fit on each of these days, with
    room to answer before the night begins."""

    def fits(when: time) -> bool:
        moments = (after, after + ROOM - LEAST)
        return not any(_is_quiet(client, day, when, late) for day in days for late in moments)

    before = next((when for when in reversed(HALF_HOURS) if when < at and fits(when)), None)
    behind = next((when for when in HALF_HOURS if when > at and fits(when)), None)
    return tuple(when for when in (before, behind) if when is not None)
