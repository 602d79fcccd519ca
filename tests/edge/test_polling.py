"""Polling over HTTP: acknowledged is what is committed, and every trouble passes by itself."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.afterwards import Afterwards
from bot.calls import Api
from bot.incoming import Incoming
from bot.ingest import Handled, Intake
from bot.polling import ALLOWED, Poller
from bot.transport import AiohttpRequest, TokenRefused
from homework.store.database import Database, Unit
from tests.support.hurried_clock import HurriedMachine
from tests.support.outboxes import store
from tests.support.rude_server import api, converses, response, rude

PATIENCE = 60.0
Interruption = Callable[[str], bytes | None]


def text(update_id: int, words: str) -> dict[str, Any]:
    person = {"id": 11, "is_bot": False, "first_name": "Ann"}
    chat = {"id": 11, "type": "private"}
    message = {"message_id": update_id, "date": 1772400000, "chat": chat, "from": person}
    return {"update_id": update_id, "message": message | {"text": words}}


class Queue:
    """The server's side: keeps updates until an offset beyond them is named."""

    def __init__(self) -> None:
        self.waiting: list[dict[str, Any]] = []
        self.interruptions: list[bytes] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.news = asyncio.Condition()

    @property
    def offsets(self) -> list[int | None]:
        return [told.get("offset") for method, told in self.calls if method == "getUpdates"]

    async def put(self, *updates: dict[str, Any]) -> None:
        async with self.news:
            self.waiting += updates
            self.news.notify_all()

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE), self.news:
            await self.news.wait_for(true)

    async def __call__(self, method: str, told: dict[str, Any]) -> bytes:
        async with self.news:
            self.calls.append((method, told))
            if offset := told.get("offset"):
                self.waiting = [one for one in self.waiting if one["update_id"] >= offset]
            self.news.notify_all()
            if self.interruptions:
                return self.interruptions.pop(0)
            if method != "getUpdates":
                return api(200, result=True)
            if told["timeout"]:
                await self.news.wait_for(lambda: bool(self.waiting))
            return api(200, result=self.waiting[: told["limit"]])


class Notes:
    """What was handled, and who was told of an outage."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue
        self.handled: list[str] = []
        self.told: list[str] = []

    async def handle(self, unit: Unit, incomings: Sequence[Incoming]) -> Handled:
        self.handled += [one.text for one in incomings]
        return Handled()

    async def perform(self, items: Sequence[Afterwards]) -> None:
        """Make no calls."""

    async def on_outage(self, incoming: Incoming) -> None:
        async with self._queue.news:
            self.told.append(incoming.text)
            self._queue.news.notify_all()


@asynccontextmanager
async def polling(db: Database, queue: Queue) -> AsyncGenerator[tuple[Notes, asyncio.Task[None]]]:
    notes, machine = Notes(queue), HurriedMachine()
    intake = Intake(
        db, 42, notes.handle, notes.perform, notes.on_outage, calendar=machine, machine=machine
    )
    request = AiohttpRequest()
    await request.initialize()
    async with rude(converses(queue)) as server:
        poller = Poller(Api("42:AA", server.root, request), intake, machine)
        running = asyncio.create_task(poller.run())
        try:
            yield notes, running
        finally:
            poller.stop()
            async with asyncio.timeout(PATIENCE):
                await asyncio.gather(running, return_exceptions=True)
            await request.shutdown()


@pytest.fixture
async def db(tmp_path: Path) -> AsyncGenerator[Database]:
    async with store(tmp_path, busy_ms=20) as opened:
        yield opened


async def test_rule_4_1_the_offset_moves_after_the_commit_and_is_named_once(db: Database) -> None:
    queue = Queue()
    await queue.put(text(5, "a"), text(6, "b"))
    async with polling(db, queue) as (notes, _):
        await queue.until(lambda: 7 in queue.offsets)
        assert notes.handled == ["a", "b"]
        await queue.put(text(9, "c"))
        await queue.until(lambda: 10 in queue.offsets)
    assert [*dict.fromkeys(filter(None, queue.offsets))] == [7, 10]
    assert queue.calls[0][1]["allowed_updates"] == list(ALLOWED)
    assert queue.waiting == []


async def test_rule_4_1_ids_that_start_again_lower_are_new_updates(db: Database) -> None:
    queue = Queue()
    await queue.put(text(900_000, "old"))
    async with polling(db, queue) as (notes, _):
        await queue.until(lambda: 900001 in queue.offsets)
        await queue.put(text(17, "new"))
        await queue.until(lambda: 18 in queue.offsets)
        assert notes.handled == ["old", "new"]


async def test_rule_4_1_an_outage_acknowledges_nothing_and_passes_by_itself(
    db: Database, tmp_path: Path
) -> None:
    queue = Queue()
    other = sqlite3.connect(tmp_path / "homework.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await queue.put(text(1, "sos"), text(2, "answer"))
    async with polling(db, queue) as (notes, _):
        await queue.until(lambda: notes.told == ["sos", "answer"])
        await queue.put(text(3, "help me"))
        await queue.until(lambda: "help me" in notes.told)
        assert (notes.handled, set(queue.offsets)) == ([], {None})
        other.execute("ROLLBACK")
        other.close()
        await queue.until(lambda: 4 in queue.offsets)
        assert notes.handled == ["sos", "answer", "help me"]


async def test_rule_c1_help_is_given_while_a_commit_hangs(tmp_path: Path) -> None:
    """The database does not answer at all for long: later updates are looked at meanwhile."""
    queue = Queue()
    async with store(tmp_path, busy_ms=60_000) as db:
        other = sqlite3.connect(tmp_path / "homework.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await queue.put(text(1, "answer"))
        async with polling(db, queue) as (notes, _):
            await queue.until(lambda: notes.told == ["answer"])
            await queue.put(text(2, "sos"))
            await queue.until(lambda: notes.told == ["answer", "sos"])
            assert set(queue.offsets) == {None}
            other.execute("ROLLBACK")
            other.close()
            await queue.until(lambda: 3 in queue.offsets)
            assert notes.handled == ["answer", "sos"]


@pytest.mark.parametrize(
    "trouble",
    [
        api(409, "Conflict: terminated by other getUpdates request"),
        api(429, "Too Many Requests", retry_after=2),
        api(502, "Bad Gateway"),
        response(200, b"<html>"),
        response(200, b'{"ok": true, "result": {"not": "a list"}}'),
        response(404, b"<html>nothing here</html>"),
    ],
    ids=["409", "429", "502", "no JSON", "no list", "404"],
)
async def test_rule_4_9_polling_backs_off_and_goes_on(db: Database, trouble: bytes) -> None:
    queue = Queue()
    queue.interruptions = [trouble, trouble]
    await queue.put(text(1, "a"))
    async with polling(db, queue) as (notes, _):
        await queue.until(lambda: 2 in queue.offsets)
        assert notes.handled == ["a"]


async def test_a_webhook_of_former_days_is_taken_down_and_its_updates_kept(db: Database) -> None:
    queue = Queue()
    words = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
    queue.interruptions = [api(409, words)]
    await queue.put(text(1, "a"))
    async with polling(db, queue) as (notes, _):
        await queue.until(lambda: 2 in queue.offsets)
        assert notes.handled == ["a"]
    assert ("deleteWebhook", {"drop_pending_updates": False}) in queue.calls


async def test_rule_4_4_a_refused_token_ends_polling_with_a_clear_error(db: Database) -> None:
    queue = Queue()
    queue.interruptions = [api(401, "Unauthorized")]
    async with polling(db, queue) as (_, running):
        with pytest.raises(TokenRefused, match="does not accept the bot token"):
            await running


async def test_stopping_gives_up_a_poll_that_waits_for_news(db: Database) -> None:
    queue = Queue()
    async with polling(db, queue):
        await queue.until(lambda: queue.offsets == [None])


async def test_an_answer_without_ids_is_not_asked_for_in_a_circle(db: Database) -> None:
    queue = Queue()
    queue.interruptions = [api(200, result=[{"message": {}}, "odd"])] * 2
    await queue.put(text(1, "a"))
    async with polling(db, queue) as (notes, _):
        await queue.until(lambda: 2 in queue.offsets)
        assert notes.handled == ["a"]
