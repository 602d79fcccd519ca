"""All benchmarks, one after another; writes `results.md` beside this file.

python -m bench            (what `make bench` runs)
"""

import asyncio
import importlib.metadata
import os
import platform
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bench import digest, due, herd, reply, send, steps
from bench.figures import Report
from bench.fleet import peers_here
from bench.printing import say

HERE = Path(__file__).parent
RESULTS = HERE / "results.md"
ALL: tuple[Callable[[], Awaitable[Report]], ...] = (
    steps.run,
    reply.run,
    send.run,
    lambda: herd.run(rounds=3),
    due.run,
    digest.run,
)
OURS = ("python-telegram-bot", "aiohttp", "SQLAlchemy", "aiosqlite", "APScheduler", "cryptography")
THEIRS = ("aiogram", "python-telegram-bot", "httpx", "sqlalchemy", "apscheduler")

HEAD = """# Benchmarks

Written by `make bench`. Every figure is a median with its lowest and highest round; ours and the
peers' were measured in turn in one run, against a stub of the Bot API in a process of its own. What
counts are the ratios: absolute figures say what this machine did in this hour.
"""


async def main() -> None:
    """Run them all and write the results."""
    if not peers_here():
        sys.exit("The peers are not installed: make bench sets them up.")
    before, began = os.getloadavg()[0], time.monotonic()
    reports: list[Report] = []
    for run in ALL:
        reports.append(await run())
        say(reports[-1].markdown())
    minutes = (time.monotonic() - began) / 60
    RESULTS.write_text(written(reports, before, minutes), encoding="utf-8")


def written(reports: list[Report], load: float, minutes: float) -> str:
    """Return the whole page."""
    goals = [claim for report in reports for claim in report.claims if claim.reached is not None]
    reached = sum(claim.reached is True for claim in goals)
    lines = [
        f"- {reached} of {len(goals)} goals reached.",
        f"- {os.cpu_count()} cores, {platform.machine()}; load average before the run {load:.1f};"
        f" the run took {minutes:.1f} minutes.",
        f"- Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}. Ours: {_ours()}.",
        f"- Peers: {_theirs()}.",
    ]
    parts = [HEAD, "\n".join(lines) + "\n", *(report.markdown() for report in reports)]
    return "\n".join(parts)


def _ours() -> str:
    found = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in OURS)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 - whichever git is here
        cwd=HERE,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    return f"commit {commit}, {found}" if commit else found


def _theirs() -> str:
    pins = (HERE / "requirements.txt").read_text(encoding="utf-8")
    found = dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", pins, re.MULTILINE))
    return ", ".join(f"{name} {found[name]}" for name in THEIRS)


if __name__ == "__main__":
    asyncio.run(main())
