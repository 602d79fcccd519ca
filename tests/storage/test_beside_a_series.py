"""A period of self-monitoring lifts the number of its own prompts, and of nothing else."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from homework.burden import Caps
from homework.page import USUAL, Page
from homework.schedule import WEEK, Weekly
from homework.store import assignments, occurrences, pages
from homework.store.database import Database
from tests.support.stores import Cast
from tests.support.travels import Travel, travel

START = datetime(2027, 3, 1, 7, tzinfo=UTC)
TUESDAY = date(2027, 3, 2)
HOURLY = [Weekly(WEEK, time(hour)) for hour in range(9, 19)]


async def rang(way: Travel, names: Mapping[str, str]) -> Counter[str]:
    """Let Tuesday pass; return how often each of some assignments rang."""
    way.carries = True
    await way.until(START + timedelta(days=2))
    async with way.db.transaction(way.now) as unit:
        found = await occurrences.by_ids(unit, [one.subject for one in way.rang])
    asked = [found[one.subject] for one in way.rang if one.kind == "prompt"]
    return Counter(names[one.assignment] for one in asked if one.local_date == TUESDAY)


async def both(db: Database, cast: Cast, page: Page, points: int) -> Counter[str]:
    way = await travel(db, cast, START, "UTC")
    series = await way.agree([Weekly(WEEK, time(9 + n, 30)) for n in range(points)], window=30)
    practice = await way.agree(HOURLY, window=30)
    async with db.transaction(way.now) as unit:
        await pages.keep(
            unit, cast.client, replace(page, caps=replace(page.caps, spacing_minutes=0))
        )
        ref = way.house.shelf.newest["self_monitoring"]
        await assignments.change(
            unit, series, worksheet_id=ref.id, worksheet_version=ref.version,
            worksheet_sha256=ref.sha256,
        )  # fmt: skip
    return await rang(way, {practice: "practice", series: "series"})


async def test_a_practice_keeps_to_its_four(db: Database, cast: Cast) -> None:
    assert await both(db, cast, USUAL, points=1) == {"series": 1, "practice": 4}


async def test_a_series_gets_what_was_agreed(db: Database, cast: Cast) -> None:
    assert await both(db, cast, USUAL, points=8) == {"series": 6, "practice": 4}


@pytest.mark.parametrize("most", [1, 2, 3])
async def test_what_the_therapist_lowered_holds_over_both(
    db: Database, cast: Cast, most: int
) -> None:
    found = await both(db, cast, Page(Caps(prompts=most)), points=6)
    assert found.total() == most
