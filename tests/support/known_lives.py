"""Sixty people and what they did in a year, as plain records: the truth that the books must tell.

Nothing here knows the program. Every kind of life has one thing about it that is known; the others
are ordinary, each a little different. The same seed gives the same year.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

NOW = datetime(2026, 3, 6, 16, 0, tzinfo=UTC)
HERE = ZoneInfo("Europe/Berlin")
TODAY = NOW.astimezone(HERE).date()
YEAR = 364
EVERY_DAY = frozenset(range(1, 8))
SOME_DAYS = frozenset({1, 3, 5})
DONE = ("on_time", "late")
BOTH_SIDES, CATCHING, CHECKS = "thought_record_7col", "thought_record_3col", "self_monitoring"
WORRY, TRYING, BRIDGE = "worry_outcome", "behavioural_experiment", "session_bridge"

LASTS = 27
"""So many days from today everything is set."""


@dataclass
class Sheet:
    """What one person wrote once. `practice` None: for nothing that was agreed."""

    worksheet: str
    began: datetime
    closed: datetime
    answers: dict[str, Any]
    state: str = "done"
    sharing: str = "all"
    recalled: bool = False
    read: datetime | None = None
    names: dict[str, str] = field(default_factory=dict[str, str])
    practice: "Practice | None" = None
    prompted: bool = True


@dataclass
class Moment:
    """One moment at which something was agreed. `chosen`: a later part, at a time they chose."""

    practice: "Practice"
    at: datetime
    closes: datetime
    state: str = "missed"
    reason: str | None = None
    rang: bool = True
    opened: datetime | None = None
    snoozes: int = 0
    step: str | None = None
    sheet: Sheet | None = None
    chosen: bool = False


@dataclass
class Practice:
    """Something that was agreed: so often, in this form, shared so."""

    worksheet: str
    times: tuple[time, ...] = (time(18),)
    days: frozenset[int] = SOME_DAYS
    variant: str = "full"
    sharing: str = "all"
    since: int = YEAR
    names: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def momentary(self) -> bool:
        """Whether it is about right now, and open for an hour."""
        return self.worksheet == CHECKS


@dataclass
class Life:
    """One person's year."""

    name: str
    kind: str
    practices: list[Practice] = field(default_factory=list[Practice])
    moments: list[Moment] = field(default_factory=list[Moment])
    alone: list[Sheet] = field(default_factory=list[Sheet])
    zone: str = "Europe/Berlin"
    state: str = "active"
    paused_until: datetime | None = None
    unreachable: datetime | None = None
    silence: str | None = None
    session: datetime | None = None

    @property
    def sheets(self) -> list[Sheet]:
        """Everything they wrote, in the order it was closed."""
        found = [one.sheet for one in self.moments if one.sheet]
        return sorted([*found, *self.alone], key=lambda one: one.closed)


# Which of a sheet's answers there are -------------------------------------------------------------

SITUATIONS = ("On the bus", "In the kitchen at work", "A call from my sister", "In the queue")
THOUGHTS = ("They all look at me", "I will lose my place", "She is cross with me", "I cannot do it")
OTHERS = ("They look at their phones", "Two people asked for my view", "She may be tired")
FEELINGS = ("shame", "fear", "anger", "sadness")


@dataclass
class Told:
    """How somebody rates and words: `again`: the second rating by the first; `own`: only theirs."""

    again: Callable[[random.Random, int], int] = lambda rng, was: max(
        0, min(100, was + 5 * rng.randint(-6, 2))
    )
    own: str = ""
    came: tuple[str, ...] = ("no", "partly", "yes")

    def words(self, rng: random.Random, pool: tuple[str, ...]) -> str:
        """Some words, with those that only this person uses."""
        return f"{rng.choice(pool)}{f' ({self.own})' if self.own else ''}"

    def both_sides(self, rng: random.Random, *, partly: bool) -> dict[str, Any]:
        """A thought record; partly: up to what speaks for it."""
        name, before = rng.choice(FEELINGS), 5 * rng.randint(8, 19)
        thought = self.words(rng, THOUGHTS)
        said: dict[str, Any] = {
            "situation": self.words(rng, SITUATIONS),
            "moods": [{"name": name, "rating": before}],
            "thoughts": [thought],
            "hot_thought": thought,
            "hot_belief": 80,
        }
        if partly:
            return said
        return said | {
            "evidence_for": self.words(rng, SITUATIONS),
            "evidence_against": self.words(rng, OTHERS),
            "balanced": self.words(rng, OTHERS),
            "balanced_belief": 5 * rng.randint(6, 18),
            "moods_now": [{"name": name, "rating": self.again(rng, before)}],
        }

    def catching(self, rng: random.Random, *, partly: bool) -> dict[str, Any]:
        """The short thought record."""
        said: dict[str, Any] = {
            "situation": self.words(rng, SITUATIONS),
            "moods": [{"name": rng.choice(FEELINGS), "rating": 5 * rng.randint(6, 19)}],
        }
        return said if partly else said | {"thoughts": [self.words(rng, THOUGHTS)]}

    def check(self, rng: random.Random) -> dict[str, Any]:
        """A rating of right now."""
        return {"state_1": rng.randint(2, 9), "doing": rng.choice(("work", "home", "rest"))}

    def worry(self, rng: random.Random, day: date) -> dict[str, Any]:
        """A worry, and what came of it."""
        return {
            "worry": self.words(rng, THOUGHTS),
            "clear": True,
            "likely": 5 * rng.randint(12, 19),
            "distress": 70,
            "know_day": (day + timedelta(days=1)).isoformat(),
            "know_time": "18:00",
            "came": rng.choice(self.came),
            "happened": self.words(rng, OTHERS),
        }

    def trying(self, rng: random.Random, day: date) -> dict[str, Any]:
        """An experiment, and what happened."""
        before = 5 * rng.randint(12, 19)
        return {
            "belief": self.words(rng, THOUGHTS),
            "belief_before": before,
            "prediction": self.words(rng, THOUGHTS),
            "what": "Ask one question at the meeting",
            "check_day": (day + timedelta(days=1)).isoformat(),
            "check_time": "18:00",
            "did": "did",
            "happened": self.words(rng, OTHERS),
            "came_true": rng.choice(self.came),
            "belief_after": self.again(rng, before),
        }

    def answers(self, rng: random.Random, one: Practice, day: date, *, partly: bool) -> Any:
        """What is written for a practice."""
        match one.worksheet:
            case "thought_record_7col":
                return self.both_sides(rng, partly=partly)
            case "thought_record_3col":
                return self.catching(rng, partly=partly)
            case "worry_outcome":
                return self.worry(rng, day)
            case "behavioural_experiment":
                return self.trying(rng, day)
            case _:
                return self.check(rng)


# What becomes of a moment -------------------------------------------------------------------------


@dataclass
class Fate:
    """What becomes of one moment."""

    state: str
    reason: str | None = None
    snoozes: int = 0
    step: str = "evidence_for"


Habit = Callable[[random.Random, int, time], Fate]
"""What becomes of a moment so many days ago at this time of the day."""


def usual(rng: random.Random, _: int, __: time) -> Fate:
    """Mostly done, now and then not."""
    state = rng.choices(("on_time", "late", "partial", "missed", "skipped"), (75, 8, 5, 7, 5))[0]
    reason = rng.choice(("busy", "unwell")) if state == "skipped" else None
    return Fate(state, reason, snoozes=int(rng.random() < 0.08))


def live(
    life: Life,
    habit: Habit = usual,
    told: Told | None = None,
    *,
    recalled: bool = False,
    reads: int | None = 3,
) -> Life:
    """Fill a life's year. `reads`: what is older than so many days was read a day later."""
    rng, voice = random.Random(f"7.{life.name}"), told or Told()
    for one in life.practices:
        for ago in range(one.since, -1, -1):
            day = TODAY - timedelta(days=ago)
            for at in one.times if day.isoweekday() in one.days else ():
                moment = _moment(life, one, datetime.combine(day, at, ZoneInfo(life.zone)))
                if moment.at <= NOW:
                    _befall(rng, life, moment, habit(rng, ago, at), voice)
    for sheet in life.sheets:
        sheet.recalled |= recalled
        if reads is not None and sheet.closed < NOW - timedelta(days=reads):
            sheet.read = min(sheet.closed + timedelta(hours=rng.randint(3, 40)), NOW)
    return life


def _moment(life: Life, one: Practice, local: datetime) -> Moment:
    at = local.astimezone(UTC)
    end = datetime.combine(local.date() + timedelta(days=1), time(0), ZoneInfo(life.zone))
    return Moment(one, at, at + timedelta(hours=1) if one.momentary else end.astimezone(UTC))


def _befall(rng: random.Random, life: Life, one: Moment, fate: Fate, told: Told) -> None:
    """Let a moment become what it becomes; nothing is over before its time."""
    one.state, one.reason, one.snoozes = fate.state, fate.reason, fate.snoozes
    one.rang = fate.state not in ("not_delivered", "paused")
    if one.state == "partial" and one.practice.worksheet != BOTH_SIDES:
        one.state = "on_time"
    if one.state == "late" and one.closes + timedelta(minutes=90) > NOW:
        one.state = "on_time"
    if one.state == "missed" and one.closes > NOW:
        one.state = "prompted"
    life.moments.append(one)
    if one.state not in (*DONE, "partial"):
        return
    wait = timedelta(minutes=rng.randint(1, 25))
    one.opened = one.closes + timedelta(minutes=30) if one.state == "late" else one.at + wait
    if one.state == "partial":
        one.step = fate.step
    day = one.at.astimezone(ZoneInfo(life.zone)).date()
    over_days = one.practice.worksheet in (WORRY, TRYING)
    closed = one.opened + timedelta(minutes=rng.randint(2, 12), days=int(over_days))
    if closed > NOW:
        one.state, one.opened = "prompted", None
        return
    answers = told.answers(rng, one.practice, day, partly=one.state == "partial")
    one.sheet = Sheet(
        one.practice.worksheet,
        one.opened,
        closed,
        answers,
        state="partial" if one.state == "partial" else "done",
        sharing=one.practice.sharing,
        names=one.practice.names,
        practice=one.practice,
    )
    if over_days:
        at = one.at + timedelta(days=1)
        later = Moment(one.practice, at, at + timedelta(hours=5), "on_time", opened=closed)
        later.chosen = True
        life.moments.append(later)


def by_time(life: Life) -> Iterator[Moment]:
    """Yield the moments of a life in the order they were planned."""
    yield from sorted(life.moments, key=lambda one: one.at)
