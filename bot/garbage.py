"""Keeps the garbage collector from holding up answers.

A full collection walks everything alive, worksheets, texts and libraries included, and everybody
waits meanwhile: tens of milliseconds, every few hundred answers.
"""

import gc

YOUNG = 2_000
"""New objects before the young are looked at. Python's 700 are used up by three answers."""


def leave_alone_what_stays() -> None:
    """Collect once more, then never again look at what is alive now: call it when all is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
