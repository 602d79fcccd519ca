"""How everybody in the ward is, as one would find on a round: read beside the running bot.

It says of a soak that falls silent why: who speaks, what stands on their screen, what the database
holds about them. It must not change anything.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from tests.support.patients import Patient
from tests.support.ward import Ward

LAST_LETTERS = 3
STRETCH = 100
"""Kills over which words are counted."""
FEW = 10
"""Words of one patient in a stretch: with fewer, that nothing is wrong says little."""


@dataclass
class Rounds:
    """`words`: what each patient had said at each look, by the number of kills until then."""

    words: dict[int, dict[str, int]] = field(default_factory=dict[int, dict[str, int]])

    async def look(self, here: Ward, number: int) -> list[str]:
        """Return the state of everybody and of the bot's data, a line each."""
        before = self.words.get(max(self.words, default=0), {})
        self.words[number] = {one.phone.name: len(one.said) for one in here.patients}
        lines = [_of_bot(here)]
        clients = _clients(here)
        for patient, client in zip(here.patients, clients, strict=False):
            name = patient.phone.name
            new = self.words[number][name] - before.get(name, 0)
            lines.append(f"  {name}: {new} new words, {_did(patient)}; {client}")
            lines += [f"      {words}" for words in await _screen(patient)]
        return lines

    def stretches(self) -> dict[tuple[int, int], dict[str, int]]:
        """Return how many words each said in every stretch, by its first and last kill."""
        ends = [*range(STRETCH, max(self.words) + 1, STRETCH)]
        if max(self.words) not in ends:
            ends.append(max(self.words))
        before: dict[str, int] = {}
        found: dict[tuple[int, int], dict[str, int]] = {}
        for end in ends:
            now, first = self.words[end], max(found, default=(0, 0))[1] + 1
            found[first, end] = {name: now[name] - before.get(name, 0) for name in now}
            before = now
        return found

    def silent(self) -> list[str]:
        """Return who hardly spoke in which whole stretch."""
        return [
            f"{name} said {number} words in kills {first} to {last}"
            for (first, last), said in self.stretches().items()
            for name, number in said.items()
            if number < FEW and last - first + 1 == STRETCH
        ]


def _did(patient: Patient) -> str:
    return f"{patient.sheets} sheets, {patient.presses} presses, {patient.nudges} times /today"


async def _screen(patient: Patient) -> list[str]:
    letters = await patient.phone.messages()
    return [
        f"{'<' if one.from_bot else '>'} {one.message_id} {one.text[:70]!r} {one.labels}"
        for one in letters[-LAST_LETTERS:]
    ]


def _rows(here: Ward, query: str, *values: object) -> list[Any]:
    with closing(sqlite3.connect(here.here.data / "homework.db", timeout=20)) as db:
        return db.execute(query, values).fetchall()


def _counted(here: Ward, query: str, *values: object) -> dict[str, int]:
    """Return what a query tells of names and numbers."""
    return {str(name): int(number) for name, number in _rows(here, query, *values)}


def _of_bot(here: Ward) -> str:
    now = int(here.here.calendar.now().timestamp() * 1000)
    outbox = _counted(here, "SELECT state, count(*) FROM outbox GROUP BY state")
    due = _counted(here, "SELECT kind, count(*) FROM timer WHERE due_at <= ? GROUP BY kind", now)
    later = _counted(here, "SELECT kind, count(*) FROM timer WHERE due_at > ? GROUP BY kind", now)
    return f"  outbox {outbox}; due {due}; to come {later}"


CLIENTS = """SELECT c.id, c.state, c.silence, c.stopped_at, c.paused_until, p.unreachable_since
 FROM client c JOIN person p ON p.id = c.person_id ORDER BY c.id"""
WORK = "SELECT state, count(*) FROM assignment WHERE client_id = ? GROUP BY state"
MOMENTS = "SELECT state, count(*) FROM occurrence WHERE client_id = ? GROUP BY state"
SHEETS = "SELECT status, count(*) FROM session WHERE client_id = ? GROUP BY status"


def _clients(here: Ward) -> list[str]:
    return [
        f"{state}, silence {silence}, stopped {bool(stopped)}, paused {bool(paused)},"
        f" unreachable {bool(unreachable)}, work {_counted(here, WORK, key)},"
        f" moments {_counted(here, MOMENTS, key)}, sheets {_counted(here, SHEETS, key)}"
        for key, state, silence, stopped, paused, unreachable in _rows(here, CLIENTS)
    ]
