"""The database is full, locked or gone while people write; the messenger says wait, or go away.

Nothing is acknowledged that is not kept, help answers all the same, and everything goes on by
itself afterwards.
"""

import asyncio
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.clock import Machine
from tests.support.furnished import Practice, furnished
from tests.support.nursery import Nursery
from tests.support.premises import Premises

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("practice")]

CRISIS_WITHIN = 1.0
"""Seconds: what is promised in every state."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes, where the machine lets us mount one."""
    where = tmp_path / "disk"
    where.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=3m", "tmpfs", str(where)]
    if mount is None or subprocess.run([mount, *options], capture_output=True).returncode:
        pytest.skip("file systems cannot be mounted here; the test of a quota covers the rule")
    yield where
    subprocess.run(["umount", "--lazy", str(where)], check=True)


async def polled(here: Premises, times: int) -> None:
    """Wait until the bot has asked for updates so often again."""
    for _ in range(times):
        made = len(here.emulator.world.calls)
        assert await here.telegram.calls("getUpdates", after=made, within=20)


async def writes_into_the_void(practice: Practice) -> None:
    """Everybody answers while nothing can be stored: help comes, nothing is acknowledged."""
    here, clients = practice.here, practice.clients
    queue = here.emulator.world.queue
    for phone in clients[:3]:
        await phone.say(f"words of {phone.name}", after=5)
    machine = Machine()
    began = machine.monotonic()
    await clients[3].say("/crisis")
    await clients[3].expect("in danger now")
    assert machine.monotonic() - began < CRISIS_WITHIN
    await polled(here, 2)
    waiting = str([item.raw for item in queue.waiting])
    for phone in clients[:3]:
        assert f"words of {phone.name}" in waiting, "acknowledged, but not kept"


async def has_recovered(practice: Practice) -> None:
    """What was written meanwhile is an answer now, and the conversation goes on."""
    here = practice.here
    for phone in practice.clients[:3]:
        await phone.expect("What did you feel")
        assert f"words of {phone.name}" in await phone.screen()
    await practice.clients[0].say("/help")
    await practice.clients[0].expect("What you can do here")
    counts = (await here.bot.ask("counts"))["counts"]
    assert "homework_dead_updates_total" not in counts
    assert await here.bot.stop() == 0
    with sqlite3.connect(practice.here.data / "homework.db") as db:
        (answers,) = db.execute(
            "SELECT count(*) FROM answer WHERE step_id = 'situation'"
        ).fetchone()
        assert answers == 3
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()


async def all_begun(practice: Practice) -> None:
    for phone in practice.clients[:3]:
        await practice.begun(phone)


async def test_rule_4_1_a_full_disk_loses_nothing_and_passes_by_itself(
    tmp_path: Path, small_disk: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery, data=small_disk / "data") as practice:
        await all_begun(practice)
        rubbish = small_disk / "rubbish"
        rubbish.write_bytes(b"x" * shutil.disk_usage(small_disk).free)
        await writes_into_the_void(practice)
        rubbish.unlink()
        await has_recovered(practice)


async def test_rule_4_1_a_quota_loses_nothing_and_passes_by_itself(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        await all_begun(practice)
        await practice.here.bot.ask("limit", bytes=1024)
        await writes_into_the_void(practice)
        await practice.here.bot.ask("limit", bytes=-1)
        await has_recovered(practice)


async def test_rule_4_1_a_locked_database_loses_nothing_and_passes_by_itself(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        await all_begun(practice)
        other = sqlite3.connect(practice.here.data / "homework.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        await writes_into_the_void(practice)
        other.execute("ROLLBACK")
        other.close()
        await has_recovered(practice)


async def test_rule_4_1_a_database_that_is_gone_comes_back_and_help_answers_meanwhile(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        await all_begun(practice)
        file = practice.here.data / "homework.db"
        file.rename(file.with_name("elsewhere"))
        await writes_into_the_void(practice)
        assert not file.exists(), "no new database in its place"
        file.with_name("elsewhere").rename(file)
        await has_recovered(practice)


async def test_rule_c1_help_reaches_a_stranger_over_a_line_that_breaks(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        stranger = await practice.here.telegram.person("Somebody")
        for kind in ("drop_before", "error_500"):
            await practice.here.telegram.fault(kind, "sendMessage", chat=stranger.chat)
        await stranger.say("/crisis")
        await stranger.expect("in danger now", within=5)


# The messenger, and a second instance -------------------------------------------------------------


def seconds_of_calls(here: Premises, method: str, since: int) -> list[tuple[float, int]]:
    calls: list[Any] = here.emulator.world.calls[since:]
    return [(one["seconds"], one["code"]) for one in calls if one["method"] == method]


async def test_rule_4_9_a_conflict_backs_off_and_goes_on(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here, fox = practice.here, practice.clients[0]
        await here.telegram.fault("conflict", "getUpdates", times=1)
        since = len(here.emulator.world.calls)
        await fox.say("/help")
        await fox.expect("What you can do here")
        await fox.say("/today", after=5)
        await fox.expect("Nothing is due", within=30)
        polls = seconds_of_calls(here, "getUpdates", since)
        (conflict,) = [at for at, code in polls if code == 409]
        pause = min(at for at, code in polls if at > conflict) - conflict
        assert pause >= 4.5, f"asked again after {pause:.1f} s"


async def test_rule_4_9_a_second_instance_says_so_and_harms_nothing(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here, fox = practice.here, practice.clients[0]
        env = {name: here.bot.env[name] for name in here.bot.env if not name.startswith("BOT_")}
        polls = here.emulator.world.polling
        done = await asyncio.to_thread(here.homework, "run", **env)
        assert done.returncode == 75
        assert done.stderr.startswith("homework: Another homework bot is running")
        assert str(here.bot.pid) in done.stderr
        assert len(done.stderr.splitlines()) == 1
        listed = await here.command("therapist", "list")
        assert listed.returncode == 0, "other commands work beside it"
        assert here.emulator.world.polling - polls <= 5, "it never polled"
        await practice.begun(fox)


async def test_rule_4_4_a_429_pauses_everybody_and_costs_nothing(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here, (fox, owl, *_) = practice.here, practice.clients
        await here.telegram.fault("flood", "sendMessage", seconds=3, chat=fox.chat)
        since = len(here.emulator.world.calls)
        await fox.say("/help")
        await first_refused(here, since)
        await owl.say("/help")
        await owl.expect("What you can do here")
        await fox.expect("What you can do here")
        sends = seconds_of_calls(here, "sendMessage", since)
        (refused,) = [at for at, code in sends if code == 429]
        taken = [at for at, code in sends if code == 200]
        assert len(taken) == 2
        assert min(taken) - refused >= 2.9, "nobody was written to in the pause"


async def first_refused(here: Premises, since: int) -> None:
    world = here.emulator.world

    def refused() -> bool | None:
        calls: list[Any] = world.calls[since:]
        return any(one["code"] == 429 for one in calls) or None

    assert await world.bell.until(refused, 20)
