"""Rules, anchors and zones for properties: whatever a schedule may be made of."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from homework.schedule import (
    AfterOther,
    AfterWaking,
    Anchors,
    BySession,
    EveryDays,
    InMinutes,
    OnDates,
    OnDay,
    Random,
    Rule,
    Weekly,
    room,
)

OTHER = "other"
YEAR = (date(2026, 1, 1), date(2027, 12, 31))
ZONES = st.sampled_from(
    [
        "Europe/London",
        "America/New_York",
        "America/Scoresbysund",  # leaps at midnight
        "Australia/Lord_Howe",  # by half an hour
        "Africa/Casablanca",
        "America/St_Johns",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Pacific/Niue",
        "Asia/Kolkata",
        "UTC",
    ]
).map(ZoneInfo)
DATES = st.dates(*YEAR)
TIMES = st.integers(0, 24 * 60 - 1).map(lambda at: time(at // 60, at % 60))
DAYS = st.frozensets(st.integers(1, 7), min_size=1)
INSTANTS = st.datetimes(
    datetime.combine(YEAR[0], time()),
    datetime.combine(YEAR[1], time()),
    timezones=st.just(UTC),
)


@st.composite
def randoms(draw: st.DrawFn) -> list[Random]:
    """All prompts of a day at random: as many as fit."""
    start, end = sorted((draw(TIMES), draw(TIMES)))
    gap = draw(st.integers(1, 180))
    most = max((count for count in range(1, 11) if room(start, end, count, gap) >= 0), default=0)
    count = draw(st.integers(1, most)) if most else 1
    days, seed = draw(DAYS), draw(st.text("abc123", min_size=1, max_size=8))
    return [Random(days, start, end, count, index, gap, seed) for index in range(count)]


OFFSETS = st.one_of(
    st.builds(OnDay, st.integers(-14, 14), TIMES),
    st.builds(InMinutes, st.integers(-10_000, 10_000)),
)
LATER = st.one_of(
    st.builds(OnDay, st.integers(0, 14), TIMES),
    st.builds(InMinutes, st.integers(1, 10_000)),
)
RULES: st.SearchStrategy[Rule] = st.one_of(
    st.builds(Weekly, DAYS, TIMES),
    st.builds(EveryDays, st.integers(1, 40), DATES, TIMES),
    st.builds(
        OnDates,
        st.sets(DATES, min_size=1, max_size=8).map(lambda days: tuple(sorted(days))),
        TIMES,
    ),
    randoms().flatmap(st.sampled_from),
    st.builds(BySession, OFFSETS),
    st.builds(AfterWaking, DAYS, st.integers(0, 16 * 60)),
    st.builds(AfterOther, st.just(OTHER), st.just("Other"), LATER),
)
ANCHORS = st.builds(
    Anchors,
    st.none() | INSTANTS,
    st.dictionaries(
        st.integers(1, 7), st.integers(4 * 60, 13 * 60).map(lambda at: time(at // 60, at % 60))
    ),
    st.dictionaries(st.just(OTHER), INSTANTS),
)
