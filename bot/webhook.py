"""Takes updates that the messenger brings: 200 is said only after the commit.

Whatever else is said, the messenger brings the update again. Those that arrive while a transaction
is under way are taken together in the next one, in the order of their ids. It must not know what an
update means.
"""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import cast

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from telegram.error import TelegramError

from bot.calls import Api, fields
from bot.ingest import OUTAGE_AFTER, Intake, Raw
from bot.polling import ALLOWED
from bot.settings import Hook
from bot.transport import TokenRefused
from homework.store.troubles import DatabaseUnavailable
from scheduler.clocks import MachineClock
from scheduler.waiting import until

log = structlog.get_logger()

LARGEST = 1_000_000
"""Bytes of one update; the messenger's own are far smaller."""
BODY_SECONDS = 10.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name  # nosec B105
CONNECTIONS = 20
BATCH = 100
LOOK_AGAIN, TRY_AGAIN = 30.0, 3.0
"""Seconds between two looks at what the messenger knows of us, when all is well and when not."""

Take = Callable[[Raw], Awaitable[None]]


class Closed(Exception):
    """No updates are taken now."""


class Door:
    """The HTTP side. Whoever knocks before it is opened, or after, is told to come again."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._take: Take | None = None

    def __repr__(self) -> str:
        return "Door()"

    def open(self, take: Take) -> None:
        """From now on hand updates to `take`, which returns when they are committed."""
        self._take = take

    def close(self) -> None:
        """Take nothing any more."""
        self._take = None

    async def answer(self, request: Request) -> Response:
        """Answer one request: 200 after the commit, 403, 400, 413, or 503 for "again, please"."""
        given = request.headers.get(SECRET_HEADER, "").encode("latin-1")
        if not hmac.compare_digest(given, self._secret):
            return Response(status_code=403)
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await _body(request)
        except (ClientDisconnect, TimeoutError):
            return Response(status_code=408)
        if body is None:
            return Response(status_code=413)
        raw = _read(body)
        if raw is None:
            return Response(status_code=400)
        try:
            if self._take is None:
                raise Closed
            await self._take(raw)
        except Exception as error:
            log.warning("not_taken", error=type(error).__name__)
            return Response(status_code=503)
        return Response(status_code=200)


async def _body(request: Request) -> bytes | None:
    """Return what was sent, None when it is too much; no more than that is read."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > LARGEST:
        return None
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return bytes(body)


def _read(body: bytes) -> Raw | None:
    try:
        raw: object = json.loads(body)
    except (ValueError, RecursionError):
        return None
    fine = isinstance(raw, dict) and type(cast("Raw", raw).get("update_id")) is int
    return cast("Raw", raw) if fine else None


class Webhook:
    """Tells the messenger where we are, and takes what it brings, from `run` to `stop`.

    `heard` is told when the messenger can reach us: of each commit, and of each look that shows no
    update it could not bring.
    """

    def __init__(
        self,
        api: Api,
        intake: Intake,
        machine: MachineClock,
        hook: Hook,
        door: Door,
        *,
        heard: Callable[[], None],
    ) -> None:
        self._api, self._intake, self._machine = api, intake, machine
        self._hook, self._door, self._heard = hook, door, heard
        self._waiting: list[tuple[Raw, asyncio.Future[None]]] = []
        self._news, self._stopped = asyncio.Event(), asyncio.Event()
        self._stopping = self._named = False
        self._last = machine.now()

    async def run(self) -> None:
        """Take updates until `stop`. Raises `TokenRefused`; every other trouble passes by itself.

        The messenger is not told when we go: it keeps what it cannot bring.
        """
        taking = asyncio.create_task(self._take_all())
        self._door.open(self._take)
        try:
            while not self._stopping:
                well = await self._look()
                await until(self._machine, self._stopped, LOOK_AGAIN if well else TRY_AGAIN)
        finally:
            self.stop()
            await taking
            await self._intake.close()

    def stop(self) -> None:
        """Take nothing new; what is in hand is finished and answered."""
        self._stopping = True
        self._door.close()
        self._stopped.set()
        self._news.set()

    # What is brought

    async def _take(self, raw: Raw) -> None:
        """Return when the update is committed."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((raw, done))
        self._news.set()
        late = asyncio.create_task(self._tell_when_late(raw))
        try:
            await done
        finally:
            late.cancel()

    async def _tell_when_late(self, raw: Raw) -> None:
        """Whoever asks for help does not wait for a database that is away."""
        await self._machine.sleep(OUTAGE_AFTER)
        await self._intake.tell_outage([raw])

    async def _take_all(self) -> None:
        try:
            while not self._stopping or self._waiting:
                await self._news.wait()
                self._news.clear()
                while self._waiting:
                    batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
                    await self._settle(batch)
        finally:
            _settle_all(self._waiting, Closed())

    async def _settle(self, batch: list[tuple[Raw, asyncio.Future[None]]]) -> None:
        trouble: Exception = Closed()
        try:
            await self._intake.take(sorted((raw for raw, _ in batch), key=_id))
        except Exception as error:
            known = isinstance(error, DatabaseUnavailable)
            event = "nothing_acknowledged" if known else "batch_not_settled"
            log.error(event, error=type(error).__name__, updates=len(batch))
            trouble = error
        else:
            self._last = self._machine.now()
            self._heard()
            _settle_all(batch, None)
        finally:
            _settle_all(batch, trouble)

    # What the messenger knows of us

    async def _look(self) -> bool:
        """Make the messenger bring updates here; say whether it does."""
        try:
            told = fields(await self._api.call("getWebhookInfo", {}))
            if not self._named or told.get("url") != self._hook.url:
                await self._name_ourselves()
            elif self._cannot_bring(told):
                log.warning("updates_cannot_be_brought", told=told.get("last_error_message"))
                return False
        except TokenRefused:
            raise
        except TelegramError as error:
            log.warning("webhook_not_set", error=type(error).__name__)
            return False
        self._heard()
        return True

    async def _name_ourselves(self) -> None:
        await self._api.call(
            "setWebhook",
            {
                "url": self._hook.url,
                "secret_token": self._hook.secret,
                "max_connections": CONNECTIONS,
                "allowed_updates": list(ALLOWED),
                "drop_pending_updates": False,
            },
        )
        self._named, self._last = True, self._machine.now()

    def _cannot_bring(self, told: dict[str, object]) -> bool:
        """Whether updates wait over there, and the last try was after the last that came."""
        waiting, tried = told.get("pending_update_count"), told.get("last_error_date")
        if not isinstance(tried, int) or not waiting:
            return False
        return tried > self._last.timestamp()


def _id(raw: Raw) -> int:
    return cast("int", raw["update_id"])


def _settle_all(batch: list[tuple[Raw, asyncio.Future[None]]], trouble: Exception | None) -> None:
    """Answer all who still wait."""
    for _, done in batch:
        if done.done():
            continue
        if trouble is None:
            done.set_result(None)
        else:
            done.set_exception(trouble)
