"""Moments for benchmarks."""

from datetime import datetime, timedelta

from bot.clock import Machine


def hours_ago(hours: float) -> datetime:
    """Return a moment before now."""
    return Machine().now() - timedelta(hours=hours)
