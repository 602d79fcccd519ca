"""A messenger that keeps nothing and hands out updates as fast as they are fetched.

Clients answer what stands on their screen, each as soon as they have a reply; for each of
their updates there is one of a person never seen before, or now and then nonsense. It answers every
call; of each client it remembers the last keyboard.
"""

import asyncio
import json
import random
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

BATCH = 100
PATIENCE = 0.5
STRANGERS, NONSENSE = 0.98, 0.02
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
    _ready: set[int] = field(default_factory=set[int])

    def __post_init__(self) -> None:
        self._ready.update(self.clients)

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
        match method:
            case "getUpdates":
                return await self._poll("offset" in form)
            case "getMe":
                return {"id": 4242424242, "is_bot": True, "first_name": "B", "username": "b_bot"}
            case "sendMessage" | "editMessageText":
                return await self._sent(form)
            case "answerCallbackQuery":
                await self._answered(int(form["callback_query_id"].partition("-")[0]))
                return True
            case _:
                return True

    async def _poll(self, confirms: bool) -> list[Any]:
        async with self.news:
            if confirms:
                self.taken = self.given
                self.news.notify_all()
            if not confirms and self.taken < self.given:
                return []  # the batch is not settled: a peek
            try:
                async with asyncio.timeout(PATIENCE):
                    await self.news.wait_for(lambda: self._ready and self.given < self.wanted)
            except TimeoutError:
                self._ready.update(self.clients)  # what they did last called for no answer
            batch = self._batch()
            self.given += len(batch)
            return batch

    def _batch(self) -> list[Any]:
        batch: list[Any] = []
        room = min(BATCH, self.wanted - self.given)
        while self._ready and len(batch) < room:
            batch.append(self._of_client(self._ready.pop()))
            if self.chance.random() < STRANGERS:
                self._stranger += 1
                words = self.chance.choice(("hello", "/start", "/help"))
                batch.append(self._letter(self._stranger, words))
            if self.chance.random() < NONSENSE:
                self._update += 1
                batch.append({"update_id": self._update, "message": {"nonsense": []}})
        return batch

    async def _answered(self, person: int) -> None:
        if person in self.clients:
            async with self.news:
                self._ready.add(person)
                self.news.notify_all()

    async def _sent(self, form: dict[str, str]) -> Any:
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
        await self._answered(chat)
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
            "id": f"{person}-{self._update}",
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
        form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        method = lines[0].split(" ")[1].rsplit("/", 1)[-1]
        told = json.dumps({"ok": True, "result": await knocking.answer(method, form)}).encode()
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (len(told), told)
        )
        await writer.drain()
