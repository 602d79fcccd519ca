"""What a person wrote, and the bot's token, are written nowhere in the clear, whatever happens.

Every file that the bot leaves is searched, log included, also after it was killed in mid-write.
"""

import random
import sqlite3
from pathlib import Path

import pytest

from tests.support.furnished import furnished
from tests.support.nursery import Nursery
from tests.support.premises import Premises
from tests.support.telegram import TOKEN

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("practice")]

WORDS = "qcanarywordq"
SECRET = TOKEN.partition(":")[2]


def leaks(folder: Path, *more: str) -> list[str]:
    """Return which secrets stand in which files, in whatever encoding; the master key's aside."""
    found: list[str] = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name == "key":
            continue
        body = path.read_bytes().lower()
        for secret in (WORDS, SECRET.lower(), *more):
            if any(secret.encode(code) in body for code in ("utf-8", "utf-16-le", "utf-16-be")):
                found.append(f"{secret[:8]} in {path.relative_to(folder)}")
    return found


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_bytes(b"\x00\xff" + WORDS.upper().encode("utf-16-le"))
    (tmp_path / "log").write_text(f"https://example.org/bot{TOKEN}/getMe")
    assert len(leaks(tmp_path)) == 2


@pytest.mark.parametrize(("form", "loud"), [("json", ""), ("console", "yes"), ("json", "yes")])
async def test_rule_x8_no_words_and_no_token_in_anything_written(
    tmp_path: Path, template: Path, nursery: Nursery, form: str, loud: str
) -> None:
    """Nor the messenger's number of anybody; also with every logger saying everything."""
    env = {"HOMEWORK_LOG": form, "BOT_TEST_POISON": f"{WORDS} poison", "BOT_TEST_LOUD": loud}
    async with furnished(template, tmp_path, nursery, **env) as practice:
        here, therapist, (fox, owl, elk, *_) = practice.here, practice.therapist, practice.clients
        await practice.begun(fox)
        await fox.say(f"{WORDS} answer", after=5)
        await fox.expect("What did you feel")
        await fox.say(f"{WORDS} at once")
        await fox.expect("Added to")
        written = next(one for one in await fox.messages() if f"{WORDS} answer" == one.text)
        await fox.edit(written.message_id, f"{WORDS} edited")
        await fox.expect("Changed.")
        await owl.say(f"{WORDS} to nobody")
        await owl.expect("I have not kept these words")
        await owl.forward(f"{WORDS} forwarded", f"{WORDS} author")
        await owl.expect("forwarded")
        await owl.send("document", f"{WORDS} caption", WORDS.encode(), name=f"{WORDS}.txt")
        await owl.expect("I cannot read files")
        await elk.say(f"{WORDS} poison")
        await elk.expect("Something went wrong here")
        await therapist.say(f"/invite {WORDS}")
        await therapist.expect(f"Link for {WORDS}")
        await therapist.say("/digest")
        await therapist.expect("Fox")
        await fox.say("/crisis")
        await fox.expect("Nobody reads this chat live")
        await spoiled_network(here)
        await locked(here)
        numbers = [str(one.id) for one in (therapist, *practice.clients)]
        assert leaks(tmp_path, *numbers) == []
        assert await here.bot.stop() == 0
    log = (tmp_path / "bot.log").read_text()
    assert log.count("\n") > (200 if loud else 5), "there is something to search"
    assert leaks(tmp_path, *numbers) == []


async def spoiled_network(here: Premises) -> None:
    """Every way a call can fail; the address of each holds the token."""
    stranger = await here.telegram.person(WORDS)
    for kind in ("drop_before", "drop_after", "error_500", "truncated", "conflict"):
        for method in ("getUpdates", "sendMessage"):
            if (kind, method) != ("conflict", "sendMessage"):
                await here.telegram.fault(kind, method)
        await stranger.say(f"/start {WORDS}")
        await stranger.say("/crisis")
        await stranger.expect("in danger now", within=40)
        await here.telegram.no_faults()


async def locked(here: Premises) -> None:
    stranger = await here.telegram.person(WORDS)
    other = sqlite3.connect(here.data / "homework.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    await stranger.say(f"{WORDS} /crisis")
    await stranger.say("/crisis")
    await stranger.expect("in danger now")
    other.execute("ROLLBACK")
    other.close()


async def test_rule_x8_a_process_killed_in_mid_write_leaves_nothing_in_the_clear(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    """Until a journal was left behind at least twice: then the kill fell into a write."""
    chance = random.Random(5)
    journals = 0
    async with furnished(template, tmp_path, nursery) as practice:
        here, fox = practice.here, practice.clients[0]
        await practice.begun(fox)
        for number in range(40):
            point = ("intake: during commit", "marking: during commit")[number % 2]
            await here.bot.ask("die", point=point, after=chance.random() * 0.002)
            await fox.say(f"{WORDS} {number}", after=5)
            await here.bot.died()
            await here.bot.ended()
            journals += (here.data / "homework.db-journal").exists()
            assert leaks(tmp_path) == []
            await here.bot.start()
            if journals >= 2 and number >= 5:
                break
        assert journals >= 2, "no kill fell into a write"
        assert await here.bot.stop() == 0
        assert leaks(tmp_path) == []
