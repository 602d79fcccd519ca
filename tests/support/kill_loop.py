"""Kills the bot again and again while people fill in worksheets and everything else goes wrong too.

python -m tests.support.kill_loop --kills 500 --seed 1 --page bench/soak.md
"""

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Machine
from tests.support.admission import living, ward
from tests.support.evidence import Evidence, gather
from tests.support.history import judge
from tests.support.sendings import Findings
from tests.support.soak_page import page
from tests.support.storms import draw
from tests.support.ward import Ward

LONG_STOPS = (90.0, 190.0)
"""Seconds of SIGSTOP in a whole run, the second longer than any lease of the outbox."""


@dataclass
class Outcome:
    """What a run was like and what is wrong with it."""

    found: Findings
    evidence: Evidence
    ended: Ward


async def run_kills(
    folder: Path,
    kills: int,
    seed: int,
    tell: Callable[[str], None] = lambda words: None,
    *,
    people: int = 3,
    stops: Sequence[float] = (),
) -> Outcome:
    """Let `kills` storms pass, each with its death, and judge what is left.

    `stops`: long stops, spread evenly over the run.
    """
    long_stops = {
        kills * place // (len(stops) + 1): seconds for place, seconds in enumerate(stops, 1)
    }
    async with ward(folder, seed=seed, people=people) as here:
        async with living(here.patients):
            for number in range(1, kills + 1):
                await here.befall(draw(seed, number, people))
                if number in long_stops:
                    await here.stop_for(long_stops[number])
                if number % 25 == 0:
                    tell(_progress(number, here))
            await here.calm()
            await here.busy(40)
        await here.drained()
        silent = await here.prompted_again()
        await here.closed()
        evidence = await gather(
            here.here, here.patients, claimed=here.claimed, garbage=here.garbage
        )
    found = judge(evidence)
    found.check(not silent, f"nobody prompted them any more: {silent}")
    for words in here.deaths_unasked:
        found.wrong.append(f"the bot ended by itself: {words}")
    return Outcome(found, evidence, here)


def _progress(number: int, here: Ward) -> str:
    said = sum(len(patient.said) for patient in here.patients)
    sent = len(here.here.emulator.world.sends)
    return (
        f"{number} kills, {said} texts, {sent} sent, it is {here.here.calendar.now():%d %b %H:%M}"
    )


def main() -> int:
    """Run as a program: progress on stdout, exit 1 when anything is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--page", type=Path)
    asked = parser.parse_args()
    seed = asked.seed or random.SystemRandom().randrange(1, 1_000_000)

    def tell(words: str) -> None:
        print(words, flush=True)  # noqa: T201 - a program's output

    tell(f"seed {seed}")
    began = Machine().monotonic()
    whole = asked.kills >= 100
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        stops = LONG_STOPS if whole else ()
        run = run_kills(Path(folder), asked.kills, seed, tell, people=4, stops=stops)
        outcome = asyncio.run(run)
    seconds = Machine().monotonic() - began
    written = page(outcome.found, outcome.ended, asked.kills, seed, seconds)
    tell(written)
    if asked.page:
        asked.page.parent.mkdir(exist_ok=True)
        asked.page.write_text(written, encoding="utf-8")
    return 1 if outcome.found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
