"""Ratings over time. A day without a rating breaks the line and is shaded: gaps are gaps."""

from itertools import pairwise

from matplotlib.figure import Figure

from homework.reports.canvas import BLUE, MARGIN, PAPER, QUIET, SMALL, WIDTH, Sheet
from homework.reports.pictures import Ratings, Series

LEFT, RIGHT = 110, 40
HEAD, FOOT, LEGEND = 100, 76, 56
PANEL, ALONE = 300, 420
SHADE = "#E4E4E4"
MOST_LABELS = 5
MANY = 60


def draw(picture: Ratings) -> Figure:
    """Return the picture, a panel for each series, all over the same days."""
    sheet, days = Sheet(picture.title), len(picture.days)
    panel = PANEL if len(picture.series) > 1 else ALONE
    gaps = any(empty_days(one, days) for one in picture.series)
    room = HEAD + panel + FOOT
    sheet.begin(sheet.below + room * len(picture.series) + (LEGEND if gaps else 0) + 4)
    top = sheet.below
    for one in picture.series:
        sheet.text(MARGIN, top + 18, one.name, bold=True)
        sheet.text(MARGIN, top + 58, one.ends, colour=QUIET, size=SMALL)
        _panel(sheet, top + HEAD, panel, one, picture.days)
        top += room
    if gaps:
        sheet.box(LEFT, top + 4, 34, 34, SHADE)
        sheet.text(LEFT + 50, top + 21, picture.empty, size=SMALL, colour=QUIET)
    return sheet.figure


def empty_days(series: Series, days: int) -> list[int]:
    """Return the days of the period on which nothing was rated."""
    rated = {int(at) for at, _ in series.points}
    return [day for day in range(days) if day not in rated]


def stretches(series: Series) -> list[list[tuple[float, int]]]:
    """Return the points in stretches: within one, no whole day lies between two of them."""
    found: list[list[tuple[float, int]]] = [[series.points[0]]] if series.points else []
    for before, after in pairwise(series.points):
        if int(after[0]) - int(before[0]) > 1:
            found.append([])
        found[-1].append(after)
    return found


def _panel(sheet: Sheet, top: float, height: float, series: Series, days: tuple[str, ...]) -> None:
    width = (WIDTH - LEFT - RIGHT) / len(days)
    room = height * 0.06

    def y(value: float) -> float:
        return top + height - room - (height - 2 * room) * value / series.top

    for day in empty_days(series, len(days)):
        sheet.box(LEFT + day * width, top, width, height, SHADE, "empty")
    for value in (0, series.top // 2, series.top):
        sheet.line([LEFT, WIDTH - RIGHT], [y(value), y(value)])
        sheet.text(LEFT - 14, y(value), str(value), across="right")
    every = -(-len(days) // MOST_LABELS)
    for day in range(0, len(days), every):
        middle = min(max(LEFT + (day + 0.5) * width, LEFT - 10), WIDTH - RIGHT - 40)
        sheet.text(middle, top + height + 30, days[day], across="center")
    size = 13 if len(series.points) <= MANY else 9
    for stretch in stretches(series):
        across = [LEFT + at * width for at, _ in stretch]
        down = [y(value) for _, value in stretch]
        sheet.line(across, down, BLUE, 3, "stretch")
        sheet.dots(
            across, down, "rating", marker="o", markersize=size, color=BLUE, mec=PAPER, mew=1.5
        )
