"""Fetches updates, one long poll after another, and moves on only past what is committed.

The offset is named once, right after the commit: ids restart at random after a quiet week, and an
old offset would then throw away what is new. It must not know what an update means.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import cast

import structlog
from telegram.error import Conflict, TelegramError

from bot.calls import Api
from bot.ingest import Intake, Raw
from bot.transport import Flooded, TokenRefused
from homework.store.troubles import DatabaseUnavailable
from scheduler.clocks import MachineClock
from scheduler.waiting import until

log = structlog.get_logger()

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
LONG_POLL = 25
"""Seconds the server holds a poll open when there is nothing new."""
BATCH = 100
CONFLICT_PAUSE = 5.0
OUTAGE_PAUSE = 0.5
"""Short: while the database is away, somebody may ask for help and must not wait."""
PEEK_AFTER = 0.5
ACKNOWLEDGE_SECONDS = 1.0
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 10.0


def _unheard() -> None:
    """Tell nobody."""


class Poller:
    """Polls from `run` to `stop`. The one poller of its token: the instance lock sees to that.

    `fetched` is told of each poll that was answered.
    """

    def __init__(
        self,
        api: Api,
        intake: Intake,
        machine: MachineClock,
        *,
        long_poll: int = LONG_POLL,
        fetched: Callable[[], None] = _unheard,
    ) -> None:
        self._api, self._intake, self._machine = api, intake, machine
        self._long_poll, self._fetched = long_poll, fetched
        self._offset: int | None = None
        self._failures = 0
        self._stopped = asyncio.Event()
        self._stopping = False

    async def run(self) -> None:
        """Poll until `stop`. Raises `TokenRefused`; every other trouble passes by itself."""
        try:
            while not self._stopping:
                await self._turn()
        finally:
            await self._acknowledge()
            await self._intake.close()

    def stop(self) -> None:
        """End after the batch in hand; a poll that waits for news is given up."""
        self._stopping = True
        self._stopped.set()

    async def _turn(self) -> None:
        try:
            raws = await self._fetch_or_stop()
        except TokenRefused:
            raise
        except TelegramError as error:
            await self._hold_back(error)
            return
        if raws is None:
            return
        self._fetched()
        self._failures = 0
        self._offset = None  # named once: whatever it confirmed is confirmed
        if raws:
            await self._take(raws)

    async def _take(self, raws: Sequence[Raw]) -> None:
        peeking = asyncio.create_task(self._peek())
        try:
            await self._intake.take(raws)
        except Exception as error:
            known = isinstance(error, DatabaseUnavailable)
            event = "nothing_acknowledged" if known else "batch_not_settled"
            log.error(event, error=type(error).__name__, updates=len(raws))
            await self._pause(OUTAGE_PAUSE)
        else:
            ids = [raw["update_id"] for raw in raws if type(raw.get("update_id")) is int]
            if ids:
                self._offset = ids[-1] + 1
            else:
                await self._pause(CONFLICT_PAUSE)
        finally:
            peeking.cancel()
            await asyncio.gather(peeking, return_exceptions=True)

    async def _peek(self) -> None:
        """While a batch does not get through, look for new updates of people who need help now."""
        await self._machine.sleep(PEEK_AFTER)
        while True:
            try:
                await self._intake.tell_outage(await self._fetch(0))
            except TelegramError as error:
                log.info("peek_failed", error=type(error).__name__)
            await self._machine.sleep(OUTAGE_PAUSE)

    async def _fetch_or_stop(self) -> list[Raw] | None:
        fetch = asyncio.ensure_future(self._fetch(self._long_poll))
        stopped = asyncio.ensure_future(self._stopped.wait())
        try:
            await asyncio.wait([fetch, stopped], return_when=asyncio.FIRST_COMPLETED)
            return await fetch if fetch.done() else None
        finally:
            fetch.cancel()
            stopped.cancel()

    async def _fetch(self, seconds: int, *, limit: int = BATCH) -> list[Raw]:
        result = await self._api.call(
            "getUpdates",
            {
                "offset": self._offset,
                "limit": limit,
                "timeout": seconds,
                "allowed_updates": list(ALLOWED),
            },
            read_timeout=seconds + 10.0,
        )
        listed = cast("list[object]", result) if isinstance(result, list) else []
        return [cast("Raw", raw) for raw in listed if isinstance(raw, dict)]

    async def _acknowledge(self) -> None:
        """Confirm the last batch when the program ends; not needed, only polite."""
        if self._offset is None:
            return
        try:
            async with asyncio.timeout(ACKNOWLEDGE_SECONDS):
                await self._fetch(0, limit=1)
        except (TelegramError, TimeoutError) as error:
            log.info("not_acknowledged", error=type(error).__name__)

    async def _hold_back(self, error: TelegramError) -> None:
        log.warning("poll_failed", error=type(error).__name__)
        match error:
            case Conflict() if "webhook" in error.message:
                await self._drop_webhook()
            case Conflict():
                await self._pause(CONFLICT_PAUSE)
            case Flooded():
                await self._pause(error.seconds)
            case _:
                self._failures += 1
                longer = FIRST_PAUSE * 2.0 ** min(self._failures - 1, 10)
                await self._pause(min(LONGEST_PAUSE, longer))

    async def _drop_webhook(self) -> None:
        """Polling was chosen; a webhook of former days stands in its way. Updates are kept."""
        try:
            await self._api.call("deleteWebhook", {"drop_pending_updates": False})
        except TelegramError as error:
            log.warning("webhook_stays", error=type(error).__name__)
            await self._pause(CONFLICT_PAUSE)

    async def _pause(self, seconds: float) -> None:
        if not self._stopping:
            await until(self._machine, self._stopped, seconds)
            if self._stopping:
                self._stopped.set()
