"""Puts reports on the screen."""

import sys

from bench.figures import Report


def say(text: str) -> None:
    """Print text now."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def finish(report: Report) -> None:
    """Print a report."""
    say(report.markdown())
