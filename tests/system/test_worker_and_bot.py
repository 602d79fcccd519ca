"""The worker beside a real bot: stopped with it by a signal to all, gone after a kill."""

import os
import signal
from pathlib import Path

import pytest

from bot.clock import Machine
from tests.support.furnished import Practice, furnished
from tests.support.nursery import Nursery
from tests.support.term_loop import WITHIN

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("practice")]


async def with_a_worker(practice: Practice) -> int:
    """Have a report made; return the process that made it."""
    await practice.therapist.say("/report")
    await practice.therapist.expect_button("Fox")
    await practice.therapist.press("Fox")
    await practice.therapist.expect_button("The last 4 weeks")
    await practice.therapist.press("The last 4 weeks")
    await practice.therapist.expect("The report of Fox", within=60)
    await practice.here.settled()
    (worker,) = [one for one in children(practice.here.bot.pid) if "spawn_main" in command(one)]
    return worker


def children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(one) for one in listed]


def command(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_text()


def is_there(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


async def gone(process: int) -> bool:
    machine = Machine()
    for _ in range(200):
        if not is_there(process):
            return True
        await machine.sleep(0.05)
    return False


async def test_a_signal_to_all_processes_ends_both_in_time(
    template: Path, tmp_path: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        worker = await with_a_worker(practice)
        machine = Machine()
        began = machine.monotonic()
        os.kill(worker, signal.SIGTERM)
        practice.here.bot.terminate()
        assert await practice.here.bot.ended() == 0
        assert machine.monotonic() - began < WITHIN
        assert await gone(worker)


async def test_a_kill_leaves_no_worker_behind(
    template: Path, tmp_path: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        worker = await with_a_worker(practice)
        practice.here.bot.kill()
        assert await practice.here.bot.ended() == -signal.SIGKILL
        assert await gone(worker)
        await practice.here.bot.start()
        assert is_there(await with_a_worker(practice))
