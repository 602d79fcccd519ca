"""B4: 600 prompts due at once, and a messenger that takes 30 in any trailing second, 1/s a chat.

All contenders send at the same time, each to limits of its own: nobody is held up by the machine,
only by the limits. Who has not sent all after 55 s is cut off.

    python -m bench.herd
"""

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bench.figures import Claim, Figure, Report, at_least, at_most, short
from bench.fleet import OURS, Crew, Fleet, Peer, fleet
from bench.furnishing import ZONE, Group
from bench.printing import finish
from bench.times import NOON, seconds_to_noon
from homework.loads import EVERY_DAY
from homework.recurrence import Weekly

RTT = 0.05
HERD = 600
PER_SECOND = 30
CUT_OFF = 52.0
AHEAD = 60.0
FIRST_USER = 1_000_000
RETRIES = "the same, 5 retries"
PEERS = (
    Peer("PTB + AIORateLimiter", "ptb_herd", {"BENCH_RETRIES": "0"}),
    Peer(RETRIES, "ptb_herd", {"BENCH_RETRIES": "5"}),
    Peer("aiogram, its guide's broadcast", "aiogram_herd", {"BENCH_RECIPE": "broadcast"}),
    Peer("aiogram, all at once", "aiogram_herd", {"BENCH_RECIPE": "tasks"}),
)
HAMMERS = "aiogram, all at once"
"""Its requests are turned away thousands of times. The stub has no longer punishment for that; the
messenger has. It is shown, but no peer for the goal."""


@dataclass(slots=True)
class Herd:
    """What came of one contender's herd; `last` in seconds after the first."""

    sent: int
    chats: int
    floods: int
    last: float
    cpu: float


async def drive(ships: Fleet, name: str, number: int, cut_off: float) -> Herd:
    """Let `number` prompts be due at once for one contender."""
    await ships.stub_ask(name, "rules", rtt=RTT, strict=True)
    await ships.stub_ask(name, "reset")
    seen = asyncio.create_task(ships.stub_ask(name, "sent", number=number, patience=cut_off))
    if name == OURS:
        await ships.bots[name].ask("ring", ahead=AHEAD)
    else:
        users = list(range(FIRST_USER, FIRST_USER + number))
        await ships.bots[name].ask("herd", users=users)
    told = await seen
    last = told["last"] - told["first"]
    return Herd(told["sent"], told["chats"], told["floods"], last, told["cpu"])


def crew(peers: Sequence[Peer], number: int) -> Crew:
    """Return who plays; the calendar of ours stands a minute before the moment."""
    groups = {"herd": Group(FIRST_USER, number, (Weekly(EVERY_DAY, NOON),))}
    env = {"BENCH_AHEAD": str(seconds_to_noon(ZONE) - AHEAD)}
    return Crew(groups, peers, env)


async def measure(peers: Sequence[Peer], number: int, cut_off: float) -> dict[str, Herd]:
    """One round: everybody at once."""
    async with fleet(crew(peers, number)) as ships:
        names = list(ships.bots)
        found = await asyncio.gather(*(drive(ships, one, number, cut_off) for one in names))
        return dict(zip(names, found, strict=True))


def report(rounds: Sequence[dict[str, Herd]], number: int = HERD) -> Report:
    """Return the table, the goals and whether they are reached."""
    ideal = number / PER_SECOND
    told = Report(
        "B4 A herd of prompts and strict limits (`herd.py`)",
        ("contender", "lost", "twice", "429", "last after s", "by ideal"),
    )
    for name in rounds[0]:
        herds = [one[name] for one in rounds]
        told.rows.append((name, *_cells(herds, number, ideal)))
    told.stub += [one.cpu for found in rounds for one in found.values()]
    ours = [found[OURS] for found in rounds]
    lost, twice = sum(number - one.chats for one in ours), sum(one.sent - one.chats for one in ours)
    told.claims += [
        Claim("lost", str(lost), "0", lost == 0),
        Claim("twice", str(twice), "0", twice == 0),
        at_most("429", Figure(tuple(float(one.floods) for one in ours)), 1),
        at_most("last by ideal", Figure(tuple(one.last / ideal for one in ours), " ×"), 1.03),
    ]
    told.claims += _against(rounds, number)
    told.notes.append(f"{number} prompts, RTT {RTT * 1000:.0f} ms; ideal is {short(ideal)} s.")
    told.notes.append(f"“{HAMMERS}” is shown, but is no peer: a messenger shuts out who hammers.")
    told.notes.append(
        f"2.5 × sooner cannot be reached while “{RETRIES}” loses none: it needs a fifth more than"
        " the ideal, and nobody can be done sooner than that."
    )
    told.notes.append(f"“>”: not all were sent when it was cut off after {CUT_OFF:.0f} s.")
    return told


def _cells(herds: Sequence[Herd], number: int, ideal: float) -> tuple[str, ...]:
    over = "> " if any(one.chats < number and one.last > CUT_OFF - 5 for one in herds) else ""
    last = Figure(tuple(one.last for one in herds))
    return (
        str(Figure(tuple(float(number - one.chats) for one in herds))),
        str(Figure(tuple(float(one.sent - one.chats) for one in herds))),
        str(Figure(tuple(float(one.floods) for one in herds))),
        over + str(last),
        over + str(Figure(tuple(one.last / ideal for one in herds), " ×")),
    )


def _against(rounds: Sequence[dict[str, Herd]], number: int) -> list[Claim]:
    """How much sooner ours is done than the soonest peer that lost nothing (or was cut off)."""
    sooner: list[float] = []
    for found in rounds:
        peers = [
            one.last
            for name, one in found.items()
            if name not in (OURS, HAMMERS) and (one.chats == number or one.last > CUT_OFF - 5)
        ]
        if peers and found[OURS].last:
            sooner.append(min(peers) / found[OURS].last)
    if not sooner:
        return []
    what = "sooner than the soonest peer that lost none"
    return [at_least(what, Figure(tuple(sooner), " ×"), 2.5)]


async def run(*, rounds: int = 1) -> Report:
    """Run the benchmark and return its report."""
    return report([await measure(PEERS, HERD, CUT_OFF) for _ in range(rounds)])


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="bench.herd")
    parser.add_argument("--rounds", type=int, default=1, help="each takes a minute")
    finish(asyncio.run(run(rounds=parser.parse_args().rounds)))


if __name__ == "__main__":
    main()
