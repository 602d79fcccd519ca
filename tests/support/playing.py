"""Plays transcripts on the whole machine: real database, keyring, router, relay and timers.

Everything but the messenger and the clocks is real. Between all lines the database is closed and
every object dropped; what goes on is what stands in the files, and the phones.
"""

import asyncio
import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog
from pydantic import SecretStr
from sqlalchemy import func, select

from bot.app import Running, assemble
from bot.calls import Identity
from bot.clock import Calendar
from bot.floodgate import UNLIMITED
from bot.opening import opened
from bot.pulse import Pulse
from bot.settings import Settings
from homework import joining, locking
from homework.reports.pictures import Drawn
from homework.store import people, timers
from homework.store.marks import UNSENT
from homework.store.tables import outbox
from scheduler.pacing import Pace
from tests.support.phones import BOT_ID, Edge, Letter, Seen
from tests.support.phones import Line as Wire
from tests.support.telegram import TOKEN
from tests.support.transcripts import Line

LONDON = ZoneInfo("Europe/London")
START = datetime(2027, 3, 1, 9, 0, tzinfo=LONDON)
SWIFT = Pace(per_second=100_000, chat_per_second=100_000, chat_burst=1000)
READING = timedelta(seconds=20)
"""What it takes to read a message and to answer it."""
HASTE = timedelta(seconds=1)
"""Between two messages that are written in one go."""
PATIENCE = 20.0
_SPAN = re.compile(r"\+(\d+)([mhds])")
_WAITING = select(func.count()).where(outbox.c.state.in_(UNSENT))
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


Act = Callable[[Running], Awaitable[None]]


class Broken(AssertionError):
    """The transcript does not say what happened."""


class StillMachine:
    """A clock that stands until the calendar is moved."""

    def now(self) -> datetime:
        return START.astimezone(UTC)

    def monotonic(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


@dataclass
class Stage:
    """One transcript being played: the files, the phones, the calendar."""

    folder: Path
    edge: Edge
    calendar: Calendar
    raws: list[dict[str, object]] = field(default_factory=list[dict[str, object]])
    settings: dict[str, str] = field(default_factory=dict[str, str])
    batch: timedelta | None = None  # since when what is written waits; None: it arrives at once

    # The machine --------------------------------------------------------------------------------

    @asynccontextmanager
    async def machine(self) -> AsyncGenerator[Running]:
        """The bot, made anew from the files, and dropped again."""
        settings = self._read
        calendar = Calendar(StillMachine(), self.calendar.offset)
        async with opened(settings) as db:
            identity = Identity(BOT_ID, "homework_bot")
            pulse = Pulse(StillMachine(), settings.homework_data_dir, settings.backups_path)
            api = Wire(self.edge)
            running = await assemble(
                settings, db, api, identity, calendar, pulse, SWIFT, UNLIMITED, draw=_sketched
            )
            self.calendar, self.edge.now = calendar, calendar.now
            yield running

    @cached_property
    def _read(self) -> Settings:
        """What the operator has set; it cannot be changed, and so it is read once."""
        return Settings(
            telegram_bot_token=SecretStr(TOKEN),
            homework_data_dir=self.folder / "data",
            homework_key_file=self.folder / "key",
            database_url="",
            **self.settings,  # type: ignore[arg-type]
        )

    async def send_all(self, running: Running) -> None:
        """Run the relay until nothing waits to be sent."""
        relay = asyncio.create_task(running.relay.run())
        async with asyncio.timeout(PATIENCE):
            await running.relay.still()
            running.relay.stop()
            await relay
        async with running.db.transaction(running.calendar.now()) as unit:
            if left := await unit.conn.scalar(_WAITING):
                raise Broken(f"{left} messages were left unsent")
        await running.intake.close()

    async def until(self, target: datetime, act: Act | None = None) -> None:
        """Let the time pass, stopping at whatever falls due on the way; then let `act` happen."""
        for _ in range(2000):
            async with self.machine() as running:
                async with running.db.transaction(running.calendar.now()) as unit:
                    due = await timers.next_due(unit)
                if due is not None and due <= target:
                    running.calendar.jump(due)
                    await running.due.tick()
                    await running.studio.still()
                    await self.send_all(running)
                    continue
                running.calendar.jump(target)
                if act is not None:
                    await act(running)
                    await running.due.tick()
                    await running.studio.still()
                    await self.send_all(running)
                return
        raise Broken("time does not pass: a timer falls due again and again")

    # The lines ----------------------------------------------------------------------------------

    async def play(self, line: Line) -> dict[str, list[Seen]]:
        """Let one line happen; return what each phone showed."""
        if self.batch is not None and line.kind == "say":
            self.calendar.jump(self._now() + HASTE)
            self.raws += self._written(line)
            return {}
        if self.batch is not None and line.kind == "at":
            self.calendar.jump(self._time(line.text))
            return {}
        with structlog.testing.capture_logs() as logs:
            await self._happen(line)
        bad = [one for one in logs if one["log_level"] in ("warning", "error", "critical")]
        if bad or self.edge.faults:
            raise Broken(f"line {line.number}: {line.raw[0]}\n{bad} {self.edge.faults}")
        return self._looked()

    async def _happen(self, line: Line) -> None:
        match line.kind:
            case "at":
                await self.until(self._time(line.text))
            case "say":
                await self.until(
                    self._now() + READING,
                    lambda running: running.intake.take(self._written(line)),
                )
            case _:
                await self._do(line.text)

    async def _do(self, text: str) -> None:
        match text.split():
            case ["restart"]:
                await self.until(self._now())
            case ["together"]:
                await self.until(self._now() + READING)
                self.batch = timedelta()
            case ["downtime", span]:
                await self.until(self._now() + READING)
                self.batch = _span("+" + span)
                self._gone_at = self._now()
            case ["end"]:
                if self.batch:
                    self.calendar.jump(max(self._now(), self._gone_at + self.batch))
                raws, self.raws, self.batch = self.raws, [], None
                await self._at_once(lambda running: running.intake.take(raws))
            case [name, ("blocks" | "unblocks") as act]:
                raws = self.edge.membership(name, blocked=act == "blocks")
                await self._at_once(lambda running: running.intake.take(raws))
            case ["operator", "unlocks", *name]:
                await self._at_once(lambda running: self._unlock(running, " ".join(name)))
            case ["operator", "invites", *name]:
                await self._at_once(lambda running: self._invite(running, " ".join(name)))
            case _:
                raise Broken(f"nobody knows how to {text!r}")

    async def _at_once(self, act: Act) -> None:
        """Let `act` happen before anything that fell due while the machine was away."""
        async with self.machine() as running:
            await act(running)
            await self.send_all(running)
        await self.until(self._now())

    async def _invite(self, running: Running, name: str) -> None:
        async with running.db.transaction(running.calendar.now()) as unit:
            self.edge.links.append(await joining.invite_therapist(unit, name))

    async def _unlock(self, running: Running, name: str) -> None:
        async with running.db.transaction(running.calendar.now()) as unit:
            for one in await people.therapists(unit):
                if one.name == name:
                    assert await locking.forgotten(unit, one)

    _gone_at: datetime = START

    def _written(self, line: Line) -> list[dict[str, object]]:
        handset, text = self.edge.of(line.who), line.text
        if text.startswith("[old ") and text.endswith("]"):
            return self._press(line, handset.find_old(text[5:-1]), text)
        if text.startswith("[") and text.endswith("]"):
            return self._press(line, handset.find(text[1:-1]), text)
        if paste := re.fullmatch(r"\(pastes (\d+)\) (.*)", text, re.DOTALL):
            length, words = int(paste[1]), paste[2] + " "
            return [*self.edge.say(line.who, (words * (length // len(words) + 1))[:length])]
        if text.startswith("(forwards) "):
            return [*self.edge.forward(line.who, text.removeprefix("(forwards) "))]
        if spot := re.fullmatch(r"\(sends the location (\S+) (\S+)\)", text):
            return [*self.edge.location(line.who, float(spot[1]), float(spot[2]))]
        if sent := re.fullmatch(r"\(sends the file (\S+)\)", text):
            return [*self.edge.file(line.who, sent[1])]
        if under := re.fullmatch(r"\(replies to “(.*?)”\) (.*)", text, re.DOTALL):
            return [*self.edge.reply(line.who, under[1], under[2])]
        if change := re.fullmatch(r"\(edits “(.*?)”\) (.*)", text, re.DOTALL):
            return [*self.edge.edit(line.who, change[1], change[2])]
        if sent := re.fullmatch(r"\(sends a ([\w ]+?)(?: “(.*)”)?\)", text):
            return [*self.edge.send(line.who, sent[1], sent[2] or "")]
        if self.edge.links:
            text = text.replace("{link}", self.edge.links[-1])
        if len(self.edge.links) > 1:
            text = text.replace("{old link}", self.edge.links[-2])
        return [*self.edge.say(line.who, text)]

    def _press(
        self, line: Line, found: tuple[Letter, str] | None, text: str
    ) -> list[dict[str, object]]:
        handset = self.edge.of(line.who)
        if found is None:
            raise Broken(f"line {line.number}: there is no {text}, but {handset.buttons()}")
        return [*self.edge.press(line.who, *found)]

    def _looked(self) -> dict[str, list[Seen]]:
        seen = {name: one.news for name, one in self.edge.handsets.items() if one.news}
        for one in self.edge.handsets.values():
            one.news = []
        return seen

    # The calendar -------------------------------------------------------------------------------

    def _now(self) -> datetime:
        return self.calendar.now()

    def _time(self, text: str) -> datetime:
        if text.startswith("+"):
            return self._now() + _span(text)
        to = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=LONDON)
        if to < self._now():
            raise Broken(f"{text} is in the past")
        return to.astimezone(UTC)


async def _sketched(picture: Drawn) -> bytes:
    """What is drawn is looked at elsewhere; here it only has to arrive."""
    return repr(picture).encode()


def _span(text: str) -> timedelta:
    found = _SPAN.fullmatch(text)
    if found is None:
        raise Broken(f"{text!r} is no length of time")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})
