"""What is drawn is what the data hold: looked at by its marks and where they stand, not by dots."""

import io
from itertools import combinations, pairwise
from typing import Any, get_args

import pytest
from matplotlib.figure import Figure
from PIL import Image, ImageChops, ImageStat

from homework.ledger import END_STATES
from homework.reports import adherence_chart, charts, forecast_chart, pairs_chart, ratings_chart
from homework.reports.canvas import SMALL, WIDTH, Sheet, drawable, ink_on, lines, shade
from homework.reports.pictures import (
    Adherence,
    Cell,
    DayMarks,
    Forecasts,
    HeatMap,
    Mark,
    Outcome,
    Pair,
    Pairs,
    Picture,
    Ratings,
    Series,
    Year,
)

DAYS = tuple(f"{day} Mar" for day in range(1, 11))
ANXIOUS = Series("anxious", "0 calm · 100 panic", 100, ((0.4, 60), (1.5, 80), (4.2, 0), (9.9, 100)))
RATINGS = Ratings("Check-in", DAYS, (ANXIOUS,), "no rating that day")
HEAT = HeatMap(
    "tense",
    "0 calm · 10 tense",
    "the middle; how many",
    10,
    ("Mon", "Tue"),
    ("6–9", "9–12"),
    (Cell(0, 1, 2.5, 4, "2.5"), Cell(1, 0, 10, 1, "10")),
)
PAIRS = Pairs("Record", "before", "after", 100, (Pair("shame", 85, 60), Pair("fear", 70, 70)))
FORECASTS = Forecasts(
    "Worry check",
    "Did it come true?",
    "0 no · 100 sure",
    100,
    (Outcome("No", (80, 80, 20)), Outcome("Yes", ())),
)
MARKS: tuple[Mark, ...] = get_args(Mark)
LEDGER = Adherence(
    "Planned",
    ("1 Mar", "8 Mar"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    (DayMarks(0, 0, MARKS), DayMarks(1, 6, ("on_time",))),
    tuple((mark, f"{mark}: 1") for mark in MARKS),
)
YEAR = Year(
    "By day", ("Feb", "Mar"), (28, 12), ((0, 28, 1), (1, 2, 2), (1, 3, 9)), ("1", "2", "3+")
)
ALL: tuple[Picture, ...] = (RATINGS, HEAT, PAIRS, FORECASTS, LEDGER, YEAR)


def named(figure: Figure, name: str) -> list[Any]:
    return [one for one in figure.artists if one.get_gid() == name]


def words(figure: Figure) -> list[str]:
    return [one.get_text() for one in figure.artists if hasattr(one, "get_text")]


@pytest.mark.parametrize("picture", ALL, ids=lambda one: type(one).__name__)
def test_every_kind_becomes_a_picture_for_a_phone_and_for_paper(picture: Picture) -> None:
    with Image.open(io.BytesIO(charts.png(picture))) as image:
        assert image.format == "PNG" and image.mode == "RGB"
        assert image.width == WIDTH and 300 < image.height < 2 * WIDTH
        assert image.getpixel((5, 5)) == (255, 255, 255), "a light ground"
    drawn = charts.svg(picture)
    assert drawn.startswith(b"<?xml") and b"<dc:date>" not in drawn
    assert charts.svg(picture) == drawn, "the same data give the same file"


@pytest.mark.parametrize("picture", ALL, ids=lambda one: type(one).__name__)
def test_letters_can_be_read_at_arms_length_and_none_leaves_the_sheet(picture: Picture) -> None:
    figure = charts.figure(picture)
    charts.canvas.png(figure)
    for one in figure.artists:
        if hasattr(one, "get_text"):
            assert one.get_fontsize() >= SMALL - 2
            box = one.get_window_extent()
            assert box.x0 >= 0 and box.x1 <= WIDTH, one.get_text()


def test_long_words_do_not_leave_the_sheet() -> None:
    long = "as strong as it has ever been in all of the years that I remember, and more"
    figure = charts.figure(Ratings(long, DAYS, (Series(long, long, 10, ((0.5, 1),)),), long))
    charts.canvas.png(figure)
    for one in figure.artists:
        if hasattr(one, "get_text"):
            assert one.get_window_extent().x1 <= WIDTH, one.get_text()
    assert any(text.endswith("…") for text in words(figure))


def test_every_rating_stands_where_it_belongs() -> None:
    figure = charts.figure(RATINGS)
    points = [
        point for one in named(figure, "rating") for point in zip(*one.get_data(), strict=True)
    ]
    width = (WIDTH - ratings_chart.LEFT - ratings_chart.RIGHT) / 10
    across = [round((x - ratings_chart.LEFT) / width, 2) for x, _ in points]
    assert across == [0.4, 1.5, 4.2, 9.9]
    high, low = points[3][1], points[2][1]
    parts = [round((low - y) / (low - high) * 100) for _, y in points]
    assert parts == [60, 80, 0, 100]


def test_a_line_never_crosses_a_day_without_a_rating() -> None:
    figure = charts.figure(RATINGS)
    assert [len(one.get_xdata()) for one in named(figure, "stretch")] == [2, 1, 1]
    assert ratings_chart.empty_days(ANXIOUS, 10) == [2, 3, 5, 6, 7, 8]
    assert len(named(figure, "empty")) == 6
    assert "no rating that day" in words(figure)
    for stretch in ratings_chart.stretches(ANXIOUS):
        assert all(int(b[0]) - int(a[0]) <= 1 for a, b in pairwise(stretch))


def test_the_days_are_not_explained_when_none_is_empty() -> None:
    full = Series("calm", "", 10, tuple((day + 0.5, day) for day in range(10)))
    figure = charts.figure(Ratings("x", DAYS, (full,), "no rating that day"))
    assert named(figure, "empty") == [] and "no rating that day" not in words(figure)


def test_a_field_tells_its_middle_and_how_many_and_is_darker_for_more() -> None:
    figure = charts.figure(HEAT)
    light, dark = (sum(one.get_facecolor()[:3]) for one in named(figure, "cell"))
    assert light > dark
    shown = words(figure)
    assert {"2.5", "×4", "10", "×1"} <= set(shown)
    assert len(named(figure, "cell")) == 2, "a field without ratings stays empty"


def test_numbers_stand_out_from_their_field() -> None:
    for step in range(101):
        colour = shade(step / 100)
        red, green, blue = (part**2.2 for part in colour)
        ground = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        letter = 1.0 if ink_on(colour) == "#FFFFFF" else 0.0103
        bright, dim = max(ground, letter), min(ground, letter)
        assert (bright + 0.05) / (dim + 0.05) > 3, "large letters need three to one"


def test_both_ratings_of_a_pair_stand_at_their_numbers() -> None:
    figure = charts.figure(PAIRS)
    before = [one.get_xdata()[0] for one in named(figure, "before")]
    after = [one.get_xdata()[0] for one in named(figure, "after")]
    assert before == [pairs_chart.across(PAIRS, 85), pairs_chart.across(PAIRS, 70)]
    assert after == [pairs_chart.across(PAIRS, 60), pairs_chart.across(PAIRS, 70)]
    assert {"85 → 60", "70 → 70"} <= set(words(figure))
    signs = {one.get_marker() for name in ("before", "after") for one in named(figure, name)}
    assert len(signs) == 2, "told apart by shape"


def test_each_forecast_is_one_dot_and_equal_ones_do_not_hide_each_other() -> None:
    figure = charts.figure(FORECASTS)
    found = [(one.get_xdata()[0], one.get_ydata()[0]) for one in named(figure, "forecast")]
    assert len(set(found)) == 3
    at = forecast_chart.across(FORECASTS, 80)
    assert [x for x, _ in found].count(at) == 2
    assert {"No: 3", "Yes: 0"} <= set(words(figure))


def test_each_end_state_of_the_ledger_is_told_apart_without_colours() -> None:
    assert set(MARKS) == END_STATES == adherence_chart.MARKS.keys()
    grey: dict[str, Image.Image] = {}
    for mark in MARKS:
        sheet = Sheet("")
        sheet.begin(200)
        sheet.dots([100], [100], markersize=19, mew=2.7, **adherence_chart.MARKS[mark])
        with Image.open(io.BytesIO(charts.canvas.png(sheet.figure))) as image:
            grey[mark] = image.convert("L").crop((80, 80, 120, 120))
    for one, other in combinations(MARKS, 2):
        differs = ImageStat.Stat(ImageChops.difference(grey[one], grey[other])).mean[0]
        assert differs > 12, (one, other)


def test_the_ledger_has_a_mark_for_each_occurrence_on_its_day() -> None:
    figure = charts.figure(LEDGER)
    assert [len(named(figure, mark)) for mark in MARKS] == [2, *[1] * 8]
    first, last = (one.get_data() for one in named(figure, "on_time"))
    assert first[0][0] < last[0][0] and first[1][0] < last[1][0], "Monday above, Sunday below"
    assert {f"{mark}: 1" for mark in MARKS} <= set(words(figure))


def test_a_year_has_a_square_for_each_day_with_entries() -> None:
    figure = charts.figure(YEAR)
    sides = [one.get_width() for one in named(figure, "day")]
    assert sides == sorted(set(sides)) and len(sides) == 3, "more entries, larger"
    dots = [len(one.get_xdata()) for one in figure.artists if hasattr(one, "get_xdata")]
    assert dots == [28, 12]


def test_words_are_drawn_as_they_are_written() -> None:
    figure = charts.figure(Pairs("$x_$ and 100 %", "a", "b", 10, (Pair("$\\frac{$", 1, 2),)))
    charts.canvas.png(figure)
    assert "$x_$ and 100 %" in words(figure)
    assert "$\\frac{$" in words(figure)


def test_signs_without_letters_are_left_out_and_long_words_are_cut() -> None:
    assert drawable("sad \U0001f97a again") == "sad again"
    assert drawable("Тревога, señal, Ärger") == "Тревога, señal, Ärger"
    assert lines("one two three four", 9) == ["one two", "three …"]
