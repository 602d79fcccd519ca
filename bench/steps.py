"""B1: worksheet steps a second through real getUpdates, with 200 people waiting at any time.

A text step is: a text comes, it is stored, the next question goes out, the old one is edited. A
rating step is: a button is pressed, the press is answered, the rating stored, the next question
with its buttons goes out, the old one is edited. Everybody makes these same calls.

    python -m bench.steps                       ours and the peers
    python -m bench.steps --ours-only --rtt 0   ours alone
    python -m bench.steps --ours-only --profile where the time goes (needs pyinstrument)
"""

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bench.figures import Claim, Figure, Report, at_least, ratio
from bench.fleet import OURS, Crew, Fleet, Peer, fleet
from bench.furnishing import Group
from bench.printing import finish

WAITING = 200
WINDOW = {0.0: 0.7, 0.05: 1.0}
"""Seconds of a turn by round-trip time; slow bots get up to twice as long."""
LEAST = 30
PATIENCE = 10.0
KINDS = ("text", "rating")
PEERS = (
    Peer("PTB in memory", "ptb_memory", {}),
    Peer("PTB + ORM", "ptb_orm", {}),
    Peer("aiogram in memory", "aiogram_memory", {}),
    Peer("aiogram + ORM", "aiogram_orm", {}),
)
GOALS = (
    (0.0, "PTB in memory", 1.5),
    (0.0, "aiogram in memory", 1.0),
    (0.0, "PTB + ORM", 5.0),
    (0.05, "PTB + ORM", 20.0),
    (0.05, "aiogram + ORM", 3.0),
)


@dataclass(slots=True)
class Turn:
    """One contender's turn: `steps` answered in the window, `whole` until the last edit."""

    steps: float
    whole: float
    edits: float
    calls: float
    spent: float
    repeats: int
    asides: int
    lost: int
    owed: int
    cpu: float


async def turn(
    ships: Fleet, name: str, kind: str, rtt: float, *, waiting: int = WAITING, window: float = 0.0
) -> Turn:
    """Let people answer for a while, then let the bot finish all it has begun."""
    window = window or WINDOW.get(rtt, 1.0)
    before = await ships.stub_ask(name, "rules", rtt=rtt)
    spent = ships.bots[name].cpu()
    await ships.stub_ask(name, "crowd", kind=kind, waiting=waiting)
    seen = await ships.stub_ask(
        name, "measure", seconds=window, steps=LEAST, at_most=2 * window, warm=name != OURS
    )
    slow = name != OURS and seen["steps"] < waiting
    if slow:  # what it has in hand would take it many seconds
        await ships.stub_ask(name, "rules", rtt=0.0)
    rest = await ships.stub_ask(name, "drain", patience=PATIENCE)
    spent = ships.bots[name].cpu() - spent
    sent, edits = (rest["calls"].get(m, 0) for m in ("sendMessage", "editMessageText"))
    rate = seen["steps"] / seen["seconds"]
    return Turn(
        steps=rate,
        whole=rate if slow else sent / (seen["seconds"] + rest["seconds"]),
        edits=edits / sent if sent else 0.0,
        calls=sum(rest["calls"].values()) / sent if sent else 0.0,
        repeats=rest["repeats"],
        asides=seen["asides"],
        spent=1000 * spent / max(1, rest["answered"] - before["answered"]),
        lost=rest["open"],
        owed=rest["owed"],
        cpu=seen["cpu"],
    )


def crew(peers: Sequence[Peer], people: int, env: dict[str, str]) -> Crew:
    """Return who plays: `people` of each kind, with their first question before them."""
    groups = {
        kind: Group(1_000_000 * number, people, sheet=f"bench_{kind}", begun=True)
        for number, kind in enumerate(KINDS, 1)
    }
    return Crew(groups, peers, {"BENCH_PACE": "off", "BENCH_IN_FLIGHT": "80", **env})


Turns = dict[tuple[str, float, str], list[Turn]]


async def measure(ships: Fleet, names: Sequence[str], rtts: Sequence[float], rounds: int) -> Turns:
    """Let all contenders have their turns, one after another, round after round."""
    found: Turns = {}
    for number in range(rounds):
        for kind in KINDS:
            for rtt in rtts:
                for name in names:
                    if number and not _in_goal(name, rtt):
                        continue
                    seen = await turn(ships, name, kind, rtt)
                    found.setdefault((kind, rtt, name), []).append(seen)
    return found


def _in_goal(name: str, rtt: float) -> bool:
    return name == OURS or any(rtt == at and name == peer for at, peer, _ in GOALS)


def report(found: Turns) -> Report:
    """Return the tables, the goals and whether they are reached."""
    told = Report(
        "B1 Steps through real getUpdates (`steps.py`)",
        (
            "step",
            "RTT ms",
            "contender",
            "steps/s",
            "answers/s",
            "calls a step",
            "CPU ms a step",
            "ours by theirs",
        ),
    )
    for (kind, rtt, name), turns in found.items():
        own, mine = _figure(turns), _figure(found[kind, rtt, OURS])
        answers = Figure(tuple(one.steps for one in turns))
        calls = f"{sum(one.calls for one in turns) / len(turns):.2f}"
        by = "" if name == OURS else str(ratio(mine, own))
        spent = str(Figure(tuple(one.spent for one in turns)))
        told.rows.append(
            (kind, f"{rtt * 1000:.0f}", name, str(own), str(answers), calls, spent, by)
        )
        told.stub += [one.cpu for one in turns]
    for kind in KINDS:
        for rtt, name, least in GOALS:
            if (kind, rtt, name) in found:
                by = ratio(_figure(found[kind, rtt, OURS]), _figure(found[kind, rtt, name]))
                what = f"{kind}, RTT {rtt * 1000:.0f} ms, by {name}"
                told.claims.append(at_least(what, by, least))
    ours = [one for (_, _, name), turns in found.items() if name == OURS for one in turns]
    told.claims.append(_nothing("repeats", sum(one.repeats for one in ours)))
    told.claims.append(_nothing("people without an answer", sum(one.lost for one in ours)))
    told.claims.append(
        _nothing("words taken for an addition to the answer before", sum(o.asides for o in ours))
    )
    told.notes += NOTES
    return told


NOTES = (
    "steps/s counts ours until its last edit is made, with all who wait answered; answers/s is what"
    " was answered in the window alone. The peers edit before they go on: theirs is the window, and"
    " it begins with their first answer.",
    "CPU is that of the contender's process: it hardly depends on what else the machine does.",
    "Ours and the peers with a database write each answer with `synchronous=FULL`; ours seals it.",
    "Ours has up to 80 messages under way at once, aiogram's session as many as 100.",
    "What no goal names was measured in one round.",
)


def _figure(turns: Sequence[Turn]) -> Figure:
    return Figure(tuple(one.whole for one in turns))


def _nothing(what: str, number: int) -> Claim:
    return Claim(what, str(number), "0", number == 0)


async def run(
    *, ours_only: bool = False, rtts: Sequence[float] = (0.0, 0.05), rounds: int = 3, **env: str
) -> Report:
    """Run the benchmark and return its report."""
    peers = () if ours_only else PEERS
    async with fleet(crew(peers, 1600, env)) as ships:
        names = [OURS, *(peer.name for peer in peers)]
        return report(await measure(ships, names, rtts, rounds))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="bench.steps")
    parser.add_argument("--ours-only", action="store_true")
    parser.add_argument("--rtt", type=float, help="only this round-trip time, in ms")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", metavar="FILE", help="write a profile of ours there (HTML)")
    given = parser.parse_args()
    rtts = (0.0, 0.05) if given.rtt is None else (given.rtt / 1000,)
    env = {"BENCH_PROFILE": given.profile} if given.profile else {}
    finish(asyncio.run(run(ours_only=given.ours_only, rtts=rtts, rounds=given.rounds, **env)))


if __name__ == "__main__":
    main()
