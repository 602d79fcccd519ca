"""How long an occurrence may be begun, and finished."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from homework.windows import closes_at, deadline, start_of_next_day

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def test_a_window_in_minutes_counts_from_the_prompt() -> None:
    assert closes_at(NOON, BERLIN, 60) == NOON + timedelta(hours=1)


def test_no_minutes_means_the_end_of_the_clients_day() -> None:
    assert closes_at(NOON, BERLIN, None) == datetime(2026, 6, 1, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "at", "end"),
    [
        # Cairo leaps from 00:00 to 01:00 on 24 April 2026: the day ends where the leap begins.
        (
            "Africa/Cairo",
            datetime(2026, 4, 23, 18, tzinfo=UTC),
            datetime(2026, 4, 23, 22, tzinfo=UTC),
        ),
        # Havana falls back from 01:00 to 00:00 on 1 November 2026: the first midnight counts.
        (
            "America/Havana",
            datetime(2026, 10, 31, 20, tzinfo=UTC),
            datetime(2026, 11, 1, 4, tzinfo=UTC),
        ),
        (
            "Pacific/Kiritimati",
            datetime(2026, 6, 1, 9, tzinfo=UTC),
            datetime(2026, 6, 1, 10, tzinfo=UTC),
        ),
    ],
)
def test_the_day_ends_at_local_midnight(zone: str, at: datetime, end: datetime) -> None:
    assert start_of_next_day(at, ZoneInfo(zone)) == end


@pytest.mark.parametrize(
    ("closes", "grace", "last", "idle", "expected"),
    [
        (None, None, None, None, None),
        (NOON, None, None, None, None),
        (NOON, 30, None, None, NOON + timedelta(minutes=30)),
        (NOON, 0, None, 90, NOON),
        (None, 30, NOON, 45, NOON + timedelta(minutes=45)),
        (NOON, 120, NOON, 45, NOON + timedelta(minutes=45)),
        (NOON, 15, NOON, 45, NOON + timedelta(minutes=15)),
    ],
)
def test_the_deadline_is_the_smaller_of_those_set(
    closes: datetime | None,
    grace: int | None,
    last: datetime | None,
    idle: int | None,
    expected: datetime | None,
) -> None:
    assert deadline(closes, grace, last, idle) == expected
