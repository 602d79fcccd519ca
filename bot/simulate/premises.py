"""The machine of a simulation: the real bot over real files, which can be stopped and made anew.

Everything but the messenger and the clocks is what `homework run` starts. It must not know who
lives in it.
"""

import asyncio
import math
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.app import Running, assemble
from bot.calls import Identity
from bot.clock import Calendar
from bot.floodgate import UNLIMITED
from bot.keyfile import new_key
from bot.opening import opened
from bot.pulse import Pulse
from bot.settings import Settings
from bot.simulate.carrier import Carrier, Network
from bot.simulate.handsets import Raw
from bot.simulate.ticking import HurriedMachine
from homework.store import timers
from homework.store.database import Unit, upgrade
from scheduler.pacing import Pace

BOT = Identity(123456789, "simulated_bot")
SWIFT = Pace(per_second=math.inf, chat_per_second=math.inf)
"""Pacing has benchmarks of its own; here it would only stretch the machine's time."""
BATCH = 100
"""Updates in one answer of the messenger."""
MOST_WAKES = 5000


class NeverAtRest(RuntimeError):
    """The outbox does not come to rest, however much time passes."""


class Premises:
    """One bot over the files in a folder. `due_at`: when the next timer falls due."""

    def __init__(
        self, folder: Path, calendar: Calendar, machine: HurriedMachine, network: Network
    ) -> None:
        self.calendar, self.machine, self.network = calendar, machine, network
        self.due_at: datetime | None = None
        data = folder / "data"
        data.mkdir()
        new_key(folder / "key", data, data / "keyring.db")
        upgrade(f"sqlite:///{data / 'homework.db'}")
        self._settings = Settings(
            telegram_bot_token=SecretStr(f"{BOT.id}:{'x' * 35}"),
            homework_data_dir=data,
            homework_key_file=folder / "key",
            homework_languages=("en",),
            database_url="",
        )
        self._held = AsyncExitStack()
        self._running: Running | None = None
        self._relay: asyncio.Task[None] | None = None

    @property
    def up(self) -> bool:
        """Whether the bot runs."""
        return self._running is not None

    @property
    def running(self) -> Running:
        """The bot that runs."""
        if self._running is None:
            raise NeverAtRest("the bot is down")
        return self._running

    async def start(self) -> None:
        """Make everything from the files."""
        db = await self._held.enter_async_context(opened(self._settings))
        carrier = Carrier(self.network)
        pulse = Pulse(self.machine, self._settings.homework_data_dir, self._settings.backups_path)
        self._running = await assemble(
            self._settings,
            db,
            carrier,
            BOT,
            self.calendar,
            pulse,
            SWIFT,
            UNLIMITED,
            machine=self.machine,
        )
        db.listeners.append(self._heard)
        self._relay = asyncio.create_task(self._running.relay.run())
        await self._look_ahead()
        await self.settle()

    async def stop(self) -> None:
        """Drop everything but the files."""
        if self._running is None or self._relay is None:
            return
        await self._running.intake.close()
        self._running.relay.stop()
        await self._relay
        self._running = None
        await self._held.aclose()

    # What happens -------------------------------------------------------------------------------

    async def take(self, raws: Sequence[Raw]) -> None:
        """Hand over what people wrote and pressed, and let it be answered."""
        for start in range(0, len(raws), BATCH):
            await self.running.intake.take(raws[start : start + BATCH])
        await self.settle()

    async def tick(self) -> None:
        """Handle what is due, and let it go out."""
        while self.due_at is not None and self.due_at <= self.calendar.now():
            await self.running.due.tick()
            await self._look_ahead()
            await self.settle()

    async def settle(self) -> None:
        """Let all that can be sent be sent; time passes for the machine where it has to."""
        running = self.running
        await running.intake.close()
        await running.relay.still()
        for _ in range(MOST_WAKES):
            wake = self.machine.next_wake()
            if not running.relay.waiting or self.network.away or wake is None:
                return
            await self.machine.pass_until(wake)
            await running.relay.still()
        raise NeverAtRest

    async def wait(self, span: timedelta) -> None:
        """Let time pass for the machine, for what cannot be sent now."""
        until = self.machine.monotonic() + span.total_seconds()
        while (wake := self.machine.next_wake()) is not None and wake <= until:
            await self.machine.pass_until(wake)
            await self.running.relay.still()
        await self.machine.pass_until(until)
        await self.running.relay.still()

    async def _look_ahead(self) -> None:
        async with self.running.db.transaction(self.calendar.now()) as unit:
            self.due_at = await timers.next_due(unit)

    def _heard(self, unit: Unit) -> None:
        if unit.rings_at is not None:
            self.due_at = min(self.due_at or unit.rings_at, unit.rings_at)
