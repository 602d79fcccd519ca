"""Clients who change clocks, also twice in a day and over the date line: nothing twice, nothing in
quiet hours, and history keeps the clock it was written by."""

import random
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from homework.burden import Quiet, is_quiet
from homework.ledger import END_STATES
from homework.schedule import WEEK, BySession, InMinutes, OnDay, Random, Rule, Weekly
from homework.store.database import Database
from tests.support.stores import Cast
from tests.support.travels import Travel, travel

START = datetime(2027, 3, 1, 9, tzinfo=UTC)
QUIET = Quiet(time(22), time(8))
CLOCKS = [
    "Europe/London",
    "Pacific/Auckland",
    "Pacific/Kiritimati",  # the first of the world to see a day
    "Pacific/Pago_Pago",  # and the last
    "America/Los_Angeles",
    "America/New_York",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Africa/Casablanca",
]
RULES: list[Rule] = [
    Weekly(WEEK, time(9)),
    Weekly(WEEK, time(18, 30)),
    Random(WEEK, time(10), time(20), 2, 0, 120, "seed"),
    Random(WEEK, time(10), time(20), 2, 1, 120, "seed"),
]


@pytest.mark.parametrize("seed", range(12))
async def test_rule_4_6_moving_at_random_within_days(db: Database, cast: Cast, seed: int) -> None:
    luck = random.Random(seed)
    way = await travel(db, cast, START, "Europe/London")
    await way.agree(RULES[:2], window=luck.choice((None, 60, 180)))
    await way.agree(RULES[2:], window=luck.choice((None, 60)))
    valid = [(START, way.clock)]
    for _ in range(14):
        await way.until(way.now + timedelta(minutes=luck.randrange(5, 14 * 60)))
        await way.move(luck.choice(CLOCKS))
        valid.append((way.now, way.clock))
    await way.until(way.now + timedelta(days=2))
    found = await way.occurrences()
    assert found and way.rang
    assert [key for key, times in Counter(one[:2] for one in found).items() if times > 1] == []
    prompts = [one.subject for one in way.rang if one.kind == "prompt"]
    assert len({*prompts}) == len(prompts)
    for rang in way.rang:
        assert not is_quiet(rang.at, ZoneInfo(rang.zone), QUIET), rang
    clocks = {clock for _, clock in valid}
    for _, _, zone, state, planned in found:
        assert zone in clocks
        assert state in END_STATES or planned > way.now - timedelta(days=1, hours=2)
    await _keeps_its_clock(way, valid)


async def _keeps_its_clock(way: Travel, valid: list[tuple[datetime, str]]) -> None:
    """Each occurrence bears the clock that was valid when its moment came."""
    for _, _, zone, _, planned in await way.occurrences():
        before = [clock for at, clock in valid if at <= planned]
        assert zone == before[-1], (planned, zone)


async def test_west_over_the_date_line_a_date_comes_twice_and_is_asked_once(
    db: Database, cast: Cast
) -> None:
    way = await travel(db, cast, START, "Pacific/Auckland")  # Monday, 22:00
    await way.agree([Weekly(WEEK, time(18))])
    await way.until(datetime(2027, 3, 2, 6, tzinfo=UTC))  # rang on Tuesday
    await way.move("America/Los_Angeles")  # it is Monday evening again
    await way.until(datetime(2027, 3, 4, 4, tzinfo=UTC))
    rang = [one for one in way.rang if one.kind == "prompt"]
    local = [f"{one.at.astimezone(ZoneInfo(one.zone)):%a %H:%M}" for one in rang]
    assert local == ["Tue 18:00", "Wed 18:00"]


async def test_what_waited_for_its_moment_is_looked_at_anew_on_the_new_clock(
    db: Database, cast: Cast
) -> None:
    way = await travel(db, cast, START, "Europe/London")
    await way.agree([Weekly(WEEK, time(18))], window=None)
    await way.agree([Weekly(WEEK, time(18))], window=None)  # it waits an hour: spacing
    await way.until(datetime(2027, 3, 1, 18, 10, tzinfo=UTC))
    await way.move("Asia/Tokyo")  # 03:10 at night; its window is open until 09:00 there
    await way.until(datetime(2027, 3, 2, 8, 30, tzinfo=UTC))
    prompts = [one for one in way.rang if one.kind == "prompt"]
    local = [f"{one.at.astimezone(ZoneInfo(one.zone)):%a %H:%M}" for one in prompts]
    assert local == ["Mon 18:00", "Tue 08:00"]
    assert {zone for _, _, zone, _, _ in await way.occurrences()} == {"Europe/London"}


async def test_what_was_due_while_the_bot_was_away_stays_due_when_the_clock_changes(
    db: Database, cast: Cast
) -> None:
    way = await travel(db, cast, START, "Europe/London")
    await way.agree([Weekly(WEEK, time(18))], window=None)
    way.now = datetime(2027, 3, 1, 20, 30, tzinfo=UTC)  # away since nine in the morning
    await way.move("Europe/Berlin")
    await way.until(way.now + timedelta(minutes=1))
    assert [(day.day, state) for _, day, _, state, _ in await way.occurrences()] == [
        (1, "prompted")
    ]


async def test_moving_the_session_moves_what_hangs_on_it(db: Database, cast: Cast) -> None:
    way = await travel(db, cast, START, "Europe/London")
    await way.agree([BySession(OnDay(-1, time(18))), BySession(InMinutes(-120))])
    await way.until(START + timedelta(days=1))
    assert way.rang == []
    await way.meet(datetime(2027, 3, 5, 14, tzinfo=UTC))
    await way.until(datetime(2027, 3, 4, 12, tzinfo=UTC))
    await way.meet(datetime(2027, 3, 8, 14, tzinfo=UTC))
    await way.until(datetime(2027, 3, 6, 12, tzinfo=UTC))
    assert way.rang == []
    await way.until(datetime(2027, 3, 9, 12, tzinfo=UTC))
    prompts = [f"{one.at:%a %H:%M}" for one in way.rang if one.kind == "prompt"]
    assert prompts == ["Sun 18:00", "Mon 12:00"]


@pytest.mark.parametrize("seed", range(6))
async def test_moving_the_session_at_random_never_asks_twice_on_a_date_nor_too_late(
    db: Database, cast: Cast, seed: int
) -> None:
    luck = random.Random(seed)
    way = await travel(db, cast, START, "Europe/London")
    await way.agree([BySession(OnDay(-1, time(18))), BySession(InMinutes(-120))], weeks=4)
    met: list[tuple[datetime, datetime | None]] = []
    for _ in range(12):
        at = way.now + timedelta(minutes=luck.randrange(-600, 5 * 24 * 60))
        met.append((way.now, luck.choice((at, at, at, None))))
        await way.meet(met[-1][1])
        await way.until(way.now + timedelta(minutes=luck.randrange(30, 2 * 24 * 60)))
    found = await way.occurrences()
    assert len({one[:2] for one in found}) == len(found)
    for _, _, _, _, planned in found:
        valid = [at for since, at in met if since <= planned][-1]
        assert valid is not None
        away = valid - planned
        assert (
            away == timedelta(hours=2) or planned.astimezone(ZoneInfo("Europe/London")).hour == 18
        )
        assert timedelta(0) < away < timedelta(days=2)
