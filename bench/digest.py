"""B7: what a therapist reads, made from a year: brief, digest of 60 clients, pictures, report.

Ours alone, on the known year: sixty clients whose year is in `tests/support/known_cast.py`, one of
them with 2,000 entries. Every round loads, opens and words anew; pictures and report are drawn by
the worker as in the bot, after a first one that is not counted; the garbage collector leaves alone
what is loaded, as in the bot. CPU is that of this process, which hardly depends on what else the
machine does; the worker's is not in it.

    python -m bench.digest
    python -m bench.digest --profile FILE    where the time of the brief goes (needs pyinstrument)
"""

import argparse
import asyncio
import gc
import tempfile
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import time as wall
from pathlib import Path
from typing import Any

from bench.figures import Figure, Report, at_most
from bench.fleet import OURS
from bench.printing import finish
from bot.garbage import leave_alone_what_stays
from conversations.message import Message
from conversations.texts import Texts
from homework import briefing, client_page, digesting
from homework.brief_span import LONGER, SHORTER
from homework.house import House
from homework.reports import material, offers, period
from homework.reports.pictures import Paper, Picture
from homework.reports.worker import Worker
from homework.store import assignments, people
from homework.store.database import Database, Unit, upgrade
from homework.store.keyring import Keyring
from homework.store.people import Client, Therapist
from homework.store.sealing import Sealer
from tests.support import known_year
from tests.support.known_cast import cast
from tests.support.known_lives import (
    BOTH_SIDES,
    CHECKS,
    EVERY_DAY,
    NOW,
    WORRY,
    YEAR,
    Fate,
    Life,
    Practice,
    live,
)

ENTRIES, CLIENTS, DAYS = 2_000, 60, 365
WEEKS = 12
BUSY = "busy year"
GOALS = {"brief": 150.0, "digest": 400.0, "picture": 150.0, "report": 600.0}
WHAT = {
    "brief": "brief over a year",
    "digest": "digest",
    "picture": "the slowest picture, warm",
    "report": "report as PDF, warm",
}
"""What each goal is about."""
MASTER = bytes(range(32))


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing made once: milliseconds on the clock, and of this process's CPU."""

    took: float
    cpu: float


Rounds = dict[str, list[Turn]]


@dataclass(slots=True)
class Desk:
    """The known year, opened: whoever is asked works here."""

    unit: Unit
    house: House
    therapist: Therapist
    client: Client
    entries: int

    @property
    def texts(self) -> Texts:
        """The words."""
        return self.house.texts("en")

    async def brief(self, days: int) -> Message:
        """The brief of the client with the full year, over so many days."""
        args = (self.unit, self.house, self.therapist, self.client, self.texts, days)
        return await briefing.of_client(*args)

    async def digest(self) -> Message:
        """The digest of everybody."""
        return await digesting.digest_of(self.unit, self.house, self.therapist, self.texts)

    async def page(self) -> str:
        """The page of the client with the full year."""
        args = (self.unit, self.house, self.therapist, self.client, self.texts)
        return await client_page.page(await client_page.opened(*args))

    async def pictures(self) -> list[Picture]:
        """All pictures of that client's year, not drawn yet."""
        found = await material.gather(self.unit, self.house, self.client, self.texts, own=False)
        return [one.picture for one in offers.told(found, self.texts)]

    async def paper(self) -> Paper:
        """A report over twelve weeks, not set yet."""
        days = 7 * WEEKS
        found = await material.gather(
            self.unit, self.house, self.client, self.texts, own=False, days=days
        )
        agreed = await assignments.of_client(self.unit, self.client.id)
        titles = {one.id: self.house.shelf.worksheet(one.worksheet).title for one in agreed}
        return period.paper(found, titles, self.texts)


def busy(entries: int) -> Life:
    """Somebody who writes something five or six times a day, for a year; all of it was read."""
    names = {"state_1": "Tension"}
    times = tuple(wall(hour) for hour in (9, 12, 15, 19))
    practices = [
        Practice(CHECKS, times, EVERY_DAY, names=names),
        Practice(BOTH_SIDES, (wall(18),), EVERY_DAY),
        Practice(WORRY),
    ]
    for one in practices:
        one.since = min(YEAR, YEAR * entries // ENTRIES)
    return live(Life("Birch", BUSY, practices), lambda rng, ago, at: Fate("on_time"), reads=0)


@asynccontextmanager
async def desk(lives: Sequence[Life]) -> AsyncGenerator[Desk]:
    """An installation with these lives; one of them is the busy one."""
    with tempfile.TemporaryDirectory(prefix="bench-digest-") as name:
        url = f"sqlite:///{Path(name) / 'homework.db'}"
        upgrade(url)
        keyring = Keyring.open(Path(name) / "keyring.db", MASTER)
        db = Database(url, Sealer(keyring))
        await db.open()
        try:
            year = await known_year.write(db, [*lives])
            ((key, life),) = [one for one in year.lives.items() if one[1].kind == BUSY]
            async with db.transaction(NOW) as unit:
                client = await people.client_by_id(unit, key)
                assert client is not None
                yield Desk(unit, year.house, year.therapist, client, len(life.sheets))
        finally:
            await db.close()
            keyring.close()


async def timed(make: Callable[[], Awaitable[object]], rounds: int) -> list[Turn]:
    """Make something once for nothing, then so many times with a watch."""
    turns: list[Turn] = []
    for _ in range(rounds + 1):
        clock, cpu = time.perf_counter(), time.process_time()
        await make()
        spent = time.process_time() - cpu
        turns.append(Turn(1000 * (time.perf_counter() - clock), 1000 * spent))
    return turns[1:]


async def measure(here: Desk, rounds: int, *, drawn: bool = True) -> Rounds:
    """Let everything be made in turn."""
    found = {
        "digest": await timed(here.digest, rounds),
        "page of the client": await timed(here.page, rounds),
        "brief, 7 days": await timed(lambda: here.brief(SHORTER), rounds),
        "brief, 28 days": await timed(lambda: here.brief(LONGER), rounds),
        "brief, the whole year": await timed(lambda: here.brief(DAYS), rounds),
        "pictures of a year, their data and words": await timed(here.pictures, rounds),
        "report of 12 weeks, its data and words": await timed(here.paper, rounds),
    }
    if drawn:
        worker = Worker()
        try:
            for picture in await here.pictures():
                found[f"picture: {type(picture).__name__.lower()}"] = await timed(
                    lambda what=picture: worker.draw(what), rounds
                )
            paper = await here.paper()
            found["report, set"] = await timed(lambda: worker.draw(paper), rounds)
        finally:
            await worker.close()
    return found


def report(found: Rounds, entries: int, clients: int) -> Report:
    """Return the table, the goals and whether they are reached."""
    told = Report(
        f"B7 What a therapist reads (`digest.py`): {clients} clients, one with {entries:,} entries",
        ("what", "contender", "ms", "CPU ms"),
    )
    for name, turns in found.items():
        told.rows.append((name, OURS, str(_took(turns)), str(_cpu(turns))))
    for goal, most in GOALS.items():
        named = [turns for name, turns in found.items() if _counts(name, goal)]
        if named:
            slowest = max(named, key=lambda turns: _took(turns).median)
            told.claims.append(at_most(WHAT[goal], _took(slowest), most))
    told.notes += NOTES
    return told


NOTES = (
    "A brief is offered over 7 or 28 days; the goal is held to the whole year, every entry opened.",
    "A picture and a report travel to the worker's process and back; that is in the figure.",
)


def _counts(name: str, goal: str) -> bool:
    if goal == "picture":
        return name.startswith("picture:")
    return name in {"brief": "brief, the whole year", "report": "report, set"}.get(goal, goal)


def _took(turns: Sequence[Turn]) -> Figure:
    return Figure(tuple(one.took for one in turns), " ms")


def _cpu(turns: Sequence[Turn]) -> Figure:
    return Figure(tuple(one.cpu for one in turns))


async def run(*, rounds: int = 9, profile: str = "") -> Report:
    """Run the benchmark and return its report."""
    async with desk([busy(ENTRIES), *cast()[1:CLIENTS]]) as here:
        with _collected_as_in_the_bot(), _profiled(profile):
            return report(await measure(here, rounds, drawn=not profile), here.entries, CLIENTS)


@contextmanager
def _collected_as_in_the_bot() -> Generator[None]:
    before = gc.get_threshold()
    leave_alone_what_stays()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _profiled(file: str) -> Any:
    if not file:
        return nullcontext()
    from pyinstrument import Profiler

    class Written(Profiler):
        def __exit__(self, *error: Any) -> None:
            super().__exit__(*error)
            Path(file).write_text(self.output_text(show_all=True), encoding="utf-8")

    return Written(interval=0.0005, async_mode="disabled")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="bench.digest")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--profile", metavar="FILE", default="", help="write a profile there")
    given = parser.parse_args()
    finish(asyncio.run(run(rounds=given.rounds, profile=given.profile)))


if __name__ == "__main__":
    main()
