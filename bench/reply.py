"""B2: from an update to its reply, at 25 updates a second; and while a herd of 600 goes out.

Quiet: people come by chance, 25 a second, and nothing is paced. Herd: 600 prompts are due at once
against a messenger that takes 30 in any trailing second, and one update comes in each twenty-fifth
of a second; replies and prompts share the messenger's limit. A second is counted from the moment
the messenger has the update until it has the reply: the round-trip time is in it. Ours plays twice,
polling and with a webhook.

    python -m bench.reply
"""

import argparse
import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bench.figures import Claim, Figure, Report, at_least, at_most, percentile, ratio
from bench.fleet import HOOKED, OURS, Crew, Fleet, Peer, fleet
from bench.furnishing import ZONE, Group
from bench.herd import AHEAD
from bench.printing import finish
from bench.times import NOON, seconds_to_noon
from homework.loads import EVERY_DAY
from homework.recurrence import Weekly

RTT = 0.05
RATE = 25.0
SECONDS = 4.0
HERD, HERD_SECONDS = 600, 10.0
PATIENCE = 45.0
TALKERS, HERDED = 1_000_000, 2_000_000
PTB, AIOGRAM = "PTB in memory", "aiogram in memory"
QUIET = (Peer(PTB, "ptb_memory", {}), Peer(AIOGRAM, "aiogram_memory", {}))
LIMITED = (Peer("PTB + AIORateLimiter", "ptb_herd", {"BENCH_RETRIES": "5"}),)


@dataclass(slots=True)
class Heard:
    """What one contender's people heard, in seconds from their update."""

    took: list[float]
    unheard: int
    repeats: int
    floods: int
    cpu: float

    @property
    def p50(self) -> float:
        """The middle, in milliseconds."""
        return percentile(self.took, 0.5) * 1000

    @property
    def p99(self) -> float:
        """What one in a hundred exceeds, in milliseconds; who never heard counts as patience."""
        return percentile([*self.took, *[PATIENCE] * self.unheard], 0.99) * 1000


def by_chance(chance: random.Random, seconds: float) -> list[float]:
    """Return gaps between people who know nothing of each other."""
    return [chance.expovariate(RATE) for _ in range(int(RATE * seconds))]


def one_by_one(chance: random.Random, seconds: float) -> list[float]:
    """Return gaps such that one comes in each slot, at any moment of it."""
    slot = 1 / RATE
    at = [slot * (number + chance.random()) for number in range(int(RATE * seconds))]
    return [later - before for before, later in zip([0.0, *at], at, strict=False)]


async def listen(ships: Fleet, name: str, gaps: list[float]) -> Heard:
    """Let people write, one after each gap, and note when they hear."""
    told: dict[str, Any] = await ships.stub_ask(
        name, "arrive", kind="text", gaps=gaps, patience=PATIENCE
    )
    repeats = told["repeats"] + told["asides"]
    return Heard(told["took"], told["unheard"], repeats, told["floods"], told["cpu"])


async def quiet(peers: Sequence[Peer], rounds: int, seconds: float) -> dict[str, list[Heard]]:
    """Nothing else happens; the contenders have their turns one after another."""
    people = int(RATE * seconds) + 20
    talkers = Group(TALKERS, people, sheet="bench_text", begun=True)
    found: dict[str, list[Heard]] = {}
    crew = Crew({"text": talkers}, peers, {"BENCH_PACE": "off"}, hooked=True)
    async with fleet(crew) as ships:
        for number in range(rounds):
            for name in ships.bots:
                await ships.stub_ask(name, "rules", rtt=RTT)
                gaps = by_chance(random.Random(number), seconds)  # noqa: S311 - arrivals
                found.setdefault(name, []).append(await listen(ships, name, gaps))
                await ships.stub_ask(name, "drain", patience=5.0)
    return found


async def herded(peers: Sequence[Peer], herd: int, seconds: float) -> dict[str, list[Heard]]:
    """A herd goes out meanwhile. All at the same time: the limits hold up, not the machine.

    Ours does not play against itself: with its webhook it comes when it is done with polling.
    """
    groups = {
        "text": Group(TALKERS, int(RATE * seconds) + 20, sheet="bench_text", begun=True),
        "herd": Group(HERDED, herd, (Weekly(EVERY_DAY, NOON),)),
    }
    env = {"BENCH_AHEAD": str(seconds_to_noon(ZONE) - AHEAD)}
    async with fleet(Crew(groups, peers, env, hooked=True)) as ships:

        async def one(name: str) -> Heard:
            await ships.stub_ask(name, "rules", rtt=RTT, strict=True)
            if name in (OURS, HOOKED):
                await ships.bots[name].ask("ring", ahead=AHEAD)
            else:
                await ships.bots[name].ask("herd", users=list(range(HERDED, HERDED + herd)))
            return await listen(ships, name, one_by_one(random.Random(7), seconds))  # noqa: S311 - arrivals

        async def ours() -> list[Heard]:
            return [await one(OURS), await one(HOOKED)]

        own, *heard = await asyncio.gather(ours(), *(one(peer.name) for peer in peers))
        return {name: [one] for name, one in zip(ships.bots, [*own, *heard], strict=True)}


def report(calm: dict[str, list[Heard]], wild: dict[str, list[Heard]]) -> Report:
    """Return the table, the goals and whether they are reached."""
    told = Report(
        "B2 From an update to its reply (`reply.py`)",
        ("when", "contender", "p50 ms", "p99 ms", "without a reply", "429"),
    )
    for when, found in (("quiet", calm), ("herd", wild)):
        for name, heard in found.items():
            lost, floods = sum(h.unheard for h in heard), sum(h.floods for h in heard)
            cells = (str(_p50(heard)), str(_p99(heard)), str(lost), str(floods))
            told.rows.append((when, name, *cells))
            told.stub += [one.cpu for one in heard]
    told.claims.append(at_most("p99, quiet", _p99(calm[OURS]), RTT * 1000 + 50))
    told.claims.append(at_most("p99, quiet, by webhook", _p99(calm[HOOKED]), RTT * 1000 + 50))
    told.claims.append(at_most("p99 while the herd goes out", _p99(wild[OURS]), 250))
    told.claims.append(at_most("p99 while the herd goes out, by webhook", _p99(wild[HOOKED]), 250))
    for peer in LIMITED:
        if peer.name in wild:
            by = ratio(_p99(wild[peer.name]), _p99(wild[OURS]))
            told.claims.append(at_least(f"p99, herd, by {peer.name}", by, 60))
    own = [one for found in (calm, wild) for name in (OURS, HOOKED) for one in found[name]]
    odd = sum(one.repeats + one.unheard for one in own)
    told.claims.append(Claim("repeats, and people without a reply", str(odd), "0", odd == 0))
    told.notes += NOTES
    return told


NOTES = (
    f"RTT {RTT * 1000:.0f} ms, {RATE:.0f} updates a second.",
    "Quiet, an update that just missed a poll waits for the next one, and that takes a round trip"
    " and what the batch before it takes. A simulation of a bot that polls and takes no time at all"
    " has a p99 of 99 ms at this rate; with a batch handled and on disk in 5 ms it is 109 ms, in"
    " 10 ms 119 ms.",
    "With a webhook there is no poll to miss. Updates come over connections that stay open, up to"
    " 20 at once, without a proxy in between.",
    "With a herd, replies go before prompts; one round, for it is the limits that take time.",
)


def _p50(heard: Sequence[Heard]) -> Figure:
    return Figure(tuple(one.p50 for one in heard), " ms")


def _p99(heard: Sequence[Heard]) -> Figure:
    return Figure(tuple(one.p99 for one in heard), " ms")


async def run(*, rounds: int = 3) -> Report:
    """Run the benchmark and return its report."""
    calm = await quiet(QUIET, rounds, SECONDS)
    return report(calm, await herded(LIMITED, HERD, HERD_SECONDS))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="bench.reply")
    parser.add_argument("--rounds", type=int, default=3)
    finish(asyncio.run(run(rounds=parser.parse_args().rounds)))


if __name__ == "__main__":
    main()
