"""Whatever falls due, in any zone: nothing rings in quiet hours, over the cap, or too close."""

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from homework.burden import Caps, Quiet, SendNow, SentPrompt, WaitUntil, after_quiet, is_quiet, slot

ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=UTC)
)
HOURS = st.times().map(lambda at: at.replace(microsecond=0))
QUIET = st.builds(Quiet, HOURS, HOURS)
CAPS = st.builds(
    Caps,
    st.integers(0, 4),
    st.integers(0, 2),
    st.integers(0, 180),
    st.frozensets(st.sampled_from("abc"), max_size=1),
    st.none() | st.integers(4, 10),
)


@settings(max_examples=200, deadline=None)
@given(at=INSTANTS, zone=ZONES, quiet=QUIET)
def test_after_quiet_never_goes_back_and_ends_outside(
    at: datetime, zone: ZoneInfo, quiet: Quiet
) -> None:
    after = after_quiet(at, zone, quiet)
    assert after >= at
    assert not is_quiet(after, zone, quiet)
    assert after - at < timedelta(hours=50)  # the end of a long quiet may fall into a gap
    assert (after == at) is (not is_quiet(at, zone, quiet))


@settings(max_examples=200, deadline=None)
@given(
    begin=INSTANTS,
    dues=st.lists(
        st.tuples(st.integers(0, 3000), st.sampled_from("abc"), st.integers(1, 1500)),
        max_size=14,
    ),
    zone=ZONES,
    quiet=QUIET,
    caps=CAPS,
)
def test_two_days_of_prompts_breach_nothing(
    begin: datetime,
    dues: list[tuple[int, str, int]],
    zone: ZoneInfo,
    quiet: Quiet,
    caps: Caps,
) -> None:
    waiting = [
        (begin + timedelta(minutes=due), begin + timedelta(minutes=due + window), assignment)
        for due, assignment, window in dues
    ]
    sent: list[SentPrompt] = []
    while waiting:
        waiting.sort(key=lambda one: one[0])
        now, closes_at, assignment = waiting.pop(0)
        decided = slot(
            now,
            now,
            closes_at=closes_at,
            zone=zone,
            quiet=quiet,
            today=sent,
            assignment=assignment,
            caps=caps,
        )
        if isinstance(decided, SendNow):
            assert now < closes_at
            sent.append(SentPrompt(now, assignment))
        elif isinstance(decided, WaitUntil):
            assert now < decided.at < closes_at
            waiting.append((decided.at, closes_at, assignment))
    days = Counter(one.at.astimezone(zone).date() for one in sent)
    assert all(count <= caps.most for count in days.values())
    beside = [one for one in sent if one.assignment not in caps.series]
    days = Counter(one.at.astimezone(zone).date() for one in beside)
    assert all(count <= caps.prompts for count in days.values())
    assert not any(is_quiet(one.at, zone, quiet) for one in sent)
    for one in sent:
        for other in sent:
            if one.assignment != other.assignment:
                assert abs(one.at - other.at) >= timedelta(minutes=caps.spacing_minutes)


def test_quiet_all_day_but_a_minute_still_ends() -> None:
    quiet, berlin = Quiet(time(3), time(2, 59)), ZoneInfo("Europe/Berlin")
    at = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert not is_quiet(after_quiet(at, berlin, quiet), berlin, quiet)
