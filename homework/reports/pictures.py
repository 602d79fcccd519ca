"""What a picture shows, as plain data: everything that is drawn stands here, words included.

Words come in from the caller, in the reader's language. Nothing in it says what the data mean, and
it must not know what draws it: this travels to the worker process.
"""

from dataclasses import dataclass, field
from typing import Literal

Mark = Literal[
    "on_time",
    "late",
    "partial",
    "missed",
    "skipped",
    "declined",
    "paused",
    "superseded",
    "not_delivered",
]
"""The end states of the ledger."""


@dataclass(frozen=True, slots=True)
class Series:
    """Ratings of one thing. `points`: days since the first day (with fraction) and the rating.

    `ends`: what the ends of its scale mean, in words.
    """

    name: str = field(repr=False)
    ends: str = field(repr=False)
    top: int
    points: tuple[tuple[float, int], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ratings:
    """Ratings over time, a panel for each series. `days`: a label for each day from the first on.

    `empty`: what a day without any rating is called.
    """

    title: str = field(repr=False)
    days: tuple[str, ...] = field(repr=False)
    series: tuple[Series, ...] = field(repr=False)
    empty: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a heat map: the middle of its ratings, as a number and in words."""

    row: int
    column: int
    value: float = field(repr=False)
    count: int
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Weekday by time of day. `note`: what the numbers in a field are."""

    title: str = field(repr=False)
    ends: str = field(repr=False)
    note: str = field(repr=False)
    top: int
    rows: tuple[str, ...] = field(repr=False)
    columns: tuple[str, ...] = field(repr=False)
    cells: tuple[Cell, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing rated twice, each on the scale of its own picture."""

    label: str = field(repr=False)
    before: int = field(repr=False)
    after: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pairs:
    """What was rated before and after, or guessed and real, a row each, the oldest on top."""

    title: str = field(repr=False)
    before: str = field(repr=False)
    after: str = field(repr=False)
    top: int
    rows: tuple[Pair, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How something came out, and how likely it had seemed each time."""

    label: str = field(repr=False)
    values: tuple[int, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Predicted against happened: a row for each way it came out."""

    title: str = field(repr=False)
    question: str = field(repr=False)
    ends: str = field(repr=False)
    top: int
    rows: tuple[Outcome, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DayMarks:
    """The end states of one day's occurrences, in order of their time."""

    week: int
    weekday: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Adherence:
    """The ledger as a calendar: a row for each week. `legend`: the words of each state in it."""

    title: str = field(repr=False)
    weeks: tuple[str, ...] = field(repr=False)
    weekdays: tuple[str, ...] = field(repr=False)
    days: tuple[DayMarks, ...] = field(repr=False)
    legend: tuple[tuple[Mark, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Year:
    """Days on which something was written, a row for each month.

    `lengths`: how many days of each month belong to the period, from the first on. `days`: row, day
    of the month from 1 on, how many entries. `legend`: words for one, two, and three or more.
    """

    title: str = field(repr=False)
    months: tuple[str, ...] = field(repr=False)
    lengths: tuple[int, ...]
    days: tuple[tuple[int, int, int], ...] = field(repr=False)
    legend: tuple[str, str, str] = field(repr=False)


Picture = Ratings | HeatMap | Pairs | Forecasts | Adherence | Year


@dataclass(frozen=True, slots=True)
class Paper:
    """A report on paper: a table, and pictures each with its finding.

    `page`: how a page is numbered, with {page} and {pages} in the place of the numbers.
    """

    locale: str
    title: str = field(repr=False)
    under: str = field(repr=False)
    foot: str = field(repr=False)
    page: str = field(repr=False)
    head: tuple[str, str, str] = field(repr=False)
    rows: tuple[tuple[str, str, str], ...] = field(repr=False)
    pictures: tuple[tuple[Picture, str], ...] = field(repr=False)


Drawn = Picture | Paper
"""What the worker makes a file of."""
