"""Days and times of day as people write them: "yesterday", "5 May", "in a week", "9pm".

`today` is handed in, in the writer's own zone. A date that could be read two ways (3/4)
yields None: the caller asks again. The words known here are English.
"""

import re
from datetime import date, timedelta
from typing import Literal

Lean = Literal["past", "future"]

_WORDS = {"today": 0, "tonight": 0, "this morning": 0, "this evening": 0, "now": 0}
_NEAR = {"yesterday": -1, "last night": -1, "tomorrow": 1, "day before yesterday": -2}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_AHEAD = re.compile(r"^in (\d{1,2}|[a-z]+) (day|week)s?(?:'?s? time)?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_DOTS = re.compile(r"^(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4})?$")
_SLASH = re.compile(r"^(\d{1,2})/(\d{1,2})(?:/(\d{4}))?$")
_DAY_MONTH = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,?(?: (\d{4}))?$")
_MONTH_DAY = re.compile(r"^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$")
_TIME = re.compile(
    r"^(?:at |about |around )?(\d{1,2})(?:[:.h](\d{2})?)?\s*(a\.?m\.?|p\.?m\.?|o'?clock|h)?$"
)
_FOUR = re.compile(r"^(\d{2})(\d{2})$")


def day_in(text: str, today: date, lean: Lean) -> date | None:
    """Return the day that `text` names; weekdays and days without a year go the way of `lean`."""
    words = " ".join(text.casefold().replace(",", " ").split()).removeprefix("on ").strip(".! ")
    near = _WORDS.get(words, _NEAR.get(words.removeprefix("the ")))
    if near is not None:
        return today + timedelta(days=near)
    return _ahead(words, today) or _weekday(words, today, lean) or _calendar(words, today, lean)


def time_in(text: str) -> str | None:
    """Return the time of day that `text` names as "HH:MM"."""
    words = " ".join(text.casefold().split()).strip("!, ")
    if words in ("noon", "midday"):
        return "12:00"
    if words == "midnight":
        return "00:00"
    found = _TIME.match(words) or _FOUR.match(words)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "")[:1] if found.re is _TIME else ""
    if half in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _ahead(words: str, today: date) -> date | None:
    found = _AHEAD.match(words)
    if not found:
        return None
    count = int(found[1]) if found[1].isdigit() else _COUNTS.get(found[1], 0)
    return today + timedelta(days=count * (7 if found[2] == "week" else 1)) if count else None


def _weekday(words: str, today: date, lean: Lean) -> date | None:
    if words.startswith("last "):
        lean, words = "past", words[5:]
    elif words.startswith("next "):
        lean, words, today = "future", words[5:], today + timedelta(days=1)
    elif words.startswith("this "):
        lean, words = "future", words[5:]
    found = [n for n, day in enumerate(_DAYS) if len(words) >= 3 and day.startswith(words)]
    if len(found) != 1:
        return None
    if lean == "past":
        return today - timedelta(days=(today.weekday() - found[0]) % 7)
    return today + timedelta(days=(found[0] - today.weekday()) % 7)


def _calendar(words: str, today: date, lean: Lean) -> date | None:
    if found := _ISO.match(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTS.match(words):
        return _fitting(int(found[1]), int(found[2]), found[3], today, lean)
    if found := _SLASH.match(words):
        first, second = int(found[1]), int(found[2])
        if first > 12 or first == second:
            return _fitting(first, second, found[3], today, lean)
        return _fitting(second, first, found[3], today, lean) if second > 12 else None
    if found := _DAY_MONTH.match(words):
        return _fitting(int(found[1]), _month(found[2]), found[3], today, lean)
    if found := _MONTH_DAY.match(words):
        return _fitting(int(found[2]), _month(found[1]), found[3], today, lean)
    return None


def _month(word: str) -> int:
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(word)), 0)


def _fitting(day: int, month: int, year: str | None, today: date, lean: Lean) -> date | None:
    if year:
        return _date(int(year), month, day)
    years = (today.year, today.year - 1) if lean == "past" else (today.year, today.year + 1)
    found = [made for year_ in years if (made := _date(year_, month, day))]
    fitting = [made for made in found if (made <= today if lean == "past" else made >= today)]
    return next(iter(fitting or found), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
