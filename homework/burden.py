"""How much a client may be asked, over all assignments together: quiet hours, caps, spacing.

Counts only what the bot starts, that is, what makes the phone ring and answers nothing. It must not
know what is sent, only when and for which assignment.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from homework.windows import start_of_next_day

DropReason = Literal["too_late", "quiet", "cap", "spacing"]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Wall times between which nothing rings; over midnight when start > end, never when equal."""

    start: time
    end: time

    def covers(self, wall: time) -> bool:
        """Return whether a wall time lies inside; the end is no longer quiet."""
        if self.start <= self.end:
            return self.start <= wall < self.end
        return wall >= self.start or wall < self.end


@dataclass(frozen=True, slots=True)
class Caps:
    """The most prompts and reminders a local day, and the minutes between assignments."""

    prompts: int = 4
    reminders: int = 2
    spacing_minutes: int = 60


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


def is_quiet(at: datetime, zone: ZoneInfo, quiet: Quiet) -> bool:
    """Return whether `at` lies in the quiet hours; their end is no longer quiet."""
    wall = at.astimezone(zone).time().replace(fold=0)
    return quiet.covers(wall)


def after_quiet(at: datetime, zone: ZoneInfo, quiet: Quiet) -> datetime:
    """Return `at` if it is not quiet, else the end of those quiet hours; UTC, never before `at`."""
    while is_quiet(at, zone, quiet):
        local = at.astimezone(zone)
        day = local.date()
        if local.time().replace(fold=0) >= quiet.end:
            day += timedelta(days=1)
        end = datetime.combine(day, quiet.end, zone)
        first = end.astimezone(UTC)
        # The end may come twice in the night the clocks go back; past the first, take the second.
        at = first if first > at else end.replace(fold=1).astimezone(UTC)
    return at.astimezone(UTC)


def slot(
    due: datetime,
    now: datetime,
    *,
    closes_at: datetime,
    zone: ZoneInfo,
    quiet: Quiet,
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
    limits = _Limits(zone, quiet, caps.prompts, prompts, others, caps.spacing_minutes)
    return _slot(max(due, now), now, closes_at, limits)


def reminder_slot(
    due: datetime,
    now: datetime,
    *,
    closes_at: datetime,
    zone: ZoneInfo,
    quiet: Quiet,
    today: Sequence[SentPrompt],
    assignment: str,
    caps: Caps,
) -> Slot:
    """Return when a reminder may ring: its own cap; spaced from all that other assignments rang."""
    reminders = [sent for sent in today if sent.reminder]
    others = [sent.at for sent in today if sent.assignment != assignment]
    limits = _Limits(zone, quiet, caps.reminders, reminders, others, caps.spacing_minutes)
    return _slot(max(due, now), now, closes_at, limits)


@dataclass(frozen=True, slots=True)
class _Limits:
    zone: ZoneInfo
    quiet: Quiet
    cap: int
    counted: Sequence[SentPrompt]
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
    rang = sum(sent.at.astimezone(limits.zone).date() == day for sent in limits.counted)
    if rang >= limits.cap:
        return start_of_next_day(at, limits.zone), "cap"
    spacing = timedelta(minutes=limits.spacing_minutes)
    near = [other for other in limits.others if abs(other - at) < spacing]
    if near:
        return max(near) + spacing, "spacing"
    return at, None
