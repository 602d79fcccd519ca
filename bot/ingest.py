"""Takes updates in: each batch is handled in one transaction, and acknowledged after its commit.

A batch is what one getUpdates answer holds; a webhook would hand over batches of one. An update
whose handling fails is tried alone and then kept aside, sealed; a database that is away is never an
update's fault. It must not know what an update means: `handle` does.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.afterwards import Afterwards, AnswerTap
from bot.calls import fields
from bot.incoming import Incoming, UpdateForeign, UpdateUnreadable, parse
from homework.store import people, updates
from homework.store.database import Database, DatabaseUnavailable, Unit
from scheduler.clocks import CalendarClock, MachineClock

log = structlog.get_logger()

Raw = Mapping[str, Any]

TRIES = 3
OUTAGE_AFTER = 0.7
"""Seconds a commit may take before whoever asks for help is answered without it."""
EMPTY_ANSWER_AFTER = 1.0
"""Seconds a commit may take before pressed buttons are answered with nothing."""


@dataclass(frozen=True, slots=True)
class Handled:
    """What came of a batch. `failed`: updates left out of it, by id; `after`: calls to make now."""

    failed: Mapping[int, Exception] = field(default_factory=dict[int, Exception], repr=False)
    after: Sequence[Afterwards] = ()


Handle = Callable[[Unit, Sequence[Incoming]], Awaitable[Handled]]
Perform = Callable[[Sequence[Afterwards]], Awaitable[None]]
OnOutage = Callable[[Incoming], Awaitable[None]]
Apologise = Callable[[Unit, Incoming], Awaitable[None]]
Count = Callable[[str, int], None]


async def _no_apology(unit: Unit, incoming: Incoming) -> None:
    """Say nothing."""


def _uncounted(outcome: str, number: int) -> None:
    """Count nothing."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """One batch, parsed. `raws` by update id, in order of arrival."""

    raws: dict[int, Raw] = field(repr=False)
    incomings: list[Incoming]
    unreadable: dict[int, Exception] = field(repr=False)

    def alone(self, update_id: int) -> "_Batch":
        """Return the part that is one update."""
        return _Batch(
            {update_id: self.raws[update_id]},
            [one for one in self.incomings if one.update_id == update_id],
            {key: error for key, error in self.unreadable.items() if key == update_id},
        )


class Intake:
    """`await intake.take(raws)` returns when every update is committed or kept aside.

    `handle(unit, incomings)` decides a batch inside the transaction. `perform` makes the calls it
    left for afterwards. `on_outage(incoming)` is called, once per update and outage, while the
    database is away, and for an update that is kept aside; `apologise(unit, incoming)` writes to
    the sender of the latter.
    `count(outcome, number)` counts handled, repeated, buried and foreign updates.
    """

    def __init__(
        self,
        db: Database,
        bot_id: int,
        handle: Handle,
        perform: Perform,
        on_outage: OnOutage,
        *,
        calendar: CalendarClock,
        machine: MachineClock,
        apologise: Apologise = _no_apology,
        count: Count = _uncounted,
    ) -> None:
        self._db, self._bot_id, self._handle = db, bot_id, handle
        self._perform, self._on_outage, self._apologise = perform, on_outage, apologise
        self._calendar, self._machine, self._count = calendar, machine, count
        self._told: set[int] = set()
        self._background: set[asyncio.Task[None]] = set()

    async def take(self, raws: Sequence[Raw]) -> None:
        """Handle a batch. Raises `DatabaseUnavailable`: then nothing may be acknowledged."""
        batch = _read(raws)
        answered: set[str] = set()
        try:
            async with self._watched(batch, answered):
                await self._settle(batch, answered)
        except DatabaseUnavailable:
            await self.tell_outage(raws)
            raise
        self._told.clear()

    async def tell_outage(self, raws: Sequence[Raw]) -> None:
        """Show updates to `on_outage`, those of this outage that it has not seen.

        Whoever waits for this may be cancelled; the answer to somebody who asked for help is not.
        """
        news = [one for one in _read(raws).incomings if one.update_id not in self._told]
        self._told.update(one.update_id for one in news)
        told = [self._in_background(self._tell_safely(one)) for one in news]
        await asyncio.shield(asyncio.gather(*told))

    async def _tell_safely(self, one: Incoming) -> None:
        try:
            await self._on_outage(one)
        except Exception as error:
            log.error("outage_answer_broke", error=type(error).__name__)

    async def close(self) -> None:
        """Wait for the calls that are still being made."""
        await asyncio.gather(*self._background)

    # Deciding

    async def _settle(self, batch: _Batch, answered: set[str]) -> None:
        try:
            after, failed = await self._transact(batch)
        except DatabaseUnavailable:
            raise
        except Exception as error:
            log.error("batch_broke", updates=len(batch.raws), error=type(error).__name__)
            after, failed = [], dict.fromkeys(batch.raws, error)
        self._start([one for one in after if not _is_answered(one, answered)])
        for update_id, error in failed.items():
            after = await self._alone(batch.alone(update_id), update_id, error)
            self._start([one for one in after if not _is_answered(one, answered)])

    async def _transact(self, batch: _Batch) -> tuple[list[Afterwards], dict[int, Exception]]:
        """Handle what is new in one transaction; return what failed and is not claimed."""
        async with self._db.transaction(self._calendar.now(), hurry=True) as unit:
            fresh = await updates.claim(unit, self._bot_id, batch.raws.keys())
            incomings = [one for one in batch.incomings if one.update_id in fresh]
            handled = await self._handle(unit, incomings) if incomings else Handled()
            failed = {key: error for key, error in handled.failed.items() if key in fresh}
            await updates.release(unit, self._bot_id, failed.keys())
            unreadable = [key for key in batch.unreadable if key in fresh]
            for key in unreadable:
                await self._bury(unit, batch, key, batch.unreadable[key])
        self._count("handled", len(incomings) - len(failed))
        self._count("buried", len(unreadable))
        return list(handled.after), failed

    async def _alone(self, batch: _Batch, update_id: int, error: Exception) -> list[Afterwards]:
        for _ in range(TRIES - 1):
            self._count("repeated", 1)
            try:
                after, failed = await self._transact(batch)
            except DatabaseUnavailable:
                raise
            except Exception as again:
                error = again
                continue
            if not failed:
                return after
            error = failed[update_id]
        log.error("update_buried", error=type(error).__name__)
        await self.tell_outage(list(batch.raws.values()))  # whatever broke, help is answered
        await self._give_up(batch, update_id, error)
        return []

    async def _give_up(self, batch: _Batch, update_id: int, error: Exception) -> None:
        async with self._db.transaction(self._calendar.now()) as unit:
            if not await updates.claim(unit, self._bot_id, [update_id]):
                return
            await self._bury(unit, batch, update_id, error)
            for one in batch.incomings:
                try:
                    async with unit.savepoint():
                        await self._apologise(unit, one)
                        await unit.flush()
                except DatabaseUnavailable:
                    raise
                except Exception as broken:
                    log.error("apology_broke", error=type(broken).__name__)
        self._count("buried", 1)

    async def _bury(self, unit: Unit, batch: _Batch, update_id: int, error: Exception) -> None:
        body = json.dumps(batch.raws[update_id]).encode()  # ASCII: broken characters stay whole
        user = _sender_of(batch.raws[update_id])
        client = await people.client_of_user(unit, user) if user else None
        await updates.bury(unit, update_id, body, type(error).__name__, client)

    # While it takes long

    @asynccontextmanager
    async def _watched(self, batch: _Batch, answered: set[str]) -> AsyncGenerator[None]:
        watch = asyncio.create_task(self._watch(batch, answered))
        try:
            yield
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)

    async def _watch(self, batch: _Batch, answered: set[str]) -> None:
        await self._machine.sleep(OUTAGE_AFTER)
        await self.tell_outage(list(batch.raws.values()))
        await self._machine.sleep(EMPTY_ANSWER_AFTER - OUTAGE_AFTER)
        waiting = [one.callback for one in batch.incomings if one.callback]
        answered.update(waiting)
        self._start([AnswerTap(callback) for callback in waiting])

    def _start(self, items: Sequence[Afterwards]) -> None:
        """Make calls without waiting for them: the next batch need not."""
        if items:
            self._in_background(self._perform_safely(items))

    def _in_background(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task

    async def _perform_safely(self, items: Sequence[Afterwards]) -> None:
        try:
            await self._perform(items)
        except Exception as error:
            log.error("afterwards_broke", error=type(error).__name__)


def _sender_of(raw: Raw) -> int | None:
    """Return who sent an update, also one that could not be read."""
    for part in raw.values():
        user = fields(fields(part).get("from")).get("id")
        if type(user) is int:
            return user
    return None


def _is_answered(item: Afterwards, answered: set[str]) -> bool:
    return isinstance(item, AnswerTap) and item.callback in answered


def _read(raws: Sequence[Raw]) -> _Batch:
    """Parse each update alone; what has no id cannot be handled or acknowledged and is left out."""
    batch = _Batch({}, [], {})
    for raw in raws:
        update_id = raw.get("update_id")
        if type(update_id) is not int:
            log.error("update_without_id")
            continue
        if update_id in batch.raws:
            continue  # brought a second time while the first waited
        batch.raws[update_id] = raw
        try:
            batch.incomings.append(parse(raw))
        except UpdateForeign:
            continue
        except UpdateUnreadable as error:
            batch.unreadable[update_id] = error
    return batch
