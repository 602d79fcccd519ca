"""B3: from the outbox to Telegram, claims and marks included, 64 in flight, RTT 50 ms.

Ours is the whole program with a wave of notices in its outbox; the peers send from memory and keep
no books: python-telegram-bot's default `Bot`, and aiogram's.

    python -m bench.send
"""

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bench.figures import Claim, Figure, Report, at_least, ratio
from bench.fleet import OURS, Crew, Fleet, Peer, fleet
from bench.furnishing import Group
from bench.printing import finish

RTT = 0.05
IN_FLIGHT = 64
PTB, AIOGRAM = "PTB, default Bot", "aiogram, bare"
PEERS = (Peer(PTB, "ptb_send", {}), Peer(AIOGRAM, "aiogram_send", {}))
WAVE = {OURS: 1500, AIOGRAM: 1500, PTB: 300}
"""Messages in a turn: as many as take a second or two."""
FIRST_USER = 1_000_000
PATIENCE = 40.0


@dataclass(slots=True)
class Wave:
    """One contender's turn: messages a second, from the first to the last."""

    rate: float
    sent: int
    chats: int
    cpu: float


async def wave(ships: Fleet, name: str, number: int) -> Wave:
    """Let a contender send to `number` chats."""
    await ships.stub_ask(name, "rules", rtt=RTT)
    await ships.stub_ask(name, "reset")
    bot = ships.bots[name]
    seen = asyncio.create_task(ships.stub_ask(name, "sent", number=number, patience=PATIENCE))
    if name == OURS:
        await bot.ask("post", number=number)
    else:
        users = list(range(FIRST_USER, FIRST_USER + number))
        await bot.ask("send", users=users, in_flight=IN_FLIGHT)
    told = await seen
    length = told["last"] - told["first"]
    return Wave(told["sent"] / length if length else 0.0, told["sent"], told["chats"], told["cpu"])


def crew(peers: Sequence[Peer], people: int) -> Crew:
    """Return who plays."""
    groups = {"herd": Group(FIRST_USER, people)}
    return Crew(groups, peers, {"BENCH_PACE": "off"})


Waves = dict[str, list[Wave]]


async def measure(ships: Fleet, names: Sequence[str], waves: dict[str, int], rounds: int) -> Waves:
    """Let all contenders have their turns, one after another, round after round."""
    found: Waves = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            found[name].append(await wave(ships, name, waves[name]))
    return found


def report(found: Waves) -> Report:
    """Return the table, the goals and whether they are reached."""
    told = Report(
        "B3 From the outbox to Telegram (`send.py`)",
        ("contender", "messages/s", "messages a turn", "ours by theirs"),
    )
    rates = {name: Figure(tuple(one.rate for one in waves)) for name, waves in found.items()}
    for name, waves in found.items():
        by = "" if name == OURS else str(ratio(rates[OURS], rates[name]))
        told.rows.append((name, str(rates[name]), str(waves[0].chats), by))
        told.stub += [one.cpu for one in waves]
    told.claims.append(at_least("messages a second", rates[OURS], 800))
    for name, least in ((PTB, 6.0), (AIOGRAM, 0.7)):
        if name in rates:
            told.claims.append(at_least(f"by {name}", ratio(rates[OURS], rates[name]), least))
    twice = sum(one.sent - one.chats for one in found[OURS])
    told.claims.append(Claim("sent twice", str(twice), "0", twice == 0))
    told.notes.append(f"{IN_FLIGHT} in flight, RTT {RTT * 1000:.0f} ms, pacing off.")
    return told


async def run(*, rounds: int = 3) -> Report:
    """Run the benchmark and return its report."""
    async with fleet(crew(PEERS, max(WAVE.values()))) as ships:
        return report(await measure(ships, list(WAVE), WAVE, rounds))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="bench.send")
    parser.add_argument("--rounds", type=int, default=3)
    finish(asyncio.run(run(rounds=parser.parse_args().rounds)))


if __name__ == "__main__":
    main()
