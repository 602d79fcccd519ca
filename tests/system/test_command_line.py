"""The command line as operators and scripts meet it: sentences, exit codes, JSON."""

import asyncio
import base64
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import Machine
from bot.lock import hold, is_held
from bot.opening import opened
from bot.settings import load
from homework import locking, packaged
from homework.store import people
from tests.support.phones import FILES

TOKEN = "123456789:" + "AbCdEfGhIjKlMnOpQrStUvWxYz-_0123456"
HOMEWORK = str(Path(sys.executable).with_name("homework"))
KEY = base64.b64encode(bytes(range(32)))

pytestmark = pytest.mark.system

Run = Callable[..., subprocess.CompletedProcess[str]]


def closed_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with working settings, a key, and no messenger that could be reached."""
    key = tmp_path / "master.key"
    key.write_bytes(KEY)
    key.chmod(0o600)
    (tmp_path / ".env").write_text(
        f"TELEGRAM_BOT_TOKEN={TOKEN}\n"
        f"TELEGRAM_API_URL=http://127.0.0.1:{closed_port()}\n"
        f"HOMEWORK_KEY_FILE={key}\n"
    )
    return tmp_path


@pytest.fixture
def homework(home: Path) -> Run:
    def run(*arguments: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [HOMEWORK, *arguments],
            cwd=home,
            env=os.environ | settings,
            capture_output=True,
            text=True,
            timeout=60,
            input=typed,
        )

    return run


def is_one_sentence(done: subprocess.CompletedProcess[str], name: str) -> bool:
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("homework: ")
    assert name in lines[0]
    assert TOKEN not in done.stdout + done.stderr
    assert done.stdout == ""
    return True


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file but the lock's, which stays behind on purpose."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


# Usage ------------------------------------------------------------------------------------------


def test_help_names_every_command(homework: Run) -> None:
    done = homework("--help")
    assert done.returncode == 0
    for name in (
        "run",
        "demo",
        "therapist",
        "worksheet",
        "crisis",
        "db",
        "key",
        "doctor",
        "backup",
        "restore",
        "export",
    ):
        assert f"\n  {name} " in done.stdout


def test_help_imports_nothing_slow() -> None:
    asked = (
        "import sys, bot.cli; slow = {'telegram', 'sqlalchemy', 'pydantic', 'aiohttp', 'alembic',"
        " 'uvicorn', 'cryptography', 'apscheduler'} & set(sys.modules); sys.exit(str(slow or 0))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)
    assert done.stderr.strip() in {"", "0"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("therapist", "dance"),
        ("run", "--fast"),
        ("demo", "--port", "many"),
        ("demo", "--port", "70000"),
        ("therapist", "invite"),
        ("therapist", "invite", " "),
        ("therapist", "invite", "x" * 61),
        ("crisis", "confirm", "Atlantis"),
        ("worksheet", "preview", "no_such_sheet"),
    ],
)
def test_wrong_usage_is_64(homework: Run, arguments: tuple[str, ...]) -> None:
    done = homework(*arguments)
    assert done.returncode == 64, done.stderr
    assert is_one_sentence(done, "")


# Wrong settings ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as `db upgrade` makes it."""
    folder = tmp_path_factory.mktemp("made") / "data"
    env = os.environ | {"HOMEWORK_DATA_DIR": str(folder)}
    subprocess.run([HOMEWORK, "db", "upgrade"], env=env, check=True, capture_output=True)
    return folder


@pytest.fixture
def ready(made: Path, home: Path) -> Path:
    shutil.copytree(made, home / "data")
    return home


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "not-a-token"),
        ("TELEGRAM_API_URL", "telegram"),
        ("DATABASE_URL", "postgresql://localhost/x"),
        ("HOMEWORK_LANGUAGES", "tlh"),
        ("HOMEWORK_LOG", "loud"),
        ("HOMEWORK_KEY_FILE", "/no/such/key"),
        ("HOMEWORK_MINORS", "sometimes"),
    ],
)
def test_run_with_a_wrong_setting(homework: Run, ready: Path, name: str, value: str) -> None:
    before = everything_in(ready)
    done = homework("run", **{name: value})
    assert done.returncode == 78
    assert is_one_sentence(done, name)
    assert everything_in(ready) == before


@pytest.mark.parametrize("name", ["TELEGRAM_BOT_TOKEN", "HOMEWORK_KEY_FILE"])
def test_run_with_a_missing_setting(homework: Run, ready: Path, name: str) -> None:
    env = ready / ".env"
    env.write_text("\n".join(line for line in env.read_text().splitlines() if name not in line))
    before = everything_in(ready)
    done = homework("run")
    assert done.returncode == 78
    assert is_one_sentence(done, f"{name} is not set; expected is")
    assert everything_in(ready) == before


@pytest.mark.parametrize("what", ["world-readable", "unreadable", "short", "inside", "another"])
def test_run_with_a_wrong_key(homework: Run, ready: Path, what: str) -> None:
    assert homework("therapist", "list").returncode == 0  # makes the keyring
    key = ready / "master.key"
    if what == "world-readable":
        key.chmod(0o644)
    elif what == "unreadable":
        key.unlink()
        key.mkdir()
    elif what == "short":
        key.write_bytes(KEY[:20])
    elif what == "inside":
        key = key.rename(ready / "data" / "master.key")
    elif what == "another":
        key.write_bytes(base64.b64encode(bytes(32)))
    before = everything_in(ready)
    done = homework("run", HOMEWORK_KEY_FILE=str(key))
    assert done.returncode == 78
    assert is_one_sentence(done, "HOMEWORK_KEY_FILE")
    assert everything_in(ready) == before


def test_run_without_the_keyring_of_its_data(homework: Run, ready: Path) -> None:
    assert homework("therapist", "invite", "Dr A").returncode == 0
    for kept in (ready / "data").glob("keyring*"):
        kept.unlink()
    done = homework("run")
    assert done.returncode == 78
    assert is_one_sentence(done, "keyring")
    assert not list((ready / "data").glob("keyring*"))


def test_run_on_a_database_of_a_newer_version(homework: Run, ready: Path) -> None:
    import sqlite3

    path = ready / "data" / "homework.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'v9999_from_the_future'")
    content = path.read_bytes()
    done = homework("run")
    assert done.returncode == 78
    assert is_one_sentence(done, "newer version")
    done = homework("db", "upgrade")
    assert done.returncode == 78
    assert is_one_sentence(done, "newer version")
    assert path.read_bytes() == content


def test_rule_4_9_a_second_instance_says_so(homework: Run, ready: Path) -> None:
    lock = ready / "data" / "homework.db.lock"
    with hold(lock):
        done = homework("run")
        assert done.returncode == 75
        assert is_one_sentence(done, f"(process {os.getpid()})")
        assert is_held(lock)
        assert homework("therapist", "list").returncode == 0
    assert not is_held(lock)


def test_the_demo_on_a_port_that_is_taken(homework: Run) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = homework("demo", "--no-browser", "--port", str(port))
    assert done.returncode == 75
    assert is_one_sentence(done, f"Port {port} is in use")


def test_a_command_before_the_database_is_made(homework: Run) -> None:
    done = homework("therapist", "list")
    assert done.returncode == 78
    assert is_one_sentence(done, "homework db upgrade")


# Commands ---------------------------------------------------------------------------------------


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


# Worksheets -------------------------------------------------------------------------------------

GOOD_SHEET = """
format = 1
id = "walk"
version = 1
title = "A walk"

[[steps]]
id = "what"
kind = "text"
prompt = "What did you see?"
"""


def test_the_shelf_is_listed(homework: Run) -> None:
    listed = json.loads(homework("worksheet", "list", "--json").stdout)
    ids = [sheet["id"] for sheet in listed]
    rungs = ["thought_record_3col", "thought_record_beck", "thought_record_7col"]
    doing = ["action_plan", "activity_monitoring", "activity_scheduling"]
    steps = ["assertiveness_practice", "behavioural_experiment", "exposure"]
    others = ["reading", "relaxation_practice", "self_monitoring", "session_bridge"]
    words = ["worry_outcome", "worry_postponement", "expressive_writing", "writing_letter"]
    assert ids == [*doing, *steps, *others, *rungs, *words]
    assert all(sheet["variants"] == ["full", "light", "minute"] for sheet in listed)
    assert all(sheet["reading_grade"]["en"] <= 6 for sheet in listed)
    assert all(sheet["reading_measure"]["en"] == "Flesch-Kincaid grade" for sheet in listed)
    shown = homework("worksheet", "list").stdout
    assert "Flesch-Kincaid grade, 6 or less" in shown
    assert all(name in shown for name in ids)
    assert all(f"en {sheet['reading_grade']['en']}" in shown for sheet in listed)


def test_a_good_worksheet_file_holds(homework: Run, home: Path) -> None:
    (home / "walk.toml").write_text(GOOD_SHEET)
    done = homework("worksheet", "check", "walk.toml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "walk.toml holds: A walk, version 1" in done.stdout


def test_every_problem_of_a_worksheet_file_is_told(homework: Run, home: Path) -> None:
    wrong = GOOD_SHEET.replace('kind = "text"', 'kind = "txt"').replace("title", "titel")
    (home / "walk.toml").write_text(wrong)
    done = homework("worksheet", "check", "walk.toml")
    assert done.returncode == 1
    assert 'line 9, step "what"' in done.stderr
    assert "titel" in done.stderr
    told = json.loads(homework("worksheet", "check", "walk.toml", "--json").stdout)
    assert told["ok"] is False
    assert {"line", "step", "rule", "fix", "text"} == set(told["problems"][0])
    assert len(told["problems"]) == len(done.stderr.splitlines())


def test_a_sheet_is_published_for_the_practice_once(homework: Run, ready: Path) -> None:
    file = ready / "kind_words.toml"
    file.write_text((FILES / "kind_words.toml").read_text())
    done = homework("worksheet", "publish", str(file))
    assert done.returncode == 0, done.stderr
    assert "Kind words, version 1, is in the library." in done.stdout
    again = homework("worksheet", "publish", str(file), "--json")
    assert json.loads(again.stdout)["worksheet"]["version"] == 1
    file.write_text((FILES / "another_question.toml").read_text())
    refused = homework("worksheet", "publish", str(file))
    assert refused.returncode == 1
    assert refused.stderr.strip().endswith("write version = 2")
    assert "version 1 is published and asks something else" in refused.stderr


def test_the_schema_describes_every_kind_of_step(homework: Run) -> None:
    schema = json.loads(homework("worksheet", "schema").stdout)
    assert {"Scale", "Moods", "YesNo"} <= schema["$defs"].keys()
    assert "when" in schema["$defs"]["Text"]["properties"]
    assert "is" in schema["$defs"]["When"]["properties"]


def test_a_translation_is_checked_against_its_original(homework: Run, home: Path) -> None:
    (home / "walk.toml").write_text(GOOD_SHEET)
    (home / "walk.de.toml").write_text('format = 1\nid = "walk"\nlocale = "de"\ntitle = "Gang"\n')
    done = homework("worksheet", "check", "walk.de.toml")
    assert done.returncode == 1
    assert "what" in done.stderr


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_worksheet_file_that_cannot_be_read(
    homework: Run, home: Path, content: bytes | None
) -> None:
    if content:
        (home / "walk.toml").write_bytes(content)
    done = homework("worksheet", "check", "walk.toml")
    assert done.returncode == 1
    assert is_one_sentence(done, "walk.toml")


def test_the_preview_needs_no_settings_and_keeps_nothing(home: Path) -> None:
    (home / ".env").unlink()
    before = everything_in(home)
    done = subprocess.run(
        [HOMEWORK, "worksheet", "preview", "thought_record_3col", "--variant", "minute"],
        cwd=home,
        input="the canary\n:q\n",
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 of" in done.stdout
    assert everything_in(home) == before


def test_the_preview_speaks_another_language(home: Path) -> None:
    done = subprocess.run(
        [HOMEWORK, "worksheet", "preview", "thought_record_3col", "--language", "de"],
        cwd=home,
        input=":q\n",
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 von" in done.stdout and "1 of" not in done.stdout
    sheet = packaged.in_other_words("thought_record_3col")["de"]
    assert sheet.steps[0].prompt in done.stdout


# The doctor -------------------------------------------------------------------------------------


def states(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    return {one["check"]: one["state"] for one in json.loads(done.stdout)["findings"]}


def test_the_doctor_on_a_healthy_house(homework: Run, ready: Path) -> None:
    homework("therapist", "invite", "Dr A")
    assert states(homework("doctor", "--json"))["backups"] == "warning"
    assert homework("backup").returncode == 0
    done = homework("doctor", "--json", HOMEWORK_OPERATOR_CHAT="4711")
    found = states(done)
    assert done.returncode == 0
    assert json.loads(done.stdout)["ok"] is True
    assert found.pop("messenger") == "warning"
    assert set(found.values()) == {"ok"}
    assert {"token", "key", "keyring", "database", "languages", "crisis lines"} <= set(found)
    told = homework("doctor", HOMEWORK_OPERATOR_CHAT="4711").stdout
    assert told.count("\n") == len(found) + 1
    assert states(homework("doctor", "--json"))["alerts"] == "warning", "nobody stands in"


def test_the_doctor_warns_of_each_language_that_nobody_has_read(homework: Run, ready: Path) -> None:
    done = homework("doctor", "--json", HOMEWORK_LANGUAGES="en,de,ru")
    assert done.returncode == 0
    found = [one for one in json.loads(done.stdout)["findings"] if one["check"] == "language"]
    assert [(one["state"], one["text"][:2]) for one in found] == [
        ("warning", "de"),
        ("warning", "ru"),
    ]


def test_the_doctor_before_anything_was_made_makes_nothing(homework: Run, home: Path) -> None:
    before = everything_in(home)
    assert homework("doctor").returncode == 0
    assert everything_in(home) == before
    assert not (home / "data").exists()


def test_the_doctor_finds_a_wrong_setting(homework: Run, ready: Path) -> None:
    (ready / "master.key").chmod(0o644)
    done = homework("doctor", "--json")
    assert done.returncode == 78
    assert states(done)["key"] == "wrong"


def test_the_doctor_finds_a_damaged_database(homework: Run, ready: Path) -> None:
    homework("therapist", "invite", "Dr A")
    path = ready / "data" / "homework.db"
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 12] = b"\xa5" * (4096 * 9)
    path.write_bytes(content)
    done = homework("doctor", "--json")
    assert done.returncode == 1
    assert states(done)["database"] == "wrong"


def test_the_doctor_misses_the_keyring(homework: Run, ready: Path) -> None:
    homework("therapist", "invite", "Dr A")
    (ready / "data" / "keyring.db").unlink()
    done = homework("doctor", "--json")
    assert done.returncode == 1
    assert states(done)["keyring"] == "wrong"
    assert not (ready / "data" / "keyring.db").exists()
