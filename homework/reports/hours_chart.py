"""Weekday by time of day: the middle of the ratings in each field, with how many there were."""

from matplotlib.figure import Figure

from homework.reports.canvas import MARGIN, QUIET, RULE, SMALL, WIDTH, Sheet, ink_on, shade
from homework.reports.pictures import HeatMap

LEFT, RIGHT, ROW, HEAD, FOOT = 130, 44, 96, 60, 84
NUMBER, COUNT = 25, 18


def draw(picture: HeatMap) -> Figure:
    """Return the picture; a field without ratings stays white."""
    sheet = Sheet(picture.title, picture.ends)
    rows, columns = len(picture.rows), len(picture.columns)
    sheet.begin(sheet.below + HEAD + ROW * rows + FOOT)
    top, width = sheet.below + HEAD, (WIDTH - LEFT - RIGHT) / columns
    for place, words in enumerate(picture.columns):
        sheet.text(LEFT + (place + 0.5) * width, top - 28, words, across="center")
    for place, words in enumerate(picture.rows):
        sheet.text(LEFT - 16, top + (place + 0.5) * ROW, words, across="right")
    for place in range(columns + 1):
        x = LEFT + place * width
        sheet.line([x, x], [top, top + rows * ROW], RULE)
    for place in range(rows + 1):
        y = top + place * ROW
        sheet.line([LEFT, WIDTH - RIGHT], [y, y], RULE)
    for cell in picture.cells:
        x, y = LEFT + cell.column * width, top + cell.row * ROW
        colour = shade(cell.value / picture.top)
        ink = ink_on(colour)
        sheet.box(x + 2, y + 2, width - 4, ROW - 4, colour, "cell")
        sheet.text(x + width / 2, y + 38, cell.words, size=NUMBER, bold=True, colour=ink,
                   across="center")  # fmt: skip
        sheet.text(x + width / 2, y + 76, f"×{cell.count}", size=COUNT, colour=ink,
                   across="center")  # fmt: skip
    sheet.text(MARGIN, top + rows * ROW + 40, picture.note, size=SMALL, colour=QUIET)
    return sheet.figure
