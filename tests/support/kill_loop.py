"""Kills the bot again and again while people fill in worksheets and everything else goes wrong too.

python -m tests.support.kill_loop --kills 500 --seed 1 --page bench/soak.md
"""

import argparse
import asyncio
import random
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Machine
from tests.support.admission import living, ward
from tests.support.colophon import keep, tell
from tests.support.evidence import Evidence, gather
from tests.support.history import judge
from tests.support.sendings import Findings
from tests.support.soak_page import page
from tests.support.storms import draw
from tests.support.ward import Ward
from tests.support.ward_round import Rounds

LONG_STOPS = (90.0, 190.0)
"""Seconds of SIGSTOP in a whole run, the second longer than any lease of the outbox."""


@dataclass
class Outcome:
    """What a run was like and what is wrong with it."""

    found: Findings
    evidence: Evidence
    ended: Ward
    rounds: Rounds
    kills: int


async def run_kills(
    folder: Path,
    kills: int,
    seed: int,
    tell: Callable[[str], None] = lambda words: None,
    *,
    people: int = 3,
    stops: Sequence[float] = (),
    enough: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Let `kills` storms pass, each with its death, and judge what is left.

    `stops`: long stops, spread evenly over the run. `enough`: end before the next storm.
    """
    long_stops = {
        kills * place // (len(stops) + 1): seconds for place, seconds in enumerate(stops, 1)
    }
    async with ward(folder, seed=seed, people=people) as here:
        rounds, done = Rounds(), 0
        async with living(here.patients):
            for number in range(1, kills + 1):
                if enough():
                    break
                await here.befall(draw(seed, number, people))
                if number in long_stops:
                    await here.stop_for(long_stops[number])
                if number % 25 == 0:
                    tell(_progress(number, here))
                    tell("\n".join(await rounds.look(here, number)))
                done = number
            await rounds.look(here, done)
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
    for words in rounds.silent():
        found.wrong.append(f"hardly anybody there: {words}")
    for words in here.deaths_unasked:
        found.wrong.append(f"the bot ended by itself: {words}")
    return Outcome(found, evidence, here, rounds, done)


def _progress(number: int, here: Ward) -> str:
    said = sum(len(patient.said) for patient in here.patients)
    sent = len(here.here.emulator.world.sends)
    return (
        f"{number} kills, {said} texts, {sent} sent, it is {here.here.calendar.now():%d %b %H:%M}"
    )


def main() -> int:
    """Run as a program: progress on stdout, exit 1 when anything is wrong.

    Asked to end (SIGTERM), it judges what was until then.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--page", type=Path)
    asked = parser.parse_args()
    seed = asked.seed or random.SystemRandom().randrange(1, 1_000_000)

    tell(f"seed {seed}")
    ends: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: ends.append(number))
    began = Machine().monotonic()
    whole = asked.kills >= 100
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        stops = LONG_STOPS if whole else ()
        outcome = asyncio.run(
            run_kills(
                Path(folder),
                asked.kills,
                seed,
                tell,
                people=4,
                stops=stops,
                enough=lambda: bool(ends),
            )
        )
    seconds = Machine().monotonic() - began
    written = page(outcome.found, outcome.ended, outcome.rounds, outcome.kills, seed, seconds)
    keep(written, asked.page)
    return 1 if outcome.found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
