"""Stops the bot with SIGTERM again and again while people fill in worksheets.

Each stop has to be clean by itself: exit code 0 within ten seconds, no message claimed and not
marked, no journal left. At the end all that is known is compared, as after the kills; and since
nothing was cut off, nobody may have got anything twice.

python -m tests.support.term_loop --times 100 --seed 7 --page bench/sigterm.md
"""

import argparse
import asyncio
import logging
import random
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.clock import Machine
from tests.support.admission import living, ward
from tests.support.colophon import keep, tell, written
from tests.support.evidence import gather
from tests.support.history import judge
from tests.support.sendings import Findings
from tests.support.ward import Ward

WITHIN = 10.0
HANGS = ("sendMessage", "getUpdates", "answerCallbackQuery")


@dataclass
class Stops:
    """How long each stop took, and what was under way."""

    seconds: list[float] = field(default_factory=list[float])
    hung: Counter[str] = field(default_factory=Counter[str])

    def words(self) -> str:
        """All in one line."""
        longest, mean = max(self.seconds), sum(self.seconds) / len(self.seconds)
        hung = ", ".join(f"{name} {times}" for name, times in sorted(self.hung.items()))
        return (
            f"{len(self.seconds)} stops, {mean:.2f} s on average, {longest:.2f} s the longest;"
            f" the messenger hung in: {hung or 'none'}"
        )


async def stop_once(
    here: Ward, chance: random.Random, stops: Stops, found: Findings, *, hang: str | None
) -> None:
    """SIGTERM at some moment; `hang`: a method the messenger answers too late for it."""
    machine, bot = Machine(), here.here.bot
    if hang is not None:
        await here.here.telegram.fault("answer_late", hang, seconds=20.0)
        stops.hung[hang] += 1
    await here.busy(chance.randrange(1, 30))
    await machine.sleep(chance.random() * 0.02)
    began = machine.monotonic()
    bot.terminate()
    code = await bot.ended(30)
    took = machine.monotonic() - began
    stops.seconds.append(took)
    found.check(code == 0, f"exit {code}\n{bot.tail(15)}")
    found.check(took <= WITHIN, f"it took {took:.1f} s\n{bot.tail(15)}")
    await here.here.telegram.no_faults()
    left_clean(here.here.data, found, hung=hang)


def left_clean(data: Path, found: Findings, *, hung: str | None) -> None:
    """Nothing half: no journal; no row whose fate is open, but for a call that hung."""
    left = [path.name for path in data.iterdir() if path.name.endswith(("-journal", "-wal"))]
    found.check(not left, f"left behind: {left}")
    with closing(sqlite3.connect(f"{(data / 'homework.db').as_uri()}?mode=ro", uri=True)) as db:
        query = "SELECT count(*) FROM outbox WHERE state = 'claimed'"
        (claimed,) = db.execute(query).fetchone()
    allowed = 1 if hung == "sendMessage" else 0
    found.check(claimed <= allowed, f"{claimed} rows are claimed and nobody has them in hand")


async def run_stops(
    folder: Path,
    times: int,
    seed: int,
    tell: Callable[[str], None] = lambda words: None,
    *,
    hang_every: int = 10,
) -> tuple[Findings, Stops]:
    """Stop `times` times; every tenth time (`hang_every`) with a messenger that hangs."""
    stops, early, chance = Stops(), Findings(), random.Random(seed)
    async with ward(folder, seed=seed, people=5) as here:
        async with living(here.patients):
            for number in range(1, times + 1):
                turn, rest = divmod(number, hang_every)
                hang = None if rest else HANGS[turn % len(HANGS)]
                await stop_once(here, chance, stops, early, hang=hang)
                await here.here.bot.start()
                if number % 25 == 0:
                    tell(stops.words())
            await here.busy(40)
        await here.drained()
        await here.closed()
        found = judge(await gather(here.here, here.patients, claimed=here.claimed))
    found.wrong[:0] = early.wrong
    most = stops.hung["sendMessage"]
    repeats = found.numbers["repeats"]
    found.check(repeats <= most, f"{repeats} messages came twice, {most} may have")
    return found, stops


def main() -> int:
    """Run as a program: progress on stdout, exit 1 when anything is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--page", type=Path)
    asked = parser.parse_args()
    seed = asked.seed or random.SystemRandom().randrange(1, 1_000_000)

    # Calls that still hang at the end are cut off, and the emulator's server would tell of each.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    tell(f"seed {seed}")
    began = Machine().monotonic()
    with tempfile.TemporaryDirectory(prefix="stops-") as folder:
        found, stops = asyncio.run(run_stops(Path(folder), asked.times, seed, tell))
    lines = [
        f"Wrong: {'; '.join(found.wrong[:40]) or 'nothing'}.",
        f"{stops.words()}. The goal is {WITHIN:.0f} s.",
        f"{found.numbers['updates']} updates handled, {found.numbers['sent']} messages and edits,"
        f" {found.numbers['repeats']} came twice.",
        f"{found.numbers['said']} texts written to worksheets,"
        f" {found.numbers['told not kept']} of them not kept, and their writer told so.",
    ]
    command = f"make sigterm STOPS={asked.times} SEED={seed}"
    page = written("SIGTERM under load", command, Machine().monotonic() - began, lines)
    keep(page, asked.page)
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
