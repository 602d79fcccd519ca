"""The ledger as a calendar. Each end state has a shape and a lightness of its own."""

from math import ceil
from typing import Any

from matplotlib.figure import Figure
from matplotlib.path import Path

from homework.reports.canvas import BLUE, INK, MARGIN, PAPER, QUIET, RULE, SKY, WIDTH, Sheet
from homework.reports.pictures import Adherence, DayMarks, Mark

LEFT, RIGHT, HEAD, ROW, LINE = 168, 44, 56, 100, 54
_BARS = Path(
    [(-0.4, -0.8), (-0.4, 0.8), (0.4, -0.8), (0.4, 0.8)],
    [Path.MOVETO, Path.LINETO, Path.MOVETO, Path.LINETO],
)
MARKS: dict[Mark, dict[str, Any]] = {
    "on_time": {"marker": "o", "mfc": BLUE, "mec": BLUE},
    "late": {"marker": "^", "mfc": SKY, "mec": INK},
    "partial": {"marker": "o", "fillstyle": "left", "color": BLUE, "mfcalt": PAPER, "mec": INK},
    "missed": {"marker": "o", "mfc": PAPER, "mec": INK},
    "skipped": {"marker": ">", "mfc": PAPER, "mec": QUIET},
    "declined": {"marker": "_", "mec": QUIET},
    "paused": {"marker": _BARS, "mec": QUIET},
    "superseded": {"marker": "s", "mfc": RULE, "mec": RULE},
    "not_delivered": {"marker": "x", "mec": QUIET},
}
"""How each state looks. None of it is red or green, and nothing counts against anybody."""


def draw(picture: Adherence) -> Figure:
    """Return the picture: weeks from top to bottom, a mark for each occurrence that ended."""
    sheet = Sheet(picture.title)
    height, lines = ROW * len(picture.weeks), ceil(len(picture.legend) / 2)
    sheet.begin(sheet.below + HEAD + height + 24 + LINE * lines + 20)
    top, width = sheet.below + HEAD, (WIDTH - LEFT - RIGHT) / 7
    for column, name in enumerate(picture.weekdays):
        sheet.text(LEFT + (column + 0.5) * width, top - 28, name, across="center")
    for row, name in enumerate(picture.weeks):
        sheet.text(MARGIN, top + (row + 0.5) * ROW, name)
    for row in range(len(picture.weeks) + 1):
        y = top + row * ROW
        sheet.line([LEFT, WIDTH - RIGHT], [y, y], RULE)
    for column in range(8):
        x = LEFT + column * width
        sheet.line([x, x], [top, top + height], RULE)
    for day in picture.days:
        _day(sheet, day, top + day.week * ROW, width)
    for place, (mark, words) in enumerate(picture.legend):
        x = 66 + (place % 2) * (WIDTH / 2 - 20)
        y = top + height + 24 + LINE * (place // 2 + 0.5)
        _mark(sheet, mark, x, y, 17, "legend")
        sheet.text(x + 34, y, words)
    return sheet.figure


def _day(sheet: Sheet, day: DayMarks, top: float, width: float) -> None:
    """Put a day's marks into its field, side by side and in up to three lines."""
    count = len(day.marks)
    down = 1 if count <= 2 else 2 if count <= 8 else 3
    per_line = ceil(count / down)
    size = 19 if count <= 2 else 15 if count <= 4 else 10 if count <= 8 else 7
    for place, mark in enumerate(day.marks):
        x = LEFT + (day.weekday + (place % per_line + 0.5) / per_line) * width
        _mark(sheet, mark, x, top + (place // per_line + 0.5) / down * ROW, size, mark)


def _mark(sheet: Sheet, mark: Mark, x: float, y: float, size: float, name: str) -> None:
    sheet.dots([x], [y], name, markersize=size, mew=max(1.5, size / 7), **MARKS[mark])
