"""Somebody blocks the bot, or the bot was down: nothing of it counts against a client."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support.furnished import furnished
from tests.support.nursery import Nursery
from tests.support.premises import Premises
from tests.support.telegram import Phone

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("practice")]

PROMPT = "It is the time you picked"


def ends(here: Premises) -> list[tuple[str, str | None]]:
    """State and reason of every occurrence, by date."""
    with sqlite3.connect(f"{(here.data / 'homework.db').as_uri()}?mode=ro", uri=True) as db:
        found = db.execute("SELECT state, reason FROM occurrence ORDER BY local_date").fetchall()
    db.close()
    return found


def to_chat(here: Premises, phone: Phone, since: int) -> int:
    """How many calls were made for a chat, refused ones included."""
    return sum(1 for one in here.emulator.world.calls[since:] if one["chat"] == phone.chat)  # type: ignore[index,call-overload]


def at_six(here: Premises, days: int = 0) -> datetime:
    """18:00 in London, in winter, so many days on."""
    now = here.calendar.now()
    return now.replace(hour=18, minute=0, second=0, microsecond=0) + timedelta(days=days)


async def test_rule_4_4_who_blocks_the_bot_is_left_in_peace_and_nothing_is_counted(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here, therapist, fox = practice.here, practice.therapist, practice.clients[0]
        await practice.begun(fox)
        await fox.block()
        await therapist.expect("Fox cannot be reached")
        since = len(here.emulator.world.calls)
        await here.jump(timedelta(days=2))
        assert to_chat(here, fox, since) == 0
        assert ends(here) == [("not_delivered", "unreachable")] * 2
        await therapist.say("/digest")
        digest = await therapist.expect("Your clients")
        (line,) = [line for line in digest.text.splitlines() if line.startswith("Fox")]
        assert "cannot be reached" in line
        assert "0 of" not in line

        await fox.unblock()
        await fox.say("/today", after=5)
        await fox.expect("You are in the middle of")
        await here.jump(at_six(here) - here.calendar.now())
        await fox.expect(PROMPT)
        await here.settled()
        assert ends(here)[-1] == ("prompted", None)


async def test_rule_4_4_who_turns_out_to_be_gone_is_told_to_the_therapist_once(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here, therapist, fox = practice.here, practice.therapist, practice.clients[0]
        await fox.deactivate()
        since = len(here.emulator.world.calls)
        await here.jump(at_six(here) - here.calendar.now())
        await therapist.expect("Fox cannot be reached")
        await here.jump(timedelta(days=2))
        assert to_chat(here, fox, since) == 1, "asked once, and never again"
        assert ends(here) == [("not_delivered", "unreachable")] * 3
        told = [one for one in await therapist.messages() if "cannot be reached" in one.text]
        assert len([one for one in told if not one.text.startswith("Your clients")]) == 1


async def test_rule_4_5_after_downtime_one_catch_up_and_nothing_missed(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here, fox = practice.here, practice.clients[0]
        here.bot.kill()
        await here.bot.ended()
        here.calendar.jump(at_six(here, days=3) + timedelta(hours=1))
        here.write_offset()
        await here.bot.start()
        await fox.expect(PROMPT)
        await here.settled()
        late = ("not_delivered", "too_late")
        assert ends(here) == [late, late, late, ("prompted", None)]
        assert len([one for one in await fox.messages() if PROMPT in one.text]) == 1


async def test_rule_4_5_a_timer_whose_subject_moved_on_does_nothing(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    """The therapist ends the practice; the moment that was planned comes and nobody rings."""
    async with furnished(template, tmp_path, nursery) as practice:
        here, therapist, fox = practice.here, practice.therapist, practice.clients[0]
        await therapist.say("/assignments")
        listed = await therapist.expect("Fox")
        await therapist.press(next(one for one in listed.labels if one.startswith("Fox:")))
        await therapist.expect("Why:")
        await therapist.press("End it")
        await therapist.expect("What is written stays")
        await therapist.press("Yes, end it")
        await fox.expect("Your therapist ended")
        await here.jump(timedelta(days=2))
        await here.settled()
        assert not await fox.sees(PROMPT, within=0.0)
        assert ends(here) == []
