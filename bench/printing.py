"""Puts a report on the screen."""

import sys

from bench.figures import Report


def finish(report: Report) -> None:
    """Print the report."""
    sys.stdout.write(report.markdown() + "\n")
