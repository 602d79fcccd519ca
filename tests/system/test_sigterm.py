"""SIGTERM under load: the bot ends by itself within ten seconds, and nothing is left half.

A hundred times by `make sigterm`.
"""

import sqlite3
from pathlib import Path

import pytest

from bot.clock import Machine
from tests.support.furnished import furnished
from tests.support.nursery import Nursery
from tests.support.premises import premises
from tests.support.term_loop import WITHIN, run_stops

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("practice")]


async def test_stops_under_load_are_clean_also_while_the_messenger_hangs(tmp_path: Path) -> None:
    found, stops = await run_stops(tmp_path, 6, seed=5, hang_every=2)
    assert not found.wrong, "\n".join(found.wrong)
    assert found.numbers["answers"] >= 10
    assert sum(stops.hung.values()) == 3


async def test_a_stop_before_the_messenger_ever_answered(tmp_path: Path, nursery: Nursery) -> None:
    async with premises(tmp_path, nursery=nursery) as here:
        await here.telegram.fault("error_500", "getMe", for_good=True)
        await here.bot.launch()
        assert await here.telegram.calls("getMe", within=20)
        machine = Machine()
        began = machine.monotonic()
        here.bot.terminate()
        assert await here.bot.ended() == 0
        assert machine.monotonic() - began < WITHIN


async def test_a_stop_while_the_database_is_locked(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here = practice.here
        await practice.begun(practice.clients[0])
        other = sqlite3.connect(here.data / "homework.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        await practice.clients[0].say("kept by the messenger till later", after=5)
        machine = Machine()
        began = machine.monotonic()
        here.bot.terminate()
        assert await here.bot.ended() == 0
        assert machine.monotonic() - began < WITHIN
        other.execute("ROLLBACK")
        other.close()
        await here.bot.start()
        await practice.clients[0].expect("What did you feel")
