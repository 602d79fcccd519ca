"""Health looks at ages: whatever hangs, is refused or is away is seen within 90 seconds."""

import asyncio
import json
import resource
import sqlite3
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.calls import Api
from bot.clock import Machine
from bot.health import listening
from bot.incoming import Incoming
from bot.ingest import Handled, Intake
from bot.lock import hold
from bot.polling import Poller
from bot.pulse import FILE, LIMITS, Pulse, read
from bot.settings import Listen, Settings
from bot.transport import AiohttpRequest
from bot.vitals import live
from homework.store.backups import back_up
from homework.store.database import Database, DatabaseUnavailable, Unit
from scheduler.due import Due
from scheduler.jobs import Workbench, tick, write
from tests.support.hurried_clock import HurriedMachine
from tests.support.outboxes import store
from tests.support.premises import free_port
from tests.support.rude_server import api, converses, rude

WITHIN = 90.0
PATIENCE = 60.0


@dataclass
class Watch:
    """A clock that is hurried, the pulse counted by it, and a bot's parts that beat it."""

    machine: HurriedMachine
    pulse: Pulse
    bench: Workbench

    @property
    def old(self) -> list[str]:
        return [one.what for one in self.pulse.ages() if one.old]

    async def jobs(self) -> None:
        """Let the metronome's two jobs run once."""
        await tick(self.bench)
        await write(self.bench)

    async def pass_by(self, seconds: float = WITHIN) -> None:
        """Let time pass, while the jobs run as they do."""
        self.machine.skip(seconds)
        await self.jobs()


def watch(db: Database, folder: Path) -> Watch:
    machine = HurriedMachine(speed=1)
    pulse = Pulse(machine, folder, folder / "backups")

    async def alive() -> None:
        """Tell nobody."""

    due = Due(db, machine, {}, looked=pulse.ticked)
    bench = Workbench(db, due, machine, machine, alive, pulse.wrote, folder / "backups")
    return Watch(machine, pulse, bench)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncGenerator[Database]:
    async with store(tmp_path, busy_ms=20) as opened:
        yield opened


class Messenger:
    """Answers polls as long as `answer` says how; else it hangs. Waits for nothing in tests."""

    def __init__(self) -> None:
        self.answer: bytes | None = api(200, result=[])
        self.polls = 0
        self._news = asyncio.Condition()

    async def __call__(self, method: str, form: dict[str, str]) -> bytes:
        async with self._news:
            self.polls += 1
            self._news.notify_all()
        if self.answer is None:
            await asyncio.Event().wait()
        return self.answer or b""

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(true)

    async def polled(self, times: int) -> None:
        until = self.polls + times
        await self.until(lambda: self.polls >= until)


async def _nothing(items: Any) -> None:
    """Make no call."""


async def _handled(unit: Unit, incomings: Sequence[Incoming]) -> Handled:
    return Handled()


@asynccontextmanager
async def polling(
    seen: Watch, db: Database, messenger: Messenger, handle: Any = _handled
) -> AsyncGenerator[None]:
    hurried = HurriedMachine(speed=1000)  # for pauses after refusals only
    intake = Intake(db, 42, handle, _nothing, _nothing, calendar=hurried, machine=hurried)
    request = AiohttpRequest()
    await request.initialize()
    async with rude(converses(messenger)) as server:
        bot = Api("42:AA", server.root, request)
        poller = Poller(bot, intake, hurried, fetched=seen.pulse.fetched)
        running = asyncio.create_task(poller.run())
        try:
            yield
        finally:
            poller.stop()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await request.shutdown()


# What is seen, and what is not ------------------------------------------------------------------


async def test_all_is_well_while_everything_beats(db: Database, tmp_path: Path) -> None:
    seen, messenger = watch(db, tmp_path), Messenger()
    async with polling(seen, db, messenger):
        await messenger.polled(2)
        await seen.pass_by()
        await messenger.polled(2)
        assert seen.old == []


async def test_a_messenger_that_never_answers_a_poll_is_seen(db: Database, tmp_path: Path) -> None:
    seen, messenger = watch(db, tmp_path), Messenger()
    async with polling(seen, db, messenger):
        await messenger.polled(2)
        messenger.answer = None
        await messenger.polled(1)
        await seen.pass_by()
        assert seen.old == ["fetch"]


async def test_a_poller_stuck_over_a_batch_is_seen(db: Database, tmp_path: Path) -> None:
    stuck = asyncio.Event()

    async def sticks(unit: Unit, incomings: Sequence[Incoming]) -> Handled:
        stuck.set()
        await asyncio.Event().wait()
        return Handled()

    seen, messenger = watch(db, tmp_path), Messenger()
    person = {"id": 11, "is_bot": False, "first_name": "Ann"}
    letter = {"message_id": 1, "date": 1, "chat": {"id": 11, "type": "private"}, "from": person}
    messenger.answer = api(200, result=[{"update_id": 1, "message": letter | {"text": "a"}}])
    async with polling(seen, db, messenger, sticks):
        async with asyncio.timeout(PATIENCE):
            await stuck.wait()
        seen.machine.skip(WITHIN)  # the open transaction keeps the jobs waiting too
        assert seen.old == ["fetch", "tick", "commit"]


@pytest.mark.parametrize(
    "refusal",
    [api(409, "Conflict: terminated by other getUpdates request"), api(502, "Bad Gateway")],
    ids=["409", "502"],
)
async def test_a_poller_that_is_refused_again_and_again_is_seen(
    db: Database, tmp_path: Path, refusal: bytes
) -> None:
    seen, messenger = watch(db, tmp_path), Messenger()
    async with polling(seen, db, messenger):
        await messenger.polled(2)
        messenger.answer = refusal
        await messenger.polled(3)
        await seen.pass_by()
        await messenger.polled(3)
        assert seen.old == ["fetch"]
        messenger.answer = api(200, result=[])
        await messenger.until(lambda: seen.old == [])


async def test_ticks_that_stopped_are_seen(db: Database, tmp_path: Path) -> None:
    seen = watch(db, tmp_path)
    await seen.jobs()
    seen.machine.skip(WITHIN)
    await write(seen.bench)
    seen.pulse.fetched()
    assert seen.old == ["tick"]


async def test_a_database_that_is_away_is_seen(db: Database, tmp_path: Path) -> None:
    seen = watch(db, tmp_path)
    await seen.jobs()
    other = sqlite3.connect(tmp_path / "homework.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    seen.machine.skip(WITHIN)
    await tick(seen.bench)
    with pytest.raises(DatabaseUnavailable):
        await write(seen.bench)
    seen.pulse.fetched()
    assert seen.old == ["tick", "commit"]
    other.execute("ROLLBACK")
    other.close()
    await seen.jobs()
    assert seen.old == []


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond its first kilobyte."""
    soft, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, most))


async def test_a_full_disk_is_seen_although_nobody_writes(db: Database, tmp_path: Path) -> None:
    """Looking at due timers writes nothing and does not notice."""
    seen = watch(db, tmp_path)
    seen.machine.skip(WITHIN)
    with full_disk():
        await tick(seen.bench)
        with pytest.raises(DatabaseUnavailable):
            await write(seen.bench)
    seen.pulse.fetched()
    assert seen.old == ["commit"]


async def test_backups_that_fail_are_seen_by_the_age_of_the_last(
    db: Database, tmp_path: Path
) -> None:
    seen = watch(db, tmp_path)
    await back_up(db, tmp_path / "backups", seen.machine.now())
    await seen.pass_by(LIMITS["backup"] - 60)
    seen.pulse.fetched()
    assert seen.old == []
    await seen.pass_by(120)
    seen.pulse.fetched()
    assert seen.old == ["backup"]


async def test_a_backup_that_a_clock_ahead_of_time_made_hides_no_failing_ones(
    db: Database, tmp_path: Path
) -> None:
    seen = watch(db, tmp_path)
    await back_up(db, tmp_path / "backups", seen.machine.now() + timedelta(days=365))
    await seen.pass_by(LIMITS["backup"] + 60)
    seen.pulse.fetched()
    assert seen.old == ["backup"]


def test_nothing_is_allowed_more_than_ninety_seconds_but_the_backup() -> None:
    reach = {what: limit + 5 for what, limit in LIMITS.items() if what != "backup"}
    assert max(reach.values()) <= WITHIN


# Who asks: over HTTP, and by the file -----------------------------------------------------------


async def asked(port: int, path: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        return answer.status, await answer.text()


async def test_healthz_says_what_is_old_and_by_how_much(db: Database, tmp_path: Path) -> None:
    seen, port = watch(db, tmp_path), free_port()
    async with listening(Listen("127.0.0.1", port), seen.pulse):
        status, body = await asked(port, "/healthz")
        assert status == 200
        assert json.loads(body)["ok"] is True
        assert json.loads(body)["ages"].keys() == LIMITS.keys()
        await seen.pass_by()
        status, body = await asked(port, "/healthz")
        assert status == 503
        told = json.loads(body)
        assert (told["ok"], list(told["late"])) == (False, ["fetch"])
        assert 15 <= told["late"]["fetch"] < 30
        status, body = await asked(port, "/metrics")
        assert status == 200
        assert 'homework_age_seconds{what="fetch"} 9' in body
        assert (await asked(port, "/"))[0] == 404
    with pytest.raises(aiohttp.ClientConnectorError):
        await asked(port, "/healthz")


async def test_a_port_that_is_taken_is_told(db: Database, tmp_path: Path) -> None:
    seen, port = watch(db, tmp_path), free_port()
    async with listening(Listen("127.0.0.1", port), seen.pulse):
        with pytest.raises(OSError, match="in use"):
            async with listening(Listen("127.0.0.1", port), seen.pulse):
                """Never reached."""


def test_the_file_tells_another_process_and_grows_old_itself(tmp_path: Path) -> None:
    machine = HurriedMachine(speed=1)
    pulse = Pulse(machine, tmp_path, tmp_path / "backups")
    assert read(tmp_path, machine.now()) is None
    machine.skip(20)
    pulse.write()
    machine.skip(50)
    ages = read(tmp_path, machine.now())
    assert ages is not None
    assert {one.what: round(one.seconds) for one in ages} == dict.fromkeys(LIMITS, 70)
    assert [one.what for one in ages if one.old] == ["tick", "commit"]
    back = read(tmp_path, machine.now() - timedelta(hours=3))  # the clock was set, and it hangs
    assert back is not None
    assert all(one.old for one in back)
    for broken in ("", "[]", "{}", '{"at": "x", "ages": {}}', '{"at": 5}', "\x00"):
        (tmp_path / FILE).write_text(broken)
        assert read(tmp_path, machine.now()) is None


def test_the_doctor_says_in_sentences_how_the_running_bot_is(tmp_path: Path) -> None:
    machine = Machine()
    settings = Settings(homework_data_dir=tmp_path, database_url="")
    (found,) = live(settings, machine.now())
    assert (found.state, found.text) == ("wrong", "it is not running on this database")
    with hold(settings.lock_path):
        (found,) = live(settings, machine.now())
        assert (found.state, found.text) == ("wrong", "it runs and has not said yet how it is")
        pulse = Pulse(machine, tmp_path, settings.backups_path)
        pulse.write()
        assert {one.state for one in live(settings, machine.now())} == {"ok"}
        later = live(settings, machine.now() + timedelta(seconds=WITHIN))
        told = {one.check: one.text for one in later if one.state == "wrong"}
        assert told.keys() == {"fetch", "tick", "commit"}
        assert told["fetch"].startswith("the messenger has not answered a poll for 90 s (75 s may")
