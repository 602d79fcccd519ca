"""Hours by weekday: how they are typed and read, and when a therapist's begin."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework import hours, packaged, weekhours
from homework.store.people import Therapist

TEXTS = packaged.texts("en", strict=True)
OFFICE = {**dict.fromkeys(range(1, 5), ("09:00", "17:00")), 5: ("09:00", "13:00")}


def therapist(told: weekhours.Hours | None, away_until: datetime | None = None) -> Therapist:
    return Therapist(
        id="t",
        person="p",
        name="T",
        zone="Europe/Berlin",
        country="DE",
        digest_at="08:00",
        digest_days="1234567",
        joined_at=None,
        hours=weekhours.to_json(told) if told else None,
        away_until=away_until,
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Mon-Thu 9-17, Fri 9-13", OFFICE),
        ("monday to thursday 9:00 to 17:00; fri 9-13", OFFICE),
        ("Mon - Thu 9 - 17\nFriday: 9.00-13.00", OFFICE),
        ("Sat and Sun 10-12", {6: ("10:00", "12:00"), 7: ("10:00", "12:00")}),
        ("Mon, Wed, Fri 8-12", dict.fromkeys((1, 3, 5), ("08:00", "12:00"))),
        ("Fri-Sat 23-10", {5: ("23:00", "10:00"), 6: ("23:00", "10:00")}),
        ("Sat-Mon 9-12", dict.fromkeys((1, 6, 7), ("09:00", "12:00"))),
        ("9-17", dict.fromkeys(range(1, 8), ("09:00", "17:00"))),
        ("Mon-Thu 9-17, Fri 9-17, Fri 9-13", OFFICE),
        ("0-24", hours.ANY_TIME),
        ("whenever", None),
        ("Mon-Fri", None),
        ("Mon 9-25", None),
        ("T 9-17", None),
        ("Mon-Fri 9", None),
        ("", None),
    ],
)  # fmt: skip
def test_hours_are_read_however_they_are_typed(typed: str, read: weekhours.Hours | None) -> None:
    assert weekhours.hours_in(typed, TEXTS) == read


def test_a_line_that_is_too_long_for_hours_is_refused_unread() -> None:
    week = "Mon 9-17, Tue 9-17, Wed 9-17, Thu 9-17, Fri 9-17, Sat 9-17, Sun 9-17"
    assert len(weekhours.hours_in(week, TEXTS) or ()) == 7
    for hostile in (f"Mon{' ' * 4000}x", f"{week}{' ' * 4000}, Fri 9-13"):
        assert weekhours.hours_in(hostile, TEXTS) is None


def test_hours_in_words() -> None:
    assert weekhours.words(OFFICE, TEXTS) == "Mon to Thu 09:00 to 17:00, Fri 09:00 to 13:00"
    apart = dict.fromkeys((1, 3), ("08:00", "12:00"))
    assert weekhours.words(apart, TEXTS) == "Mon 08:00 to 12:00, Wed 08:00 to 12:00"


CLOCK = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda at: f"{at[0]:02}:{at[1]:02}")


@given(st.dictionaries(st.integers(1, 7), st.tuples(CLOCK, CLOCK), min_size=1))
def test_what_is_said_is_read_back(told: dict[int, tuple[str, str]]) -> None:
    assert weekhours.hours_in(weekhours.words(told, TEXTS), TEXTS) == dict(sorted(told.items()))
    assert weekhours.from_json(weekhours.to_json(told)) == told


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 3, day, hour, minute, tzinfo=UTC)  # 1 March is a Monday; Berlin is +1


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (at(1, 7, 59), at(1, 8)),
        (at(1, 8), at(1, 8)),
        (at(1, 15, 59), at(1, 15, 59)),
        (at(1, 16), at(2, 8)),
        (at(5, 11, 59), at(5, 11, 59)),
        (at(5, 12), at(8, 8)),  # Friday afternoon: Monday
        (at(6, 12), at(8, 8)),
        (datetime(2027, 3, 26, 20, tzinfo=UTC), datetime(2027, 3, 29, 7, tzinfo=UTC)),  # DST
    ],
)
def test_what_is_no_alert_waits_for_the_hours(now: datetime, opens: datetime) -> None:
    assert hours.opens_at(therapist(OFFICE), now) == opens


def test_without_hours_or_at_any_time_nothing_waits() -> None:
    for told in (None, hours.ANY_TIME):
        assert hours.opens_at(therapist(told), at(6, 3)) == at(6, 3)


def test_who_is_away_is_told_when_they_are_back() -> None:
    away = therapist(OFFICE, away_until=datetime(2027, 3, 12, 23, tzinfo=UTC))  # Saturday there
    assert hours.opens_at(away, at(2, 10)) == at(15, 8)
    assert hours.opens_at(away, at(16, 10)) == at(16, 10)
    nothing_told = therapist(None, away_until=at(12, 23))
    assert hours.opens_at(nothing_told, at(2, 10)) == at(12, 23)


@given(
    st.dictionaries(st.integers(1, 7), st.tuples(CLOCK, CLOCK), min_size=1),
    st.integers(0, 20 * 24 * 60),
)
def test_hours_begin_within_eight_days_and_never_before(
    told: dict[int, tuple[str, str]], minutes: int
) -> None:
    told = {day: (min(span), max(span)) for day, span in told.items() if span[0] != span[1]}
    if not hours.possible(told):
        return
    who = therapist(told)
    now = datetime(2027, 3, 20, tzinfo=UTC).timestamp() + minutes * 60
    start = datetime.fromtimestamp(now, UTC)
    opens = hours.opens_at(who, start)
    assert start <= opens and (opens - start).days < 8
    assert hours.opens_at(who, opens) == opens


@pytest.mark.parametrize(
    ("locale", "said", "span"),
    [
        ("en", "22-7", ("22:00", "07:00")),
        ("en", "from 10pm to 7am", ("22:00", "07:00")),
        ("en", "10 pm - 7:30 am", ("22:00", "07:30")),
        ("de", "22 bis 7 Uhr", ("22:00", "07:00")),
        ("de", "von 22:30 Uhr bis 7 Uhr", ("22:30", "07:00")),
        ("de", "zwischen 10 Uhr abends und 7 Uhr morgens", ("22:00", "07:00")),
        ("es", "de 22 a 7", ("22:00", "07:00")),
        ("es", "desde las 10 de la noche hasta las 7", ("22:00", "07:00")),
        ("ru", "с 22 до 7", ("22:00", "07:00")),
        ("ru", "с 10 вечера до 7 утра.", ("22:00", "07:00")),
        ("de", "from 10pm to 7am", ("22:00", "07:00")),
        ("en", "always", None),
        ("en", "from 10 to", None),
        ("de", "22 bis 7 bis 8", None),
        ("en", "25 to 7", None),
    ],
)
def test_hours_of_every_day_in_words(locale: str, said: str, span: tuple[str, str] | None) -> None:
    assert weekhours.span_said(said, packaged.language(locale).days) == span
