"""Updates that break, make no sense, come twice or count from anew: the others never suffer."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.opening import opened
from bot.settings import Settings
from homework.store.tables import dead_update
from tests.support.furnished import Practice, furnished
from tests.support.nursery import Nursery
from tests.support.premises import Premises
from tests.support.telegram import Phone

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("practice")]

POISON = "zzpoisonzz"
APOLOGY = "Something went wrong here with your last message"


def settings(here: Premises) -> Settings:
    return Settings(
        homework_data_dir=here.data, homework_key_file=here.folder / "key", _env_file=None
    )


async def gathered(practice: Practice, helper: Phone) -> None:
    """Make the bot's next look at the queue a late one, so that a batch gathers meanwhile."""
    await practice.here.telegram.fault("delay", "getUpdates", seconds=0.6)
    await helper.say("/help")
    await helper.expect("What you can do here")


def seconds_of(here: Premises, phone: Phone, since: int, words: str) -> float:
    """When a message with these words went to a chat, on the messenger's machine clock."""
    sends: list[Any] = here.emulator.world.sends
    return next(
        one["seconds"]
        for one in sends[since:]
        if one["chat"] == phone.chat and words in one["text"]
    )


async def test_rule_4_1_poison_in_every_position_of_a_batch_over_http(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery, BOT_TEST_POISON=POISON) as practice:
        here, clients = practice.here, practice.clients
        world = here.emulator.world
        for phone in clients:
            await practice.begun(phone)
        for position, ill in enumerate(clients):
            await gathered(practice, practice.therapist)
            since, polls = len(world.sends), len(world.calls)
            for place, phone in enumerate(clients):
                await phone.say(POISON if place == position else f"/today {position}", after=5)
            assert len(world.queue.waiting) >= len(clients), "they are one batch"
            for phone in clients:
                if phone is not ill:
                    await phone.expect("You are in the middle of")
            await ill.expect(APOLOGY)
            calls: list[Any] = world.calls[polls:]
            handed = min(one["seconds"] for one in calls if one["method"] == "getUpdates")
            for phone in clients:
                if phone is not ill:
                    late = seconds_of(here, phone, since, "You are in the middle of") - handed
                    assert late < 1.0, f"{phone.name} waited {late:.2f} s"
        counts = (await here.bot.ask("counts"))["counts"]
        assert counts["homework_dead_updates_total"] == len(clients)
        assert await here.bot.stop() == 0
        assert POISON not in here.bot.log.read_text()
        async with opened(settings(here)) as db, db.transaction(here.calendar.now()) as unit:
            rows = (await unit.conn.execute(select(dead_update))).all()
            assert [row.error for row in rows] == ["LookupError"] * len(clients)
            for row in rows:
                assert POISON.encode() not in row.body
                assert row.client_id is not None, "it goes when its sender's key goes"
                body = unit.sealer.open("dead_update", "body", row.id, row.client_id, row.body)
                assert POISON in body


GARBAGE: list[Any] = [
    17,
    "words",
    None,
    [],
    {},
    {"update_id": "seven", "message": {}},
    {"message": None},
    {"message": {"message_id": "x"}},
    {"message": {"message_id": 1, "date": 1e300, "chat": {"id": 1, "type": "private"}}},
    {"message": {"message_id": 1, "date": 0, "chat": {"id": "7", "type": "private"}, "text": 5}},
    {"message": {"text": "x" * 100_000}},
    {"callback_query": {"id": 5, "data": ["a"]}},
    {"callback_query": {"id": "5", "from": {"id": 1}, "data": "\x00:\x00"}},
    {"edited_message": {"chat": {}}},
    {"my_chat_member": {"chat": {"id": 2**70, "type": "private"}, "new_chat_member": "kicked"}},
    {"poll": {"id": "1"}, "extra": {"deep": [[[[[[]]]]]]}},
    {"something_new": {"of": "next year"}},
]


async def test_rule_4_1_garbage_stops_nobody(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here, fox = practice.here, practice.clients[0]
        await gathered(practice, practice.therapist)
        await fox.say("/today", after=5)
        for garbage in GARBAGE:
            await here.telegram.queue(garbage=[garbage])
        await fox.say("/help", after=5)
        await fox.expect("What you can do here")
        said = str(await fox.screen())
        assert said.count("Nothing is due") == 2, "the answer to /today, and help begins so too"
        await practice.begun(fox)
        left = [item.raw for item in here.emulator.world.queue.waiting]
        assert not [raw for raw in left if raw in GARBAGE], "all of it is acknowledged"
        assert await here.bot.stop() == 0


async def test_rule_4_1_ids_that_restart_at_random_and_repeats_are_told_apart(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here, fox = practice.here, practice.clients[0]
        await practice.begun(fox)
        queue = here.emulator.world.queue
        for words, restart in (("q a", 0), ("q b", 5), ("q c", 900_000_000), ("q d", 0)):
            await fox.say(f"/today {words}", after=5)
            await fox.expect("You are in the middle of")
            await here.telegram.queue(restart=restart)
        sent = len(here.emulator.world.sends)
        await here.telegram.queue(redeliver=4)
        await fox.say("/help")
        await fox.expect("What you can do here")
        assert len(here.emulator.world.sends) == sent + 1, "what came again was not handled again"
        await here.bot.restart()
        await here.telegram.queue(redeliver=4, shuffle=1)
        await fox.say("/help")
        await fox.expect("What you can do here")
        assert len(here.emulator.world.sends) == sent + 2, "nor by the next process"
        assert queue.next_id < 900_000_000
