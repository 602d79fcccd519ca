"""How the bot's memory grows: a day of 50 updates a second, compressed.

The real bot in a process of its own takes updates as fast as it can; its resident memory is sampled
on the way. A day has 4,320,000 updates; what is printed for it is the slope of the later half of
this run, extended: the curve flattens, and its beginning is not what a day is made of. A day's
backups are compressed like its updates: after every hour's worth of them the newest is taken away,
and the bot, which looks every five minutes, makes the next one.

python -m bench.memory --updates 60000 --page bench/memory.md

With TMPDIR on a file system in memory no disk holds it up; the bot's own memory is the same.
"""

import argparse
import asyncio
import math
import os
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.knocking import Knocking, served
from bot.clock import Machine
from homework.store.backups import listed
from tests.support.by_chat import ON_DEMAND, agreed, joined_by, joined_client
from tests.support.colophon import keep, tell, written
from tests.support.premises import premises

AN_HOUR = 50 * 3_600
A_DAY = 24 * AN_HOUR
GOAL = 20.0
"""Megabytes a day."""
NAMES = ("Fox", "Owl", "Elk", "Hen", "Yak", "Emu", "Cow", "Bee", "Ant", "Bat", "Cat", "Dog")
SHEET = "Thought record: catching the thought"


@dataclass(frozen=True)
class Run:
    """Samples of (updates so far, megabytes), after the warm-up; megabytes at the very start;
    how many backups were made meanwhile."""

    samples: Sequence[tuple[int, float]]
    at_start: float
    seconds: float
    backups: int

    @property
    def later(self) -> Sequence[tuple[int, float]]:
        """The later half of the samples."""
        return self.samples[(len(self.samples) - 1) // 2 :]

    @property
    def slope(self) -> float:
        """Megabytes per 100,000 updates in the later half, by least squares."""
        count = len(self.later)
        mean_x = sum(x for x, _ in self.later) / count
        mean_y = sum(y for _, y in self.later) / count
        above = sum((x - mean_x) * (y - mean_y) for x, y in self.later)
        return 100_000 * above / sum((x - mean_x) ** 2 for x, _ in self.later)

    @property
    def warmed_by(self) -> float:
        """Megabytes taken until the later half began: filling all caches is part of it."""
        return self.later[0][1] - self.at_start


def resident(pid: int) -> float:
    """Megabytes a process holds in memory now."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


async def furnish(folder: Path, people: int) -> list[int]:
    """Let a therapist and clients join by chat, each with a sheet; return the clients' ids."""
    async with premises(folder) as here:
        await here.bot.start()
        therapist = await joined_by(here, (await here.bot.ask("invite", name="Dr A"))["link"])
        clients: list[int] = []
        for name in NAMES[:people]:
            phone = await joined_client(therapist, name)
            await agreed(here, therapist, phone, SHEET, ON_DEMAND, several=bool(clients))
            clients.append(phone.id)
        if await here.bot.stop() != 0:
            raise RuntimeError(here.bot.tail())
    return clients


async def measure(
    folder: Path,
    *,
    updates: int,
    warm_up: int,
    every: int,
    seconds: float = math.inf,
    people: int = len(NAMES),
    tell: Callable[[str], None] = lambda words: None,
) -> Run:
    """Sample memory every so many updates, while `updates` are taken after the warm-up, or until
    `seconds` are over; once at least."""
    chance = random.Random(5)  # noqa: S311 - the same run each time
    knocking = Knocking(await furnish(folder, people), chance)
    machine = Machine()
    async with served(knocking) as root, premises(folder) as here:
        here.bot.env["TELEGRAM_API_URL"] = root
        await here.bot.start()
        at_start = resident(here.bot.pid)
        tell(f"at the start {at_start:.1f} MB")
        began = machine.monotonic()
        await knocking.want(warm_up)
        samples, backups = [(0, resident(here.bot.pid))], 0
        tell(f"after a warm-up of {warm_up:,} updates {samples[0][1]:.1f} MB")
        while len(samples) == 1 or (
            samples[-1][0] < updates and machine.monotonic() - began < seconds
        ):
            await knocking.want(every)
            so_far = samples[-1][0] + every
            if so_far // AN_HOUR > samples[-1][0] // AN_HOUR:
                backups += _taken_away(here.data / "backups")
            samples.append((so_far, resident(here.bot.pid)))
            tell(f"{samples[-1][0]:>9,} updates {samples[-1][1]:8.1f} MB")
        took = machine.monotonic() - began
        counts = (await here.bot.ask("counts"))["counts"]
        tell(", ".join(f"{name} {number:,.0f}" for name, number in sorted(counts.items())))
        backups += _taken_away(here.data / "backups")
        if await here.bot.stop() != 0:
            raise RuntimeError(here.bot.tail())
    return Run(samples, at_start, took, backups)


def _taken_away(folder: Path) -> int:
    """Delete the backups in a folder; return how many there were."""
    there = listed(folder)
    for one in there:
        one.path.unlink()
    return len(there)


def found(run: Run, warm_up: int) -> tuple[list[str], float]:
    """Return what a run says, line by line, and the megabytes of a day by it."""
    taken = warm_up + run.samples[-1][0]
    day = run.warmed_by + run.slope * A_DAY / 100_000
    return [
        f"{taken:,} updates in {run.seconds:.0f} s, {taken / run.seconds:,.0f} a second;"
        f" {run.backups} backups.",
        f"{run.at_start:.0f} MB at the start, {run.samples[-1][1]:.0f} MB at the end.",
        f"Growth: {run.warmed_by:.1f} MB by {warm_up + run.later[0][0]:,} updates, when all"
        " caches are full and half of what follows is over; in the other half"
        f" {run.slope:+.2f} MB per 100,000, by least squares.",
        f"Extended to the {A_DAY:,} updates of a day: {day:.1f} MB; the goal is {GOAL:.0f}.",
    ], day


def main() -> int:
    """Run as a program; exit 1 when a day would take more than its goal."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--updates", type=int, default=60_000)
    parser.add_argument("--warm-up", type=int, default=25_000)
    parser.add_argument("--every", type=int, default=5_000)
    parser.add_argument("--minutes", type=float, default=math.inf, help="end then at the latest")
    parser.add_argument("--page", type=Path)
    asked = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="memory-") as folder:
        run = asyncio.run(
            measure(
                Path(folder),
                updates=asked.updates,
                warm_up=asked.warm_up,
                every=asked.every,
                seconds=60 * asked.minutes,
                tell=tell,
            )
        )
    told, day = found(run, asked.warm_up)
    command = f"make memory UPDATES={asked.updates} MINUTES={asked.minutes:g}"
    page = written("Memory", command, run.seconds, told)
    keep(page, asked.page)
    return 0 if day <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
