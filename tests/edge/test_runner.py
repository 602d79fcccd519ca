"""The metronome: jobs run, a broken one stops nothing, a stop cuts nothing off."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import pytest
from apscheduler.schedulers import base
from sqlalchemy import select

from bot.clock import Calendar, Machine
from homework.store import timers, updates
from homework.store.database import Unit
from homework.store.tables import update_claim
from homework.store.timers import Timer
from scheduler.due import Due
from scheduler.jobs import CLAIMS_KEPT, JOBS, Job, Workbench, heartbeat, purge_claims
from scheduler.runner import Runner
from tests.support.hurried_clock import START, HurriedMachine
from tests.support.outboxes import store

PATIENCE = 60.0


async def unheard() -> None:
    """Tell nobody."""


def bench(db: Any, fire: Any = None, calendar: Any = None, alive: Any = None) -> Workbench:
    machine = Machine()
    calendar = calendar or Calendar(machine)
    due = Due(db, calendar, {"prompt": fire} if fire else {})
    return Workbench(db, due, calendar, machine, alive or unheard, lambda: None, Path("backups"))


def test_rule_4_7_the_table_of_jobs_ticks_every_second() -> None:
    assert {job.name: job.seconds for job in JOBS} == {
        "tick": 1,
        "heartbeat": 5,
        "write": 10,
        "restock": 15,
        "back_up": 300,
        "audit": 900,
        "purge_claims": 3600,
        "purge_outbox": 86_400,
    }


async def test_rule_4_7_a_job_that_breaks_runs_again_and_stops_no_other(tmp_path: Path) -> None:
    runs = {"bad": 0, "good": 0}
    enough = asyncio.Event()

    async def bad(_: Workbench) -> None:
        runs["bad"] += 1
        raise LookupError

    async def good(_: Workbench) -> None:
        runs["good"] += 1
        if min(runs.values()) >= 3:
            enough.set()

    async with store(tmp_path) as db:
        runner = Runner(bench(db), [Job("bad", 0.01, bad), Job("good", 0.01, good)])
        runner.start()
        async with asyncio.timeout(PATIENCE):
            await enough.wait()
        await runner.stop()


async def test_rule_4_7_a_rare_job_runs_at_every_start_too(tmp_path: Path) -> None:
    """A bot that is restarted every day has to forget, too, what it need not know any more."""
    ran = asyncio.Event()

    async def rare(_: Workbench) -> None:
        ran.set()

    async with store(tmp_path) as db:
        runner = Runner(bench(db), [Job("rare", 86_400, rare)])
        runner.start()
        async with asyncio.timeout(PATIENCE):
            await ran.wait()
        await runner.stop()


async def test_rule_4_7_a_job_never_runs_twice_at_once(tmp_path: Path) -> None:
    running, most = 0, 0
    enough = asyncio.Event()
    runs: list[int] = []

    async def slow(work: Workbench) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await work.machine.sleep(0.03)
        running -= 1
        runs.append(1)
        if len(runs) == 3:
            enough.set()

    async with store(tmp_path) as db:
        runner = Runner(bench(db), [Job("slow", 0.01, slow)])
        runner.start()
        async with asyncio.timeout(PATIENCE):
            await enough.wait()
        await runner.stop()
    assert most == 1


async def test_rule_4_7_a_stop_waits_for_a_job_that_runs(tmp_path: Path) -> None:
    began, go_on, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def long(_: Workbench) -> None:
        began.set()
        await go_on.wait()
        ended.set()

    async with store(tmp_path) as db:
        runner = Runner(bench(db), [Job("long", 0.01, long)])
        runner.start()
        async with asyncio.timeout(PATIENCE):
            await began.wait()
            stopping = asyncio.create_task(runner.stop())
            await asyncio.sleep(0)
            go_on.set()
            await stopping
        assert ended.is_set()


async def test_rule_4_7_a_commit_or_a_jump_of_the_calendar_wakes_the_tick(tmp_path: Path) -> None:
    fired: list[str] = []
    news = asyncio.Event()

    async def fire(unit: Unit, due: Sequence[Timer]) -> None:
        fired.extend(one.subject for one in due)
        news.set()

    async with store(tmp_path) as db:
        calendar = Calendar(Machine())
        runner = Runner(bench(db, fire, calendar), [])  # no job: only wakes tick
        db.listeners.append(runner.heard)
        calendar.listeners.append(runner.wake)
        runner.start()
        async with asyncio.timeout(PATIENCE):
            async with db.transaction(calendar.now()) as unit:
                await timers.set(unit, unit.now, "prompt", "now", 0)
                await timers.set(unit, unit.now + timedelta(days=3), "prompt", "later", 0)
            await news.wait()
            assert fired == ["now"]
            news.clear()
            calendar.jump(calendar.now() + timedelta(days=3))
            await news.wait()
            assert fired == ["now", "later"]
        await runner.stop()


class Set(Machine):
    """A machine whose clock is set, for APScheduler too, which reads it by itself."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.off = timedelta()
        outer = self

        class Read(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
                return outer.now().astimezone(tz)

        patch.setattr(base, "datetime", Read)

    def now(self) -> datetime:
        return super().now() + self.off

    async def sleep(self, seconds: float) -> None:
        await super().sleep(seconds / 100)


async def test_rule_4_7_no_job_waits_for_the_old_time_when_the_clock_is_set_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = asyncio.Event()

    async def now_and_then(_: Workbench) -> None:
        ran.set()

    async with store(tmp_path) as db:
        machine = Set(monkeypatch)
        runner = Runner(replace(bench(db), machine=machine), [Job("rare", 300, now_and_then)])
        runner.start()
        async with asyncio.timeout(PATIENCE):
            await ran.wait()
            for _ in range(2):
                ran.clear()
                machine.off -= timedelta(days=365)
                await ran.wait()
        await runner.stop()


async def test_rule_4_7_a_clock_set_on_is_one_late_run_and_not_each_that_lies_between(
    tmp_path: Path,
) -> None:
    """Going through a year second by second held the bot for minutes, and took gigabytes."""
    async with store(tmp_path) as db:
        runner = Runner(bench(db))
        runner.start()
        later = Machine().now() + timedelta(days=2)
        late = {one.id: len(one._get_run_times(later)) for one in runner._scheduler.get_jobs()}
        await runner.stop()
    assert late == dict.fromkeys((job.name for job in JOBS), 1)


async def test_rule_4_1_claims_are_kept_for_two_days(tmp_path: Path) -> None:
    async with store(tmp_path) as db:
        machine = HurriedMachine(START)
        due = Due(db, machine, {})
        work = Workbench(db, due, machine, machine, unheard, lambda: None, tmp_path)
        newer = range(1, 1 + updates.ALWAYS_KEPT)
        for ids, age in [([0], CLAIMS_KEPT + timedelta(hours=1)), (newer, timedelta(hours=47))]:
            async with db.transaction(START - age) as unit:
                await updates.claim(unit, 1, ids)
        await purge_claims(work)
        async with db.transaction(START) as unit:
            left = await unit.conn.execute(select(update_claim.c.update_id))
            assert set(left.scalars()) == {*newer}


async def test_the_heartbeat_says_that_the_program_lives(tmp_path: Path) -> None:
    beats: list[int] = []

    async def alive() -> None:
        beats.append(1)

    async with store(tmp_path) as db:
        await heartbeat(bench(db, alive=alive))
    assert beats == [1]
