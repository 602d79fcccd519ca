"""The sheet a picture is drawn on: its size, letters, colours, and how it becomes a file.

Made for a phone at arm's length: 1080 units wide, letters of 25 units and more. Colours are those
of Okabe and Ito, and cividis; none of them is the only sign of anything. Everything is placed in
units from the upper left corner, and nothing else here knows the library that draws.
"""

import io
import textwrap
from collections.abc import Sequence
from typing import Any, Literal

import matplotlib
import matplotlib.font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

matplotlib.rcParams.update(
    {
        "text.parse_math": False,  # a dollar sign is a dollar sign
        "svg.fonttype": "path",
        "svg.hashsalt": "homework",
        "path.simplify": False,
    }
)

WIDTH = 1080
DOTS = 100
BODY, SMALL, HEAD = 22.0, 20.0, 27.0
"""Points; at 100 dots an inch 22 points are 31 dots high."""
INK, QUIET, RULE, PAPER = "#1A1A1A", "#555555", "#D0D0D0", "#FFFFFF"
BLUE, SKY = "#0072B2", "#56B4E9"
MARGIN = 44
HEAD_CHARS, BODY_CHARS = 42, 58
LETTER = 0.83
"""Units that a letter takes on average, for each point of its size."""
_FONTS: Any = matplotlib.font_manager
_LETTERS: Any = _FONTS.get_font(_FONTS.findfont(FontProperties()))
_SHADES: Any = matplotlib.colormaps["cividis_r"]

Across = Literal["left", "center", "right"]
Shade = tuple[float, float, float]


def drawable(text: str) -> str:
    """Return a text without the signs that the letters here do not have (no empty boxes)."""
    return " ".join("".join(c for c in text if _LETTERS.get_char_index(ord(c))).split())


def lines(text: str, width: int, most: int = 2) -> list[str]:
    """Return a text in lines, cut with dots when it needs more than `most`."""
    return textwrap.wrap(
        drawable(text), width, max_lines=most, placeholder=" …", break_on_hyphens=False
    )


def shade(part: float) -> Shade:
    """Return the colour of a part from 0, light, to 1, dark."""
    red, green, blue, _ = _SHADES(part)
    return (float(red), float(green), float(blue))


def ink_on(colour: Shade) -> str:
    """Return white or black, whichever stands out more on a colour (luminance as WCAG has it)."""
    red, green, blue = (part**2.2 for part in colour)
    return PAPER if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.2 else INK


class Sheet:
    """One picture. `below`: how far down the title reaches; call `begin` before anything else."""

    def __init__(self, title: str, under: str = "") -> None:
        self._title = lines(title, HEAD_CHARS)
        self._under = lines(under, BODY_CHARS) if under else []
        self.figure = Figure(figsize=(WIDTH / DOTS, 1), dpi=DOTS, facecolor=PAPER)
        self.below = 28.0 + 50 * len(self._title) + 38 * len(self._under) + 12
        self._place: Any = None

    def begin(self, height: float) -> None:
        """Set the whole height, and write the title."""
        self.figure.set_size_inches(WIDTH / DOTS, round(height) / DOTS)
        to_figure = Affine2D().scale(1 / WIDTH, -1 / round(height)).translate(0, 1)
        self._place = to_figure + self.figure.transFigure
        at = 48.0
        for line in self._title:
            self.text(MARGIN, at, line, size=HEAD, bold=True)
            at += 50
        for line in self._under:
            self.text(MARGIN, at, line, size=SMALL, colour=QUIET)
            at += 38

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = BODY,
        colour: str = INK,
        bold: bool = False,
        across: Across = "left",
    ) -> None:
        """Write words; `y` is the middle of their line. What would leave the sheet is cut."""
        if across == "left":
            words = "".join(lines(words, int((WIDTH - 20 - x) / (size * LETTER)), 1))
        font = FontProperties(size=size, weight="bold" if bold else "normal")
        self._add(
            Text(
                x,
                y,
                drawable(words),
                color=colour,
                fontproperties=font,
                verticalalignment="center_baseline",
                horizontalalignment=across,
                transform=self._place,
            )
        )

    def box(
        self, x: float, y: float, width: float, height: float, fill: str | Shade, name: str = ""
    ) -> None:
        """Fill a box whose upper left corner is there. `name` is for those who look at it."""
        self._add(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=fill,
                edgecolor="none",
                gid=name,
                transform=self._place,
            )
        )

    def line(
        self,
        x: Sequence[float],
        y: Sequence[float],
        colour: str = RULE,
        width: float = 1.5,
        name: str = "",
    ) -> None:
        """Draw a line through points."""
        self._add(
            Line2D(x, y, color=colour, linewidth=width, gid=name, transform=self._place),
        )

    def dots(self, x: Sequence[float], y: Sequence[float], name: str = "", **look: Any) -> None:
        """Draw one sign at each point; `look` is how the library says it."""
        self._add(Line2D(x, y, linestyle="none", gid=name, transform=self._place, **look))

    def _add(self, artist: Any) -> None:
        artist.set_zorder(1)  # what comes later covers what came before
        self.figure.add_artist(artist)


def png(figure: Figure) -> bytes:
    """Return the picture as PNG."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    image = Image.frombuffer(
        "RGBA", (width, height), bytes(canvas.buffer_rgba()), "raw", "RGBA", 0, 1
    )
    file = io.BytesIO()
    image.convert("RGB").save(file, "PNG", compress_level=3)
    return file.getvalue()


def svg(figure: Figure) -> bytes:
    """Return the picture as SVG, its letters as outlines, without a date."""
    file = io.BytesIO()
    canvas: Any = FigureCanvasSVG(figure)
    canvas.print_svg(file, metadata={"Date": None, "Creator": None})
    return file.getvalue()
