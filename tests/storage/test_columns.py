from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import StatementError

from homework.store.columns import from_milliseconds, to_milliseconds
from homework.store.database import Database
from homework.store.tables import dead_update
from homework.store.troubles import NaiveInstant, NotSealed
from tests.support.stores import NOW


@pytest.mark.parametrize("milliseconds", [0, 1, 999, 1_772_443_800_001, 1_772_443_800_999, -1])
def test_rule_4_6_instants_survive_to_the_millisecond(milliseconds: int):
    assert to_milliseconds(from_milliseconds(milliseconds)) == milliseconds
    assert from_milliseconds(milliseconds).tzinfo is UTC


def test_an_instant_is_the_same_in_every_zone():
    there = NOW.astimezone(timezone(timedelta(hours=-9, minutes=-30)))
    assert to_milliseconds(there) == to_milliseconds(NOW)


def test_rule_4_6_a_time_without_zone_is_refused():
    with pytest.raises(NaiveInstant):
        to_milliseconds(datetime(2026, 3, 2, 9, 30))  # noqa: DTZ001


@pytest.mark.parametrize("value", [b"", b"canary in plain", "canary in plain"])
async def test_p1_a_sealed_column_refuses_plain_values_and_quotes_none(
    db: Database, value: bytes | str
):
    row = {"id": "a", "update_id": 1, "body": value, "error": "E", "at": NOW}
    with pytest.raises(StatementError) as caught:
        async with db.transaction(NOW) as unit:
            await unit.conn.execute(insert(dead_update).values(row))
    assert isinstance(caught.value.orig, NotSealed)
    assert "canary" not in f"{caught.value} {caught.value!r} {caught.value.orig}"
