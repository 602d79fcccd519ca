"""After the bot was away a client is caught up with once, however timers are cut in slices."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

import pytest

from homework.firing import FIRE
from homework.schedule import WEEK, Weekly
from homework.store.database import Database, Unit
from homework.store.timers import Timer
from scheduler import due
from scheduler.due import Due
from tests.support.stores import Cast
from tests.support.travels import Travel, travel

START = datetime(2027, 3, 1, 9, tzinfo=UTC)
BACK = START.replace(hour=13, minute=30)


class Back:
    """The bot is there again, hours later."""

    def now(self) -> datetime:
        return BACK


async def _tick(way: Travel) -> None:
    def bound(kind: str) -> due.FireFn:
        async def fire(unit: Unit, fired: Sequence[Timer]) -> None:
            await FIRE[kind](unit, way.house, fired)

        return fire

    await Due(way.db, Back(), {kind: bound(kind) for kind in FIRE}).tick()


@pytest.mark.parametrize("most", [1, 400])
async def test_after_downtime_one_catch_up_whatever_the_slices(
    db: Database, cast: Cast, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(due, "SLICE", most)
    way = await travel(db, cast, START, "Europe/London")
    for minutes in ((0, 20), (10, 40)):
        await way.agree([Weekly(WEEK, time(12, minute)) for minute in minutes], window=240)
    await _tick(way)
    states = sorted(one[3] for one in await way.occurrences())
    assert states == ["not_delivered", "not_delivered", "not_delivered", "prompted"]


async def test_a_prompt_in_its_time_is_no_catch_up(
    db: Database, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What rang in time a while ago takes nothing from the one that is late now."""
    monkeypatch.setattr(due, "SLICE", 1)
    way = await travel(db, cast, START, "Europe/London")
    await way.agree([Weekly(WEEK, time(10))], window=240)
    await way.agree([Weekly(WEEK, time(12, 30))], window=240)
    way.carries = True
    await way.until(START + timedelta(hours=2))
    await _tick(way)
    assert [one[3] for one in await way.occurrences()] == ["prompted", "prompted"]
