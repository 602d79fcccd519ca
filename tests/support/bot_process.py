"""The bot in a process of its own, the emulator in ours, and the calendar both live by.

async with premises(tmp_path) as here:
    await here.bot.start()
    await here.jump(timedelta(hours=3))
    here.bot.kill()
"""

import asyncio
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.clock import Calendar, Machine
from bot.demo.emulator import Emulator
from bot.demo.floods import Floods
from bot.demo.server import messenger_app
from bot.demo.serving import serving
from bot.keyfile import new_key
from tests.support.telegram import TOKEN, Phone, Telegram, connected

ROOT = Path(__file__).parents[2]
HOMEWORK = str(Path(sys.executable).with_name("homework"))
START_SECONDS = 60.0


class BotDied(AssertionError):
    """The process ended before it was ready, or before it answered."""


class Nursery:
    """A process with everything imported that forks bots; one at a time."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self._socket = ours
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.bot_main", "--nursery", str(theirs.fileno())],
                cwd=ROOT,
                env=_environment({}),
                pass_fds=[theirs.fileno()],
            )
        self._lines = self._socket.makefile("rb")

    def start(self, cwd: Path, env: dict[str, str], connection: int, log: int) -> int:
        """Fork a bot; return its process id."""
        request = json.dumps({"cwd": str(cwd), "env": env}).encode()
        socket.send_fds(self._socket, [request], [connection, log])
        return int(self._answer()["pid"])

    def ended(self) -> int:
        """Wait until the bot forked last has ended; return its exit code, negative for a signal."""
        return int(self._answer()["exit"])

    def close(self) -> None:
        self._lines.close()
        self._socket.close()
        self._process.wait(20)

    def _answer(self) -> dict[str, Any]:
        return json.loads(self._lines.readline())


@dataclass
class BotProcess:
    """One bot process after another on the same data. `env`: its settings."""

    folder: Path
    env: dict[str, str]
    nursery: Nursery | None = None
    pid: int = 0
    starts: int = 0
    _popen: subprocess.Popen[bytes] | None = None
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _alive: bool = False

    @property
    def log(self) -> Path:
        """What all these processes wrote to stderr."""
        return self.folder / "bot.log"

    async def start(self, *, death: dict[str, Any] | None = None, **more: str) -> None:
        """Start and wait until it runs; raises `BotDied` when it ends before that."""
        await self.launch(death=death, **more)
        try:
            await self.ready()
        except BotDied:
            raise BotDied(f"exit {await self.ended()}\n{self.tail()}") from None

    async def launch(self, *, death: dict[str, Any] | None = None, **more: str) -> None:
        """Start and don't wait."""
        assert not self._alive, "it runs already"
        ours, theirs = socket.socketpair()
        env = self.env | more
        if death is not None:
            env["BOT_TEST_DEATH"] = json.dumps(death)
        with theirs:
            self.pid = self._spawn(env, theirs)
        self.starts += 1
        self._alive = True
        self._reader, self._writer = await asyncio.open_connection(sock=ours)

    def _spawn(self, env: dict[str, str], connection: socket.socket) -> int:
        number = connection.fileno()
        with self.log.open("ab") as log:
            if self.nursery:
                return self.nursery.start(self.folder, _environment(env), number, log.fileno())
            self._popen = subprocess.Popen(
                [sys.executable, "-m", "tests.support.bot_main"],
                cwd=self.folder,
                env=_environment(env | {"BOT_TEST_SOCKET": str(number)}),
                pass_fds=[number],
                stderr=log,
            )
            return self._popen.pid

    async def ready(self) -> None:
        """Wait until a launched bot runs."""
        assert "ready" in await self._answer(START_SECONDS)

    async def ask(self, do: str, **more: Any) -> dict[str, Any]:
        """Give an order and wait for its answer."""
        assert self._writer is not None
        async with self._asking:
            self._writer.write(json.dumps({"do": do} | more).encode() + b"\n")
            return await self._answer(START_SECONDS)

    async def _answer(self, within: float) -> dict[str, Any]:
        assert self._reader is not None
        async with asyncio.timeout(within):
            try:
                line = await self._reader.readline()
            except ConnectionError:
                line = b""
        if not line:
            raise BotDied
        return json.loads(line)

    def kill(self) -> None:
        """Kill -9, now."""
        os.kill(self.pid, signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to stop."""
        os.kill(self.pid, signal.SIGTERM)

    async def died(self, within: float = 30.0) -> None:
        """Wait until its end of the socket is closed: it is gone, whatever killed it."""
        assert self._reader is not None
        async with asyncio.timeout(within):
            try:
                while await self._reader.read(1024):
                    pass
            except ConnectionError:
                pass

    async def ended(self, within: float = 30.0) -> int:
        """Wait for the end of the process; return its exit code, negative for a signal."""
        if not self._alive:
            return 0
        async with asyncio.timeout(within):
            if self.nursery:
                code = await asyncio.to_thread(self.nursery.ended)
            else:
                assert self._popen is not None
                code = await asyncio.to_thread(self._popen.wait)
        self._alive = False
        if self._writer is not None:
            self._writer.close()
        return code

    async def restart(self, **more: Any) -> None:
        """Kill -9 and start again."""
        self.kill()
        await self.ended()
        await self.start(**more)

    async def stop(self) -> int:
        """SIGTERM, and its exit code."""
        if not self._alive:
            return 0
        self.terminate()
        return await self.ended()

    async def abandon(self) -> None:
        """Leave nothing running, whatever happened."""
        if not self._alive:
            return
        self.terminate()
        try:
            await self.ended(15)
        except TimeoutError:
            self.kill()
            await self.ended()

    def tail(self, lines: int = 40) -> str:
        """The end of its log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


@dataclass
class Premises:
    """A messenger, a calendar, and the bot that lives by it in another process."""

    folder: Path
    telegram: Telegram
    emulator: Emulator
    calendar: Calendar
    bot: BotProcess
    root: str
    first_update: int
    data: Path

    @property
    def offset(self) -> Path:
        return self.folder / "offset"

    def homework(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run the real command line on the bot's settings."""
        return subprocess.run(
            [HOMEWORK, *arguments],
            cwd=self.folder,
            env=_environment(self.bot.env | settings),
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )

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
        due = (await self.bot.ask("next_due"))["due"]
        return datetime.fromisoformat(due) if due else None

    async def set_calendar(self, to: datetime) -> None:
        """Move both calendars on, the messenger's first; the bot handles what is due then."""
        self.calendar.jump(to)
        self.write_offset()
        await self.bot.ask("jump", to=self.calendar.now().isoformat())

    def write_offset(self) -> None:
        self.offset.write_text(str(self.calendar.offset.total_seconds()))


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
        first = emulator.world.queue.next_id
        here = Premises(folder, telegram, emulator, calendar, bot, root, first, folder / "data")
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


def _environment(settings: dict[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HOMEWORK_", "TELEGRAM_", "DATABASE_"))
    }
    return kept | {"PYTHONPATH": str(ROOT)} | settings


# People who join by chat alone --------------------------------------------------------------------


async def joined_therapist(here: Premises, name: str = "Dr A") -> Phone:
    """A therapist invited on the command line beside the running bot, whose date is today's."""
    done = await here.command("therapist", "invite", name, "--json")
    assert done.returncode == 0, done.stderr
    return await joined_by(here, json.loads(done.stdout)["link"], name)


async def joined_by(here: Premises, link: str, name: str = "Dr A") -> Phone:
    """A therapist who opened a link and said where they work."""
    phone = await here.telegram.person(name)
    await phone.open(link)
    await phone.expect("In which city")
    await phone.say("London")
    await phone.expect("Your time is that of")
    return phone


async def joined_client(therapist: Phone, name: str) -> Phone:
    """A client who opened the link, agreed, said where they are, and was confirmed."""
    await therapist.say(f"/invite {name}")
    told = (await therapist.expect(f"Link for {name}")).text
    link = next(word for word in told.split() if "?start=" in word)
    phone = await therapist.telegram.person(name)
    await phone.open(link)
    await phone.expect("18 or over")
    await phone.press("Yes, 18 or over")
    await phone.expect_button("I agree")
    await phone.press("I agree")
    await phone.expect("Which country")
    await phone.press("United Kingdom")
    await phone.expect("Your number is")
    await therapist.expect(f"{name} has joined")
    await therapist.press("Yes, it is them")
    await phone.expect("confirmed that it is you")
    return phone


async def press_under(phone: Phone, words: str, label: str) -> None:
    """Press a button under a message with these words; others may hold them too."""
    while label not in (seen := await phone.expect(words)).labels:
        pass
    await phone.press(label, message_id=seen.message_id)


SCHEDULE = {
    "When should the bot ask": "Every day",
    "At what time": "18:00",
    "A second time": "Skip",
    "How long may it be begun": "To the end of the day",
    "One reminder": "No reminder",
    "For how long": "1 week",
    "What will you see": "All of it",
}
ON_DEMAND = {
    "When should the bot ask": "No prompts, only when they like",
    "For how long": "8 weeks",
    "What will you see": "All of it",
}


async def agreed(
    here: Premises,
    therapist: Phone,
    client: Phone,
    title: str,
    schedule: Mapping[str, str],
    *,
    form: str = "Full",
    several: bool = False,
) -> None:
    """The therapist sets a worksheet, question by question, and the client says yes."""
    await therapist.say("/assign")
    if several:
        await therapist.expect("For whom")
        await therapist.press(client.name)
    await therapist.expect("Which worksheet?")
    await therapist.press(title)
    await therapist.expect("Which form")
    await therapist.press(form)
    await therapist.expect("Why this")
    await here.settled()
    await therapist.say("You said evenings are the worst. One note helps us see.", after=5)
    await therapist.expect("What counts as enough")
    await therapist.press("Skip")
    for question, answer in schedule.items():
        await therapist.expect(question)
        await therapist.press(answer)
    await press_under(therapist, "evenings are the worst", "Done")
    await therapist.expect(f"what {client.name} will see")
    await therapist.press("Send")
    await client.expect("suggests this")
    await client.press("Yes")
    await client.expect("Agreed")
    await therapist.expect(f"{client.name} accepted")
