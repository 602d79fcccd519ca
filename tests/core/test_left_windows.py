"""A prompt that came late leaves a fair window, or nobody has missed it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from homework.leftovers import unanswered
from homework.store.occurrences import Occurrence

SIX = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)
SEVEN = SIX + timedelta(hours=1)
PROMPTED = Occurrence(
    id="o1",
    client="c1",
    assignment="a1",
    entry="e1",
    local_date=SIX.date(),
    stage="main",
    planned_at=SIX,
    zone="UTC",
    closes_at=SEVEN,
    state="prompted",
)


@pytest.mark.parametrize(
    ("after", "end"),
    [
        (0, ("missed", None)),
        (30, ("missed", None)),
        (
            58,
            ("not_delivered", "too_late"),
        ),  # away until then, say
    ],
)
def test_only_who_had_time_can_miss_it(after: int, end: tuple[str, str | None]) -> None:
    one = replace(PROMPTED, sent_at=SIX + timedelta(minutes=after))
    assert unanswered(one, SEVEN) == end


def test_a_short_window_in_time_is_a_window() -> None:
    one = replace(PROMPTED, sent_at=SIX, closes_at=SIX + timedelta(minutes=10))
    assert unanswered(one, SIX + timedelta(minutes=10)) == ("missed", None)
