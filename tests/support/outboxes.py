"""A store with people in it, and a messenger that only remembers: what delivery tests stand on."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from conversations.message import Message
from homework.ids import new_id
from homework.outgoing import Outgoing, Posted
from homework.store import people
from homework.store.database import Database, Unit, upgrade
from homework.store.keyring import Keyring
from homework.store.sealing import Sealer
from homework.store.tables import outbox
from scheduler.sending import SendResult, Sent
from tests.support.hurried_clock import START

PATIENCE = 60.0


@asynccontextmanager
async def store(folder: Path, **options: Any) -> AsyncGenerator[Database]:
    """An empty database with a keyring; opened again it holds what it held."""
    keyring = Keyring.open(folder / "keyring.db", b"k" * 32)
    url = f"sqlite:///{folder / 'homework.db'}"
    upgrade(url)
    db = Database(url, Sealer(keyring), **options)
    try:
        await db.open()
        yield db
    finally:
        await db.close()
        keyring.close()


async def join(db: Database, chat: int, now: datetime = START) -> str:
    """Add a person with this messenger id; return the row id."""
    async with db.transaction(now) as unit:
        return (await people.add_person(unit, chat, "en")).id


def to(person: str, text: str = "Hello", kind: str = "ack", **more: Any) -> Outgoing:
    """A message to a person, its dedupe key of its own."""
    more.setdefault("dedupe", new_id(START))
    return Outgoing(person, None, kind, Message(text), **more)


async def rows(db: Database, now: datetime = START) -> list[Any]:
    """All outbox rows in order."""
    async with db.transaction(now) as unit:
        return list((await unit.conn.execute(select(outbox).order_by(outbox.c.id))).all())


async def post(db: Database, *messages: Outgoing, now: datetime = START) -> list[str]:
    """Write messages in one transaction; return the row ids."""
    async with db.transaction(now) as unit:
        return [unit.post(one) for one in messages]


Answer = Callable[[Posted], Awaitable[SendResult]]


@dataclass
class Messenger:
    """Takes what is sent and lets a test wait for it. `answer` decides what became of it."""

    answer: Answer | None = None
    taken: list[Posted] = field(default_factory=list[Posted])
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def __call__(self, posted: Posted) -> SendResult:
        async with self._news:
            self.taken.append(posted)
            self._news.notify_all()
        if self.answer is not None:
            return await self.answer(posted)
        return Sent(1000 + len(self.taken), START)

    async def saw(self, count: int) -> list[str]:
        """Wait until `count` messages were taken; return their texts in order."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: len(self.taken) >= count)
        return [one.message.html for one in self.taken]


class Commits:
    """Lets a test wait until the database says so: looks again after every commit."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._news = asyncio.Event()
        db.listeners.append(self._heard)
        self._looking = False

    def _heard(self, unit: Unit) -> None:
        if not self._looking:
            self._news.set()

    async def until(self, true: Callable[[Sequence[Any]], bool]) -> list[Any]:
        """Wait until the outbox rows satisfy `true`; return them."""
        async with asyncio.timeout(PATIENCE):
            while True:
                self._news.clear()
                self._looking = True
                found = await rows(self._db)
                self._looking = False
                if true(found):
                    return found
                await self._news.wait()
