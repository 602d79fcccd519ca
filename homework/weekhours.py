"""Hours by weekday, as people type and read them: "Mon-Thu 9-17, Fri 9-13".

Used for a therapist's working hours and a client's quiet hours. The names of the days are those of
the reader's language. It must not know whose hours they are.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from conversations.daywords import DayWords, time_in, weekday_in
from conversations.texts import Texts
from homework.store.packing import pack, unpack_object

Span = tuple[str, str]
"""From and to, wall times "HH:MM"; "24:00" is the end of a day."""
Hours = Mapping[int, Span]
"""By ISO weekday, 1 Monday; a day that is not there has none."""

WEEK = range(1, 8)
_LONGEST = 300
"""Characters of a typed line: seven days with their hours fit in it twice."""
_SPAN = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?:[:.](\d\d))?\s*$")
_RANGE = re.compile(r"\s*(?:-|–|\bto\b|\buntil\b)\s*")


def span_said(text: str, tongues: Sequence[DayWords]) -> Span | None:
    """Return the hours of `span_in`, or in words: "from 10pm to 7am", "22 bis 7 Uhr"."""
    words = " ".join(text.casefold().split()).strip(" .!")
    if (span := span_in(words)) is not None:
        return span
    for each in tongues:
        begin = re.fullmatch(rf"(?:(?:{_any(each.since)}) )?(.+)", words)
        ends = re.split(rf"\s*[-–]\s*|\s+(?:{_any(each.to)})\s+", begin[1]) if begin else []
        times = [time_in(one, tongues) for one in ends]
        if len(times) == 2 and times[0] and times[1]:
            return times[0], times[1]
    return None


def _any(ways: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(ways, key=len, reverse=True))) or r"(?!)"


def span_in(text: str) -> Span | None:
    """Return the hours of "22-7", "22:30 to 8:00"; None for anything else."""
    found = _SPAN.fullmatch(text.strip())
    if not found:
        return None
    start, end = _clock(found[1], found[2]), _clock(found[3], found[4])
    return (start, end) if start and end and start != "24:00" else None


def _clock(hour: str, minute: str | None) -> str | None:
    minutes = int(hour) * 60 + int(minute or 0)
    return f"{int(hour):02d}:{int(minute or 0):02d}" if minutes <= 1440 else None


def hours_in(text: str, texts: Texts) -> Hours | None:
    """Return the hours of a typed line such as "Mon-Thu 9-17, Fri 9-13"; None if it is none.

    Without days they hold for the whole week. A later part of the line wins.
    """
    found: dict[int, Span] = {}
    days: list[int] = []
    if len(text) > _LONGEST:
        return None
    for part in re.split(r"[,;\n]+", text.casefold()):
        said = _SPAN.search(part)
        names = _days_in(part[: said.start()] if said else part, texts)
        span = span_in(said[0]) if said else None
        if names is None or (said and span is None):
            return None
        days += names
        if span:
            found |= dict.fromkeys(days or WEEK, span)
            days = []
    return None if days or not found else dict(sorted(found.items()))


def _days_in(text: str, texts: Texts) -> list[int] | None:
    """Return the weekdays of "Mon-Thu", "Sat and Sun", "Fri"; [] for none, None for other words."""
    days: list[int] = []
    for part in re.split(r"\s+and\s+|\s*&\s*|\s*\+\s*", text.strip(" :.")):
        ends = [_day(word, texts) for word in _RANGE.split(part.strip())] if part.strip() else []
        match ends:
            case []:
                continue
            case [int(day)]:
                days.append(day)
            case [int(first), int(last)]:
                days += [(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)]
            case _:
                return None
    return days


def _day(word: str, texts: Texts) -> int | None:
    word = word.strip(" .")
    named = [
        day
        for day in WEEK
        if len(word) >= 2 and texts.plain(f"weekday-{day}").casefold().startswith(word.rstrip("s"))
    ]
    if len(named) == 1:
        return named[0]
    place = weekday_in(word, texts.language.days)
    return None if place is None else place + 1


def words(hours: Hours, texts: Texts) -> str:
    """Return hours as people read them: "Mon to Thu 09:00 to 17:00, Fri 09:00 to 13:00"."""
    parts: list[str] = []
    for span, run in groupby(sorted(hours), key=lambda day: (hours[day], day - _place(hours, day))):
        days = list(run)
        (start, end), _ = span
        parts.append(texts.plain("hours-on", days=_run_words(days, texts), start=start, end=end))
    return ", ".join(parts)


def _place(hours: Hours, day: int) -> int:
    return sorted(hours).index(day)


def _run_words(days: Sequence[int], texts: Texts) -> str:
    first = texts.plain(f"weekday-short-{days[0]}")
    if len(days) == 1:
        return first
    last = texts.plain(f"weekday-short-{days[-1]}")
    return texts.plain("hours-days", first=first, last=last)


def quiet_words(usual: Span, other: str | None, texts: Texts) -> str:
    """Return quiet hours as people read them; `other`: the column of those of some days."""
    said = texts.plain("quiet-usual", start=usual[0], end=usual[1])
    days = from_json(other)
    return f"{said}; {words(days, texts)}" if days else said


def to_json(hours: Hours) -> str:
    """Return hours as their column holds them."""
    return pack({str(day): [*span] for day, span in hours.items()})


def from_json(text: str | None) -> dict[int, Span]:
    """Return the hours of a column; none of an empty one."""
    if text is None:
        return {}
    found: dict[int, Span] = {}
    for day, span in unpack_object(text).items():
        if isinstance(span, list):
            start, end = map(str, span)
            found[int(day)] = (start, end)
    return found
