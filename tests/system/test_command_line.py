"""The command line as operators and scripts meet it: usage, wrong settings, exit codes."""

import base64
import os
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from bot.cli import app
from bot.lock import hold, is_held
from tests.support.command_line import KEY, Run, everything_in, is_one_sentence

pytestmark = pytest.mark.system


# Usage --------------------------------------------------------------------------------------------


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


def commands(one: object) -> list[TyperCommand]:
    if isinstance(one, TyperGroup):
        return [inner for each in one.commands.values() for inner in commands(each)]
    assert isinstance(one, TyperCommand)
    return [one]


def test_x8_no_command_takes_the_token() -> None:
    """Whoever may list the processes of a machine may read their arguments."""
    every = commands(get_command(app))
    taken = {str(each.name) for one in every for each in one.params}
    assert len(every) > 15 and {"file", "client"} <= taken
    assert not [name for name in taken if "token" in name or "secret" in name or "key" in name]


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


# Wrong settings -----------------------------------------------------------------------------------


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
