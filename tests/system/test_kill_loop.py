"""Kill -9, again and again, while people write: nothing lost, nothing twice. 500 by `make soak`."""

from pathlib import Path

import pytest

from tests.support.admission import living, ward
from tests.support.bot_edges import POINTS
from tests.support.evidence import gather
from tests.support.history import judge
from tests.support.kill_loop import run_kills

pytestmark = pytest.mark.system

KILLS = 15
SEED = 3615
"""Fifteen rounds in which nearly every kind of trouble is drawn."""


async def test_rule_4_2_storms_and_kills_at_random_lose_nothing_and_do_nothing_twice(
    tmp_path: Path,
) -> None:
    outcome = await run_kills(tmp_path, KILLS, SEED)
    found = outcome.found
    assert not found.wrong, "\n".join(found.wrong)
    assert found.numbers["said"] >= 10
    assert found.numbers["answers"] >= 20
    assert found.numbers["prompts"] >= 3
    assert outcome.ended.kills.total() >= KILLS
    troubles = {*outcome.ended.troubles, *outcome.ended.here.emulator.world.faults.hits}
    assert troubles >= {"garbage", "redelivered", "shuffled", "disk full", "blocked, and came back"}


async def test_rule_4_2_each_named_death_once(tmp_path: Path) -> None:
    """Before and after each commit, sending and mark; a slice of timers open; a key too soon."""
    async with ward(tmp_path, seed=11, people=2) as here:
        async with living(here.patients):
            for point in POINTS:
                assert await here.kill_at(point), (
                    f"nobody died at {point!r}\n{here.here.bot.tail()}"
                )
                await here.again()
        await here.drained()
        await here.closed()
        evidence = await gather(here.here, here.patients, claimed=here.claimed)
    found = judge(evidence)
    assert not found.wrong, "\n".join(found.wrong)
    assert set(here.kills) == set(POINTS)
