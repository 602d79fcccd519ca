"""What was rated twice: a hollow ring for the first rating, a full diamond for the second."""

from typing import Any

from matplotlib.figure import Figure

from homework.reports.canvas import BLUE, INK, PAPER, QUIET, WIDTH, Sheet, lines
from homework.reports.pictures import Pair, Pairs

LEFT, RIGHT, ROW, HEAD, FOOT = 70, 70, 108, 66, 70
CHARS = 44
FIRST: dict[str, Any] = {"marker": "o", "markersize": 21, "mfc": PAPER, "mec": INK, "mew": 3}
SECOND: dict[str, Any] = {"marker": "D", "markersize": 13, "color": BLUE}


def draw(picture: Pairs) -> Figure:
    """Return the picture: a line for each pair, its numbers at the right end."""
    sheet = Sheet(picture.title)
    height = ROW * len(picture.rows)
    sheet.begin(sheet.below + HEAD + height + FOOT)
    y, middle = sheet.below + 26, WIDTH / 2
    sheet.dots([LEFT], [y], **FIRST)
    sheet.text(LEFT + 30, y, picture.before)
    sheet.dots([middle], [y], **SECOND)
    sheet.text(middle + 28, y, picture.after)
    top = sheet.below + HEAD
    for value in (0, picture.top // 2, picture.top):
        x = across(picture, value)
        for place in range(len(picture.rows)):
            sheet.line([x, x], [top + place * ROW + 52, top + (place + 1) * ROW - 4])
        sheet.text(x, top + height + 26, str(value), across="center")
    for place, pair in enumerate(picture.rows):
        _row(sheet, top + place * ROW, pair, across(picture, pair.before), picture)
    return sheet.figure


def across(picture: Pairs, value: float) -> float:
    """Return where a rating stands, from left to right."""
    return LEFT + (WIDTH - LEFT - RIGHT) * value / picture.top


def _row(sheet: Sheet, top: float, pair: Pair, first: float, picture: Pairs) -> None:
    second = across(picture, pair.after)
    sheet.text(LEFT, top + 28, "".join(lines(pair.label, CHARS, 1)), size=21)
    numbers = f"{pair.before} → {pair.after}"
    sheet.text(WIDTH - RIGHT, top + 28, numbers, bold=True, across="right")
    y = top + 78
    sheet.line([first, second], [y, y], QUIET, 4, "pair")
    sheet.dots([first], [y], "before", **FIRST)
    sheet.dots([second], [y], "after", **SECOND)
