"""What comes next, as it is told to who agrees: of random times the day and how many, no minute."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from conversations.session import Ref
from homework import packaged
from homework.recurrence import preview
from homework.rhythm import next_dates
from homework.schedule import Random
from homework.store import assignments
from homework.store.assignments import Assignment

TEXTS = packaged.texts("en", strict=True)
UTC_ZONE = ZoneInfo("UTC")
FIRST, LAST = date(2027, 3, 1), date(2027, 3, 3)
THRICE = [Random(frozenset(range(1, 8)), time(10), time(20), 3, n, 90, "seed") for n in range(3)]


def told(now: datetime) -> list[str]:
    agreed = Assignment(
        id="a",
        client="client",
        therapist="therapist",
        worksheet=Ref("check_in", 1, ""),
        variant="full",
        state="active",
        texts=assignments.Texts("To see."),
        sharing="all",
        window_minutes=None,
        grace_minutes=None,
        idle_minutes=None,
        reminder_minutes=None,
        starts_on=FIRST,
        ends_on=LAST,
        revision=0,
        agreed_at=None,
    )
    return next_dates(THRICE, agreed, UTC_ZONE, now, TEXTS).split("\n")


def test_of_today_it_is_told_how_often_it_still_comes() -> None:
    morning = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
    found = preview(THRICE, morning, UTC_ZONE, starts_on=FIRST, ends_on=LAST)
    first, second = found[0].at, found[1].at
    rest = [f"{day}, 3 times between 10:00 and 20:00" for day in ("Tue 2 Mar", "Wed 3 Mar")]
    assert told(morning) == ["Mon 1 Mar, 3 times between 10:00 and 20:00", *rest]
    assert told(first) == ["Mon 1 Mar, 2 times between 10:00 and 20:00", *rest]
    assert told(second) == ["Mon 1 Mar, between 10:00 and 20:00", *rest]
    assert told(found[2].at) == rest
