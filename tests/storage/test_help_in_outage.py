"""Whoever asks for help while the database is away is answered, whatever becomes of the batch."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.afterwards import Afterwards
from bot.incoming import Incoming
from bot.ingest import Handled, Intake
from homework.store.database import Database, DatabaseUnavailable, Unit
from tests.support.hurried_clock import HurriedMachine


async def test_rule_c1_an_answer_for_help_is_not_cut_off_when_its_batch_ends(db: Database) -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()
    answered: list[str] = []

    async def handle(unit: Unit, incomings: Sequence[Incoming]) -> Handled:
        await begun.wait()
        raise DatabaseUnavailable

    async def on_outage(incoming: Incoming) -> None:
        begun.set()
        await may_end.wait()
        answered.append(incoming.text)

    async def perform(items: Sequence[Afterwards]) -> None:
        raise AssertionError

    machine = HurriedMachine()
    taking = Intake(db, 42, handle, perform, on_outage, calendar=machine, machine=machine)
    who = {"id": 11, "is_bot": False, "first_name": "Ann"}
    chat = {"id": 11, "type": "private", "first_name": "Ann"}
    message = {"message_id": 1, "date": 1772400000, "chat": chat, "from": who, "text": "sos"}
    with pytest.raises(DatabaseUnavailable):
        async with asyncio.timeout(10):
            batch = asyncio.create_task(taking.take([{"update_id": 1, "message": message}]))
            await begun.wait()
            asyncio.get_running_loop().call_later(0.05, may_end.set)
            await batch
    await taking.close()
    assert answered == ["sos"], "once, and to its end"
