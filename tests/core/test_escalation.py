"""When an alert that nobody has seen is told again: the ladder over days, by table."""

from datetime import UTC, datetime, timedelta

import pytest

from homework import hours
from homework.escalation import BACKUP, KEPT, OPERATOR, again, came, next_look
from homework.store.people import Therapist

MONDAY = datetime(2027, 3, 1, tzinfo=UTC)
OFFICE = '{"1":["09:00","17:00"],"2":["09:00","17:00"],"3":["09:00","17:00"]}'


def therapist(told: str | None, away_until: datetime | None = None) -> Therapist:
    return Therapist(
        "t", "p", "Dr", "UTC", None, "08:00", "1234567", None, hours=told, away_until=away_until
    )


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("told", "raised", "first"),
    [
        (OFFICE, at(0, 10), [at(0, 11), at(0, 14), at(1, 10)]),
        (OFFICE, at(0, 16), [at(1, 9), at(1, 16), at(2, 16)]),  # +1 h is the end of the day
        (OFFICE, at(0, 23), [at(1, 9), at(1, 10), at(1, 13)]),  # a night: when the hours begin
        (OFFICE, at(2, 18), [at(7, 9), at(7, 10), at(7, 13)]),  # before days off
        (None, at(0, 23), [at(1, 0), at(1, 3), at(1, 23)]),  # hours not told: at any time
    ],
)
def test_a_therapist_is_told_again_within_their_hours(
    told: str | None, raised: datetime, first: list[datetime]
) -> None:
    times = again(raised, lambda moment: hours.opens_at(therapist(told), moment))
    assert list(times[:3]) == first
    assert all(hours.opens_at(therapist(told), one) == one for one in times)
    assert list(times) == sorted(set(times))
    assert times[-1] > raised + timedelta(days=28)


def test_who_is_away_is_told_again_when_they_are_back() -> None:
    away = therapist(OFFICE, away_until=at(8, 0))
    times = again(at(0, 10), lambda moment: hours.opens_at(away, moment))
    assert times[0] == at(8, 9)


def test_a_look_that_comes_late_tells_once_for_all_that_came() -> None:
    times = (at(0, 11), at(0, 14))
    assert came(times, at(0, 10), at(2, 0))
    assert not came(times, at(2, 0), at(2, 1))
    assert came(times, at(0, 11), at(0, 14))
    assert not came(times, at(0, 11), at(0, 13, 59))


def test_somebody_looks_at_every_rung() -> None:
    raised = at(0, 23)
    ladder = again(raised, lambda moment: hours.opens_at(therapist(OFFICE), moment))
    looked: list[datetime] = []
    now = raised
    while now < raised + KEPT:
        now = next_look(raised, now, [ladder])
        looked.append(now)
    assert {raised + BACKUP, raised + OPERATOR, raised + KEPT} <= set(looked)
    assert set(ladder) <= {*looked, *(one for one in ladder if one > raised + KEPT)}
