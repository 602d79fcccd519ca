"""How the command line speaks: plain lines, one table, or JSON for a program.

It must not know any command. Rich is imported only when a table is drawn.
"""

import json
from collections.abc import Sequence

import typer


def say(text: str = "") -> None:
    """Write one line to standard output; never wrapped, so that links stay whole."""
    typer.echo(text)


def warn(text: str) -> None:
    """Write one line to standard error."""
    typer.echo(text, err=True)


def say_json(value: object) -> None:
    """Write one JSON document."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=False))


def say_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Draw a table as wide as the terminal; texts are never read as markup."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for place, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=place == 0)  # what one copies stays whole
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
