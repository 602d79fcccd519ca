"""What the README tells people to type is understood by the command line."""

import re
import shlex
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli import app

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"`(?:\.venv/bin/)?homework ([a-z][^`]*)`", README)))


def understand(words: list[str]) -> None:
    """Parse a command and all that stands behind it, and do nothing; raise what it says."""
    command = get_command(app)
    while isinstance(command, TyperGroup):
        command, words = command.commands[words[0]], words[1:]
    command.make_context(command.name, words)


@pytest.mark.parametrize("line", COMMANDS)
def test_the_readmes_commands_are_understood(line: str) -> None:
    understand(shlex.split(line))


def test_there_are_commands_and_an_unknown_one_is_noticed() -> None:
    assert len(COMMANDS) > 5
    with pytest.raises(Exception, match="GB"):
        understand(["crisis", "list", "GB"])
