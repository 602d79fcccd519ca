"""Predicted against happened: how likely it had seemed, in a row for each way it came out."""

from collections import Counter

from matplotlib.figure import Figure

from homework.reports.canvas import BLUE, MARGIN, PAPER, QUIET, SMALL, WIDTH, Sheet
from homework.reports.pictures import Forecasts

LEFT, RIGHT, DOT, HEAD, FOOT = 70, 70, 34, 66, 120
APART = 4
"""Ratings nearer to each other than this stand on each other."""


def draw(picture: Forecasts) -> Figure:
    """Return the picture: one dot for each forecast; equal ones stand on each other."""
    sheet = Sheet(picture.title, picture.question)
    rooms = [HEAD + DOT * max(2, _tallest(one.values)) + 24 for one in picture.rows]
    sheet.begin(sheet.below + sum(rooms) + FOOT)
    top = sheet.below
    for outcome, room in zip(picture.rows, rooms, strict=True):
        sheet.text(MARGIN, top + 34, f"{outcome.label}: {len(outcome.values)}", bold=True)
        for value in (0, picture.top // 2, picture.top):
            x = across(picture, value)
            sheet.line([x, x], [top + HEAD, top + room])
        sheet.line([LEFT - 20, WIDTH - RIGHT + 20], [top + room] * 2, QUIET, 2)
        seen: Counter[int] = Counter()
        for value in sorted(outcome.values):
            y = top + room - DOT * (seen[value // APART] + 0.5) - 3
            seen[value // APART] += 1
            sheet.dots(
                [across(picture, value)], [y], "forecast", marker="o", markersize=21, color=BLUE,
                mec=PAPER, mew=1.5,
            )  # fmt: skip
        top += room
    for value in (0, picture.top // 2, picture.top):
        sheet.text(across(picture, value), top + 30, str(value), across="center")
    sheet.text(MARGIN, top + 80, picture.ends, size=SMALL, colour=QUIET)
    return sheet.figure


def across(picture: Forecasts, value: float) -> float:
    """Return where a forecast stands, from left to right."""
    return LEFT + (WIDTH - LEFT - RIGHT) * value / picture.top


def _tallest(values: tuple[int, ...]) -> int:
    return max(Counter(value // APART for value in values).values(), default=0)
