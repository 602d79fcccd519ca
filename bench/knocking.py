"""A messenger that keeps nothing and hands out updates as fast as they are handled.

Each client answers what stands on their screen, all at once, as soon as the bot has said what it
had to say; with each of their updates come some of people never seen before, now and then nonsense.
It answers every call; of each client it remembers the last keyboard.
"""

import asyncio
import json
import random
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from bench.stub.wire import as_form

BATCH = 100
QUIET = 0.03
"""Seconds without a call: the bot has nothing more to say."""
STRANGERS, NONSENSE = 2, 0.04
"""How many come with each update of a client."""
WORDS = ("tired", "a walk by the river", "70", "I am no good at this", "home, alone, at nine")
COMMANDS = ("/today", "/back", "/skip", "/settings", "/help", "/nothing", "/crisis")
OURS = ("crisis", "cmd", "set")
"""Buttons that stand outside a sheet."""


@dataclass
class Knocking:
    """`wanted` updates are handed out; `given` so far; `news` rings at each batch."""

    clients: Sequence[int]
    chance: random.Random
    wanted: int = 0
    given: int = 0
    taken: int = 0
    calls: int = 0
    news: asyncio.Condition = field(default_factory=asyncio.Condition)
    _message: int = 20_000
    _update: int = 500_000_000
    _stranger: int = 1_000_000_000
    _now: int = 1_800_000_000
    _buttons: dict[int, tuple[int, list[str]]] = field(
        default_factory=dict[int, tuple[int, list[str]]]
    )
    _called: float = 0.0

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until it is true; looked at when a batch goes out, and when it was confirmed."""
        async with self.news:
            await self.news.wait_for(true)

    async def want(self, number: int) -> None:
        """Hand out so many more, and wait until the bot has confirmed the last of them."""
        async with self.news:
            self.wanted += number
            self.news.notify_all()
        await self.until(lambda: self.taken >= self.wanted)

    async def answer(self, method: str, form: dict[str, str]) -> Any:
        """Answer one call of the Bot API."""
        self.calls += 1
        if method != "getUpdates":
            self._called = asyncio.get_running_loop().time()
        match method:
            case "getUpdates":
                return await self._poll("offset" in form)
            case "getMe":
                return {"id": 4242424242, "is_bot": True, "first_name": "B", "username": "b_bot"}
            case "sendMessage" | "editMessageText":
                return self._sent(form)
            case _:
                return True

    async def _poll(self, confirms: bool) -> list[Any]:
        async with self.news:
            if confirms:
                self.taken = self.given
                self.news.notify_all()
            if not confirms and self.taken < self.given:
                return []  # the batch is not settled: a peek
            await self.news.wait_for(lambda: self.given < self.wanted)
        clock = asyncio.get_running_loop().time
        while (left := self._called + QUIET - clock()) > 0:
            await asyncio.sleep(left)
        batch = self._round()
        self.given += len(batch)
        return batch

    def _round(self) -> list[Any]:
        batch: list[Any] = []
        few = self.chance.sample(self.clients, min(len(self.clients), BATCH // (STRANGERS + 2)))
        for person in few:
            batch.append(self._of_client(person))
            for _ in range(STRANGERS):
                self._stranger += 1
                words = self.chance.choice(("hello", "/start", "/help"))
                batch.append(self._letter(self._stranger, words))
            if self.chance.random() < NONSENSE:
                self._update += 1
                batch.append({"update_id": self._update, "message": {"nonsense": []}})
        return batch

    def _sent(self, form: dict[str, str]) -> Any:
        chat = int(form["chat_id"])
        if "message_id" in form:
            message = int(form["message_id"])
        else:
            self._message += 1
            message = self._message
        if chat in self.clients and "reply_markup" in form:
            rows = json.loads(form["reply_markup"])["inline_keyboard"]
            data = [button["callback_data"] for row in rows for button in row]
            if not any(value.split(":")[1].startswith(OURS) for value in data):
                self._buttons[chat] = message, data
        return {"message_id": message, "date": self._now, "chat": {"id": chat, "type": "private"}}

    def _of_client(self, person: int) -> Any:
        known, mood = self._buttons.get(person), self.chance.random()
        if mood < 0.03:
            return self._letter(person, self.chance.choice(COMMANDS))
        if mood < 0.08 or known is None:
            return self._letter(person, "/log")
        if mood < 0.6:
            return self._tap(person, *known)
        return self._letter(person, self.chance.choice(WORDS))

    def _letter(self, person: int, text: str) -> Any:
        self._count()
        message = self._common(person, self._message) | {"text": text}
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        return {"update_id": self._update, "message": message}

    def _tap(self, person: int, message: int, data: list[str]) -> Any:
        self._count()
        query = {
            "id": str(self._update),
            "from": {"id": person, "is_bot": False, "first_name": "P"},
            "chat_instance": "1",
            "message": self._common(person, message) | {"text": "?"},
            "data": self.chance.choice(data),
        }
        return {"update_id": self._update, "callback_query": query}

    def _count(self) -> None:
        self._update += 1
        self._message += 1
        self._now += 1

    def _common(self, person: int, message: int) -> dict[str, Any]:
        who = {"id": person, "is_bot": False, "first_name": "P"}
        chat = {"id": person, "type": "private", "first_name": "P"}
        return {"message_id": message, "date": self._now, "chat": chat, "from": who}


@asynccontextmanager
async def served(knocking: Knocking) -> AsyncGenerator[str]:
    """Serve on a free loopback port; yield the root."""
    tasks: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        try:
            await _converse(knocking, reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _converse(
    knocking: Knocking, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    while True:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        lines = head.split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        form = {name: values[0] for name, values in parse_qs(as_form(body).decode()).items()}
        method = lines[0].split(" ")[1].rsplit("/", 1)[-1]
        told = json.dumps({"ok": True, "result": await knocking.answer(method, form)}).encode()
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (len(told), told)
        )
        await writer.drain()
