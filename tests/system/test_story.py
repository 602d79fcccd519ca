"""The whole story over HTTP, therapist and client, with the bot in a process of its own."""

import asyncio
import json
import signal
import subprocess
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Machine
from tests.support.by_chat import ON_DEMAND, SCHEDULE, agreed, joined_client, joined_therapist
from tests.support.forked import HOMEWORK
from tests.support.nursery import ROOT
from tests.support.premises import Premises, premises
from tests.support.telegram import Phone

pytestmark = pytest.mark.system

SEVEN = "Thought record: looking at both sides"
THREE = "Thought record: catching the thought"
LONDON = ZoneInfo("Europe/London")


async def write(here: Premises, phone: Phone, question: str, words: str) -> None:
    """Wait for a question and answer it a few seconds after it came."""
    await phone.expect(question)
    await here.settled()
    await phone.say(words, after=5)


async def tap(here: Premises, phone: Phone, question: str, label: str) -> None:
    """Wait for a question, and for the last word about what was before; press a button under it."""
    seen = await phone.expect(question)
    assert label in seen.labels, seen.labels
    await here.settled()
    await phone.press(label, message_id=seen.message_id)


async def fill_in_both_sides(here: Premises, client: Phone) -> None:
    """Seven columns in full, with a step back, ratings, and an edit from the review."""
    await write(here, client, "What was going on", "Tuesday, my sister did not pick up")
    await write(here, client, "What did you feel", "sad 80, lonely")
    await tap(here, client, "How strong was “lonely”", "60")
    await tap(here, client, "Any other feeling", "That’s all")
    await write(here, client, "going through your mind", "She does not want to talk to me")
    await write(here, client, "Anything else?", "Nobody does")
    await tap(here, client, "Anything else?", "That’s all")
    await tap(here, client, "hit you hardest", "She does not want to talk to me")
    await tap(here, client, "How true did this thought feel", "90")
    await write(here, client, "speak for this thought", "I called twice")
    await tap(here, client, "do not fit this thought", "Back")
    await write(here, client, "speak for this thought", "I called three times")
    await write(here, client, "do not fit this thought", "She called on Sunday")
    await write(here, client, "takes in both sides", "She may be busy <and> I do miss her")
    await tap(here, client, "How true is this new thought", "70")
    await tap(here, client, "How strong is “sad” right now", "40")
    await tap(here, client, "How strong is “lonely” right now", "50")
    await tap(here, client, "a new feeling now", "That’s all")
    review = await client.expect("I called three times")
    await client.press("✎ What happened", message_id=review.message_id)
    await write(here, client, "What was going on", "Tuesday evening, my sister did not pick up")
    review = await client.expect("Tuesday evening")
    await client.press("Done", message_id=review.message_id)
    done = await client.expect("All kept. Here it is in your own words")
    assert "She may be busy <and> I do miss her" in done.text
    assert "sad 80 → 40, lonely 60 → 50" in done.text


def plainly_run(here: Premises) -> subprocess.Popen[bytes]:
    """Start the console script on settings alone."""
    env = {name: value for name, value in here.bot.env.items() if not name.startswith("BOT_")}
    with (here.folder / "run.log").open("wb") as log:
        return subprocess.Popen(
            [HOMEWORK, "run"],
            cwd=here.folder,
            env=env | {"PATH": "/usr/bin:/bin"},
            stderr=log,
        )


async def until_ten(here: Premises) -> None:
    """Let time pass until 10:00 in London, today or tomorrow."""
    now = here.calendar.now().astimezone(LONDON)
    ten = now.replace(hour=10, minute=0, second=0, microsecond=0)
    await here.jump((ten if now < ten else ten + timedelta(days=1)) - now)


async def until_rung(here: Premises, phone: Phone, words: str) -> None:
    """Let time pass, due moment by due moment, until this message comes; at most two days."""
    end = here.calendar.now() + timedelta(days=2)
    while (due := await here.next_due()) is not None and due <= end:
        await here.set_calendar(due)
        if await phone.sees(words):
            return
    raise AssertionError(f"{words!r} never came")


async def test_the_story_over_http(tmp_path: Path) -> None:
    async with premises(tmp_path) as here:
        await here.bot.start()
        therapist = await joined_therapist(here)
        await until_ten(here)  # the story of a day must not depend on when the tests run
        fox = await joined_client(therapist, "Fox")
        await agreed(here, therapist, fox, SEVEN, SCHEDULE)

        await until_rung(here, fox, "Ready when you are")
        assert here.calendar.now().astimezone(LONDON).strftime("%H:%M") == "18:00"
        await fox.press("Start")
        await fill_in_both_sides(here, fox)
        await fox.expect("Your therapist can read this sheet")
        await fox.press("No more questions")
        shared = await fox.expect("Your therapist can read this sheet")
        assert "Keep it to myself" in shared.labels

        told = max(one.message_id for one in await therapist.messages())
        await until_rung(here, therapist, "1 entry to read")
        assert here.calendar.now().astimezone(LONDON).strftime("%H:%M") == "08:00"
        digest = await therapist.expect("Your clients")
        assert digest.text.count("Fox") == 1, digest.text
        assert [one for one in await therapist.messages() if one.message_id > told] == [digest]
        await therapist.press("Fox", message_id=digest.message_id)
        page = await therapist.expect("Fox")
        entry = next(label for label in page.labels if label.startswith("New:"))
        await therapist.press(entry)
        read = await therapist.expect("Tuesday evening, my sister did not pick up")
        assert "She may be busy <and> I do miss her" in read.text
        assert "She does not want to talk to me" in read.text
        assert await here.bot.stop() == 0
        assert '"level": "error"' not in here.bot.log.read_text(), here.bot.tail()


async def test_the_story_by_plain_homework_run(tmp_path: Path) -> None:
    """No test's hand inside: the console script, its settings, and SIGTERM."""
    async with premises(tmp_path) as here:
        process = plainly_run(here)
        try:
            assert await here.telegram.calls("getMe", within=60), (tmp_path / "run.log").read_text()
            therapist = await joined_therapist(here)
            fox = await joined_client(therapist, "Fox")
            await agreed(here, therapist, fox, THREE, ON_DEMAND)
            await fox.say("/log")
            await write(here, fox, "What was going on", "Lunch, two people left without me")
            await write(here, fox, "What did you feel", "sad 70")
            await tap(here, fox, "Any other feeling", "That’s all")
            await write(here, fox, "going through your mind", "They do not want me there")
            await tap(here, fox, "Anything else?", "That’s all")
            await tap(here, fox, "two people left without me", "Done")
            await fox.expect("All kept")
            await therapist.say("/digest")
            digest = await therapist.expect("1 entry to read")
            await therapist.press("Fox", message_id=digest.message_id)
            page = await therapist.expect("Fox")
            await therapist.press(next(one for one in page.labels if one.startswith("New:")))
            await therapist.expect("They do not want me there")

            listed = await here.command("therapist", "list", "--json")
            assert json.loads(listed.stdout)[0]["state"] == "joined"
            began = Machine().monotonic()
            process.send_signal(signal.SIGTERM)
            code = await asyncio.wait_for(asyncio.to_thread(process.wait), 30)
            assert code == 0, (tmp_path / "run.log").read_text()
            assert Machine().monotonic() - began < 10
        finally:
            process.kill()
            process.wait()
        assert str(ROOT) not in (tmp_path / "run.log").read_text(), "no traceback"
