"""What a measurement was made with and when: a line that every page of figures carries."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path

from bot.clock import Machine

PACKAGES = ("homework-bot", "python-telegram-bot", "aiohttp", "apscheduler", "sqlalchemy")


def made_by(command: str, seconds: float) -> str:
    """Return the command, the day, how long it took, the versions and the machine."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"`{command}`, {Machine().now():%Y-%m-%d}, {seconds / 60:.0f} minutes.\n\n"
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {versions};"
        f" {platform.system()} {platform.machine()}, {os.cpu_count()} cores."
    )


def written(title: str, command: str, seconds: float, lines: list[str]) -> str:
    """Return a whole page, in Markdown: one finding a line."""
    body = "\n".join(f"- {line}" for line in lines)
    return f"# {title}\n\n{made_by(command, seconds)}\n\n{body}\n"


def tell(words: str) -> None:
    """Say something at once: progress of a run that takes minutes."""
    print(words, flush=True)  # noqa: T201 - a program's output


def keep(page: str, path: Path | None) -> None:
    """Show a page of figures, and write it where it is kept."""
    tell(page)
    if path is not None:
        path.write_text(page, encoding="utf-8")
