"""Watches commits and keeps the list of what happened, for the panel beside the phones.

It hangs on `Database.listeners` and reads rows of its own accord: nothing in the bot knows of it.
It must not know what anybody wrote (`telling.py` never gets to see it).
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo.server import Told
from bot.demo.telling import Line, tell
from homework.store.database import Database, DatabaseUnavailable, Unit
from homework.store.traces import Trace, traces


class Narrator:
    """The story so far. `ring` is called after news; `zone` tells whose wall time is spoken.

    `beside(unit)` is awaited at each look, in its transaction.
    """

    def __init__(
        self,
        db: Database,
        now: Callable[[], datetime],
        zone: Callable[[], ZoneInfo],
        ring: Callable[[], None],
        beside: Callable[[Unit], Awaitable[None]],
    ) -> None:
        self._db, self._now, self._zone = db, now, zone
        self._ring, self._beside = ring, beside
        self._news = asyncio.Event()
        self._looking = asyncio.Lock()
        self._own: Unit | None = None
        self._seen: dict[str, Trace] = {}
        self._lines: list[Told] = []
        self._last: tuple[Line, int] | None = None
        self._revision = 0
        db.listeners.append(self._heard)

    def since(self, revision: int) -> Sequence[Told]:
        """Return the lines that are new or changed after `revision`, oldest first."""
        return [line for line in self._lines if line.revision > revision]

    async def run(self, stop: asyncio.Event) -> None:
        """Look after every commit until `stop`."""
        stopped = asyncio.create_task(stop.wait())
        while not stop.is_set():
            news = asyncio.create_task(self._news.wait())
            await asyncio.wait([news, stopped], return_when=asyncio.FIRST_COMPLETED)
            news.cancel()
            if not stop.is_set():
                await self.catch_up()

    async def catch_up(self) -> None:
        """Tell what happened until now; a database that is away is asked again later."""
        async with self._looking:
            self._news.clear()
            try:
                async with self._db.transaction(self._now()) as unit:
                    self._own = unit
                    now = await traces(unit)
                    await self._beside(unit)
            except DatabaseUnavailable:
                return
            lines = tell(self._seen, now, self._zone())
            self._seen = now
            for line in lines:
                self._add(line)
            self._ring()

    def _heard(self, unit: Unit) -> None:
        if unit is not self._own:
            self._news.set()

    def _add(self, line: Line) -> None:
        self._revision += 1
        if self._last and line.group and self._last[0].group == line.group:
            size, number = self._last[0].size + line.size, self._last[1] + 1
            self._last = replace(line, size=size), number
            text = line.many.format(n=number, size=size)
            told = replace(self._lines[-1], revision=self._revision, at=self._now(), text=text)
            self._lines[-1] = told
            return
        self._last = line, 1
        told = Told(len(self._lines) + 1, self._revision, self._now(), line.tone, line.text)
        self._lines.append(told)
