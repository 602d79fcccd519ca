"""What simulated clients are set to do: random assignments over all sheets and kinds of schedules.

A new kind of schedule is a row of `RULES`, a new kind of assignment a row of `REGIMENS`. It must
not know how an assignment is written or kept.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from conversations.session import Variant
from homework.schedule import (
    AfterWaking,
    BySession,
    EveryDays,
    InMinutes,
    OnDates,
    OnDay,
    Random,
    Rule,
    Weekly,
)
from homework.store.wording import USUAL_LIMITS

TIMES = ("07:00", "08:00", "09:00", "09:00", "12:30", "13:00", "18:00", "18:00", "20:00", "22:30")
"""Popular ones come twice; some lie in most people's quiet hours."""
FORMS: tuple[Variant, ...] = ("full", "light", "light", "minute", "minute")


@dataclass(frozen=True, slots=True)
class Regimen:
    """One assignment as a therapist would set it. `day`: when, counted from the first day."""

    sheet: str
    day: int
    days: int
    rules: tuple[Rule, ...]
    variant: Variant = "full"
    window: int | None = None
    grace: int | None = None
    idle: int = 7 * 24 * 60
    reminder: int | None = None
    states: tuple[str, ...] = field(default=(), repr=False)
    ends_early: int | None = None
    limits: str = USUAL_LIMITS

    @property
    def momentary(self) -> bool:
        """Whether it is a series about right now."""
        return bool(self.states)


Maker = Callable[[random.Random, date], tuple[Rule, ...]]


def _at(chance: random.Random) -> time:
    return time.fromisoformat(chance.choice(TIMES))


def _some_days(chance: random.Random, first: date) -> tuple[Rule, ...]:
    days = frozenset(chance.sample(range(1, 8), chance.randint(2, 5)))
    return (Weekly(days, _at(chance)),)


def _daily(chance: random.Random, first: date) -> tuple[Rule, ...]:
    return (Weekly(frozenset(range(1, 8)), _at(chance)),)


def _twice_daily(chance: random.Random, first: date) -> tuple[Rule, ...]:
    times = {_at(chance), _at(chance)}
    return tuple(Weekly(frozenset(range(1, 8)), at) for at in sorted(times))


def _every_few_days(chance: random.Random, first: date) -> tuple[Rule, ...]:
    return (EveryDays(chance.randint(2, 4), first, _at(chance)),)


def _on_dates(chance: random.Random, first: date) -> tuple[Rule, ...]:
    days = sorted(chance.sample(range(1, 14), chance.randint(1, 4)))
    return (OnDates(tuple(first + timedelta(days=day) for day in days), _at(chance)),)


def _at_random(chance: random.Random, first: date) -> tuple[Rule, ...]:
    seed, count = str(chance.random()), chance.randint(1, 4)
    every = frozenset(range(1, 8))
    return tuple(Random(every, time(9), time(20), count, one, 90, seed) for one in range(count))


def _after_waking(chance: random.Random, first: date) -> tuple[Rule, ...]:
    return (AfterWaking(frozenset(range(1, 8)), chance.choice((15, 60, 180))),)


def _by_session(chance: random.Random, first: date) -> tuple[Rule, ...]:
    offset = OnDay(chance.choice((-1, 1, 2)), _at(chance)) if chance.random() < 0.6 else None
    return (BySession(offset or InMinutes(chance.choice((-120, 30, 180)))),)


def _on_demand(chance: random.Random, first: date) -> tuple[Rule, ...]:
    return ()


RULES: Sequence[tuple[int, Maker]] = (
    (4, _some_days),
    (3, _daily),
    (1, _twice_daily),
    (3, _every_few_days),
    (1, _on_dates),
    (2, _at_random),
    (2, _after_waking),
    (3, _by_session),
    (1, _on_demand),
)
"""How often each kind of schedule is set, and what makes it."""


def _drawn(chance: random.Random, first: date) -> tuple[Rule, ...]:
    maker = chance.choices([row[1] for row in RULES], [row[0] for row in RULES])[0]
    return maker(chance, first)


def _record(chance: random.Random, day: int, first: date) -> Regimen:
    rungs = ("thought_record_3col", "thought_record_beck", "thought_record_7col")
    return Regimen(
        chance.choice(rungs),
        day,
        chance.choice((14, 21, 28, 42)),
        _drawn(chance, first),
        chance.choice(FORMS),
        chance.choice((None, None, 60, 120, 240)),
        chance.choice((None, None, 30)),
        reminder=chance.choice((None, 30, 60)),
        ends_early=chance.choice((None, None, None, 9)),
        limits=chance.choice((USUAL_LIMITS, "06:00-23:00", "")),
    )


def _experiment(chance: random.Random, day: int, first: date) -> Regimen:
    sheet, length = "behavioural_experiment", chance.choice((14, 28))
    form = chance.choice(FORMS)
    return Regimen(sheet, day, length, _some_days(chance, first), form)


def _monitoring(chance: random.Random, day: int, first: date) -> Regimen:
    several = chance.sample(range(8, 22), chance.randint(2, 5))
    rules = tuple(Weekly(frozenset(range(1, 8)), time(hour)) for hour in sorted(several))
    states = tuple(chance.sample(("tense", "sad", "awake"), chance.randint(1, 2)))
    form = chance.choice(("full", "light", "minute"))
    return Regimen("self_monitoring", day, 7, rules, form, 60, 10, 60, 15, states)


REGIMENS: Sequence[tuple[int, Callable[[random.Random, int, date], Regimen]]] = (
    (5, _record),
    (2, _experiment),
    (1, _monitoring),
)
"""How often each kind of assignment is set, and what makes it."""


def regimens(chance: random.Random, start: date, days: int) -> list[Regimen]:
    """Return what one client is set over the weeks: one series at a time, and perhaps a practice
    more than may run, which then waits."""
    found: list[Regimen] = []
    for day in sorted(chance.sample(range(0, max(days - 6, 3)), min(3, max(days - 6, 3)))):
        first = start + timedelta(days=day)
        day = 0 if not found else day
        running = [one for one in found if one.day + one.days > day]
        series = [one for one in running if one.momentary]
        rows = [*REGIMENS[:-1]] if len(running) - len(series) < 3 else []
        rows += [REGIMENS[-1]] if not series else []
        if not rows:
            continue
        make = chance.choices([row[1] for row in rows], [row[0] for row in rows])[0]
        found.append(make(chance, day, first))
    return found
