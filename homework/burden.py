"""How much a client may be asked, over all assignments together: quiet hours, caps, spacing.

Counts only what the bot starts, that is, what makes the phone ring and answers nothing. It must not
know what is sent, only when and for which assignment.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from homework.windows import start_of_next_day

ROOM = timedelta(minutes=30)
"""So long after a time that a client picked, the night may begin again: the prompt and what follows
have their place before it."""

LAST_MINUTE = time(23, 59)

DropReason = Literal["too_late", "quiet", "cap", "spacing"]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Wall times between which nothing rings; over midnight when start > end, never when equal."""

    start: time
    end: time

    def on(self, weekday: int) -> "Quiet":
        """Return the quiet hours that begin on an ISO weekday: always these."""
        return self


@dataclass(frozen=True, slots=True)
class Week:
    """Quiet hours by ISO weekday where they differ from the usual ones.

    A night belongs to the day it begins on: quiet from Friday 23:00 to 10:00 ends on Saturday.
    """

    usual: Quiet
    days: Mapping[int, Quiet] = field(default_factory=dict[int, Quiet])

    def on(self, weekday: int) -> Quiet:
        """Return the quiet hours that begin on an ISO weekday."""
        return self.days.get(weekday, self.usual)


QuietHours = Quiet | Week


@dataclass(frozen=True, slots=True)
class Caps:
    """The most prompts and reminders a local day, and the minutes between assignments.

    `series`: the assignments of an agreed period of self-monitoring. Only their prompts may go
    beyond `prompts`, and all together never beyond `together`.
    """

    prompts: int = 4
    reminders: int = 2
    spacing_minutes: int = 60
    series: frozenset[str] = field(default=frozenset(), repr=False)
    together: int | None = None

    @property
    def most(self) -> int:
        """The most prompts of a day over everything."""
        return self.prompts if self.together is None else self.together


@dataclass(frozen=True, slots=True)
class SentPrompt:
    """A prompt or reminder that rang (or is about to ring) and the assignment it was for."""

    at: datetime
    assignment: str
    reminder: bool = False


@dataclass(frozen=True, slots=True)
class SendNow:
    """Nothing stands against it."""


@dataclass(frozen=True, slots=True)
class WaitUntil:
    """Ask again at `at` (UTC); it lies before the window closes."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Drop:
    """No moment is left inside the window. Not the client's doing: ends as not delivered."""

    reason: DropReason


Slot = SendNow | WaitUntil | Drop


def is_quiet(at: datetime, zone: ZoneInfo, quiet: QuietHours) -> bool:
    """Return whether the client's clock stands in quiet hours at `at`; their end is not quiet."""
    return _quiet_until(at, zone, quiet) is not None


def after_quiet(at: datetime, zone: ZoneInfo, quiet: QuietHours) -> datetime:
    """Return `at` if it is not quiet, else the end of those quiet hours; UTC, never before `at`.

    An end that the clock leaps over moves on by the width of the gap.
    """
    while wall := _quiet_until(at, zone, quiet):
        end = wall.replace(tzinfo=zone)
        first = end.astimezone(UTC)
        # The end may come twice in the night the clocks go back; past the first, take the second.
        at = first if first > at else end.replace(fold=1).astimezone(UTC)
    return at.astimezone(UTC)


def _quiet_until(at: datetime, zone: ZoneInfo, quiet: QuietHours) -> datetime | None:
    """Return the wall time at which the quiet hours around `at` end; None when it is not quiet."""
    wall = at.astimezone(zone).replace(tzinfo=None, fold=0)
    for day in (wall.date() - timedelta(days=1), wall.date()):
        start, end = _night(day, quiet.on(day.isoweekday()))
        if start <= wall < end:
            return end
    return None


def make_room(quiet: Week, wall: datetime) -> tuple[Week, int] | None:
    """Return quiet hours whose nearer border gives way to a wall time, and for which weekday.

    What a client picks near the beginning of a night lets it begin half an hour after; near its
    end, it ends there. None: that time is not quiet, or lies so deep in the night that moving a
    border would take most of it.
    """
    for day in (wall.date() - timedelta(days=1), wall.date()):
        night, weekday = quiet.on(day.isoweekday()), day.isoweekday()
        start, end = _night(day, night)
        if not start <= wall < end:
            continue
        later = min(wall + ROOM, end, datetime.combine(day, LAST_MINUTE))
        if end - wall <= wall - start:
            given = Quiet(night.start, wall.time())
        elif later > wall:
            given = Quiet(later.time(), night.end)
        else:
            return None
        return Week(quiet.usual, {**quiet.days, weekday: given}), weekday
    return None


def _night(day: date, night: Quiet) -> tuple[datetime, datetime]:
    """Return the wall times between which the quiet hours that begin on a day last."""
    over = timedelta(days=night.start > night.end)
    return datetime.combine(day, night.start), datetime.combine(day + over, night.end)


def slot(
    due: datetime,
    now: datetime,
    *,
    closes_at: datetime,
    zone: ZoneInfo,
    quiet: QuietHours,
    today: Sequence[SentPrompt],
    assignment: str,
    caps: Caps,
) -> Slot:
    """Return when a prompt that fell due at `due` may ring.

    `today`: what rang for this client on this local day and in the hour before it; other days' do
    no harm. Decided one after another: put a prompt that is sent into `today` before the next.
    """
    prompts = [sent for sent in today if not sent.reminder]
    others = [sent.at for sent in prompts if sent.assignment != assignment]
    counted = [(caps.most, [sent.at for sent in prompts])]
    if assignment not in caps.series:
        beside = [sent.at for sent in prompts if sent.assignment not in caps.series]
        counted.append((caps.prompts, beside))
    limits = _Limits(zone, quiet, counted, others, caps.spacing_minutes)
    return _slot(max(due, now), now, closes_at, limits)


def reminder_slot(
    due: datetime,
    now: datetime,
    *,
    closes_at: datetime,
    zone: ZoneInfo,
    quiet: QuietHours,
    today: Sequence[SentPrompt],
    assignment: str,
    caps: Caps,
) -> Slot:
    """Return when a reminder may ring: its own cap; spaced from all that other assignments rang."""
    counted = [(caps.reminders, [sent.at for sent in today if sent.reminder])]
    others = [sent.at for sent in today if sent.assignment != assignment]
    limits = _Limits(zone, quiet, counted, others, caps.spacing_minutes)
    return _slot(max(due, now), now, closes_at, limits)


@dataclass(frozen=True, slots=True)
class _Limits:
    """`counted`: pairs of a cap of the day and of what counts against it."""

    zone: ZoneInfo
    quiet: QuietHours
    counted: Sequence[tuple[int, Sequence[datetime]]]
    others: Sequence[datetime]
    spacing_minutes: int


def _slot(at: datetime, now: datetime, closes_at: datetime, limits: _Limits) -> Slot:
    reason: DropReason = "too_late"
    while at < closes_at:
        moved, why = _moved(at, limits)
        if why is None:
            return SendNow() if at <= now else WaitUntil(at.astimezone(UTC))
        at, reason = moved, why
    return Drop(reason)


def _moved(at: datetime, limits: _Limits) -> tuple[datetime, DropReason | None]:
    """Return a later moment to try and what forbade `at`, or `at` and None."""
    if is_quiet(at, limits.zone, limits.quiet):
        return after_quiet(at, limits.zone, limits.quiet), "quiet"
    day = at.astimezone(limits.zone).date()
    for cap, rang in limits.counted:
        if sum(sent.astimezone(limits.zone).date() == day for sent in rang) >= cap:
            return start_of_next_day(at, limits.zone), "cap"
    spacing = timedelta(minutes=limits.spacing_minutes)
    near = [other for other in limits.others if abs(other - at) < spacing]
    if near:
        return max(near) + spacing, "spacing"
    return at, None
