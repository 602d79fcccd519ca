"""The demo does not start beside a real bot, wherever its token is set."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.demo.play import refuse_beside_a_bot, story_begins
from bot.endings import SettingsWrong

HOMEWORK = Path(sys.executable).with_name("homework")
TOKEN = "123456789:" + "AbCdEfGhIjKlMnOpQrStUvWxYz-_0123456"


@pytest.mark.parametrize("name", ["TELEGRAM_BOT_TOKEN", "TELEGRAM_BOT_TOKEN_FILE"])
@pytest.mark.parametrize("place", ["environment", ".env", ".env in small letters"])
def test_a_token_keeps_the_demo_from_starting(tmp_path: Path, name: str, place: str) -> None:
    kept, environment = tmp_path / ".env", {"PATH": "/usr/bin"}
    if place == "environment":
        environment[name] = TOKEN
    else:
        kept.write_text(f"{name.lower() if 'small' in place else name}={TOKEN}\n")
    with pytest.raises(SettingsWrong, match=rf"^{name} is set.*beside a real bot") as caught:
        refuse_beside_a_bot(environment, kept)
    assert TOKEN not in str(caught.value)


def test_an_empty_token_is_none(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TELEGRAM_BOT_TOKEN=\nHOMEWORK_LOG=json\n")
    refuse_beside_a_bot({"TELEGRAM_BOT_TOKEN": ""}, tmp_path / ".env")
    refuse_beside_a_bot({}, tmp_path / "missing")


def test_settings_that_cannot_be_read_may_hold_a_token(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsWrong, match="cannot be read"):
        refuse_beside_a_bot({}, tmp_path / ".env")


@pytest.mark.system
@pytest.mark.parametrize("place", ["environment", ".env"])
def test_the_command_says_so_in_one_sentence(tmp_path: Path, place: str) -> None:
    environment = dict(os.environ)
    if place == ".env":
        (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\n")
    else:
        environment["TELEGRAM_BOT_TOKEN"] = TOKEN
    done = subprocess.run(
        [HOMEWORK, "demo", "--no-browser", "--port", "18765"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 78 and done.stdout == ""
    assert done.stderr.startswith("homework: TELEGRAM_BOT_TOKEN is set")
    assert TOKEN not in done.stderr and len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        ((2026, 7, 4, 12, 0), "2026-07-06 16:30 BST"),
        ((2026, 7, 6, 15, 29), "2026-07-06 16:30 BST"),
        ((2026, 7, 6, 15, 30), "2026-07-13 16:30 BST"),
        ((2026, 11, 23, 9, 0), "2026-11-23 16:30 GMT"),
    ],
)
def test_the_story_begins_on_a_monday_afternoon_to_come(
    now: tuple[int, int, int, int, int], begins: str
) -> None:
    told = story_begins(datetime(*now, tzinfo=UTC))
    assert f"{told:%Y-%m-%d %H:%M %Z}" == begins
