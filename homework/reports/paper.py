"""A report on paper: a few tables and pictures, set on A4. Pure; only the worker imports it.

The words travel as data and are never read as instructions to whoever sets them. Nothing is read
from the network or written to a disk.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from homework.reports import charts
from homework.reports.pictures import Paper

TEMPLATE = Path(__file__).with_name("paper.typ")


def pdf(paper: Paper) -> bytes:
    """Return a report as PDF, always the same for the same data."""
    return _set(paper, format="pdf", timestamp=0)


def pages(paper: Paper) -> list[bytes]:
    """Return the pages of a report as PNG, for those who look at them."""
    found: Any = _set(paper, format="png", ppi=150)
    return [found] if isinstance(found, bytes) else [*found]


def _set(paper: Paper, **how: Any) -> Any:
    data = {
        "language": paper.locale,
        "title": paper.title,
        "under": paper.under,
        "foot": paper.foot,
        "page": paper.page,
        "head": paper.head,
        "rows": paper.rows,
        "pictures": [
            {"svg": charts.svg(picture).decode(), "said": said} for picture, said in paper.pictures
        ],
    }
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(),
        root=str(TEMPLATE.parent),
        font_paths=_letters(),
        sys_inputs={"data": json.dumps(data)},
    )
    return compiler.compile(**how)


@cache
def _letters() -> typst.Fonts:
    """The letters that come with it: a report looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False)
