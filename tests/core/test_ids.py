"""Ids: made in order, always."""

from datetime import UTC, datetime, timedelta

from homework import ids
from homework.ids import new_id

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def test_ids_made_in_one_millisecond_sort_in_the_order_they_were_made() -> None:
    made = [new_id(NOW) for _ in range(10_000)]
    assert made == sorted(set(made))
    assert {len(one) for one in made} == {26}


def test_an_id_made_after_the_calendar_was_set_back_is_still_the_greater_one() -> None:
    first = new_id(NOW + timedelta(days=400))
    assert new_id(NOW) > first


def test_ids_go_on_after_one_of_an_earlier_process() -> None:
    earlier = new_id(NOW + timedelta(days=4000))
    ids._ticker = ids._Ticker()
    try:
        assert new_id(NOW) < earlier
        ids.start_after(earlier)
        assert new_id(NOW) > earlier
    finally:
        ids._ticker = ids._Ticker()
