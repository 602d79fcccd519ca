"""The bot in a process of its own, the emulator in ours, and the calendar both live by.

async with premises(tmp_path) as here:
    await here.bot.start()
    await here.jump(timedelta(hours=3))
    here.bot.kill()
"""

import asyncio
import socket
import sqlite3
import subprocess
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Calendar, Machine
from bot.demo.emulator import Emulator
from bot.demo.floods import Floods
from bot.demo.server import messenger_app
from bot.demo.serving import serving
from bot.keyfile import new_key
from tests.support import forked
from tests.support.bot_process import BotProcess
from tests.support.nursery import Nursery, environment
from tests.support.telegram import TOKEN, Telegram, connected


def free_port() -> int:
    """A port nobody listens on now."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Premises:
    """A messenger, a calendar, and the bot that lives by it in another process."""

    folder: Path
    telegram: Telegram
    emulator: Emulator
    calendar: Calendar
    bot: BotProcess
    root: str
    data: Path
    bot_ahead: timedelta = timedelta()

    @property
    def offset(self) -> Path:
        return self.folder / "offset"

    def homework(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run the real command line on the bot's settings."""
        return forked.run(*arguments, cwd=self.folder, env=environment(self.bot.env | settings))

    async def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The same without holding up the messenger, which lives in this process."""
        return await asyncio.to_thread(self.homework, *arguments)

    async def settled(self, within: float = 20.0) -> None:
        """Wait until all that was sent is marked: only then can an answer belong to a question.

        Nobody outside can be told of a mark, so the database is looked at until it shows it.
        """
        url = f"{(self.data / 'homework.db').as_uri()}?mode=ro"
        async with asyncio.timeout(within):
            while True:
                with closing(sqlite3.connect(url, uri=True)) as db:
                    unsent = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed')"
                    if db.execute(unsent).fetchone() == (0,):
                        return
                await Machine().sleep(0.01)

    async def jump(self, length: timedelta) -> None:
        """Let time pass for the messenger and the bot, stopping at whatever falls due."""
        target = self.calendar.now() + length
        while (due := await self.next_due()) and due <= target:
            await self.set_calendar(due)
        await self.set_calendar(target)

    async def next_due(self) -> datetime | None:
        """When the messenger's calendar will show that the bot's next timer is due."""
        due = (await self.bot.ask("next_due"))["due"]
        return datetime.fromisoformat(due) - self.bot_ahead if due else None

    async def set_calendar(self, to: datetime) -> None:
        """Move both calendars on, the messenger's first; the bot handles what is due then."""
        self.calendar.jump(to)
        self.write_offset()
        await self.bot.ask("jump", to=(self.calendar.now() + self.bot_ahead).isoformat())

    async def leap(self, ahead: timedelta) -> None:
        """Set the clock of the bot's machine wrong by `ahead` (may be negative); zero is right."""
        self.bot_ahead = ahead
        self.write_offset()
        await self.bot.ask("leap", ahead=self._offset_of_bot())

    def write_offset(self) -> None:
        self.offset.write_text(str(self._offset_of_bot()))

    def _offset_of_bot(self) -> float:
        return (self.calendar.offset + self.bot_ahead).total_seconds()


@asynccontextmanager
async def premises(
    folder: Path,
    *,
    at: datetime | None = None,
    nursery: Nursery | None = None,
    attempts: bool = False,
    seed: int = 1,
    **env: str,
) -> AsyncGenerator[Premises]:
    """A messenger at `at` (now, if not given) and a bot that is not started yet."""
    machine = Machine()
    calendar = Calendar(machine, at - machine.now() if at else timedelta())
    emulator = Emulator(
        TOKEN, calendar=calendar.now, machine=machine.monotonic, floods=Floods(on=False), seed=seed
    )
    async with (
        serving(messenger_app(emulator), before_stop=emulator.close) as root,
        connected(root) as telegram,
    ):
        telegram.emulator = emulator
        settings = _settings(folder, root, attempts=attempts) | env
        bot = BotProcess(folder, settings, nursery)
        here = Premises(folder, telegram, emulator, calendar, bot, root, folder / "data")
        here.write_offset()
        try:
            yield here
        finally:
            await here.bot.abandon()


def _settings(folder: Path, root: str, *, attempts: bool) -> dict[str, str]:
    key, data = folder / "key", folder / "data"
    if not key.exists():
        new_key(key, data, data / "keyring.db")
    found = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": root,
        "HOMEWORK_DATA_DIR": str(data),
        "HOMEWORK_KEY_FILE": str(key),
        "BOT_TEST_OFFSET": str(folder / "offset"),
    }
    if attempts:
        found["BOT_TEST_ATTEMPTS"] = str(folder / "attempts")
    return found
