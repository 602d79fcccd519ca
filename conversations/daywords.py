"""Days and times of day as people write them: "yesterday", "5 May", "in a week", "9pm".

`today` is handed in, in the writer's own zone. The words are those of the languages handed in, the
first first. What can be two days (3/4, where a language writes either first) is none for `day_in`;
`days_in` tells both, so that the caller can ask which.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

Lean = Literal["past", "future"]
Words = tuple[str, ...]

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_ANY_YEAR = r"['’]?(\d{4}|\d{2})"
_DOTS = re.compile(rf"(\d{{1,2}})\.\s*(\d{{1,2}})(?:\.\s*|\s+|$)(?:{_ANY_YEAR})?")
_SLASH = re.compile(rf"(\d{{1,2}})([/-])(\d{{1,2}})(?:\2{_ANY_YEAR})?")
_NUMBER = re.compile(r"(\d{1,2})\.?")
_FOUR = re.compile(r"^(\d{2})(\d{2})$")
_NAME = r"([^\W\d_]{3,})"
_SHORTEST = 3
"""From so many letters on the beginning of a day's or month's name is enough."""
MOST_MINUTES = 59
"""Nobody says more minutes after an hour, or before it."""
NEAR = timedelta(weeks=9)
"""Of two readings of 3/4 one within this time is meant, if only one is: plans are for weeks."""


class DayWords(BaseModel):
    """The `[days]` of a language.

    `lead`: says nothing before a day. `weekdays`, `months`: the names of each, full and short.
    `last`, `next`, `coming`: shapes around a `{day}`. `ahead`: shapes with `{unit}` and perhaps a
    count `{n}`; `day`, `week`: the units; `counts`: small numbers in words. `ordinals`: after the
    number of a day; `of`: before the month; `year`: after the year. `alone`: shapes of a number
    `{n}` that is a day of the month. `day_first`: 3/4 is the third of April.
    `until`: before the day on which something ends; `lasting`: before how long it lasts.
    `since`, `to`: before the two ends of some hours.
    `after`, `before`: shapes of a time by a whole hour `{n}`, under how many minutes lie between
    the two; in them `{m}` more minutes, which `before` counts backwards. `minutes`: of those some
    in words; `of_hour`: hours in words as they stand in such shapes alone.
    `around`: before a time; `named`: times that have a name, "HH:MM", their numbers in digits;
    `one`: one o'clock, where it stands as a number; `am`, `pm`: after a time; `hours`: after a
    whole hour.
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
    year: Words = ()
    alone: Words = ()
    day_first: bool = False
    until: Words = ()
    lasting: Words = ()
    since: Words = ()
    to: Words = ()
    one: Words = ()
    around: Words = ()
    after: dict[int, Words] = {}
    before: dict[int, Words] = {}
    minutes: dict[int, Words] = {}
    of_hour: dict[int, Words] = {}
    named: dict[str, Words] = {}
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
    def alone_shapes(self) -> tuple[re.Pattern[str], ...]:
        """Patterns of "the 5th"; group 1 is the number."""
        return tuple(
            re.compile(re.escape(shape).replace(r"\{n\}", r"(\d{1,2})")) for shape in self.alone
        )

    @cached_property
    def day_month(self) -> re.Pattern[str]:
        """A pattern of "5th of May 2027"."""
        ordinal, of = _any(self.ordinals), f"(?: (?:{_any(self.of)}))?"
        return re.compile(rf"(\d{{1,2}})(?:{ordinal})?{of} {_NAME}\.?{of}{self._after_month}")

    @cached_property
    def month_day(self) -> re.Pattern[str]:
        """A pattern of "May 5th, 2027"."""
        ordinal = _any(self.ordinals)
        return re.compile(rf"{_NAME}\.? (\d{{1,2}})(?:{ordinal})?{self._after_month}")

    @property
    def _after_month(self) -> str:
        return rf"(?: {_ANY_YEAR}(?: ?(?:{_any(self.year)}))?)?"

    @cached_property
    def time(self) -> re.Pattern[str]:
        """A pattern of "at 9:30 pm", "9 30"; groups hour, two of minutes, what stands after it."""
        hours, half = _any(self.hours), _any((*self.am, *self.pm, *self.hours))
        around = _any(self.around)
        minutes = rf"(?:[:.h](\d{{2}})?| ?(?:{hours}| ) ?(\d{{2}}))?"
        return re.compile(rf"(?:(?:{around}) )?(\d{{1,2}}){minutes}\s*({half})?")

    @cached_property
    def by_hours(self) -> tuple[tuple[re.Pattern[str], int, int], ...]:
        """Patterns of "half past 7", "halb 8", "10 vor 8"; groups `n`, `half` for what stands after
        it and, where there is one, `m`; how many minutes it is from the hour, and which way `m`
        goes."""
        around, half = _any(self.around), _any((*self.am, *self.pm))
        return tuple(
            (
                re.compile(rf"(?:(?:{around}) )?{self._by_hour(shape)}\s*(?P<half>{half})?"),
                away,
                way,
            )
            for table, way in ((self.after, 1), (self.before, -1))
            for away, shapes in table.items()
            for shape in shapes
        )

    def _by_hour(self, shape: str) -> str:
        hours, minutes = _any(_all(self.of_hour)), _any(_all(self.minutes))
        named = re.escape(shape).replace(r"\{n\}", rf"(?P<n>\d{{1,2}}|{hours})")
        return named.replace(r"\{m\}", rf"(?P<m>\d{{1,2}}|{minutes})")

    def by_name(self, words: str) -> str | None:
        """Return the time that has a name."""
        around = self._around.match(words)
        bare = words[around.end() :] if around else words
        told = (time for time, names in self.named.items() if words in names or bare in names)
        return next(told, None)

    def by_hour(self, words: str) -> str | None:
        """Return the time that is told by the whole hour it is near to."""
        for shape, away, way in self.by_hours:
            if said := shape.fullmatch(words):
                more = _count(said.groupdict().get("m") or "0", self.minutes)
                hour, half = _count(said["n"], self.of_hour), _half_of_day(said["half"], self)
                return _near(hour, away + way * more, half) if more <= MOST_MINUTES else None
        return None

    @cached_property
    def _around(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{_any(self.around)}) ")

    @cached_property
    def _said_as_number(self) -> dict[str, int]:
        named = {way: count for count, ways in self.counts.items() if count > 1 for way in ways}
        return named | dict.fromkeys(self.one, 1)

    @cached_property
    def _number_words(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{_any(self._said_as_number)})(?![\w-])")

    def in_digits(self, words: str) -> str:
        """Return the words of a time with its numbers in digits; "a" is not one of them."""
        return self._number_words.sub(lambda word: str(self._said_as_number[word[0]]), words)


def _all(named: dict[int, Words]) -> list[str]:
    return [way for ways in named.values() for way in ways]


def _count(said: str, named: dict[int, Words]) -> int:
    listed = (count for count, ways in named.items() if said in ways)
    return int(said) if said.isdigit() else next(listed, 0)


def _near(hour: int, minutes: int, half: str) -> str | None:
    """Return the time so many minutes after an hour, or before it, in a half of the day."""
    if hour > (12 if half else 24):
        return None
    at = hour * 60 + minutes
    at = at % (12 * 60) + 12 * 60 * (half == "p") if half else at % (24 * 60)
    return f"{at // 60:02d}:{at % 60:02d}"


_FIGURES = DayWords()
"""Of no language."""


def day_in(text: str, today: date, lean: Lean, tongues: Sequence[DayWords]) -> date | None:
    """Return the day that `text` names; weekdays and days without a year go the way of `lean`."""
    found = days_in(text, today, lean, tongues)
    return found[0] if len(found) == 1 else None


def days_in(text: str, today: date, lean: Lean, tongues: Sequence[DayWords]) -> tuple[date, ...]:
    """Return the days that `text` may name: none, one, or two of which neither is likelier."""
    words = " ".join(text.casefold().replace(",", " ").split()).strip(".! ¡")
    read = (_read(words, today, lean, tongue) for tongue in (*tongues, _FIGURES))
    return next(filter(None, read), ())


def _read(words: str, today: date, lean: Lean, tongue: DayWords) -> tuple[date, ...]:
    bare = tongue.bare(words)
    if (near := tongue.near(bare)) is not None:
        return (today + timedelta(days=near),)
    found = _ahead(bare, today, tongue) or _weekday(bare, today, lean, tongue)
    if found:
        return (found,)
    if dated := _dated(words, today, lean, tongue):
        return dated
    first, _, rest = bare.partition(" ")
    weekday = _place(first.rstrip("."), tongue.weekdays)
    if weekday is None or not rest:
        return ()
    named = _dated(rest, today, lean, tongue)
    number = None if named else _NUMBER.fullmatch(tongue.bare(rest))
    if number:
        named = _alone(int(number[1]), today, lean)
    return tuple(day for day in named if day.weekday() == weekday)


def _dated(words: str, today: date, lean: Lean, tongue: DayWords) -> tuple[date, ...]:
    """Return the days of a date: a number alone, with a month in words, or all in figures."""
    bare = tongue.bare(words)
    for shape in tongue.alone_shapes:
        if found := shape.fullmatch(words) or shape.fullmatch(bare):
            return _alone(int(found[1]), today, lean)
    named = _calendar(bare, today, lean, tongue)
    return (named,) if named else _in_figures(bare, today, lean, tongue.day_first)


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
    words = tongue.in_digits(words)
    if told := tongue.by_name(words) or tongue.by_hour(words):
        return told
    found = tongue.time.fullmatch(words)
    return _clock(found, _half_of_day(found[4] if found else None, tongue))


def _half_of_day(after: str | None, tongue: DayWords) -> str:
    return "a" if after in tongue.am else "p" if after in tongue.pm else ""


def _clock(found: re.Match[str] | None, half: str) -> str | None:
    if not found:
        return None
    hour, *more = found.groups()
    minute = int(next((part for part in more[:2] if part), 0))
    return _hour(int(hour), minute, half)


def _hour(hour: int, minute: int, half: str) -> str | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if 0 <= hour < 24 and minute < 60 else None


def _ahead(words: str, today: date, tongue: DayWords) -> date | None:
    found = next(filter(None, (shape.fullmatch(words) for shape in tongue.ahead_shapes)), None)
    if not found:
        return None
    count = _count(found.groupdict().get("n") or "1", tongue.counts)
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


def _alone(day: int, today: date, lean: Lean) -> tuple[date, ...]:
    """Return the next day of that number, or the last one; today is both."""
    step = timedelta(days=-1 if lean == "past" else 1)
    found = (today + n * step for n in range(62))
    return tuple(each for each in found if each.day == day)[:1]


def _in_figures(words: str, today: date, lean: Lean, day_first: bool) -> tuple[date, ...]:
    if found := _ISO.fullmatch(words):
        return _only(_date(int(found[1]), int(found[3]), int(found[4])))
    if found := _DOTS.fullmatch(words):
        return _only(_fitting(int(found[1]), int(found[2]), found[3], today, lean))
    if found := _SLASH.fullmatch(words):
        first, second = int(found[1]), int(found[3])
        ways = ((first, second),) if day_first else ((first, second), (second, first))
        read = (_fitting(day, month, found[4], today, lean) for day, month in ways)
        return _likelier(tuple(dict.fromkeys(filter(None, read))), today, lean)
    return ()


def _only(day: date | None) -> tuple[date, ...]:
    return (day,) if day else ()


def _likelier(days: tuple[date, ...], today: date, lean: Lean) -> tuple[date, ...]:
    """Return the one of two readings that is near, where the other is not; else both."""
    away = -1 if lean == "past" else 1
    near = tuple(day for day in days if timedelta(0) <= away * (day - today) <= NEAR)
    return near if len(near) == 1 else days


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
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
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
