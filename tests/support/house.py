"""A whole running bot in this process, against the emulator over HTTP, with a calendar to jump."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.app import Running, serve
from bot.clock import Calendar, Machine
from bot.demo.emulator import Emulator
from bot.demo.floods import Floods
from bot.demo.server import messenger_app
from bot.demo.serving import serving
from bot.floodgate import UNLIMITED
from bot.keyfile import new_key
from bot.settings import Settings
from homework import joining
from homework.store import timers
from scheduler.pacing import Pace
from tests.support.telegram import TOKEN, Phone, Telegram, connected

SWIFT = Pace(per_second=2000, chat_per_second=500, chat_burst=100)
MONDAY = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


@dataclass
class Practice:
    """The bot, the messenger, and the time both live by."""

    telegram: Telegram
    calendar: Calendar
    settings: Settings
    emulator: Emulator
    root: str
    running: Running | None = None
    _task: asyncio.Task[None] | None = None
    _stop: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def here(self) -> Running:
        assert self.running is not None
        return self.running

    async def start(self) -> None:
        self._stop = asyncio.Event()
        ready = asyncio.Event()

        def tell(running: Running) -> None:
            self.running = running
            ready.set()

        self._task = asyncio.create_task(
            serve(
                self.settings, self.calendar, self._stop, ready=tell, pace=SWIFT, floods=UNLIMITED
            )
        )
        waiting = asyncio.create_task(ready.wait())
        await asyncio.wait([self._task, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if self._task.done():
            self._task.result()

    async def stop(self) -> None:
        self._stop.set()
        assert self._task is not None
        await self._task

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def therapist_token(self, name: str = "Dr A") -> str:
        async with self.here.db.transaction(self.calendar.now()) as unit:
            return await joining.invite_therapist(unit, name)

    async def settled(self) -> None:
        """Wait until all that was sent is marked: only then can an answer belong to a question."""
        async with asyncio.timeout(20):
            while not self.here.relay.idle:
                await Machine().sleep(0.01)

    async def pass_time(self, length: timedelta) -> None:
        """Let the time pass, stopping at whatever falls due on the way."""
        target = self.calendar.now() + length
        while True:
            async with self.here.db.transaction(self.calendar.now()) as unit:
                due = await timers.next_due(unit)
            if due is None or due > target:
                break
            self.calendar.jump(due)
            await self.here.due.tick()
        self.calendar.jump(target)
        await self.here.due.tick()


def settings_in(folder: Path, root: str) -> Settings:
    data = folder / "data"
    key = folder / "key"
    if not key.exists():
        new_key(key, data, data / "keyring.db")
    return Settings(
        telegram_bot_token=SecretStr(TOKEN),
        telegram_api_url=root,
        homework_data_dir=data,
        homework_key_file=key,
        database_url="",
    )


@asynccontextmanager
async def practice(folder: Path, at: datetime = MONDAY) -> AsyncGenerator[Practice]:
    """A running bot at a fixed date; stopped at the end."""
    machine = Machine()
    calendar = Calendar(machine, at - machine.now())
    emulator = Emulator(
        TOKEN, calendar=calendar.now, machine=machine.monotonic, floods=Floods(on=False)
    )
    async with (
        serving(messenger_app(emulator), before_stop=emulator.close) as root,
        connected(root) as telegram,
    ):
        here = Practice(telegram, calendar, settings_in(folder, root), emulator, root)
        await here.start()
        try:
            yield here
        finally:
            await here.stop()


async def joined_therapist(here: Practice, name: str = "Dr A") -> Phone:
    """A therapist who has joined and said where they work."""
    phone = await here.telegram.person(name)
    await phone.open(here.here.house.link(await here.therapist_token(name)))
    await phone.expect("In which city")
    await phone.say("London")
    await phone.expect("When do you work?")
    await phone.press("At any time")
    await phone.expect("Who may be told")
    await phone.press("I have none")
    await phone.expect("Now invite your first client")
    return phone


async def joined_client(here: Practice, therapist: Phone, name: str = "Fox") -> Phone:
    """A client who has joined, agreed and was confirmed."""
    await therapist.say(f"/invite {name}")
    link = next(
        word for word in (await therapist.expect("Link for")).text.split() if "?start=" in word
    )
    phone = await here.telegram.person(name)
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


async def with_practice_set(here: Practice, therapist: Phone, client: Phone) -> None:
    """A thought record for one week, every day at 18:00, agreed by both."""
    await therapist.say("/assign")
    await therapist.expect("Which worksheet?")
    await therapist.press("Thought record: catching the thought")
    await therapist.expect("Which form")
    await therapist.press("Full")
    await therapist.expect("Why this")
    await here.settled()
    await here.telegram.advance(5)
    await therapist.say("One note helps us see what goes through your mind.")
    for label, then in (
        ("Skip", "When should the bot ask"),
        ("Every day", "At what time"),
        ("18:00", "A second time"),
        ("Skip", "How long may it be begun"),
        ("To the end of the day", "One reminder"),
        ("No reminder", "For how long"),
        ("1 week", "What will you see"),
        ("All of it", "This is what you have"),
        ("Done", "will see"),
        ("Send", "Sent to"),
    ):
        await therapist.expect_button(label)
        await therapist.press(label)
        await therapist.expect(then)
    await client.expect("suggests this")
    await client.press("Yes")
    await client.expect("Agreed. I will ask you")
    for question in ("When and where", "get in the way", "How sure are you"):
        await client.expect(question)
        await client.press("Skip")
    await client.expect("That is fine")
    await here.settled()
