"""The course of a simulation: from one moment at which something happens to the next.

At each moment, in this order: the weather, what therapists set, what people do, what is due. All
that happens at one moment is handed over together. It must not know what is right or wrong.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from bot.simulate import carers, hindsight
from bot.simulate.carrier import Shown
from bot.simulate.evidence import Case, Evidence, setting
from bot.simulate.handsets import Postbox, Raw
from bot.simulate.hindsight import Rows
from bot.simulate.lives import Life, concerns
from bot.simulate.premises import Premises
from bot.simulate.regimens import Regimen
from bot.simulate.stories import Story
from bot.simulate.weather import Spell
from homework.store import people

OUTAGE_STEP = timedelta(minutes=5)

Progress = Callable[[float], None]
"""Told now and then which part of the time has passed, 0 to 1."""


@dataclass(order=True, slots=True)
class _Event:
    at: datetime
    rank: int
    number: int
    kind: str = field(compare=False)
    spell: Spell | None = field(compare=False, default=None)
    life: Life | None = field(compare=False, default=None)
    regimen: Regimen | None = field(compare=False, default=None)
    assignment: str = field(compare=False, default="")


@dataclass(slots=True)
class Timeline:
    """Everything that happens, in order. `back_at`: when bot and messenger were last away."""

    premises: Premises
    post: Postbox
    lives: Sequence[Life]
    spells: Sequence[Spell]
    end: datetime
    evidence: Mapping[int, Evidence]
    stories: Mapping[int, Story]
    clients: dict[int, str] = field(default_factory=dict[int, str])
    proposed: dict[str, Regimen] = field(default_factory=dict[str, Regimen])
    carers: Sequence[Life] = ()
    counts: Counter[str] = field(default_factory=Counter[str])
    by_user: dict[int, tuple[Life, str]] = field(default_factory=dict[int, tuple[Life, str]])
    mail: list[Raw] = field(default_factory=list[Raw], repr=False)
    since: datetime | None = None
    events: list[_Event] = field(default_factory=list[_Event], repr=False)
    numbers: "count[int]" = field(default_factory=count)

    def begin(self, regimens: Mapping[int, Sequence[Regimen]], at: datetime) -> None:
        """Write down what will happen by itself."""
        for spell in self.spells:
            self._later(spell.start, 0, "begins", spell=spell)
        for life in self.lives:
            self.by_user[life.handset.user] = (life, "client")
            self.by_user.setdefault(life.carer.user, (life, "therapist"))
            for one in regimens[life.number]:
                self._later(at + timedelta(days=one.day), 1, "set", life=life, regimen=one)

    def _later(self, at: datetime, rank: int, kind: str, **more: object) -> None:
        event = _Event(at, rank, next(self.numbers), kind)
        for name, value in more.items():
            setattr(event, name, value)
        heapq.heappush(self.events, event)

    async def run(self, progress: Progress) -> None:
        """Let everything happen until the end."""
        start = self.premises.calendar.now()
        told = 0.0
        while (now := self._next()) is not None and now <= self.end:
            self.premises.calendar.jump(now)
            await self._moment(max(now, self.premises.calendar.now()))
            part = (now - start) / (self.end - start)
            if part - told > 0.002:
                told = part
                progress(part)
        self.premises.calendar.jump(self.end)
        if not self.premises.up:
            await self.premises.start()
        await self.premises.tick()
        progress(1.0)

    def _next(self) -> datetime | None:
        moments = [one.next for one in self._everybody() if one.next is not None]
        if self.events:
            moments.append(self.events[0].at)
        if self.premises.up and self.premises.due_at is not None:
            moments.append(self.premises.due_at)
        return min(moments, default=None)

    def _everybody(self) -> Iterator[Life]:
        yield from self.lives
        yield from self.carers

    async def _moment(self, now: datetime) -> None:
        self.counts["moments"] += 1
        for story in self.stories.values():
            story.now = now
        if self.premises.up and not self.premises.network.away:
            self.since = None
        while self.events and self.events[0].at <= now:
            await self._event(heapq.heappop(self.events), now)
        acting = [one for one in self._everybody() if one.next is not None and one.next <= now]
        raws = [raw for one in acting for raw in one.act(now, self.post)]
        self.counts["updates"] += len(raws)
        if not self.premises.up:
            self.mail += raws
            return
        if raws:
            await self.premises.take(raws)
        await self.premises.tick()
        await self._look_at_settings(now)

    # The weather --------------------------------------------------------------------------------

    async def _event(self, event: _Event, now: datetime) -> None:
        match event.kind:
            case "begins" if event.spell:
                await self._begins(event.spell, now)
            case "ends" if event.spell:
                await self._ends(event.spell, now)
            case "passes" if event.spell:
                await self.premises.wait(OUTAGE_STEP)
            case "set" if event.life and event.regimen:
                await self._set(event.life, event.regimen, now)
            case "stop" if event.life:
                await self._stop(event.life, event.assignment, now)
            case _:
                pass

    async def _begins(self, spell: Spell, now: datetime) -> None:
        self.counts["restarts" if spell.kind == "down" else "outages"] += 1
        self.since = now
        minutes = int((spell.end - spell.start) / timedelta(minutes=1))
        if spell.kind == "down":
            self._remark(f"! downtime {minutes}m" if minutes else "! restart")
            await self.premises.stop()
        else:
            self._remark(f"#### the messenger is away for {minutes} minutes")
            self.premises.network.away = True
            at = now + OUTAGE_STEP
            while at < spell.end:
                self._later(at, 0, "passes", spell=spell)
                at += OUTAGE_STEP
        if minutes:
            self._later(spell.end, 0, "ends", spell=spell)
        else:
            await self._ends(spell, now)

    async def _ends(self, spell: Spell, now: datetime) -> None:
        if spell.kind == "away":
            self.premises.network.away = False
            await self.premises.wait(OUTAGE_STEP)
            await self.premises.settle()
            return
        await self.premises.start()
        if spell.end > spell.start:
            self._remark("! end")
        if spell.ticks_first:
            await self.premises.tick()
        mail, self.mail = self.mail, []
        await self.premises.take(mail)
        await self.premises.tick()
        await self._look_at_settings(now)

    # What therapists set ------------------------------------------------------------------------

    async def _set(self, life: Life, regimen: Regimen, now: datetime) -> None:
        if not self.premises.up:
            self._later(now + timedelta(minutes=30), 1, "set", life=life, regimen=regimen)
            return
        running = self.premises.running
        async with running.db.transaction(now) as unit:
            key = await carers.propose(unit, running.house, self.clients[life.number], regimen)
        said = f"#### {regimen.sheet} is set ({regimen.variant}) for {regimen.days} days"
        self._remark(said, life)
        self.proposed[key] = regimen
        self.counts["assignments"] += 1
        await self.premises.settle()
        if regimen.ends_early is not None:
            at = now + timedelta(days=regimen.ends_early)
            self._later(at, 1, "stop", life=life, assignment=key)

    async def _stop(self, life: Life, assignment: str, now: datetime) -> None:
        if not self.premises.up:
            self._later(now + timedelta(minutes=30), 1, "stop", life=life, assignment=assignment)
            return
        async with self.premises.running.db.transaction(now) as unit:
            ended = await carers.end(unit, assignment)
        if ended:
            self._remark("#### the therapist ends it", life)
            await self.premises.settle()

    # What is seen -------------------------------------------------------------------------------

    def news(self, shown: Shown) -> None:
        """Let somebody see what their phone showed; called by the network."""
        life, who = self.by_user[shown.user]
        self.counts[{"<": "messages", "~": "changes", "!": "notices"}[shown.sort]] += 1
        if who != "client":
            for number, story in self.stories.items():
                if concerns(number, shown.text):
                    story.shown(who, shown)
            return
        if story := self.stories.get(life.number):
            story.shown(who, shown)
        acted = life.acted_at
        asked = acted is not None and acted >= (self.since or shown.at)
        self.evidence[life.number].see(life, shown, asked=asked, calm=self.since is None)
        life.see(shown)

    def _remark(self, line: str, life: Life | None = None) -> None:
        """Write into the stories what befell somebody, or (None) everybody."""
        for number, story in self.stories.items():
            if life is None or life.number == number:
                story.said("", line)

    async def look_at_settings(self, lives: Sequence[Life], now: datetime) -> None:
        """Write down what clients have set from now on."""
        async with self.premises.running.db.transaction(now) as unit:
            found = await people.clients_by_id(unit, [self.clients[one.number] for one in lives])
        for life in lives:
            told = setting(found[self.clients[life.number]], now)
            life.zone = told.zone
            known = self.evidence[life.number].settings
            if not known or replace(known[-1], at=now) != told:
                known.append(told)

    async def _look_at_settings(self, now: datetime) -> None:
        touched = [life for life in self.lives if life.touched]
        if touched:
            await self.look_at_settings(touched, now)
        for life in touched:
            life.touched = False

    # At the end ---------------------------------------------------------------------------------

    async def cases(self) -> list[Case]:
        """Return everything about everybody, for whoever judges it."""
        now = self.premises.calendar.now()
        async with self.premises.running.db.transaction(now) as unit:
            rows = await hindsight.read(unit, list(self.clients.values()), self.proposed)
        self._count(rows)
        return [
            Case(
                life,
                key,
                self.evidence[life.number],
                [one for one in rows.occurrences if one.client == key],
                rows.chains,
                [one for one in rows.entries if one.client == key],
                rows.agreed[key],
                rows.owners,
                self.spells,
                now,
            )
            for life, key in ((life, self.clients[life.number]) for life in self.lives)
        ]

    def _count(self, rows: Rows) -> None:
        counts = self.counts
        counts["parked"] = rows.parked
        counts["entries"] = len(rows.entries)
        counts["events"] = sum(map(len, rows.chains.values()))
        counts["agreed"] = sum(map(len, rows.agreed.values()))
        counts["occurrences"] = len(rows.occurrences)
        counts.update(one.state for one in rows.occurrences)
        counts["prompts"] = sum(len(one.rungs) for one in self.evidence.values())
