"""Schedules as people type them in English: "weekdays 9 and 20:30", "the day before the session at
18", "3 random between 10 and 20, 90 min apart".

Pure; `today` is handed in, on the client's calendar. What cannot be read is never guessed: the
answer names the words. It must not know who asks, nor whether the schedule fits a client.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from homework.schedule import (
    MOST_RANDOM,
    AfterOther,
    AfterWaking,
    BySession,
    EveryDays,
    InMinutes,
    Offset,
    OnDates,
    OnDay,
    Random,
    Rule,
    RuleInvalid,
)
from homework.spoken_days import (
    Read,
    Unread,
    clock_in,
    clock_times,
    day_to_come,
    even,
    on_weekdays,
    weekdays_in,
)

LONGEST = 300
USUAL_GAP = 60


def schedule_in(
    text: str, today: date, *, seed: str = "", others: Mapping[str, str] | None = None
) -> Read:
    """Return the rules that a typed schedule means, () for "no prompts", or what is not readable.

    `seed`: the assignment's row id, for what is random. `others`: the client's other practices,
    row id → title.
    """
    found: dict[Rule, None] = {}
    told = even(text)
    if len(text) > LONGEST or not told:
        return Unread("words", text[:80])
    if told in _NOTHING:
        return ()
    for part in re.split(r"\s*[;\n]\s*", told):
        if not part:
            continue
        read = _part(part, _Asked(today, seed, others or {}))
        if isinstance(read, Unread):
            return read
        found |= dict.fromkeys(read)
    return tuple(found) if found else Unread("words", told)


@dataclass(frozen=True, slots=True)
class _Asked:
    today: date
    seed: str
    others: Mapping[str, str] = field(repr=False)


_NOTHING = frozenset(
    (
        "no prompts", "no prompt", "none", "never", "nothing", "unprompted", "no schedule",
        "only when they like", "when they like", "only when i like", "no",
    )
)  # fmt: skip
_UNITS = {
    word: minutes
    for minutes, words in ((1, "m min mins minute minutes"), (60, "h hr hrs hour hours"))
    for word in words.split()
}
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "no zero", "a an one once the", "two twice", "three", "four", "five", "six",
            "seven", "eight", "nine", "ten",
        )
    )
    for word in words.split()
}  # fmt: skip
_UNIT = r"(m|mins?|minutes?|h|hrs?|hours?)"
_CLOCK = r"(?:noon|midnight|\d{1,2}(?:[:.h]\d{0,2})?\s?(?:[ap]\.?m\.?|o'?clock)?)"


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else _NUMBERS.get(word)


def _part(part: str, asked: _Asked) -> Read:
    """Read one rhythm: the first way of saying it that fits."""
    ways: tuple[Callable[[str, _Asked], Read | None], ...] = (
        _random, _by_session, _after_waking, _every, _on_dates, _after_other,
    )  # fmt: skip
    try:
        for way in ways:
            read = way(part, asked)
            if read is not None:
                return read
        return on_weekdays(part)
    except RuleInvalid:
        return Unread("far", part)


# At random --------------------------------------------------------------------------------------

_APART = re.compile(rf",?(?: and)?(?: with)?(?: at least)? (\w+) ?{_UNIT} apart")
_SPAN = re.compile(rf"(?:between|from)? ?({_CLOCK}) ?(?:and|to|-|until|till) ?({_CLOCK})(?!\w)")
_COUNT = re.compile(r"(?:^| )(\w+?) ?(?:x|times|prompts?|at random|random|randomly)(?!\w)")
_CHAFF = re.compile(r"\b(?:at|randomly|random|times|prompts?|x|per day|a day|and|with|on)\b|,")


def _random(part: str, asked: _Asked) -> Read | None:
    if "random" not in part:
        return None
    gap = _APART.search(part)
    rest = _APART.sub(" ", part)
    span = _SPAN.search(rest)
    if span is None:
        return Unread("time", part)
    rest = rest.replace(span[0], " ", 1)
    said = [one[1] for one in _COUNT.finditer(" ".join(rest.split())) if _number(one[1])]
    number = _number(said[0]) if said else 1
    start, end = clock_in(span[1]), clock_in(span[2])
    wide = _number(gap[1]) if gap else USUAL_GAP
    if number is None or start is None or end is None or wide is None:
        return Unread("words", part)
    rest = rest.replace(said[0], " ", 1) if said else rest
    days = weekdays_in(" ".join(_CHAFF.sub(" ", rest).split()))
    if isinstance(days, Unread):
        return days
    wide *= _UNITS[gap[2]] if gap else 1
    return at_random(days, time.fromisoformat(start), time.fromisoformat(end), number, wide, asked)


def at_random(
    days: frozenset[int], start: time, end: time, count: int, gap: int, asked: _Asked | str
) -> Read:
    """Return the rules of so many prompts a day at random, or that they do not fit."""
    seed = asked if isinstance(asked, str) else asked.seed
    if not 1 <= count <= MOST_RANDOM:
        return Unread("room", f"{count}")
    try:
        return tuple(Random(days, start, end, count, place, gap, seed) for place in range(count))
    except RuleInvalid:
        return Unread("room", f"{count}, {start:%H:%M}-{end:%H:%M}")


# Before, after ----------------------------------------------------------------------------------

_FAR = rf"(?:(?:on )?(?:the )?(?:(\w+) )?(days?)|(\w+(?: an?)?) ?{_UNIT})"
_SESSION = re.compile(
    rf"(?:{_FAR} (before|after)|(?:on )?(?:the )?(?:same )?day (?:of|as)) "
    r"(?:(?:the|my|our|their|each|every|next) )*sessions?(?: at)?(?: (.+))?"
)
_WAKING = re.compile(
    rf"(?:(\w+(?: an?)?) ?{_UNIT} |right )?(?:after|when|on) "
    r"(?:waking|getting|(?:they|i) (?:wake|get))(?: up)?(?: (.+))?"
)
_OTHER = re.compile(rf"{_FAR} after (?:the )?(?:last )?(.+?)(?: at ({_CLOCK}))?")


def _by_session(part: str, asked: _Asked) -> Read | None:
    if "session" not in part:
        return None
    found = _SESSION.fullmatch(part)
    if found is None:
        return Unread("words", part)
    days, day, length, unit, side, at = found.groups()
    sign = -1 if side == "before" else 1
    if side is not None and day is None:
        minutes = _minutes(length, unit)
        if minutes is None or at:
            return Unread("words", part)
        return (BySession(InMinutes(sign * minutes)),)
    offsets = _on_days_away("0" if side is None else days, sign, at)
    return tuple(map(BySession, offsets)) or _untimed(part, at)


def _on_days_away(days: str | None, sign: int, at: str | None) -> list[Offset]:
    number = 0 if days == "0" else _number(days) if days else 1
    times = clock_times(at) if at else None
    if number is None or not isinstance(times, list):
        return []
    return [OnDay(sign * number, each) for each in times]


def _untimed(part: str, at: str | None) -> Unread:
    return Unread("words", part) if at else Unread("time", part)


def _minutes(length: str | None, unit: str | None) -> int | None:
    if length is None or unit is None:
        return None
    if length in ("half", "half an", "half a"):
        return _UNITS[unit] // 2
    number = _number(length)
    return None if number is None else number * _UNITS[unit]


def _after_waking(part: str, asked: _Asked) -> Read | None:
    found = _WAKING.fullmatch(part)
    if found is None:
        return None
    length, unit, rest = found.groups()
    minutes = _minutes(length, unit) if length else 0
    days = weekdays_in(rest or "")
    if isinstance(days, Unread):
        return days
    return Unread("words", part) if minutes is None else (AfterWaking(days, minutes),)


def _after_other(part: str, asked: _Asked) -> Read | None:
    found = _OTHER.fullmatch(part)
    if found is None:
        return None
    days, day, length, unit, name, at = found.groups()
    meant = [key for key, title in asked.others.items() if name in title.casefold()]
    if len(meant) != 1:
        return Unread("words", name)
    if day is not None:
        offsets = _on_days_away(days, 1, at)
    else:
        minutes = _minutes(length, unit)
        offsets = [] if minutes is None or at else [InMinutes(minutes)]
    title = asked.others[meant[0]]
    rules = tuple(AfterOther(meant[0], title, offset) for offset in offsets)
    return rules or _untimed(part, at or length)


# Days and dates ---------------------------------------------------------------------------------

_EVERY = re.compile(
    r"every (\d+(?=(?:st|nd|rd|th)? )|[a-z]+)(?:st|nd|rd|th)? days?(?: at)?(?: (.+))?"
)
_ORDINALS = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


def _every(part: str, asked: _Asked) -> Read | None:
    found = _EVERY.fullmatch(part)
    number = found and (_ORDINALS.get(found[1]) or _number(found[1]))
    if not found or not number:
        return None
    times = clock_times(found[2]) if found[2] else Unread("time", part)
    if isinstance(times, Unread):
        return times
    return tuple(EveryDays(number, asked.today, at) for at in times)


_DATED = re.compile(r"\d{4}-\d|\d\. ?\d|\d/\d|\d(?:st|nd|rd|th)?(?: of)? [a-z]{3}|[a-z]{3} \d")
_MONTHS = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d[-./]\d")


def _on_dates(part: str, asked: _Asked) -> Read | None:
    if not _MONTHS.search(part) or not _DATED.search(part):
        return None
    said, _, at = part.rpartition(" at ") if " at " in part else part.rpartition(" ")
    words = re.split(r"\s*(?:,|&|\band\b)\s*", said.removeprefix("on "))
    days = [day_to_come(word, asked.today) for word in words if word]
    if any(not re.search(r"\d", word) for word in words if word) or not days:
        return None
    if None in days:
        return Unread("words", words[days.index(None)])
    times = clock_times(at)
    if isinstance(times, Unread):
        return Unread("time", part)
    dates = sorted({day for day in days if day is not None})
    if dates[0] < asked.today:
        return Unread("past", part)
    return tuple(OnDates(tuple(dates), each) for each in times)
