"""The process that draws: one, started at the first picture, renewed when it dies.

Drawing takes long and its library is large; here it holds up nobody. What people wrote travels
through a pipe and is in no file; errors come back by their kind alone. The process ends with the
program, however that ends.
"""

import asyncio
import logging
import os
import signal
import threading
import warnings
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context, parent_process

from homework.reports.filing import Filing, made
from homework.reports.ordered import Work
from homework.reports.pictures import Paper

SECONDS = 20
"""Longest time for one picture; what takes longer is ended from inside."""
TRIES = 2
REST = 300.0
"""Seconds without a picture after which the process ends; it holds a hundred megabytes."""


class NotDrawn(Exception):
    """A picture could not be drawn."""


class Worker:
    """Draws in a process of its own, one picture at a time. `close` at the end.

    `rest`: seconds without a picture after which the process ends; the next one starts it again.
    """

    def __init__(self, rest: float = REST) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._rest = rest
        self._drawing = 0
        self._resting: asyncio.TimerHandle | None = None

    def __repr__(self) -> str:
        return "Worker()"

    async def draw(self, picture: Work) -> bytes:
        """Return a picture as PNG, a report as PDF, records as a file; raise `NotDrawn`.

        A worker that dies is renewed once.
        """
        self._drawing += 1
        try:
            return await self._drawn(picture)
        finally:
            self._drawing -= 1
            if self._resting is not None:
                self._resting.cancel()
            self._resting = asyncio.get_running_loop().call_later(self._rest, self._end)

    async def _drawn(self, picture: Work) -> bytes:
        for _ in range(TRIES):
            pool = self._pool = self._pool or _started()
            try:
                return await asyncio.get_running_loop().run_in_executor(pool, _draw, picture)
            except BrokenExecutor:
                if self._pool is pool:
                    self._pool = None
                pool.shutdown(wait=False)
        raise NotDrawn("the worker died")

    async def close(self) -> None:
        """End the process once it has drawn what it is drawing."""
        if self._resting is not None:
            self._resting.cancel()
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(pool.shutdown, cancel_futures=True)

    def _end(self) -> None:
        if self._pool is not None and not self._drawing:
            self._pool.shutdown(wait=False)
            self._pool = None


def _started() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=_begin)


# In the worker -----------------------------------------------------------------------------------


def _begin() -> None:
    """Leave signals to the program, say nothing, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    logging.disable()
    warnings.simplefilter("ignore")
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(0)


def _draw(picture: Work) -> bytes:
    signal.alarm(SECONDS)
    try:
        if isinstance(picture, Filing):
            return made(picture)
        from homework.reports import charts, paper

        return paper.pdf(picture) if isinstance(picture, Paper) else charts.png(picture)
    except Exception as error:
        raise NotDrawn(type(error).__name__) from None  # its message may quote what is drawn
    finally:
        signal.alarm(0)
