"""The relay on a real database: order per chat, lanes, second copies, an absent database."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from homework.outgoing import Posted
from homework.store.database import Database
from scheduler.pacing import Pace
from scheduler.relay import Relay
from scheduler.sending import Gone, NotSent, Refused, SendResult, Sent, Unknown, Wait
from tests.support.hurried_clock import HurriedMachine
from tests.support.outboxes import Commits, Messenger, join, post, store, to


@asynccontextmanager
async def relaying(db: Database, send: Any, **options: Any) -> AsyncGenerator[Relay]:
    relay = Relay(db, send, HurriedMachine(), **options)
    db.listeners.append(relay.heard)
    running = asyncio.create_task(relay.run())
    try:
        yield relay
    finally:
        relay.stop()
        async with asyncio.timeout(10):
            await running
        db.listeners.remove(relay.heard)


async def test_rule_4_2_a_reply_costs_one_transaction_before_it_is_sent(tmp_path: Path) -> None:
    messenger = Messenger()
    async with store(tmp_path) as db, relaying(db, messenger):
        ann = await join(db, 11)
        commits = Commits(db)
        await post(db, to(ann, "One"), to(ann, "Two"), to(ann, "Three"))
        assert await messenger.saw(3) == ["One", "Two", "Three"]
        found = await commits.until(lambda rows: all(row.state == "sent" for row in rows))
        assert [row.tries for row in found] == [1, 1, 1]
        assert [row.message_id for row in found] == [1001, 1002, 1003]
        assert all(row.body is None for row in found)
