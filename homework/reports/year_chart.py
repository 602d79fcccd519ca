"""A client's year: the days on which something was written. More entries are larger and darker."""

from matplotlib.figure import Figure

from homework.reports.canvas import INK, MARGIN, RULE, SMALL, WIDTH, Sheet, shade
from homework.reports.pictures import Year

LEFT, RIGHT, HEAD, ROW, FOOT = 128, 30, 44, 62, 92
SHADES = (shade(0.35), shade(0.65), shade(1.0))
SIZES = (0.5, 0.72, 0.92)
NUMBERED = (1, 5, 10, 15, 20, 25, 30)


def draw(picture: Year) -> Figure:
    """Return the picture: months from top to bottom, their days from left to right."""
    sheet = Sheet(picture.title)
    height = ROW * len(picture.months)
    sheet.begin(sheet.below + HEAD + height + FOOT)
    top, width = sheet.below + HEAD, (WIDTH - LEFT - RIGHT) / 31
    for day in NUMBERED:
        sheet.text(LEFT + (day - 0.5) * width, top - 22, str(day), size=SMALL, across="center")
    for row, name in enumerate(picture.months):
        y = top + (row + 0.5) * ROW
        sheet.text(MARGIN, y, name)
        days = range(1, picture.lengths[row] + 1)
        across = [LEFT + (day - 0.5) * width for day in days]
        sheet.dots(across, [y] * len(across), marker=".", markersize=7, color=RULE)
    for row, day, count in picture.days:
        _square(sheet, LEFT + (day - 0.5) * width, top + (row + 0.5) * ROW, width, count, "day")
    for place, words in enumerate(picture.legend):
        x, y = 62 + place * (WIDTH - 80) / 3, top + height + 46
        _square(sheet, x, y, width, place + 1, "legend")
        sheet.text(x + 28, y, words)
    return sheet.figure


def _square(sheet: Sheet, x: float, y: float, width: float, count: int, name: str) -> None:
    step = min(count, len(SIZES)) - 1
    side = width * SIZES[step]
    sheet.box(x - side / 2 - 1, y - side / 2 - 1, side + 2, side + 2, INK)
    sheet.box(x - side / 2, y - side / 2, side, side, SHADES[step], name)
