"""Which of the times that a therapist wants lie in a client's quiet hours, and which would not.

Held against the client's own hours on each weekday. It must not know what is asked at these times.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from homework.burden import ROOM, is_quiet
from homework.moments import quiet_of, zone_of
from homework.schedule import (
    AfterOther,
    AfterWaking,
    BySession,
    Random,
    Rule,
    wall_time,
    weekdays,
)
from homework.store.people import Client

HALF_HOURS = tuple(time(hour, minute) for hour in range(24) for minute in (0, 30))
DAY, LEAST = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Inside:
    """A time that lies in quiet hours, on which of its ISO weekdays, and the nearest that do not.

    `every`: so it is on each day on which it comes. `at`: when what follows from it would come.
    `rule`: what it is a time of.
    """

    planned: time
    days: frozenset[int]
    every: bool
    fits: tuple[time, ...]
    at: time
    rule: Rule

    @property
    def between(self) -> tuple[time, time] | None:
        """The span at random times of which quiet hours begin; None for anything else."""
        match self.rule:
            case Random(start=start, end=end) if start < self.planned < end:
                return start, end
            case _:
                return None


def inside(
    client: Client,
    rules: Iterable[Rule],
    after: timedelta = timedelta(0),
    since: date | None = None,
    wake: Mapping[int, time] | None = None,
) -> Inside | None:
    """Return the first time of a schedule that lies in quiet hours, None if none does.

    `after`: so long after each time it is that something comes. `since`: the first day. `wake`:
    when the client usually wakes up, by ISO weekday.
    """
    first = since or date(2027, 1, 4)
    for rule in rules:
        days = _dates(first, weekdays(rule))
        comes: dict[time, list[datetime]] = {}
        for day in days:
            for wall in _walls(client, rule, day, after, wake or {}):
                comes.setdefault(wall.time(), []).append(wall)
        for at, walls in comes.items():
            found = [wall.date() for wall in walls if _is_quiet(client, wall, after)]
            sure = not isinstance(rule, BySession | AfterOther)  # else nobody knows on which day
            among = [wall.date() for wall in walls] if isinstance(rule, AfterWaking) else days
            if found and (sure or len(found) == len(days)):
                return Inside(
                    at,
                    frozenset(day.isoweekday() for day in found),
                    len(found) == len(among),
                    _nearest(client, among, at, after),
                    (datetime.combine(first, at) + after).time(),
                    rule,
                )
    return None


def _walls(
    client: Client, rule: Rule, day: date, after: timedelta, wake: Mapping[int, time]
) -> list[datetime]:
    """Return the wall times of a rule on a day; of what comes at random the ends of its span, and
    where in it quiet hours begin."""
    match rule:
        case Random():
            start, end = (datetime.combine(day, at) for at in (rule.start, rule.end))
            nights = [_begins(client, one) - after for one in (day, day + DAY)]
            return [start, end, *(night for night in nights if start < night < end)]
        case AfterWaking() if day.isoweekday() in wake:
            woke = datetime.combine(day, wake[day.isoweekday()])
            return [woke + timedelta(minutes=rule.minutes)]
        case _:
            at = wall_time(rule)
            return [] if at is None else [datetime.combine(day, at)]


def _begins(client: Client, day: date) -> datetime:
    return datetime.combine(day, quiet_of(client).on(day.isoweekday()).start)


def _dates(first: date, on: frozenset[int]) -> list[date]:
    """Return the first date of each of some weekdays."""
    week = [first + place * DAY for place in range(7)]
    return [day for day in week if day.isoweekday() in on]


def _is_quiet(client: Client, wall: datetime, after: timedelta) -> bool:
    zone = zone_of(client)
    return is_quiet(wall.replace(tzinfo=zone) + after, zone, quiet_of(client))


def _nearest(client: Client, days: Sequence[date], at: time, after: timedelta) -> tuple[time, ...]:
    """Return the nearest half hours before and after a time that fit on each of these days, with
    room to answer before the night begins."""

    def fits(when: time) -> bool:
        moments = (after, after + ROOM - LEAST)
        walls = [datetime.combine(day, when) for day in days]
        return not any(_is_quiet(client, wall, late) for wall in walls for late in moments)

    before = next((when for when in reversed(HALF_HOURS) if when < at and fits(when)), None)
    behind = next((when for when in HALF_HOURS if when > at and fits(when)), None)
    return tuple(when for when in (before, behind) if when is not None)
