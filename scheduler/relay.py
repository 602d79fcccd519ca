"""The relay: claim, send, mark. It keeps the outbox moving, one message per chat at a time.

A result is never forgotten: when the database is away the marks wait in memory, their chats with
them. It must not know the messenger (it is handed `send`), nor what a message is about.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from math import inf

import structlog

from homework.outgoing import Lane, Posted
from homework.store.claims import Claims, claim, take_over
from homework.store.database import Database, DatabaseUnavailable, Unit
from homework.store.marks import Mark, mark
from scheduler.clocks import CalendarClock, MachineClock
from scheduler.marking import Backoff, mark_for
from scheduler.pacing import Line, Pace, urgency_of
from scheduler.sending import CannotSend, NotSent, Send, SendResult, Unknown, Wait
from scheduler.waiting import until

log = structlog.get_logger()

Hooks = Callable[[Unit, Sequence[Mark]], Awaitable[None]]
"""Called inside the transaction that writes the marks; rows that go out again are not `final`."""

LOOK_SOON = 0.5
LOOK_IDLE = 5.0
RETRY = 0.5
LAST_TRIES = 10
"""How often the last marks are tried when the program stops and the database is away."""


async def no_hooks(unit: Unit, marks: Sequence[Mark]) -> None:
    """Do nothing."""


class Relay:
    """Sends what stands in the outbox. Hand `heard` to `Database.listeners`, then `run` it.

    `send` classifies its own errors. `CannotSend` ends `run` with that error, after the row was
    given back.
    """

    def __init__(
        self,
        db: Database,
        send: Send,
        machine: MachineClock,
        hooks: Hooks = no_hooks,
        *,
        calendar: CalendarClock | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._db, self._send, self._machine, self._hooks = db, send, machine, hooks
        self._calendar: CalendarClock = calendar or machine
        pace = pace or Pace()
        self._ahead = pace.ahead
        self._line = Line(pace)
        self._backoff = Backoff()
        self._held: dict[str, Posted] = {}
        self._results: list[tuple[Posted, SendResult]] = []
        self._flights: set[asyncio.Task[None]] = set()
        self._to_send = asyncio.Event()
        self._to_mark = asyncio.Event()
        self._look_at = 0.0
        self._plenty = False  # more may go than there was room for
        self._more = False  # something waits that nobody has in hand
        self._resting = 0  # how many of the two loops wait for news or for time to pass
        self._still = asyncio.Event()
        self._stopping = False
        self._fatal: CannotSend | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is in hand."""
        return not self._held

    @property
    def waiting(self) -> bool:
        """Whether something is left to send, now or when time has passed."""
        return bool(self._held) or self._more

    async def still(self) -> None:
        """Return when nothing more happens until there is news, or time passes."""
        await self._still.wait()

    def heard(self, unit: Unit) -> None:
        """Take what a committed transaction wrote; a listener of `Database`."""
        self.offer(unit.born)
        if unit.waiting is None:
            return
        if unit.waiting <= Lane.REPLY or not self._more:  # else the next look is near anyway
            self.wake()

    def offer(self, posted: Sequence[Posted]) -> None:
        """Send rows that were born claimed."""
        self._take([(one, urgency_of(one.kind)) for one in posted])

    def spend(self) -> None:
        """Leave one slot of the pace to a message that is no row of the outbox."""
        self._line.spend(self._machine.monotonic())

    def wake(self) -> None:
        """Look for waiting rows now."""
        self._still.clear()
        self._look_at = 0.0
        self._to_mark.set()

    def stop(self) -> None:
        """Let what is under way land and be marked, give back the rest; `run` then returns."""
        self._stopping = True
        self._to_send.set()
        self._to_mark.set()

    async def run(self) -> None:
        """Send until `stop`. Begins by taking over the leases of whoever ran before."""
        await self._begin()
        loops = [asyncio.create_task(self._sending()), asyncio.create_task(self._marking())]
        try:
            await asyncio.gather(*loops)
        finally:
            rest = [*loops, *self._flights]
            for task in rest:
                task.cancel()
            await asyncio.gather(*rest, return_exceptions=True)
        if self._fatal is not None:
            raise self._fatal

    def _take(self, rows: Sequence[tuple[Posted, int]]) -> None:
        now = self._machine.monotonic()
        for posted, urgency in rows:
            if posted.id not in self._held:
                self._held[posted.id] = posted
                self._line.put(posted, urgency, now)
        if rows:
            self._still.clear()
            self._to_send.set()

    async def _rest(self, news: asyncio.Event, seconds: float | None) -> None:
        """Wait as `until` does; the last of the two loops to do so tells that all is still."""
        self._resting += 1
        busy = self._flights or self._results or self._to_send.is_set() or self._to_mark.is_set()
        if self._resting == 2 and not busy:
            self._still.set()
        try:
            await until(self._machine, news, seconds)
        finally:
            self._resting -= 1
            self._still.clear()

    # Sending

    async def _sending(self) -> None:
        while not self._stopping:
            now = self._machine.monotonic()
            posted = self._line.take(now)
            if posted is None:
                await self._rest(self._to_send, self._line.wait(now))
                continue
            if self._plenty and self._line.herd <= self._ahead // 2:
                self.wake()
            flight = asyncio.create_task(self._fly(posted))
            self._flights.add(flight)
            flight.add_done_callback(self._landed)

    async def _fly(self, posted: Posted) -> None:
        try:
            result = await self._send(posted)
        except CannotSend as error:
            result, self._fatal = NotSent(type(error).__name__), error
            self.stop()
        except Exception as error:
            log.error("sending_broke", kind=posted.kind, error=type(error).__name__)
            result = Unknown(type(error).__name__)
        self._line.landed(posted)
        now = self._machine.monotonic()
        if isinstance(result, Wait) or not self._line.paused(now):
            self._line.pause(now + self._backoff.after(result))  # else it tells nothing new
        self._results.append((posted, result))

    def _landed(self, flight: asyncio.Task[None]) -> None:
        self._flights.discard(flight)
        self._to_send.set()
        self._to_mark.set()

    # Marking and claiming

    async def _begin(self) -> None:
        while not self._stopping:
            try:
                async with self._db.transaction(self._calendar.now()) as unit:
                    ended = await take_over(unit, self._machine.now(), self._held)
                    await self._tell(unit, ended)
                return
            except DatabaseUnavailable:
                await self._machine.sleep(RETRY)

    async def _marking(self) -> None:
        tries = LAST_TRIES
        while not (self._stopping and (self._all_back() or tries <= 0)):
            now = self._machine.monotonic()
            if self._results or (now >= self._look_at and not self._stopping):
                done = await self._round(look=now >= self._look_at)
                tries -= self._stopping and not done
            else:
                pause = None if self._stopping else self._look_at - now
                await self._rest(self._to_mark, pause)

    def _all_back(self) -> bool:
        """When stopping: give back what was never sent; true when all is marked."""
        known = {posted.id for posted, _ in self._results}
        for one in self._held.values():
            if one.id not in known and not self._line.is_flying(one):
                self._results.append((one, NotSent("stopped")))
        return not self._held

    async def _round(self, *, look: bool) -> bool:
        """Write marks and claim what may go next, in one transaction; False when it failed."""
        results, self._results = self._results, []
        if look:  # `wake` may set the time of the next one meanwhile
            self._look_at, self._plenty = inf, False
        try:
            found = await self._settle(results, look=look)
        except DatabaseUnavailable:
            self._results = results + self._results
            self._look_at = 0.0 if look else self._look_at
            await self._machine.sleep(RETRY)
            return False
        except Exception as error:
            log.error("marking_broke", rows=len(results), error=type(error).__name__)
            return await self._one_by_one(results)
        self._release(results)
        self._more = found.more
        self._take(found.ready)
        if look or found.more:
            pause = LOOK_SOON if found.more else LOOK_IDLE
            self._look_at = min(self._look_at, self._machine.monotonic() + pause)
        return True

    async def _one_by_one(self, results: Sequence[tuple[Posted, SendResult]]) -> bool:
        """Write marks alone; one that cannot be written is left to its lease."""
        for number, one in enumerate(results):
            try:
                await self._settle([one], look=False, claims=False)
            except DatabaseUnavailable:
                self._results = [*results[number:], *self._results]
                break
            except Exception as error:
                log.error("mark_lost", outbox=one[0].id, error=type(error).__name__)
            self._release([one])
        self._look_at = self._machine.monotonic() + LOOK_SOON
        await self._machine.sleep(RETRY)
        return False

    def _release(self, results: Sequence[tuple[Posted, SendResult]]) -> None:
        now = self._machine.monotonic()
        for posted, _ in results:
            self._held.pop(posted.id, None)
            self._line.release(posted, now)
        self._to_send.set()

    async def _settle(
        self, results: Sequence[tuple[Posted, SendResult]], *, look: bool, claims: bool = True
    ) -> Claims:
        now, hold = self._machine.now(), self._backoff.hold
        marks = [mark_for(posted, result, now, hold) for posted, result in results]
        found = Claims()
        async with self._db.transaction(self._calendar.now()) as unit:
            await mark(unit, marks)
            if claims and not self._stopping:
                room = max(0, self._ahead - self._line.herd)
                found = await claim(
                    unit,
                    now,
                    self._held.keys() - {posted.id for posted, _ in results},
                    replies=self._ahead,
                    others=room,
                    persons=None if look else [posted.person for posted, _ in results],
                )
                full = sum(urgency > Lane.REPLY for _, urgency in found.ready) >= room
                if look or full:
                    self._plenty = found.more and (full or bool(found.ready))
            await self._tell(unit, [*marks, *found.ended])
        return found

    async def _tell(self, unit: Unit, marks: Sequence[Mark]) -> None:
        """Run the hooks; what breaks in them costs neither the marks nor the other rows' hooks."""
        for part in (marks, *([one] for one in marks)) if marks else ():
            try:
                async with unit.savepoint():
                    await self._hooks(unit, part)
            except DatabaseUnavailable:
                raise
            except Exception as error:
                log.error("delivery_hook_broke", rows=len(part), error=type(error).__name__)
                continue
            if part is marks:
                return
