"""Processes of the bot, begun quickly: one process has everything imported and forks them."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def environment(settings: dict[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HOMEWORK_", "TELEGRAM_", "DATABASE_"))
    }
    return kept | {"PYTHONPATH": str(ROOT)} | settings


class Nursery:
    """A process with everything imported that forks bots; one at a time."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self._socket = ours
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.bot_main", "--nursery", str(theirs.fileno())],
                cwd=ROOT,
                env=environment({}),
                pass_fds=[theirs.fileno()],
            )
        self._lines = self._socket.makefile("rb")

    def start(self, cwd: Path, env: dict[str, str], connection: int, log: int) -> int:
        """Fork a bot; return its process id."""
        request = json.dumps({"cwd": str(cwd), "env": env}).encode()
        socket.send_fds(self._socket, [request], [connection, log])
        return int(self._answer()["pid"])

    def ended(self) -> int:
        """Wait until the bot forked last has ended; return its exit code, negative for a signal."""
        return int(self._answer()["exit"])

    def close(self) -> None:
        self._lines.close()
        self._socket.close()
        self._process.wait(20)

    def _answer(self) -> dict[str, Any]:
        return json.loads(self._lines.readline())
