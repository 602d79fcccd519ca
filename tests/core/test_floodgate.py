"""X11: 20 updates in ten seconds and 200 in an hour are all taken as they are."""

from datetime import UTC, datetime, timedelta

from bot.floodgate import LOOKS, MOST, Floodgate, Limits

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


def test_x11_the_twenty_first_in_ten_seconds_is_beyond() -> None:
    gate = Floodgate()
    within = [gate.beyond(1, NOW + timedelta(seconds=0.4 * number)) for number in range(21)]
    assert within == [False] * 20 + [True]
    assert not gate.beyond(2, NOW + timedelta(seconds=9)), "another person"
    assert not gate.beyond(1, NOW + timedelta(seconds=10))


def test_x11_the_two_hundred_and_first_in_an_hour_is_beyond() -> None:
    gate = Floodgate()
    spread = [gate.beyond(1, NOW + timedelta(seconds=15 * number)) for number in range(201)]
    assert spread == [False] * 200 + [True]
    assert not gate.beyond(1, NOW + timedelta(hours=1))


def test_x11_who_floods_is_told_once_in_ten_seconds() -> None:
    gate = Floodgate()
    told = [gate.may_tell(1, NOW + timedelta(seconds=number)) for number in range(21)]
    assert [second for second, said in enumerate(told) if said] == [0, 10, 20]


def test_x11_twenty_texts_a_minute_beyond_a_limit_are_looked_through_at_once() -> None:
    gate = Floodgate()
    looks = [gate.may_look(1, NOW + timedelta(seconds=number)) for number in range(61)]
    assert looks == [True] * LOOKS + [False] * (60 - LOOKS) + [True]
    assert gate.may_look(2, NOW + timedelta(seconds=59)), "another person"


def test_a_clock_that_is_put_back_locks_nobody_out() -> None:
    gate = Floodgate(Limits(1, 1))
    assert not gate.beyond(1, NOW)
    assert gate.beyond(1, NOW)
    assert not gate.beyond(1, NOW - timedelta(days=1))


def test_no_more_people_are_remembered_than_a_bound() -> None:
    gate = Floodgate(Limits(1, 1))
    for user in range(MOST + 1):
        gate.beyond(user, NOW)
    assert not gate.beyond(0, NOW), "the one seen longest ago is forgotten"
    assert gate.beyond(MOST, NOW)
