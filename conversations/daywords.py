"""Days and times of day as people write them: "yesterday", "5 May", "in a week", "9pm".

`today` is handed in, in the writer's own zone. A date that could be read two ways (3/4)
yields None: the caller asks again. The words are those of the languages handed in, the first first.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

Lean = Literal["past", "future"]
Words = tuple[str, ...]

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_DOTS = re.compile(r"^(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4})?$")
_SLASH = re.compile(r"^(\d{1,2})/(\d{1,2})(?:/(\d{4}))?$")
_FOUR = re.compile(r"^(\d{2})(\d{2})$")
_NAME = r"([^\W\d_]{3,})"
_SHORTEST = 3
"""From so many letters on the beginning of a day's or month's name is enough."""
_YEAR = r"\.?,?(?: (\d{4}))?"


class DayWords(BaseModel):
    """The `[days]` of a language.

    `lead`: says nothing before a day. `weekdays`, `months`: the names of each, full and short.
    `last`, `next`, `coming`: shapes around a `{day}`. `ahead`: shapes with `{unit}` and perhaps a
    count `{n}`; `day`, `week`: the units; `counts`: small numbers in words. `ordinals`: after the
    number of a day; `of`: before the month. `day_first`: 3/4 is the third of April.
    `around`: before a time; `noon`, `midnight`; `am`, `pm`: after one; `hours`: after a whole hour.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))

    lead: Words = ()
    before_yesterday: Words = ()
    yesterday: Words = ()
    today: Words = ()
    tomorrow: Words = ()
    after_tomorrow: Words = ()
    weekdays: tuple[Words, ...] = ()
    months: tuple[Words, ...] = ()
    last: Words = ()
    next: Words = ()
    coming: Words = ()
    ahead: Words = ()
    day: Words = ()
    week: Words = ()
    counts: dict[int, Words] = {}
    ordinals: Words = ()
    of: Words = ()
    day_first: bool = False
    around: Words = ()
    noon: Words = ()
    midnight: Words = ()
    am: Words = ()
    pm: Words = ()
    hours: Words = ()

    def near(self, words: str) -> int | None:
        """Return how many days from today a word such as "yesterday" is."""
        named = (self.before_yesterday, self.yesterday, self.today, self.tomorrow)
        for days, listed in enumerate((*named, self.after_tomorrow), -2):
            if words in listed:
                return days
        return None

    def bare(self, words: str) -> str:
        """Return words without those that say nothing before a day."""
        for lead in self.lead:
            words = words.removeprefix(f"{lead} ")
        return words

    @cached_property
    def ahead_shapes(self) -> tuple[re.Pattern[str], ...]:
        """Patterns of "in three days"; groups `n`, where there is one, and `unit`."""
        units = f"(?P<unit>{_any((*self.day, *self.week))})"
        counts = rf"(?P<n>\d{{1,2}}|{_any([w for ws in self.counts.values() for w in ws])})"
        return tuple(
            re.compile(re.escape(shape).replace(r"\{n\}", counts).replace(r"\{unit\}", units))
            for shape in self.ahead
        )

    @cached_property
    def day_month(self) -> re.Pattern[str]:
        """A pattern of "5th of May 2027"."""
        ordinal, of = _any(self.ordinals), _any(self.of)
        return re.compile(rf"(\d{{1,2}})(?:{ordinal})?(?: (?:{of}))? {_NAME}(?: (?:{of}))?{_YEAR}")

    @cached_property
    def month_day(self) -> re.Pattern[str]:
        """A pattern of "May 5th, 2027"."""
        return re.compile(rf"{_NAME}\.? (\d{{1,2}})(?:{_any(self.ordinals)})?,?(?: (\d{{4}}))?")

    @cached_property
    def time(self) -> re.Pattern[str]:
        """A pattern of "at 9:30 pm"; groups hour, two of minutes, and what stands after it."""
        hours, half = _any(self.hours), _any((*self.am, *self.pm, *self.hours))
        around = _any(self.around)
        minutes = rf"(?:[:.h](\d{{2}})?|\s*(?:{hours})\s*(\d{{2}}))?"
        return re.compile(rf"(?:(?:{around}) )?(\d{{1,2}}){minutes}\s*({half})?")


_FIGURES = DayWords()
"""Of no language."""


def day_in(text: str, today: date, lean: Lean, tongues: Sequence[DayWords]) -> date | None:
    """Return the day that `text` names; weekdays and days without a year go the way of `lean`."""
    words = " ".join(text.casefold().replace(",", " ").split()).strip(".! ¡")
    found = (_named(each.bare(words), today, lean, each) for each in tongues)
    first_first = any(each.day_first for each in tongues[:1])
    return next(filter(None, found), None) or _in_figures(words, today, lean, first_first)


def _named(words: str, today: date, lean: Lean, tongue: DayWords) -> date | None:
    near = tongue.near(words)
    if near is not None:
        return today + timedelta(days=near)
    return (
        _ahead(words, today, tongue)
        or _weekday(words, today, lean, tongue)
        or _calendar(words, today, lean, tongue)
    )


def weekday_in(word: str, tongues: Sequence[DayWords]) -> int | None:
    """Return the weekday that a word names, 0 for Monday."""
    found = (_place(word, each.weekdays) for each in tongues)
    return next((place for place in found if place is not None), None)


def time_in(text: str, tongues: Iterable[DayWords]) -> str | None:
    """Return the time of day that `text` names as "HH:MM"."""
    words = " ".join(text.casefold().split()).strip("!, ¡")
    found = (_time(words, each) for each in (*tongues, _FIGURES))
    return next(filter(None, found), None) or _clock(_FOUR.match(words), "")


def _time(words: str, tongue: DayWords) -> str | None:
    if words in tongue.noon:
        return "12:00"
    if words in tongue.midnight:
        return "00:00"
    found = tongue.time.fullmatch(words)
    after = found[4] if found else None
    half = "a" if after in tongue.am else "p" if after in tongue.pm else ""
    return _clock(found, half)


def _clock(found: re.Match[str] | None, half: str) -> str | None:
    if not found:
        return None
    hour, *more = found.groups()
    minute = int(next((part for part in more[:2] if part), 0))
    hour = int(hour)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _ahead(words: str, today: date, tongue: DayWords) -> date | None:
    found = next(filter(None, (shape.fullmatch(words) for shape in tongue.ahead_shapes)), None)
    if not found:
        return None
    said = found.groupdict().get("n") or "1"
    listed = (count for count, ways in tongue.counts.items() if said in ways)
    count = int(said) if said.isdigit() else next(listed, 0)
    days = count * (7 if found["unit"] in tongue.week else 1)
    return today + timedelta(days=days) if count else None


def _weekday(words: str, today: date, lean: Lean, tongue: DayWords) -> date | None:
    if inner := _inside(words, tongue.last):
        lean, words = "past", inner
    elif inner := _inside(words, tongue.next):
        lean, words, today = "future", inner, today + timedelta(days=1)
    elif inner := _inside(words, tongue.coming):
        lean, words = "future", inner
    found = _place(words, tongue.weekdays)
    if found is None:
        return None
    if lean == "past":
        return today - timedelta(days=(today.weekday() - found) % 7)
    return today + timedelta(days=(found - today.weekday()) % 7)


def _inside(words: str, shapes: Words) -> str | None:
    for shape in shapes:
        before, _, after = shape.partition("{day}")
        if words.startswith(before) and words.endswith(after) and len(words) > len(before + after):
            return words[len(before) : len(words) - len(after)]
    return None


def _place(word: str, named: Sequence[Words]) -> int | None:
    """Return which one is named, in full or by a beginning that no other has."""
    same = [n for n, ways in enumerate(named) if word in ways]
    if not same and len(word) >= _SHORTEST:
        same = [n for n, ways in enumerate(named) if any(way.startswith(word) for way in ways)]
    return same[0] if len(same) == 1 else None


def _in_figures(words: str, today: date, lean: Lean, day_first: bool) -> date | None:
    if found := _ISO.match(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTS.match(words):
        return _fitting(int(found[1]), int(found[2]), found[3], today, lean)
    if found := _SLASH.match(words):
        first, second = int(found[1]), int(found[2])
        if day_first or first > 12 or first == second:
            return _fitting(first, second, found[3], today, lean)
        return _fitting(second, first, found[3], today, lean) if second > 12 else None
    return None


def _calendar(words: str, today: date, lean: Lean, tongue: DayWords) -> date | None:
    if found := tongue.day_month.fullmatch(words):
        return _fitting(int(found[1]), _month(found[2], tongue), found[3], today, lean)
    if found := tongue.month_day.fullmatch(words):
        return _fitting(int(found[2]), _month(found[1], tongue), found[3], today, lean)
    return None


def _month(word: str, tongue: DayWords) -> int:
    found = _place(word, tongue.months)
    return 0 if found is None else found + 1


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


def _any(ways: Iterable[str]) -> str:
    ordered = sorted(set(ways), key=len, reverse=True)
    return "|".join(re.escape(way) for way in ordered) or r"(?!)"
