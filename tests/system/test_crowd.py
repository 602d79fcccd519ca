"""X11: who floods, and who knocks uninvited, costs the others at most a second."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.opening import opened
from bot.settings import Settings
from homework.store.packing import unpack
from homework.store.tables import answer, person
from tests.support.crowd import AT_MOST, FLOOD, KNOCKS, crowded, reply, strangers, writes
from tests.support.furnished import NAMES, furnished
from tests.support.nursery import Nursery
from tests.support.premises import Premises

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("practice")]


def sent_to(here: Premises, chat: int) -> list[Any]:
    sends: list[Any] = here.emulator.world.sends
    return [one for one in sends if one["chat"] == chat and one["method"] == "sendMessage"]


async def stored(here: Premises) -> tuple[list[Any], int]:
    """The values of all answers, opened, and how many people there are."""
    settings = Settings(
        homework_data_dir=here.data, homework_key_file=here.folder / "key", _env_file=None
    )
    async with opened(settings) as db, db.transaction(here.calendar.now()) as unit:
        rows = (await unit.conn.execute(select(answer))).all()
        place = "answer", "value"
        values = [
            unpack(unit.sealer.open(*place, row.id, row.client_id, row.value)) for row in rows
        ]
        people = await unit.conn.execute(select(func.count()).select_from(person))
        return values, people.scalar_one()


async def test_x11_a_flood_and_a_thousand_strangers_delay_the_others_by_a_second_at_most(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery, BOT_TEST_PACE="real") as practice:
        here = practice.here
        await here.telegram.settings(floods=True)
        delays = await crowded(practice, flood=FLOOD, knocks=KNOCKS)
        assert delays.added <= AT_MOST, delays
        calls: list[Any] = here.emulator.world.calls
        assert Counter(one["code"] for one in calls)[429] == 0, "the messenger had to refuse"
        assert await here.bot.stop() == 0
        values, people = await stored(here)
        kept = json.dumps(values)
        for number in range(0, FLOOD, 2):
            assert f"word {number}" in kept, "a joined client's texts are always kept"
        assert people == 1 + len(NAMES), "a stranger is no row"


async def test_c1_help_is_there_within_a_second_also_in_a_crowd(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    """In a sheet and out of one, and behind a flood and strangers at the door."""
    async with furnished(template, tmp_path, nursery, BOT_TEST_PACE="real") as practice:
        here, (fox, owl, *_) = practice.here, practice.clients
        await here.telegram.settings(floods=True)
        await practice.begun(fox)
        await here.settled()
        took = [await reply(here, one, call) for one in (fox, owl) for call in ("/crisis", "sos")]
        for number in range(FLOOD):
            writes(here, here.emulator.world.people[fox.id], f"/today {number}", after=0)
        for person in strangers(here, KNOCKS):
            writes(here, person, "let me in")
        took.append(await reply(here, owl, "/crisis"))
        assert max(took) < AT_MOST, took
        await owl.expect("in danger now")
        assert await here.bot.stop() == 0


async def test_x11_beyond_the_limit_help_comes_words_are_kept_and_the_rest_is_merged(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery, BOT_TEST_PACE="real") as practice:
        here, fox = practice.here, practice.clients[0]
        await practice.begun(fox)
        before = len(sent_to(here, fox.chat))
        for _ in range(30):
            writes(here, here.emulator.world.people[fox.id], "/today", after=0)
        tap = await fox.press("Skip")
        await fox.say("/crisis")
        await fox.say("kept all the same", after=5)
        assert "press again" in str((await fox.answered(tap)).text)
        await fox.expect("in danger now")
        await fox.expect("That was a lot at once", within=60)
        await fox.expect("What did you feel", within=60)
        told = [str(one["text"]) for one in sent_to(here, fox.chat)[before:]]
        assert sum("a lot at once" in text for text in told) == 1
        assert len(told) <= 24
        assert await here.bot.stop() == 0
        values, _ = await stored(here)
        assert "kept all the same" in json.dumps(values)


async def test_x11_strangers_get_one_reply_an_hour_and_help_whenever_they_ask(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery, BOT_TEST_PACE="real") as practice:
        here = practice.here
        (one,) = strangers(here, 1)
        for text in ("hello", "/start", "are you there", "/crisis", "sos"):
            writes(here, one, text)
        assert await here.emulator.world.bell.until(
            lambda: True if len(sent_to(here, one.id)) >= 3 else None, 20
        )
        await here.telegram.calls("getUpdates", after=len(here.emulator.world.calls), within=20)
        texts = [str(sent["text"]) for sent in sent_to(here, one.id)]
        assert sum("works by invitation" in text for text in texts) == 1
        assert sum("in danger now" in text for text in texts) == 2
        assert await here.bot.stop() == 0
        _, people = await stored(here)
        assert people == 1 + len(NAMES)
