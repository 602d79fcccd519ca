"""X7: updates that are brought: 200 only after the commit, and no row for whoever is a stranger."""

import asyncio
import hmac
import json
import sqlite3
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hmac import compare_digest
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from starlette.routing import Route

from bot.calls import Api
from bot.health import listening
from bot.ingest import Handled, Intake
from bot.polling import ALLOWED
from bot.pulse import Pulse
from bot.settings import Hook, Listen
from bot.transport import AiohttpRequest
from bot.webhook import LARGEST, SECRET_HEADER, Door, Webhook
from homework.store.database import Database
from tests.edge.test_polling import Notes, Queue, text
from tests.support.hurried_clock import HurriedMachine
from tests.support.outboxes import store
from tests.support.premises import free_port
from tests.support.rude_server import api, converses, rude

SECRET = "a-word_" + "x" * 40
PATIENCE = 60.0


class Messenger(Queue):
    """Answers what a bot asks about its webhook. `info` is what it knows of it."""

    def __init__(self) -> None:
        super().__init__()
        self.info: dict[str, Any] = {"url": "", "pending_update_count": 0}

    async def __call__(self, method: str, told: dict[str, Any]) -> bytes:
        async with self.news:
            self.calls.append((method, told))
            self.news.notify_all()
            if self.interruptions:
                return self.interruptions.pop(0)
            if method == "setWebhook":
                self.info["url"] = told["url"]
                return api(200, result=True)
            return api(200, result=self.info)

    def asked(self, method: str) -> list[dict[str, Any]]:
        return [told for name, told in self.calls if name == method]


@dataclass
class House:
    """A bot behind its door."""

    root: str
    http: aiohttp.ClientSession
    notes: Notes
    webhook: Webhook
    messenger: Messenger
    running: asyncio.Task[None]
    heard: list[float]
    machine: HurriedMachine

    async def bring(self, raw: object, secret: str | None = SECRET, **more: Any) -> int:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        body = more.pop("data", None) or json.dumps(raw).encode()
        async with self.http.post(f"{self.root}/in", data=body, headers=headers | more) as answer:
            await answer.read()
            return answer.status

    async def get(self, path: str, **headers: str) -> int:
        async with self.http.get(self.root + path, headers=headers) as answer:
            return answer.status


@asynccontextmanager
async def behind_a_door(db: Database, tmp_path: Path, notes: Notes) -> AsyncGenerator[House]:
    machine, messenger = HurriedMachine(), Messenger()
    notes._queue = messenger
    intake = Intake(
        db, 42, notes.handle, notes.perform, notes.on_outage, calendar=machine, machine=machine
    )
    request, where = AiohttpRequest(), Listen("127.0.0.1", free_port())
    root, door = f"http://127.0.0.1:{where.port}", Door(SECRET)
    await request.initialize()
    heard: list[float] = []
    hook = Hook(f"{root}/in", SECRET)
    route = Route(hook.path, door.answer, methods=["POST"])
    pulse = Pulse(machine, tmp_path, tmp_path / "backups")
    async with (
        rude(converses(messenger)) as server,
        aiohttp.ClientSession() as http,
        listening(where, pulse, [route]),
    ):
        webhook = Webhook(
            Api("42:AA", server.root, request),
            intake,
            machine,
            hook,
            door,
            heard=lambda: heard.append(machine.monotonic()),
        )
        running = asyncio.create_task(webhook.run())
        await messenger.until(lambda: bool(messenger.asked("setWebhook")))
        try:
            yield House(root, http, notes, webhook, messenger, running, heard, machine)
        finally:
            webhook.stop()
            async with asyncio.timeout(PATIENCE):
                await asyncio.gather(running, return_exceptions=True)
            await request.shutdown()


@pytest.fixture
async def db(tmp_path: Path) -> AsyncGenerator[Database]:
    async with store(tmp_path, busy_ms=20) as opened:
        yield opened


@pytest.fixture
async def house(db: Database, tmp_path: Path) -> AsyncIterator[House]:
    async with behind_a_door(db, tmp_path, Notes(Queue())) as opened:
        yield opened


def claims(folder: Path) -> int:
    with sqlite3.connect(folder / "homework.db") as there:
        (number,) = there.execute("SELECT count(*) FROM update_claim").fetchone()
    there.close()
    return int(number)


async def test_x7_whoever_does_not_know_the_word_is_refused_and_leaves_no_row(
    house: House, tmp_path: Path
) -> None:
    for secret in (None, "", "wrong", SECRET[:-1], SECRET + "x", SECRET.upper(), "ä" * 47):
        assert await house.bring(text(1, "a"), secret) == 403
    huge = b"x" * (LARGEST + 1)
    assert await house.bring(None, "wrong", data=huge) == 403, "and is not read"
    assert await house.get("/in") == 405
    assert (house.notes.handled, claims(tmp_path)) == ([], 0)
    assert await house.bring(text(1, "a")) == 200


async def test_x7_every_try_at_the_word_is_compared_in_constant_time(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[bytes] = []

    def watched(given: bytes, known: bytes) -> bool:
        compared.append(given)
        return compare_digest(given, known)

    monkeypatch.setattr(hmac, "compare_digest", watched)
    tries = ("", SECRET[:1], SECRET[:-1], SECRET + "x", SECRET)
    for number, secret in enumerate(tries):
        await house.bring(text(900 + number, "a"), secret)
    assert compared == [one.encode() for one in tries], "nothing looks at it before"


async def test_x7_what_is_too_big_or_no_update_is_refused_and_leaves_no_row(
    house: House, tmp_path: Path
) -> None:
    async def pieces() -> AsyncGenerator[bytes]:
        for _ in range(LARGEST // 50_000 + 1):
            yield b" " * 50_000

    assert LARGEST <= 1_000_000
    large = text(1, "x" * LARGEST)
    assert await house.bring(large) == 413
    async with house.http.post(
        f"{house.root}/in", data=pieces(), headers={SECRET_HEADER: SECRET}
    ) as answer:
        assert answer.status == 413, "of no declared length"
    for raw in ([], 7, "x", {}, {"update_id": "1"}, {"update_id": True}):
        assert await house.bring(raw) == 400
    for body in (b"{", b"\xff\xfe", b"[" * 100_000):
        assert await house.bring(None, data=body) == 400
    assert (house.notes.handled, claims(tmp_path)) == ([], 0)


async def test_x7_the_messenger_is_told_where_we_are_and_by_which_word(house: House) -> None:
    (told,) = house.messenger.asked("setWebhook")
    assert told["url"] == f"{house.root}/in"
    assert told["secret_token"] == SECRET
    assert told["allowed_updates"] == list(ALLOWED)
    assert told["drop_pending_updates"] is False
    house.messenger.info["url"] = "https://elsewhere.example/"
    await house.messenger.until(lambda: len(house.messenger.asked("setWebhook")) == 2)


async def test_rule_4_1_two_hundred_is_said_after_the_commit_and_a_redelivery_is_handled_once(
    house: House, tmp_path: Path
) -> None:
    assert await house.bring(text(5, "a")) == 200
    assert claims(tmp_path) == 1
    assert await house.bring(text(5, "a")) == 200
    together = await asyncio.gather(*(house.bring(text(6, "b")) for _ in range(5)))
    assert together == [200] * 5
    assert house.notes.handled == ["a", "b"]


async def test_rule_4_1_a_burst_is_taken_whole_and_once(house: House, tmp_path: Path) -> None:
    brought = [text(number, str(number)) for number in range(1, 151)]
    statuses = await asyncio.gather(*(house.bring(raw) for raw in (*brought, *brought[:20])))
    assert set(statuses) == {200}
    assert sorted(house.notes.handled, key=int) == [str(number) for number in range(1, 151)]
    assert claims(tmp_path) == 150


async def test_rule_4_1_what_waits_together_is_handled_in_order(
    db: Database, tmp_path: Path
) -> None:
    """The first is held up in its handling; those that come meanwhile come in any order."""
    let_go, begun = asyncio.Event(), asyncio.Event()

    class Slow(Notes):
        async def handle(self, unit: Any, incomings: Any) -> Handled:
            if not begun.is_set():
                begun.set()
                await let_go.wait()
            return await super().handle(unit, incomings)

    async with behind_a_door(db, tmp_path, Slow(Queue())) as house:
        first = asyncio.create_task(house.bring(text(1, "1")))
        await begun.wait()
        rest = [asyncio.create_task(house.bring(text(n, str(n)))) for n in (4, 2, 5, 3)]
        async with asyncio.timeout(PATIENCE):
            while len(house.webhook._waiting) < 4:  # noqa: ASYNC110 - nobody tells of it
                await asyncio.sleep(0)
        let_go.set()
        assert await asyncio.gather(first, *rest) == [200] * 5
        assert house.notes.handled == ["1", "2", "3", "4", "5"]


async def test_rule_4_1_a_locked_database_takes_nothing_and_help_is_given_meanwhile(
    house: House, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "homework.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert await asyncio.gather(*(house.bring(text(n, f"sos{n}")) for n in (1, 2, 3))) == [503] * 3
    assert sorted(house.notes.told) == ["sos1", "sos2", "sos3"]
    assert await house.bring(text(1, "sos1")) == 503
    assert sorted(house.notes.told) == ["sos1", "sos2", "sos3"], "told once in an outage"
    other.execute("ROLLBACK")
    other.close()
    assert house.notes.handled == []
    for number in (1, 2, 3):
        assert await house.bring(text(number, f"sos{number}")) == 200
    assert house.notes.handled == ["sos1", "sos2", "sos3"]


async def test_rule_4_1_one_update_that_breaks_is_put_aside_and_others_go_on(
    db: Database, tmp_path: Path
) -> None:
    class Breaks(Notes):
        async def handle(self, unit: Any, incomings: Any) -> Handled:
            if any(one.text == "poison" for one in incomings):
                raise LookupError
            return await super().handle(unit, incomings)

    async with behind_a_door(db, tmp_path, Breaks(Queue())) as house:
        assert await house.bring(text(1, "poison")) == 200, "or it would be brought for ever"
        assert await house.bring(text(2, "b")) == 200
        assert house.notes.handled == ["b"]
        with sqlite3.connect(tmp_path / "homework.db") as there:
            assert there.execute("SELECT count(*) FROM dead_update").fetchone() == (1,)
        there.close()


async def test_what_is_in_hand_is_finished_and_later_ones_are_told_to_come_again(
    db: Database, tmp_path: Path
) -> None:
    let_go, begun = asyncio.Event(), asyncio.Event()

    class Slow(Notes):
        async def handle(self, unit: Any, incomings: Any) -> Handled:
            begun.set()
            await let_go.wait()
            return await super().handle(unit, incomings)

    async with behind_a_door(db, tmp_path, Slow(Queue())) as house:
        first = asyncio.create_task(house.bring(text(1, "a")))
        await begun.wait()
        house.webhook.stop()
        assert await house.bring(text(2, "b")) == 503
        let_go.set()
        assert await first == 200
        async with asyncio.timeout(PATIENCE):
            await house.running
        assert await house.bring(text(2, "b")) == 503
        assert house.notes.handled == ["a"]
        assert house.messenger.asked("deleteWebhook") == [], "it keeps them for the next start"


async def test_a_messenger_that_is_away_is_asked_again(house: House) -> None:
    before = len(house.messenger.asked("getWebhookInfo"))
    house.messenger.interruptions += [api(502, "Bad Gateway")] * 3
    asked = house.messenger
    await asked.until(lambda: len(asked.asked("getWebhookInfo")) > before + 4)
    assert await house.bring(text(1, "a")) == 200, "what it brings is taken all the same"


async def test_an_update_that_cannot_be_brought_makes_the_age_grow(house: House) -> None:
    asked = house.messenger
    await asked.until(lambda: len(asked.asked("getWebhookInfo")) > 1)
    later = int(house.machine.now().timestamp()) + 3600
    asked.info |= {"pending_update_count": 3, "last_error_date": later}
    seen = len(asked.asked("getWebhookInfo"))
    await asked.until(lambda: len(asked.asked("getWebhookInfo")) > seen + 1)
    known = len(house.heard)
    await asked.until(lambda: len(asked.asked("getWebhookInfo")) > seen + 4)
    assert len(house.heard) == known
    asked.info["pending_update_count"] = 0
    await asked.until(lambda: len(asked.asked("getWebhookInfo")) > seen + 7)
    assert len(house.heard) > known


async def test_x7_what_a_proxy_hands_on_never_reaches_the_watchers_page(house: House) -> None:
    assert await house.get("/healthz") == 200
    assert await house.get("/metrics") == 200
    for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Host"):
        for path in ("/healthz", "/metrics"):
            assert await house.get(path, **{name: "127.0.0.1"}) == 404


def test_x7_the_word_is_in_no_repr() -> None:
    assert SECRET not in repr(Hook("https://bot.example.org/in", SECRET)) + repr(Door(SECRET))
