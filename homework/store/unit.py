"""The unit of work: what one transaction reads, writes and will send.

It must not know how the outbox writes its rows (`outbox.py` does) nor how a transaction begins.
"""

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from homework.house import Shelved
from homework.ids import new_id
from homework.outgoing import Outgoing, Posted
from homework.reports.ordered import Order
from homework.store import outbox, timers
from homework.store.sealing import Sealer
from homework.store.troubles import DatabaseUnavailable


def _nobody() -> bool:
    """Nobody waits."""
    return False


class Unit:
    """One open transaction. `now` is the calendar's.

    `awaited()` tells whether somebody who is in a hurry waits for its end: what can as well be done
    in the next one is then left to that.

    `born` are the rows to be sent at once, if this process `sends`; `waiting` is the most urgent
    lane of others that were written, which the relay has to look for; `rings_at` is the earliest
    timer set; `shelved` what the library gains or loses; `unflagged` is how often an alert could
    not be written, `unscreened` how often words could not be looked through.
    Nothing but the database is awaited while a unit is open.
    """

    __slots__ = (
        "awaited",
        "born",
        "conn",
        "now",
        "orders",
        "posted",
        "rings_at",
        "sealer",
        "sends",
        "shelved",
        "timers",
        "unflagged",
        "unscreened",
        "waiting",
    )

    def __init__(
        self,
        conn: AsyncConnection,
        sealer: Sealer,
        now: datetime,
        awaited: Callable[[], bool] = _nobody,
        *,
        sends: bool = True,
    ) -> None:
        self.conn = conn
        self.sealer = sealer
        self.now = now
        self.awaited = awaited
        self.sends = sends
        self.posted: list[tuple[str, Outgoing]] = []
        self.born: list[Posted] = []
        self.waiting: int | None = None
        self.shelved: list[Shelved] = []
        self.orders: list[Order] = []
        self.timers: dict[tuple[str, str], tuple[datetime, int] | None] = {}
        self.rings_at: datetime | None = None
        self.unflagged = 0
        self.unscreened = 0

    def post(self, outgoing: Outgoing) -> str:
        """Buffer a message for the outbox and return the id its row will have."""
        row_id = new_id(self.now)
        self.posted.append((row_id, outgoing))
        return row_id

    def look_for(self, lane: int) -> None:
        """Note that a row of this lane waits to be claimed."""
        self.waiting = lane if self.waiting is None else min(lane, self.waiting)

    async def flush(self) -> None:
        """Write what is buffered (timers, posts); the commit does it anyway."""
        await self._flush_timers()
        if self.posted:
            posted, self.posted = self.posted, []
            self.born.extend(await outbox.write(self, posted))
            await self._flush_timers()  # what is held back behind a lock is told of

    async def _flush_timers(self) -> None:
        if self.timers:
            changes, self.timers = self.timers, {}
            await timers.flush(self, changes)
            times = [new[0] for new in changes.values() if new is not None]
            self.rings_at = min([*times, self.rings_at] if self.rings_at else times, default=None)

    def check_available(self) -> None:
        """Raise `DatabaseUnavailable` if the transaction was lost, even if the error was caught."""
        if self.conn.invalidated:
            raise DatabaseUnavailable("the transaction was lost")

    @asynccontextmanager
    async def savepoint(self) -> AsyncGenerator[None]:
        """Undo what happens inside if it raises, what was buffered included; the error goes on.

        After `DatabaseUnavailable` the whole transaction is lost: there is no point to go back to.
        """
        self.check_available()
        posted, changes, born = list(self.posted), dict(self.timers), len(self.born)
        shelved, orders = len(self.shelved), len(self.orders)
        unflagged, unscreened = self.unflagged, self.unscreened
        nested = await self.conn.begin_nested()
        try:
            yield
            self.check_available()
            await nested.commit()
        except BaseException:
            self.posted, self.timers = posted, changes
            del self.born[born:]
            del self.shelved[shelved:]
            del self.orders[orders:]
            self.unflagged, self.unscreened = unflagged, unscreened
            self.check_available()
            await nested.rollback()
            raise
