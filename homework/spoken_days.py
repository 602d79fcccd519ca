"""Weekdays and times of day as people type them in English: "mon, wed and fri 18:00", "9 on
weekends".

Pure. What cannot be read is never guessed: the answer names the words. It must not know what a
schedule is for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

from conversations.daywords import DayWords, day_in, time_in
from homework import packaged
from homework.schedule import WEEK, Rule, Weekly

Why = Literal["words", "time", "times", "room", "past", "far", "other"]
"""No sense in these words; no time of day; a line that is no times; more than fits; a day that is
over; too far away; no other practice to hang it on."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read: why, and in which words."""

    why: Why
    part: str = field(repr=False)


Read = tuple[Rule, ...] | Unread


def times_in(text: str) -> list[time] | None:
    """Return the times in a line such as "9, 13:30, 18", in order; None if one is no time."""
    times = clock_times(text)
    return None if isinstance(times, Unread) else times


def moment_in(text: str, now: datetime, tongues: Sequence[DayWords]) -> datetime | None:
    """Return the moment of "Thu 14:00" or "4 March at 2 pm", after `now` and in its zone; in the
    words of these languages."""
    words = even(text).removeprefix("on ").split()
    for place in range(1, len(words)):
        said = " ".join(words[:place]).removesuffix(" at")
        day = _day_ahead(said, now.date(), tongues)
        at = hour_of_meeting(" ".join(words[place:]), tongues)
        if day is None or at is None:
            continue
        found = datetime.combine(day, time.fromisoformat(at), now.tzinfo)
        tomorrow = now.date() + timedelta(days=1)
        if found <= now and _day_ahead(said, tomorrow, tongues) == day + timedelta(days=7):
            found += timedelta(days=7)  # a weekday that is today, and its time is over
        return found if found > now else None
    return None


def hour_of_meeting(said: str, tongues: Sequence[DayWords]) -> str | None:
    """Return the time of day at which people meet, as "HH:MM".

    From one to five means the afternoon, as nobody meets at night, unless it is said otherwise.
    """
    at = time_in(said, tongues)
    if at is None or not "01:00" <= at < "06:00":
        return at
    words, early = even(said), [one for each in tongues for one in each.am]
    night = re.search(r"\b0\d", words) or words.endswith(tuple(early))
    return at if night else f"{int(at[:2]) + 12}{at[2:]}"


def day_to_come(said: str, today: date) -> date | None:
    """Return a day to come; "Thu 4 March" must be a Thursday."""
    return _day_ahead(said, today, _english())


def _day_ahead(said: str, today: date, tongues: Sequence[DayWords]) -> date | None:
    first, _, rest = said.partition(" ")
    weekday = _day_set(first.rstrip(","))
    if weekday is None or not rest:
        return day_in(said, today, "future", tongues)
    day = day_in(rest, today, "future", tongues)
    return day if day and day.isoweekday() in weekday else None


def clock_in(said: str) -> str | None:
    """Return the time of day that English words name as "HH:MM"."""
    return time_in(said, _english())


def _english() -> Sequence[DayWords]:
    return packaged.language(packaged.ENGLISH).days


def even(text: str) -> str:
    """Return the words in lower case, evenly spaced, with plain hyphens; lines stay apart."""
    lines = re.sub(r"[–—]", "-", text.casefold()).splitlines()
    return "\n".join(" ".join(line.split()).strip(" .!,") for line in lines).strip()


def clock_times(text: str) -> list[time] | Unread:
    """Return the times in a line, in order, or the first that is none."""
    between = r"[,;&\n]+|\s+and\s+|(?<=[\dm])\s+(?=\d)"
    parts = [part.strip(" .") for part in re.split(between, text.strip())]
    parts = [part for part in parts if part]
    found: set[time] = set()
    for part in parts:
        at = clock_in(part)
        if at is None:
            return Unread("words", part)
        found.add(time.fromisoformat(at))
    return sorted(found) or Unread("time", text)


# Weekdays ----------------------------------------------------------------------------------------

_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_GROUPS: dict[str, frozenset[int]] = {
    "daily": WEEK,
    "weekdays": frozenset(range(1, 6)),
    "weekday": frozenset(range(1, 6)),
    "workdays": frozenset(range(1, 6)),
    "weekends": frozenset({6, 7}),
    "weekend": frozenset({6, 7}),
}
_SAME = (
    (r"\b(?:every|each|all) ?days?\b", "daily"),
    (r"\b(?:a|per) day\b", "daily"),
    (r"\b(?:once|twice|\w+ times) (?=daily)", ""),
    (r"\bweek days?\b", "weekdays"),
    (r"\bwork(?:ing)? days?\b", "weekdays"),
    (r"\bweek ends?\b", "weekends"),
    (r"(?<=[a-z]) ?- ?(?=[a-z])", " to "),
    (r"([,&/])", r" \1 "),
)
_JOINTS = frozenset((",", "and", "&", "/", "+"))
_FILLERS = frozenset(("on", "at", "every", "each", "the", "in", "always", "from"))


def _day_set(word: str) -> frozenset[int] | None:
    if word in _GROUPS:
        return _GROUPS[word]
    bare = word.rstrip(".").removesuffix("s") if len(word) > 4 else word.rstrip(".")
    found = [n for n, name in enumerate(_DAY_NAMES, 1) if len(bare) > 1 and name.startswith(bare)]
    return frozenset(found) if len(found) == 1 else None


def weekdays_in(text: str) -> frozenset[int] | Unread:
    """Return the weekdays that words name, all for none."""
    groups = list(_grouped(text))
    if not groups:
        return WEEK
    match groups:
        case [frozenset() as days]:
            return days
        case _:
            return Unread("words", text)


def on_weekdays(part: str) -> Read:
    """Weekdays with times, or times with weekdays: "mon wed fri 18:00; 9 on weekends"."""
    groups = list(_grouped(part))
    times = [group for group in groups if isinstance(group, str)]
    if not times:
        return Unread("time", part)
    days_first = not isinstance(groups[0], str)
    days = [group for group in groups if not isinstance(group, str)] or [WEEK]
    if len(days) != len(times):
        return Unread("words", times[-1])
    if not days_first and len(times) > 1 and isinstance(groups[-1], str):
        return Unread("words", times[-1])
    rules: list[Rule] = []
    for on, at in zip(days, times, strict=True):
        read = clock_times(at)
        if isinstance(read, Unread):
            return read
        rules += [Weekly(on, each) for each in read]
    return tuple(rules)


def _grouped(text: str) -> Iterator[frozenset[int] | str]:
    """Yield what is said in turn: sets of weekdays, and the words between them."""
    for pattern, instead in _SAME:
        text = re.sub(pattern, instead, text)
    words = text.split()
    days: frozenset[int] | None = None
    other: list[str] = []
    for place, word in enumerate(words):
        one = _day_set(word)
        if one is not None:
            if said := _stripped(other):
                yield said
            other = []
            ranged = days is not None and place > 1 and words[place - 1] in ("to", "through")
            days = _range(days or one, one) if ranged else one | (days or one)
        elif days is not None and _goes_on(words, place):
            continue
        elif word not in _FILLERS:
            if days is not None:
                yield days
            days = None
            other.append(word)
    if days is not None:
        yield days
    elif said := _stripped(other):
        yield said


def _goes_on(words: Sequence[str], place: int) -> bool:
    """Whether a word only joins weekdays, or joins the weekdays with the time."""
    if words[place] in _FILLERS:
        return True
    joins = words[place] in _JOINTS or words[place] in ("to", "through")
    following = [word for word in words[place + 1 :] if word not in _JOINTS]
    return joins and bool(following) and _day_set(following[0]) is not None


def _range(first: frozenset[int], last: frozenset[int]) -> frozenset[int]:
    start, end = max(first), min(last)
    length = (end - start) % 7
    return first | frozenset((start - 1 + step) % 7 + 1 for step in range(length + 1))


def _stripped(words: Sequence[str]) -> str:
    kept = [*words]
    while kept and kept[0] in _JOINTS:
        kept.pop(0)
    while kept and kept[-1] in _JOINTS:
        kept.pop()
    return " ".join(kept)
