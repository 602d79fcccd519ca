"""Quiet hours, caps and spacing, over all assignments together."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from homework.burden import (
    Caps,
    Drop,
    Quiet,
    SendNow,
    SentPrompt,
    Slot,
    WaitUntil,
    after_quiet,
    is_quiet,
    reminder_slot,
    slot,
)

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = Quiet(time(22), time(8))
NOON = datetime(2026, 6, 1, 10, tzinfo=UTC)  # 12:00 in Berlin
MIDNIGHT = datetime(2026, 6, 1, 22, tzinfo=UTC)


def at(hour: int, minute: int = 0, day: int = 1) -> datetime:
    return datetime(2026, 6, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def test_c10_what_is_usual_is_four_prompts_two_reminders_and_an_hour_between() -> None:
    rang = [SentPrompt(at(hour), f"other {hour}") for hour in (8, 10, 12)]
    assert isinstance(asked(at(14), at(14), *rang), SendNow)
    fourth = SentPrompt(at(13), "other 13")
    assert isinstance(asked(at(14), at(14), *rang, fourth), Drop)
    assert asked(at(12, 30), at(12, 30), *rang) == WaitUntil(at(13))
    assert (Caps().prompts, Caps().reminders, Caps().spacing_minutes) == (4, 2, 60)


def asked(
    due: datetime,
    now: datetime,
    *today: SentPrompt,
    closes_at: datetime = MIDNIGHT,
    caps: Caps = Caps(),  # noqa: B008 - frozen
    quiet: Quiet = NIGHT,
) -> Slot:
    return slot(
        due,
        now,
        closes_at=closes_at,
        zone=BERLIN,
        quiet=quiet,
        today=today,
        assignment="a",
        caps=caps,
    )


def reminded(due: datetime, now: datetime, *today: SentPrompt) -> Slot:
    return reminder_slot(
        due,
        now,
        closes_at=MIDNIGHT,
        zone=BERLIN,
        quiet=NIGHT,
        today=today,
        assignment="a",
        caps=Caps(),
    )


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"),
    [(21, 59, False), (22, 0, True), (3, 0, True), (7, 59, True), (8, 0, False), (12, 0, False)],
)
def test_quiet_hours_over_midnight(hour: int, minute: int, quiet: bool) -> None:
    assert is_quiet(at(hour, minute), BERLIN, NIGHT) is quiet


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    assert is_quiet(at(13), BERLIN, Quiet(time(12), time(14)))
    assert not is_quiet(at(14), BERLIN, Quiet(time(12), time(14)))
    assert not is_quiet(at(12), BERLIN, Quiet(time(12), time(12)))


@pytest.mark.parametrize(
    ("before", "after"),
    [(at(23), at(8, day=2)), (at(3), at(8)), (at(12), at(12)), (at(8), at(8))],
)
def test_after_the_quiet_hours(before: datetime, after: datetime) -> None:
    assert after_quiet(before, BERLIN, NIGHT) == after


def test_a_quiet_end_that_comes_twice_is_passed_twice() -> None:
    # 25 October 2026: 02:00-03:00 comes twice; the second 02:15 is quiet until the second 02:30.
    second = datetime(2026, 10, 25, 2, 15, tzinfo=BERLIN, fold=1)
    end = after_quiet(second, BERLIN, Quiet(time(22), time(2, 30)))
    assert end == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_nothing_stands_against_it() -> None:
    assert asked(NOON, NOON) == SendNow()
    assert asked(NOON - timedelta(hours=1), NOON) == SendNow()


def test_before_its_time_it_waits() -> None:
    assert asked(at(13), NOON) == WaitUntil(at(13))


def test_quiet_hours_put_it_off_or_drop_it() -> None:
    assert asked(at(6), at(6)) == WaitUntil(at(8))
    assert asked(at(6), at(6), closes_at=at(7)) == Drop("quiet")


def test_past_its_window_it_is_too_late() -> None:
    assert asked(at(9), at(12), closes_at=at(12)) == Drop("too_late")


def test_a_full_day_puts_it_off_or_drops_it() -> None:
    full = [SentPrompt(at(hour), "a") for hour in (8, 9, 10, 11)]
    assert asked(NOON, NOON, *full) == Drop("cap")
    assert asked(NOON, NOON, *full, closes_at=at(20, day=2)) == WaitUntil(at(8, day=2))
    assert asked(NOON, NOON, *full, caps=Caps(prompts=10)) == SendNow()


def test_what_was_agreed_for_a_series_is_the_series_own() -> None:
    """ "a" is a practice, "s" a series to whose ten prompts a day the client agreed."""
    caps = Caps(series=frozenset({"s"}), together=10)
    own = [SentPrompt(at(hour), "a") for hour in (8, 9, 10, 11)]
    points = [SentPrompt(at(8, place), "s") for place in range(10)]
    assert asked(NOON, NOON, *points[:9], *own[:1], caps=caps) == Drop("cap"), "ten in all"
    assert asked(NOON, NOON, *points[:9], caps=caps) == SendNow()
    assert asked(NOON, NOON, *own, caps=caps) == Drop("cap"), "a practice stays within its four"
    series = replace(caps, series=frozenset({"a"}))
    assert asked(NOON, NOON, *own, caps=series) == SendNow()
    assert asked(NOON, NOON, *own, *points[:6], caps=series) == Drop("cap")


def test_reminders_and_other_days_do_not_fill_the_day() -> None:
    others = [SentPrompt(at(8), "b", reminder=True)] * 9
    yesterday = [SentPrompt(at(12) - timedelta(days=1), "b")] * 9
    assert asked(NOON, NOON, *others, *yesterday) == SendNow()


def test_assignments_keep_their_distance() -> None:
    assert asked(NOON, NOON, SentPrompt(at(11, 30), "b")) == WaitUntil(at(12, 30))
    assert asked(NOON, NOON, SentPrompt(at(11), "b")) == SendNow()
    assert asked(NOON, NOON, SentPrompt(at(11, 59), "a")) == SendNow()
    late = asked(NOON, NOON, SentPrompt(at(11, 30), "b"), closes_at=at(12, 30))
    assert late == Drop("spacing")


def test_distance_over_midnight_counts_too() -> None:
    shown = slot(
        at(0, 10, day=2),
        at(0, 10, day=2),
        closes_at=at(23, day=2),
        zone=BERLIN,
        quiet=Quiet(time(1), time(1)),
        today=[SentPrompt(at(23, 50), "b")],
        assignment="a",
        caps=Caps(),
    )
    assert shown == WaitUntil(at(0, 50, day=2))


def test_reminders_have_a_cap_of_their_own() -> None:
    prompts = [SentPrompt(at(8), "a")] * 4
    two = [SentPrompt(at(hour), "a", reminder=True) for hour in (9, 10)]
    assert reminded(NOON, NOON, *prompts) == SendNow()
    assert reminded(NOON, NOON, *two) == Drop("cap")


def test_a_reminder_keeps_distance_from_all_that_rang_for_others() -> None:
    assert reminded(NOON, NOON, SentPrompt(at(11, 30), "b")) == WaitUntil(at(12, 30))
    ringing = SentPrompt(at(11, 30), "b", reminder=True)
    assert reminded(NOON, NOON, ringing) == WaitUntil(at(12, 30))
