"""B5: 10,000 of 100,000 timers due in one second, until the prompts stand sealed in the outbox.

Ours is the whole program on an installation of 10,000 clients with ten times each; it writes an
occurrence, a prompt and the next timer for each that falls due. The peer's jobs only note that they
ran, in memory; it has 10,000 in all.

    python -m bench.due
"""

import argparse
import asyncio
import shutil
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from bench.children import Child, child
from bench.figures import Claim, Figure, Report, at_most, ratio
from bench.fleet import Peer, begin_peer, token_of
from bench.furnishing import ZONE, Group, furnish, settings_of
from bench.printing import finish
from bench.times import NOON, seconds_to_noon
from bot.clock import Machine
from homework.loads import EVERY_DAY
from homework.recurrence import Rule, Weekly, next_occurrence

DUE, EACH = 10_000, 10
AHEAD = 300.0
FIRST_USER = 1_000_000
PEER = Peer("PTB JobQueue", "ptb_timers", {})
GRACES: tuple[tuple[str, int | None], ...] = (("grace 1 s", None), ("grace 60 s", 60))
WALKS = 5_000


@dataclass(slots=True)
class Fired:
    """What came of one second in which everything was due."""

    seconds: float
    missed: int
    blocked: float
    unsealed: int = 0


def rules(each: int) -> tuple[Rule, ...]:
    """Return `each` times a day: noon, and the others later."""
    later = [wall(13 + number // 4, number % 4 * 15) for number in range(each - 1)]
    return tuple(Weekly(EVERY_DAY, at) for at in (NOON, *later))


async def ours(template: Path, stub: Child, number: int, due: int, **more: str) -> Fired:
    """One round on a fresh copy of the installation."""
    with tempfile.TemporaryDirectory(prefix="bench-due-") as name:
        folder = Path(name) / "copy"
        shutil.copytree(template, folder)
        token = token_of(number)
        await stub.ask("open", token=token, people={})
        env = settings_of(folder, f"http://127.0.0.1:{stub.ready}", token)
        env |= {"BENCH_AHEAD": str(seconds_to_noon(ZONE) - AHEAD), **more}
        async with child("ours", folder, "-m", "bench.product", **env) as bot:
            told = await bot.ask("fire", ahead=AHEAD)
    missed = due - min(told["prompts"], told["moments"])
    return Fired(told["seconds"], missed, told["blocked"], told["unsealed"])


async def peer(bot: Child, due: int, grace: int | None) -> Fired:
    """One round of the peer."""
    told: dict[str, Any] = await bot.ask("fire", number=due, grace=grace)
    return Fired(told["seconds"], told["missed"], told["blocked"])


Rounds = dict[str, list[Fired]]


async def measure(due: int, each: int, rounds: int, *, peers: bool, **env: str) -> Rounds:
    """Let ours and the peer have their turns, round after round."""
    found: Rounds = {}
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-due-")))
        template = folder / "template"
        template.mkdir()
        # Agreed on shortly before the noon it is about, so that no other time was due since.
        agreed = Machine().now() + timedelta(seconds=seconds_to_noon(ZONE) - 2 * AHEAD)
        await furnish(template, [Group(FIRST_USER, due, rules(each))], agreed)
        stub = await stack.enter_async_context(child("stub", folder, "-m", "bench.stub"))
        bot: Child | None = None
        if peers:
            await stub.ask("open", token=token_of(999), people={})
            bot = await stack.enter_async_context(
                begin_peer(folder, f"http://127.0.0.1:{stub.ready}", token_of(999), PEER)
            )
        for number in range(rounds):
            found.setdefault("ours", []).append(await ours(template, stub, number, due, **env))
            for grace_name, grace in GRACES if bot else ():
                name = f"{PEER.name}, {grace_name}"
                found.setdefault(name, []).append(await peer(bot, due, grace))
    return found


# The next occurrence ------------------------------------------------------------------------------


def next_ones(walks: int) -> tuple[float, float]:
    """Return the microseconds ours and a CronTrigger take for the next occurrence of a rule."""
    zone, rule = ZoneInfo(ZONE), Weekly(frozenset({1, 3, 5}), wall(18, 30))
    starts, ends = date(2026, 1, 1), date(2099, 1, 1)
    at, began = datetime(2026, 1, 1, tzinfo=UTC), time.perf_counter()
    for _ in range(walks):
        found = next_occurrence(rule, at, zone, starts_on=starts, ends_on=ends)
        assert found is not None
        at = found.at
    own = time.perf_counter() - began
    cron = CronTrigger(day_of_week="mon,wed,fri", hour=18, minute=30, timezone=zone)
    fired, began = datetime(2026, 1, 1, tzinfo=UTC), time.perf_counter()
    for _ in range(walks):
        fired = cron.get_next_fire_time(None, fired) + timedelta(seconds=1)
    return own / walks * 1e6, (time.perf_counter() - began) / walks * 1e6


def report(found: Rounds, nexts: Sequence[tuple[float, float]], due: int, each: int) -> Report:
    """Return the table, the goals and whether they are reached."""
    told = Report(
        f"B5 {due:,} of {due * each:,} timers due in one second (`due.py`)",
        ("contender", "missed", "seconds", "loop blocked at most, ms"),
    )
    for name, fired in found.items():
        told.rows.append(
            (
                name,
                str(Figure(tuple(float(one.missed) for one in fired))),
                str(Figure(tuple(one.seconds for one in fired))),
                str(_blocked(fired)),
            )
        )
    own = found["ours"]
    missed, unsealed = sum(one.missed for one in own), sum(one.unsealed for one in own)
    mine = Figure(tuple(pair[0] for pair in nexts), " µs")
    cron = Figure(tuple(pair[1] for pair in nexts), " µs")
    told.claims += [
        Claim("missed", str(missed), "0", missed == 0),
        Claim("not sealed", str(unsealed), "0", unsealed == 0),
        at_most("until they stand in the outbox", _seconds(own), 3.0),
        at_most("loop blocked", _blocked(own), 40.0),
        at_most("next occurrence", mine, 8.0),
    ]
    told.notes.append(f"APScheduler's CronTrigger takes {cron} for the same: {ratio(cron, mine)}.")
    told.notes.append(f"The peer's jobs are {due:,} in all, stored nowhere; they only note a run.")
    return told


def _seconds(fired: Sequence[Fired]) -> Figure:
    return Figure(tuple(one.seconds for one in fired), " s")


def _blocked(fired: Sequence[Fired]) -> Figure:
    return Figure(tuple(one.blocked * 1000 for one in fired), " ms")


async def run(*, rounds: int = 3, due: int = DUE, peers: bool = True, **env: str) -> Report:
    """Run the benchmark and return its report."""
    found = await measure(due, EACH, rounds, peers=peers, **env)
    return report(found, [next_ones(WALKS) for _ in range(rounds)], due, EACH)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="bench.due")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ours-only", action="store_true")
    parser.add_argument("--due", type=int, default=DUE)
    parser.add_argument("--profile", metavar="FILE", help="write a profile of ours there")
    given = parser.parse_args()
    env = {"BENCH_PROFILE": given.profile} if given.profile else {}
    told = run(rounds=given.rounds, due=given.due, peers=not given.ours_only, **env)
    finish(asyncio.run(told))


if __name__ == "__main__":
    main()
