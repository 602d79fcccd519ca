"""The command line in a folder of its own, for tests of what operators and scripts meet."""

import base64
import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.support import forked

TOKEN = "123456789:" + "AbCdEfGhIjKlMnOpQrStUvWxYz-_0123456"
KEY = base64.b64encode(bytes(range(32)))

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
    (tmp_path / ".env").chmod(0o600)
    return tmp_path


@pytest.fixture
def homework(home: Path) -> Run:
    def run(*arguments: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return forked.run(*arguments, cwd=home, env=os.environ | settings, typed=typed)

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


def states(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    return {one["check"]: one["state"] for one in json.loads(done.stdout)["findings"]}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as `db upgrade` makes it."""
    folder = tmp_path_factory.mktemp("made") / "data"
    env = os.environ | {"HOMEWORK_DATA_DIR": str(folder)}
    forked.run("db", "upgrade", cwd=folder.parent, env=env).check_returncode()
    return folder


@pytest.fixture
def ready(made: Path, home: Path) -> Path:
    shutil.copytree(made, home / "data")
    return home
