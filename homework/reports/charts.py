"""From plain data to a picture: one function for each kind, and the file it becomes. Pure.

Only the worker process imports this: what draws is large and slow to load.
"""

from typing import assert_never

from matplotlib.figure import Figure

from homework.reports import (
    adherence_chart,
    canvas,
    forecast_chart,
    hours_chart,
    pairs_chart,
    ratings_chart,
    year_chart,
)
from homework.reports.pictures import (
    Adherence,
    Forecasts,
    HeatMap,
    Pairs,
    Picture,
    Ratings,
    Year,
)


def figure(picture: Picture) -> Figure:
    """Return a picture as drawn artists."""
    match picture:
        case Ratings():
            return ratings_chart.draw(picture)
        case HeatMap():
            return hours_chart.draw(picture)
        case Pairs():
            return pairs_chart.draw(picture)
        case Forecasts():
            return forecast_chart.draw(picture)
        case Adherence():
            return adherence_chart.draw(picture)
        case Year():
            return year_chart.draw(picture)
        case _:
            assert_never(picture)


def png(picture: Picture) -> bytes:
    """Return a picture for the chat."""
    return canvas.png(figure(picture))


def svg(picture: Picture) -> bytes:
    """Return a picture for paper."""
    return canvas.svg(figure(picture))
