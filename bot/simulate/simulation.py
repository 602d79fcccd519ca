"""A simulation from its seed to its report: who lives, for how long, and what did not hold.

It must not know how anybody lives, nor what the rules are.
"""

import random
import tempfile
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import structlog

from bot.clock import Calendar
from bot.simulate import arrivals
from bot.simulate.breaches import Breach, judge
from bot.simulate.carrier import Network, Shown
from bot.simulate.errands import CARERS, ERRANDS
from bot.simulate.evidence import Evidence
from bot.simulate.handsets import Handset, Postbox
from bot.simulate.lives import Life, chances, letters
from bot.simulate.premises import BOT, Premises
from bot.simulate.regimens import regimens
from bot.simulate.stories import Story
from bot.simulate.ticking import HurriedMachine, StandingMachine
from bot.simulate.timeline import Progress, Timeline
from bot.simulate.weather import weather
from homework.store import people

SETTLING = timedelta(hours=3)
"""From the first invitation until lives begin, the same for everybody."""
A_THERAPISTS = 5
"""Clients of one therapist."""
STARTS = (date(2027, 3, 1), date(2027, 3, 15), date(2027, 10, 4), date(2027, 9, 20))
"""Mondays before the clocks change somewhere."""
MEMORY = Path("/dev/shm")  # noqa: S108 - nothing that is kept; the disk would only be slow  # nosec B108


@dataclass(frozen=True, slots=True)
class Plan:
    """Who lives, and how: `clients` lives of so many `weeks`, all drawn from `seed`."""

    clients: int
    weeks: int
    seed: int

    @property
    def days(self) -> int:
        """How many days are lived."""
        return 7 * self.weeks


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it: how much of what, what did not hold, and the story if one was asked for."""

    plan: Plan
    counts: Mapping[str, int]
    breaches: Sequence[Breach]
    story: Sequence[str] = field(default=(), repr=False)


def _nothing(part: float) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class _Complaints:
    """What the program itself complained of in its log, by name."""

    heard: dict[str, int] = field(default_factory=dict[str, int])

    def __call__(
        self, logger: object, method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """Count a line of the log and write none."""
        if method in ("error", "critical", "exception"):
            name = " ".join(str(event[key]) for key in ("event", "kind", "error") if key in event)
            self.heard[name] = self.heard.get(name, 0) + 1
        raise structlog.DropEvent


async def simulate(
    plan: Plan,
    *,
    crew: Sequence[int] | None = None,
    told: int | None = None,
    progress: Progress = _nothing,
    network: type[Network] = Network,
) -> Report:
    """Live all lives of a plan, or those of a `crew`; tell the story of one that is `told`.

    `network`: the bot's line to the messenger, where it is to be other than right.
    """
    lives = _people(plan, range(plan.clients) if crew is None else crew)
    complaints = _Complaints()
    known = structlog.get_config()
    structlog.configure(processors=[complaints])
    try:
        with tempfile.TemporaryDirectory(prefix="homework-", dir=_where()) as folder:
            timeline = _timeline(plan, lives, told, network, Path(folder))
            try:
                return await _lived(plan, told, timeline, progress, complaints)
            finally:
                await timeline.premises.stop()
    finally:
        structlog.configure(**known)


def _where() -> Path | None:
    return MEMORY if MEMORY.is_dir() else None


def _timeline(
    plan: Plan, lives: Sequence[Life], told: int | None, network: type[Network], folder: Path
) -> Timeline:
    """Return everything that is needed, with nobody there yet."""
    start = datetime.combine(_first_day(plan), time(9), UTC)
    calendar = Calendar(StandingMachine(start))
    news: list[Shown] = []
    air = network(calendar.now, news.append)
    air.handsets = {one.user: one for life in lives for one in (life.handset, life.carer)}
    end = start + timedelta(days=plan.days)
    stories = {} if told is None else {told: Story()}
    timeline = Timeline(
        Premises(folder, calendar, HurriedMachine(start), air),
        Postbox(BOT.id),
        lives,
        weather(plan.seed, start + SETTLING, end),
        end,
        {life.number: Evidence() for life in lives},
        stories,
        carers=_carers(plan, lives),
    )
    for number, story in stories.items():
        next(life for life in lives if life.number == number).tell = story.said
    return timeline


def _first_day(plan: Plan) -> date:
    return random.Random(f"{plan.seed}.start").choice(STARTS)  # noqa: S311 - a seeded life  # nosec B311


def _people(plan: Plan, numbers: Sequence[int]) -> list[Life]:
    carers = {group: _carer(plan, group) for group in {one // A_THERAPISTS for one in numbers}}
    lives: list[Life] = []
    for number in numbers:
        does, line = chances(plan.seed, number, ("does", "line"))
        handset = Handset(100_000 + number, "client", line)
        lives.append(Life(number, handset, carers[number // A_THERAPISTS], does))
    return lives


def _carer(plan: Plan, group: int) -> Handset:
    (line,) = chances(plan.seed, f"therapist {group}", ("line",))
    return Handset(1_000 + group, f"Dr {letters(group).upper()}", line)


def _carers(plan: Plan, lives: Sequence[Life]) -> list[Life]:
    """Return what therapists do by themselves: each a life that answers nothing."""
    found: dict[int, Life] = {}
    for life in lives:
        group = life.number // A_THERAPISTS
        if group not in found:
            (does,) = chances(plan.seed, f"therapist {group}", ("does",))
            found[group] = Life(-1 - group, life.carer, life.carer, does, answers=False)
    return list(found.values())


async def _lived(
    plan: Plan, told: int | None, timeline: Timeline, progress: Progress, complaints: _Complaints
) -> Report:
    premises, lives = timeline.premises, timeline.lives
    start = premises.calendar.now()
    await premises.start()
    premises.network.faulty = False
    groups: dict[int, list[Life]] = {}
    for life in lives:
        groups.setdefault(life.carer.user, []).append(life)
    await arrivals.come_in(premises, timeline.post, list(groups.values()))
    async with premises.running.db.transaction(premises.calendar.now()) as unit:
        for life in lives:
            who = await people.actor(unit, life.handset.user)
            if who.client is None or who.client.state != "active":
                raise arrivals.NobodyCameIn
            timeline.clients[life.number] = who.client.id
    await timeline.look_at_settings(lives, premises.calendar.now())
    begins = start + SETTLING
    premises.calendar.jump(begins)
    await premises.tick()
    premises.network.news = timeline.news
    premises.network.faulty = True
    drawn = {life.number: regimens(life.chance, begins.date(), plan.days) for life in lives}
    for life in lives:
        life.plan(begins, timeline.end, ERRANDS)
    for carer in timeline.carers:
        carer.plan(begins, timeline.end, CARERS)
    timeline.begin(drawn, begins)
    await timeline.run(progress)
    breaches = [one for case in await timeline.cases() for one in judge(case)]
    breaches += _of_the_program(timeline, complaints)
    stories = list(timeline.stories.values())
    story = _told(stories[0], breaches, told) if stories else []
    return Report(plan, dict(timeline.counts), breaches, story)


def _of_the_program(timeline: Timeline, complaints: _Complaints) -> list[Breach]:
    """Return what no client is needed for: timers put aside, errors, presses answered twice."""
    now, found = timeline.end, dict(complaints.heard)
    if timeline.counts["parked"]:
        found["timers were put aside"] = timeline.counts["parked"]
    if timeline.premises.network.twice_answered:
        found["presses were answered twice"] = timeline.premises.network.twice_answered
    return [Breach(None, "no errors", now, f"{name} ({times})") for name, times in found.items()]


def _told(story: Story, breaches: Sequence[Breach], number: int | None) -> list[str]:
    """Return a story's lines, with what did not hold at its end."""
    for one in breaches:
        if one.client in (number, None):
            story.remark(f"{one.rule}: {one.at:%Y-%m-%d %H:%M} UTC, {one.what}")
    return story.lines
