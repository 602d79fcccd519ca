"""Weeks of several practices, in any zone, with other quiet hours on some days and fewer prompts.

The decisions are those of the program, made one after another at the moments it would make them.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from homework.burden import (
    ROOM,
    Caps,
    Drop,
    Quiet,
    SendNow,
    SentPrompt,
    WaitUntil,
    Week,
    after_quiet,
    is_quiet,
    make_room,
    reminder_slot,
    slot,
)
from homework.recurrence import Weekly, next_occurrence
from homework.sparing import Sparing
from homework.windows import closes_at, start_of_next_day
from tests.support.examples import examples

ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
HOURS = st.times().map(lambda at: at.replace(second=0, microsecond=0))
QUIETS = st.builds(Quiet, HOURS, HOURS)
WEEKS = st.builds(Week, QUIETS, st.dictionaries(st.integers(1, 7), QUIETS, max_size=4))
STARTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=UTC)
)
RULES = st.builds(Weekly, st.frozensets(st.integers(1, 7), min_size=1), HOURS)
SPAN = timedelta(weeks=2)
REMINDED_AFTER = timedelta(minutes=45)


@dataclass
class Practice:
    """One practice: when it asks, for how long each is open, and whether it asks less."""

    key: str
    rules: list[Weekly]
    window: int | None
    halved: bool


@dataclass
class Life:
    """What happened in two weeks."""

    zone: ZoneInfo
    quiet: Week
    caps: Caps
    sent: list[SentPrompt] = field(default_factory=list[SentPrompt])
    spared: Counter[str] = field(default_factory=Counter[str])
    rang: Counter[str] = field(default_factory=Counter[str])
    dropped: int = 0


def practices() -> st.SearchStrategy[list[Practice]]:
    made = st.tuples(
        st.lists(RULES, min_size=1, max_size=4),
        st.sampled_from([None, 60, 240]),
        st.booleans(),
    )
    return st.lists(made, min_size=1, max_size=3).map(
        lambda found: [Practice("abc"[n], *one) for n, one in enumerate(found)]
    )


def moments(life: Life, practice: Practice, start: datetime) -> list[tuple[datetime, datetime]]:
    """When a practice would ask, and until when each is open."""
    found: list[tuple[datetime, datetime]] = []
    for rule in practice.rules:
        after = start
        while planned := next_occurrence(
            rule, after, life.zone, starts_on=date.min, ends_on=date.max
        ):
            if planned.at > start + SPAN:
                break
            after = planned.at
            found.append((planned.at, closes_at(planned.at, life.zone, practice.window)))
    return found


def live(life: Life, every: list[Practice], start: datetime) -> None:
    """Let two weeks pass: prompts by the rate and the limits, one reminder for each."""
    rate = Sparing(None, {one.key: 0 for one in every if one.halved})
    waiting = [
        (at, closes, one.key, "first") for one in every for at, closes in moments(life, one, start)
    ]
    while waiting:
        waiting.sort()
        now, closes, key, what = waiting.pop(0)
        if what == "first" and rate.spare(key):
            life.spared[key] += 1
            continue
        decide = reminder_slot if what == "remind" else slot
        decided = decide(
            now,
            now,
            closes_at=closes,
            zone=life.zone,
            quiet=life.quiet,
            today=life.sent,
            assignment=key,
            caps=life.caps,
        )
        match decided:
            case SendNow():
                life.sent.append(SentPrompt(now, key, what == "remind"))
                life.rang[key] += what != "remind"
                if what != "remind" and now + REMINDED_AFTER < closes:
                    waiting.append((now + REMINDED_AFTER, closes, key, "remind"))
            case WaitUntil(at):
                assert now < at < closes
                waiting.append((at, closes, key, "remind" if what == "remind" else "again"))
            case Drop():
                life.dropped += what != "remind"


@settings(max_examples=examples(120, one_in=10), deadline=None)
@given(
    start=STARTS,
    every=practices(),
    zone=ZONES,
    quiet=WEEKS,
    caps=st.builds(Caps, st.integers(1, 5), st.integers(0, 2), st.integers(0, 120)),
)
def test_two_weeks_of_several_practices_breach_nothing(
    start: datetime, every: list[Practice], zone: ZoneInfo, quiet: Week, caps: Caps
) -> None:
    life = Life(zone, quiet, caps)
    live(life, every, start)
    for reminder, most in ((False, caps.prompts), (True, caps.reminders)):
        days = Counter(
            one.at.astimezone(zone).date() for one in life.sent if one.reminder is reminder
        )
        assert all(count <= most for count in days.values())
    assert not any(is_quiet(one.at, zone, quiet) for one in life.sent)
    for one in life.sent:
        for other in life.sent:
            if one.assignment != other.assignment and not (one.reminder or other.reminder):
                assert abs(one.at - other.at) >= timedelta(minutes=caps.spacing_minutes)
    for practice in every:
        due = len(moments(life, practice, start))
        assert life.spared[practice.key] == ((due + 1) // 2 if practice.halved else 0)
    assert sum(life.rang.values()) + sum(life.spared.values()) + life.dropped == sum(
        len(moments(life, practice, start)) for practice in every
    )


@settings(max_examples=200, deadline=None)
@given(at=STARTS, zone=ZONES, quiet=WEEKS)
def test_after_the_quiet_hours_of_any_week_something_may_ring(
    at: datetime, zone: ZoneInfo, quiet: Week
) -> None:
    after = after_quiet(at, zone, quiet)
    assert after >= at and not is_quiet(after, zone, quiet)
    assert (after == at) is (not is_quiet(at, zone, quiet))


@settings(max_examples=200, deadline=None)
@given(wall=st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)), quiet=WEEKS)  # noqa: DTZ001
def test_quiet_hours_give_way_to_a_time_that_was_picked_and_to_no_more(
    wall: datetime, quiet: Week
) -> None:
    wall = wall.replace(second=0, microsecond=0)
    at = wall.replace(tzinfo=UTC)
    room = make_room(quiet, wall)
    if room is None:
        return
    week, weekday = room
    assert is_quiet(at, ZoneInfo("UTC"), quiet)
    changed = {day for day in range(1, 8) if week.on(day) != quiet.on(day)}
    assert changed == {weekday}
    before, after = quiet.on(weekday), week.on(weekday)
    assert length(after) >= length(before) / 2 - ROOM
    others = Week(Quiet(time(0), time(0)), {weekday: after})
    assert not is_quiet(at, ZoneInfo("UTC"), others), "the night that changed does not hold it"


def length(night: Quiet) -> timedelta:
    start, end = (datetime.combine(date.min, at) for at in (night.start, night.end))
    return end - start if start <= end else end + timedelta(days=1) - start


def test_the_night_belongs_to_the_day_it_begins_on() -> None:
    week = Week(Quiet(time(22), time(8)), {5: Quiet(time(23), time(10))})
    berlin = ZoneInfo("Europe/Berlin")

    def local(day: int, hour: int, minute: int = 0) -> datetime:
        return datetime(2027, 3, day, hour, minute, tzinfo=berlin)  # 5 March is a Friday

    assert is_quiet(local(5, 7), berlin, week), "Thursday's night"
    assert not is_quiet(local(5, 9), berlin, week)
    assert not is_quiet(local(5, 22, 30), berlin, week)
    assert is_quiet(local(6, 9, 59), berlin, week), "Friday's night"
    assert not is_quiet(local(6, 10), berlin, week)
    assert is_quiet(local(6, 22), berlin, week), "Saturday's is the usual one again"
    assert after_quiet(local(5, 23), berlin, week) == local(6, 10)


def test_a_night_of_other_hours_over_the_change_of_the_clocks() -> None:
    """28 March 2027, 02:00 becomes 03:00; 31 October, 03:00 becomes 02:00."""
    berlin, week = (
        ZoneInfo("Europe/Berlin"),
        Week(Quiet(time(22), time(8)), {6: Quiet(time(23), time(2, 30))}),
    )
    spring = datetime(2027, 3, 27, 23, 30, tzinfo=berlin)
    assert after_quiet(spring, berlin, week) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    autumn = datetime(2027, 10, 30, 23, 30, tzinfo=berlin)
    assert after_quiet(autumn, berlin, week) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    again = datetime(2027, 10, 31, 2, 10, tzinfo=berlin, fold=1)
    assert is_quiet(again, berlin, week), "the clock shows it a second time"
    assert after_quiet(again, berlin, week) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    assert start_of_next_day(spring, berlin) == datetime(2027, 3, 27, 23, tzinfo=UTC)
