"""The days a brief looks at reach back to the last session that came, never over four weeks."""

from datetime import timedelta

import pytest

from homework import brief_span
from homework.brief_span import LONGER, SHORTER, SINCE
from homework.store import meetings, people
from homework.store.database import Database
from homework.store.people import Client, Therapist
from tests.support.known_lives import NOW, TODAY


async def two(db: Database) -> tuple[Therapist, Client]:
    async with db.transaction(NOW - timedelta(days=90)) as unit:
        key = await people.add_therapist(unit, "Dr A")
        await people.change_therapist(unit, key, zone="Europe/Berlin")
        whose = await people.add_client(unit, key, "Fox", is_self=False)
        therapist = await people.therapist_by_id(unit, key)
        client = await people.client_by_id(unit, whose)
    assert therapist is not None and client is not None
    return therapist, client


@pytest.mark.parametrize(
    ("ago", "days", "why"),
    [(1, 2, "session"), (14, 15, "session"), (27, 28, "session"), (40, 28, "longer")],
)
@pytest.mark.parametrize("moved_on", [False, True])
async def test_it_reaches_back_to_the_last_session(
    db: Database, ago: int, days: int, why: str, moved_on: bool
) -> None:
    therapist, client = await two(db)
    async with db.transaction(NOW - timedelta(days=60)) as unit:
        await meetings.put(unit, therapist.id, client.id, NOW - timedelta(days=ago))
    async with db.transaction(NOW) as unit:
        if moved_on:
            await meetings.put(unit, therapist.id, client.id, NOW + timedelta(days=3))
        span = await brief_span.of_days(unit, therapist, client, SINCE)
        week = await brief_span.of_days(unit, therapist, client, SHORTER)
    assert (span.start, span.why) == (TODAY - timedelta(days=days - 1), why)
    assert week.start == TODAY - timedelta(days=SHORTER - 1) and week.why == ""
    assert week.reach == min(week.begins, span.begins)


async def test_a_date_that_was_moved_before_it_came_was_no_session(db: Database) -> None:
    therapist, client = await two(db)
    async with db.transaction(NOW - timedelta(days=10)) as unit:
        await meetings.put(unit, therapist.id, client.id, NOW - timedelta(days=5))
        await meetings.put(unit, therapist.id, client.id, NOW + timedelta(days=5))
    async with db.transaction(NOW) as unit:
        assert await meetings.last_of(unit, therapist.id, client.id) is None
        span = await brief_span.of_days(unit, therapist, client, SINCE)
        month = await brief_span.of_days(unit, therapist, client, LONGER)
    assert (span.start, span.why) == (TODAY - timedelta(days=SHORTER - 1), "unknown")
    assert month.start == TODAY - timedelta(days=LONGER - 1)
