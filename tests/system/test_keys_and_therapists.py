"""Commands for keys, therapists, crisis lines and the database."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.clock import Machine
from bot.lock import hold
from bot.opening import opened
from bot.settings import load
from homework import locking
from homework.store import people
from tests.support.command_line import Run, is_one_sentence, states

pytestmark = pytest.mark.system


def test_key_new_then_not_again(homework: Run, home: Path) -> None:
    path = home / "second.key"
    done = homework("key", "new", HOMEWORK_KEY_FILE=str(path))
    assert done.returncode == 0
    assert "A lost key is lost data" in done.stdout
    assert path.stat().st_mode & 0o777 == 0o600
    key = path.read_text()
    assert key.strip() not in done.stdout
    assert homework("key", "new", HOMEWORK_KEY_FILE=str(path)).returncode == 1
    assert path.read_text() == key


def test_a_key_on_paper_comes_back(homework: Run, ready: Path) -> None:
    assert homework("therapist", "invite", "Dr A").returncode == 0  # makes the keyring
    key = ready / "master.key"
    kept = key.read_bytes().strip()
    paper = homework("key", "paper").stdout
    assert len(paper.splitlines()) == 4
    refused = homework("key", "restore", typed=paper)
    assert refused.returncode == 1
    assert is_one_sentence(refused, "exists already")
    key.unlink()
    slip = paper.replace("\n", "0\n", 1)
    for typed, named in ((slip, "line 1"), (paper[:40], "Only 2 of 4 lines"), ("", "Only 0 of 4")):
        done = homework("key", "restore", typed=typed)
        assert done.returncode == 1
        assert is_one_sentence(done, named)
    another = homework("key", "new", HOMEWORK_KEY_FILE=str(ready / "b"), HOMEWORK_DATA_DIR="other")
    assert another.returncode == 0
    strange = homework(
        "key", "paper", HOMEWORK_KEY_FILE=str(ready / "b"), HOMEWORK_DATA_DIR="other"
    ).stdout
    done = homework("key", "restore", typed=strange)
    assert done.returncode == 78
    assert is_one_sentence(done, "does not fit")
    beside = key.with_name("master.key.next")  # left over where a change of the key broke off
    beside.write_bytes(kept + b"\n")
    beside.chmod(0o600)
    done = homework("key", "restore", typed=strange)
    assert done.returncode == 78 and not key.exists(), "another key that fits proves nothing"
    beside.unlink()
    inside = homework("key", "restore", typed=paper, HOMEWORK_KEY_FILE=str(ready / "data" / "k"))
    assert inside.returncode == 78
    assert not key.exists()
    done = homework("key", "restore", typed=paper.lower())
    assert done.returncode == 0, done.stderr
    assert key.read_bytes().strip() == kept
    assert key.stat().st_mode & 0o777 == 0o600
    assert homework("therapist", "list").returncode == 0


def test_the_key_is_changed(homework: Run, ready: Path) -> None:
    assert homework("key", "rotate").returncode == 1, "nothing to rotate yet"
    assert homework("therapist", "invite", "Dr A").returncode == 0
    key = ready / "master.key"
    old = key.read_bytes()
    with hold(ready / "data" / "key-rotation.lock"):
        assert homework("key", "rotate").returncode == 75
    done = homework("key", "rotate")
    assert done.returncode == 0, done.stderr
    assert "3 of 3" in done.stdout
    assert key.read_bytes() != old
    assert key.read_text().strip() not in done.stdout
    assert "Dr A" in homework("therapist", "list").stdout
    new = key.read_bytes()
    key.write_bytes(old)
    refused = homework("therapist", "list")
    assert refused.returncode == 78
    assert is_one_sentence(refused, "does not fit")
    key.write_bytes(new)
    (ready / "master.key.next").write_bytes(new)
    assert states(homework("doctor", "--json"))["key"] == "warning"
    refused = homework("key", "paper")
    assert refused.returncode == 1 and refused.stdout == ""
    assert is_one_sentence(refused, "is being changed")
    assert homework("key", "rotate").returncode == 0
    assert len(homework("key", "paper").stdout.splitlines()) == 4


def test_inviting_listing_and_removing_therapists(homework: Run, ready: Path) -> None:
    invited = json.loads(homework("therapist", "invite", "Dr A", "--json").stdout)
    assert invited["link"] is None
    assert len(invited["token"]) >= 22
    (ready / "data" / "bot.json").write_text('{"username": "a_bot"}')
    done = homework("therapist", "invite", "Dr [bold]B")
    assert "https://t.me/a_bot?start=" in done.stdout
    listed = json.loads(homework("therapist", "list", "--json").stdout)
    assert [(row["name"], row["state"]) for row in listed] == [
        ("Dr A", "invited"),
        ("Dr [bold]B", "invited"),
    ]
    assert "Dr [bold]B" in homework("therapist", "list").stdout
    assert homework("therapist", "remove", "dr a").returncode == 1  # nobody there to answer
    assert homework("therapist", "remove", "dr a", "--yes").returncode == 0
    assert homework("therapist", "remove", listed[1]["id"], "--yes").returncode == 0
    assert json.loads(homework("therapist", "list", "--json").stdout) == []
    assert homework("therapist", "remove", "Dr A", "--yes").returncode == 1


def test_a_forgotten_passphrase_is_taken_off(
    homework: Run, ready: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homework("therapist", "invite", "Dr A")
    nothing = homework("therapist", "unlock", "dr a")
    assert nothing.returncode == 1
    assert "has set no passphrase" in nothing.stderr
    monkeypatch.chdir(ready)
    asyncio.run(_set_passphrase("correct horse"))
    done = homework("therapist", "unlock", "dr a")
    assert done.returncode == 0, done.stderr
    assert "asks for no passphrase any more" in done.stdout
    assert homework("therapist", "unlock", "dr a").returncode == 1


async def _set_passphrase(words: str) -> None:
    """What a therapist does in the chat."""
    async with opened(load()) as db, db.transaction(Machine().now()) as unit:
        (one,) = await people.therapists(unit)
        person = await people.add_person(unit, 4711, "en")
        await people.change_therapist(unit, one.id, person_id=person.id)
        await locking.set_passphrase(unit, one, person, words)


def test_therapists_of_one_name_are_told_apart_by_id(homework: Run, ready: Path) -> None:
    for _ in range(2):
        homework("therapist", "invite", "Dr A")
    done = homework("therapist", "remove", "Dr A", "--yes")
    assert done.returncode == 1
    ids = [row["id"] for row in json.loads(homework("therapist", "list", "--json").stdout)]
    assert len(ids) == 2
    assert all(key in done.stderr for key in ids)


def test_confirming_crisis_lines(homework: Run) -> None:
    listed = json.loads(homework("crisis", "list", "--json").stdout)
    britain = next(row for row in listed if row["country"] == "GB")
    assert britain["emergency"]
    assert britain["lines"]
    assert {row["confirmed_on"] for row in listed} == {None}
    assert homework("crisis", "confirm", "GB").returncode == 1  # nobody there to answer
    assert homework("crisis", "confirm", "gb", "--yes").returncode == 0
    listed = json.loads(homework("crisis", "list", "--json").stdout)
    assert {row["country"] for row in listed if row["confirmed_on"]} == {"GB"}
    assert "GB" in homework("crisis", "list").stdout


def test_upgrading_twice_changes_nothing(homework: Run, ready: Path) -> None:
    before = (ready / "data" / "homework.db").read_bytes()
    assert homework("db", "upgrade").returncode == 0
    assert (ready / "data" / "homework.db").read_bytes() == before
