"""The memory benchmark runs: a small one, without a goal."""

from pathlib import Path

import pytest

from bench.memory import Run, measure

pytestmark = pytest.mark.system


async def test_memory_is_sampled_while_updates_come_in(tmp_path: Path) -> None:
    run = await measure(tmp_path, updates=400, warm_up=200, every=200, people=2)
    assert [updates for updates, _ in run.samples] == [0, 200, 400]
    assert all(megabytes > 20 for _, megabytes in run.samples)


def test_the_slope_is_that_of_the_later_half_and_the_rest_is_counted_once() -> None:
    run = Run(
        [(0, 100.0), (25_000, 103.0), (50_000, 104.0), (75_000, 104.5), (100_000, 105.0)],
        90.0,
        1.0,
        0,
    )
    assert run.slope == pytest.approx(2.0)
    assert run.warmed_by == 14.0


def test_two_samples_are_enough_for_a_slope() -> None:
    assert Run([(0, 100.0), (100_000, 103.0)], 90.0, 1.0, 0).slope == pytest.approx(3.0)
