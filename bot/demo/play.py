"""`homework demo`: emulator, bot and page in one process; nothing from outside, nothing kept.

The data folder and its key live in a temporary folder that goes when the demo ends. The bot is the
real one: it talks to the emulator over HTTP as it would to the messenger.
"""

import asyncio
import os
import re
import signal
import tempfile
import webbrowser
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import SecretStr

from bot import telemetry
from bot.app import Running, serve
from bot.clock import Calendar, Machine
from bot.demo.emulator import Emulator
from bot.demo.floods import Floods
from bot.demo.narrator import Narrator
from bot.demo.server import DemoClock, Seat, Told, demo_app
from bot.demo.serving import serving
from bot.endings import SettingsWrong
from bot.floodgate import UNLIMITED
from bot.keyfile import new_key
from bot.settings import ENV_FILE, Settings
from homework import joining
from homework.store import people, timers
from homework.store.database import Unit
from scheduler.pacing import Pace

TOKEN = "4242424242:AADemoTokenThatOpensNothingAnywhere000"  # noqa: S105 - no real bot  # nosec B105
THERAPIST = "Dr Ada"
ZONE = "Europe/London"
BEGINS = time(16, 30)
MOST_STEPS = 200
RINGING = ("plan", "prompt", "remind", "resume", "tick")
"""The kinds of timers after which a client's phone may ring."""
BRISK = Pace(chat_per_second=20.0, chat_burst=20)
"""One person at one machine may click faster than a chat on the real messenger takes."""
_LINK = re.compile(r"https://t\.me/\S+\?start=[\w-]+")


def play(port: int, browser: bool) -> None:
    """Serve the demo on 127.0.0.1 until Ctrl-C; raise `OSError` when the port is taken."""
    refuse_beside_a_bot(os.environ, ENV_FILE)
    telemetry.setup("console")
    with tempfile.TemporaryDirectory(prefix="homework-demo-") as folder:
        asyncio.run(_Demo(Path(folder), port, browser).run())


def refuse_beside_a_bot(environment: Mapping[str, str], env_file: Path) -> None:
    """Raise `SettingsWrong` if a bot's token is set here, in the environment or in `env_file`."""
    where = {name.upper(): "" for name, value in environment.items() if value}
    if env_file.exists():
        try:
            kept = dotenv_values(env_file, encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise SettingsWrong(
                f"The settings file {env_file} cannot be read; the demo does not start beside what"
                " may hold a bot's token. Start it in another folder."
            ) from None
        where = {name.upper(): f" in {env_file}" for name, value in kept.items() if value} | where
    for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_BOT_TOKEN_FILE"):
        if name in where:
            way = "Start it in another folder." if where[name] else "Unset it here first."
            raise SettingsWrong(
                f"{name} is set{where[name]}; the demo does not start beside a real bot. {way}"
            )


def story_begins(now: datetime) -> datetime:
    """Return the next Monday, 16:30 in the practice: an afternoon with the evening still to come.

    The same story whenever it is played; never before `now`.
    """
    local = now.astimezone(ZoneInfo(ZONE))
    monday = local.date() + timedelta(days=-local.weekday() % 7)
    begins = datetime.combine(monday, BEGINS, ZoneInfo(ZONE))
    return begins if begins > local else begins + timedelta(days=7)


class _Demo:
    """One run of the demo."""

    def __init__(self, folder: Path, port: int, browser: bool) -> None:
        machine = Machine()
        self._folder, self._port, self._browser = folder, port, browser
        self._machine = machine
        self._calendar = Calendar(machine, story_begins(machine.now()) - machine.now())
        self._emulator = Emulator(
            TOKEN,
            calendar=self._calendar.now,
            machine=machine.monotonic,
            bot_name="Homework",
            floods=Floods(on=False),
        )
        world = self._emulator.world
        self._therapist = world.add_person("Therapist", None, "en")
        self._client = world.add_person("Client", None, "en")
        self._first_link = ""
        self._zones = {"therapist": ZONE, "client": ZONE}
        self._running: Running | None = None
        self._narrator: Narrator | None = None
        self._moving = asyncio.Lock()

    async def run(self) -> None:
        """Start everything; stop it on Ctrl-C."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        clock = DemoClock(self._calendar.now, self._jump, self._to_next)
        app = demo_app(self._emulator, clock, self._seats, told=self._told)
        async with serving(app, port=self._port, before_stop=self._emulator.close) as root:
            started = asyncio.Event()

            def ready(running: Running) -> None:
                self._running = running
                started.set()

            bot = asyncio.create_task(
                serve(
                    self._settings(root),
                    self._calendar,
                    stop,
                    ready=ready,
                    pace=BRISK,
                    floods=UNLIMITED,
                )
            )
            waiting = asyncio.create_task(started.wait())
            await asyncio.wait([bot, waiting], return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
            if bot.done():
                return bot.result()
            watching = asyncio.create_task(self._watch(stop))
            await self._begin(root)
            await bot
            stop.set()
            await watching

    def _settings(self, root: str) -> Settings:
        key = self._folder / "key"
        data = self._folder / "data"
        new_key(key, data, data / "keyring.db")
        return Settings(
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=root,
            homework_data_dir=data,
            homework_key_file=key,
            database_url="",
        )

    async def _begin(self, root: str) -> None:
        """Make the therapist's link, as the operator would, and say where the page is."""
        running = self._here()
        async with running.db.transaction(self._calendar.now()) as unit:
            token = await joining.invite_therapist(unit, THERAPIST)
        self._first_link = running.house.link(token)
        self._emulator.world.bell.ring()
        print(f"The demo is at {root}/ (Ctrl-C ends it; nothing is kept).", flush=True)  # noqa: T201 - output
        if self._browser:
            webbrowser.open(f"{root}/")

    async def _watch(self, stop: asyncio.Event) -> None:
        """Tell what happens until the demo ends."""
        self._narrator = Narrator(
            self._here().db,
            self._calendar.now,
            lambda: ZoneInfo(self._zones["client"]),
            self._emulator.world.bell.ring,
            self._look_up_zones,
        )
        await self._narrator.run(stop)

    def _told(self, revision: int) -> Sequence[Told]:
        return self._narrator.since(revision) if self._narrator else ()

    def _here(self) -> Running:
        if self._running is None:
            raise RuntimeError("the bot has not started")
        return self._running

    # The page's two seats ------------------------------------------------------------------------

    def _seats(self) -> Sequence[Seat]:
        therapist, client = self._therapist, self._client
        return (
            Seat(
                therapist.id,
                "therapist",
                "Therapist",
                self._zones["therapist"],
                "" if therapist.started else self._first_link,
            ),
            Seat(
                client.id,
                "client",
                "Client",
                self._zones["client"],
                "" if client.started else self._newest_link(),
            ),
        )

    def _newest_link(self) -> str:
        """The link that stands in the therapist's chat, to be handed to the client."""
        for letter in reversed(self._emulator.world.in_chat(self._therapist.id)):
            found = _LINK.search(letter.content.text) if letter.sender is None else None
            if found:
                return found[0]
        return ""

    # The clock -----------------------------------------------------------------------------------

    async def _jump(self, seconds: float) -> None:
        """Let the time pass, stopping at whatever falls due on the way."""
        async with self._moving:
            target = self._calendar.now() + timedelta(seconds=seconds)
            for _ in range(MOST_STEPS):
                due = await self._next_due()
                if due is None or due > target:
                    break
                await self._go_to(due)
            await self._go_to(target)

    async def _to_next(self) -> datetime | None:
        """Let the time pass until the client's phone rings; None if no prompt is planned.

        What the therapist gets on the way, such as a digest each morning, comes on the way.
        """
        async with self._moving:
            await self._go_to(self._calendar.now())  # an answer under way is no prompt
            before = self._newest_ring()
            for _ in range(MOST_STEPS):
                due = await self._next_due()
                if due is None or await self._next_due(RINGING) is None:
                    return None
                await self._go_to(due)
                if self._newest_ring() > before:
                    return self._calendar.now()
            return None

    def _newest_ring(self) -> int:
        letters = self._emulator.world.in_chat(self._client.id)
        rang = (one.id for one in letters if one.sender is None and not one.silent)
        return max(rang, default=0)

    async def _next_due(self, kinds: Sequence[str] = ()) -> datetime | None:
        running = self._here()
        async with running.db.transaction(self._calendar.now()) as unit:
            return await timers.next_due(unit, kinds)

    async def _go_to(self, moment: datetime) -> None:
        running = self._here()
        if moment > self._calendar.now():
            self._calendar.jump(moment)
        await running.due.tick()
        await running.due.at_rest()
        for _ in range(200):
            await self._machine.sleep(0.01)
            if running.relay.idle:
                break
        if self._narrator:
            await self._narrator.catch_up()

    async def _look_up_zones(self, unit: Unit) -> None:
        therapist = (await people.actor(unit, self._therapist.id)).therapist
        client = (await people.actor(unit, self._client.id)).client
        self._zones["therapist"] = (therapist.zone if therapist else None) or ZONE
        self._zones["client"] = (client.zone if client else None) or ZONE
