"""Clients who write what may mean danger while the bot is killed again and again, and what became
of it: each such text must have an alert that was delivered, or that still goes on.

Beside the big loop (`kill_loop.py`), for an alert lets prompts wait, which is judged there.

python -m tests.support.flagging --kills 500 --seed 1 --page bench/alerts.md
"""

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from bot.clock import Machine
from bot.opening import opened
from bot.settings import Settings
from homework import alerting
from homework.escalation import KEPT
from homework.store import alerts, timers
from homework.store.database import Unit
from homework.store.tables import flagged, outbox
from tests.support.admission import ward
from tests.support.colophon import keep, tell, written
from tests.support.patients import Patient
from tests.support.storms import draw
from tests.support.telegram import PhoneRefuses
from tests.support.ward import Ward

DANGER = "I want to die"
HELP = "It is all right to write it here"


@dataclass
class Flagged:
    """What was written and what is wrong: `said` are the words that left a phone, by chat."""

    said: dict[str, int] = field(default_factory=dict[str, int])
    alerts: int = 0
    delivered: int = 0
    going_on: int = 0
    seen: int = 0
    wrong: list[str] = field(default_factory=list[str])


def _say_nothing(_: str) -> None: ...


async def run_flags(
    folder: Path,
    kills: int,
    seed: int,
    *,
    people: int = 2,
    tell: Callable[[str], None] = _say_nothing,
) -> Flagged:
    """Let `kills` storms pass over clients who write words of danger; judge what is left."""
    found, chance = Flagged(), random.Random(f"{seed}.flags")
    async with ward(folder, seed=seed, people=people) as here:
        for number in range(1, kills + 1):
            for patient in here.patients:
                await _write(patient, found, number)
            if chance.random() < 0.4:
                await _look(here, found)
            await here.befall(draw(seed, number, people))
            if number % 10 == 0:
                tell(f"{number:4} kills, {len(found.said)} texts")
        await here.calm()
        for patient in here.patients:
            await _write(patient, found, 0)
        await here.busy(20)
        await here.drained()
        await here.closed()
        await _judge(found, here)
    return found


async def _write(patient: Patient, found: Flagged, number: int) -> None:
    word = f"zq{patient.phone.name.lower()}{'abcdefghijklmnopqrstuvwxyz'[number % 26]}{number}zq"
    try:
        for _ in await patient.phone.say(f"{DANGER} {word}", after=5):
            found.said[word] = patient.phone.chat
    except PhoneRefuses:
        pass  # the bot is blocked on this phone


async def _look(here: Ward, found: Flagged) -> None:
    """The therapist says of the newest alert on the screen that it was none."""
    try:
        await here.therapist.press("Seen")
        found.seen += 1
    except (PhoneRefuses, AssertionError):
        pass  # none has come yet


async def _judge(found: Flagged, here: Ward) -> None:
    data = here.here.data
    key = here.here.folder / "key"
    settings = Settings(homework_data_dir=data, homework_key_file=key, _env_file=None)
    async with opened(settings) as db, db.transaction(here.here.calendar.now()) as unit:
        await _each(found, unit)
    shown = [one for one in here.here.emulator.world.letters.values() if one.sender is None]
    for chat in set(found.said.values()):
        if not any(one.chat == chat and HELP in one.content.text for one in shown):
            found.wrong.append(f"{chat} wrote of danger and was shown no help")


async def _each(found: Flagged, unit: Unit) -> None:
    rows = (await unit.conn.execute(select(flagged))).all()
    opened_words = {
        unit.sealer.open("flagged", "words", row.id, row.client_id, row.words): row for row in rows
    }
    about: set[str] = set()
    for word in found.said:
        row = next((row for words, row in opened_words.items() if word in words), None)
        if row is None or row.alert_id is None:
            found.wrong.append(f"nothing was written down of {word}")
        elif row.alert_id not in about:
            about.add(row.alert_id)
            await _stands(found, unit, row.alert_id)
    found.alerts = len(about)


async def _stands(found: Flagged, unit: Unit, key: str) -> None:
    """An alert was delivered, and goes on until somebody has seen it, or for 30 days."""
    mine = outbox.c.subject == key, outbox.c.kind == "alert"
    states: Sequence[str] = (
        (await unit.conn.execute(select(outbox.c.state).where(*mine))).scalars().all()
    )
    one = await alerts.by_id(unit, key)
    if one is None:
        found.wrong.append(f"an alert is gone: {states}")
        return
    goes_on = one.state in alerts.UNSEEN and await timers.is_set(unit, alerting.TIMER, key)
    seen, ended = one.state not in alerts.UNSEEN, unit.now - one.raised_at >= KEPT
    # Whoever pressed "Seen" had it before them, also where no answer came to its sending.
    delivered = "sent" in states or (seen and "unknown" in states)
    found.delivered += delivered
    found.going_on += goes_on
    if not delivered and not goes_on:
        found.wrong.append(f"an alert was lost: {states}")
    elif not seen and not goes_on and not ended:
        found.wrong.append("an alert that nobody has seen goes on no more")


def main() -> int:
    """Run as a program: progress on stdout, exit 1 when anything is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--page", type=Path)
    asked = parser.parse_args()

    began = Machine().monotonic()
    with tempfile.TemporaryDirectory(prefix="flags-") as folder:
        found = asyncio.run(run_flags(Path(folder), asked.kills, asked.seed, tell=tell))
    lines = [f"Wrong: {'; '.join(found.wrong[:40]) or 'nothing'}."]
    lines += [
        f"{asked.kills} kills; {len(found.said)} texts with words of danger left a phone.",
        f"Each has its alert: {found.alerts} alerts, of which {found.delivered} were delivered"
        f" and {found.going_on} still go on; {found.seen} times a therapist pressed “Seen”.",
    ]
    command = f"make alerts KILLS={asked.kills} SEED={asked.seed}"
    page = written("Alerts in flight", command, Machine().monotonic() - began, lines)
    keep(page, asked.page)
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
