"""The command line, begun quickly: one process has everything imported and forks each command.

Whoever runs a command gets what `subprocess.run` would give. In the child the installed script runs
from its first line to its exit, with its own arguments, folder, environment and streams; only the
importing is done before, and nothing but that: no settings are read, no cache is filled, no loop,
thread or file is open. What it does not show is that a command imports what it needs, and that the
interpreter can take itself down after it: `tests/system/test_forked.py` starts some for that.
"""

import atexit
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).parents[2]
HOMEWORK = str(Path(sys.executable).with_name("homework"))


def run(
    *arguments: str,
    cwd: Path,
    env: dict[str, str],
    typed: str = "",
    timeout: float = 60.0,
    script: str = HOMEWORK,
) -> subprocess.CompletedProcess[str]:
    """Run `homework ARGUMENTS`, with `typed` on its standard input and then its end.

    Raises `subprocess.TimeoutExpired`, after the command was killed. `script`: another one.
    """
    command = [script, *arguments]
    request = {"command": command, "cwd": str(cwd), "env": env}
    given, (read_out, out), (read_err, err) = _pipe_holding(typed.encode()), os.pipe(), os.pipe()
    ours, theirs = socket.socketpair()
    with ours, os.fdopen(read_out, "rb", 0) as told, os.fdopen(read_err, "rb", 0) as warned:
        ours.sendall(json.dumps(request).encode() + b"\n")
        with theirs:
            _mother().fork([theirs.fileno(), given, out, err])
        for number in (given, out, err):
            os.close(number)
        answers = ours.makefile("rb")
        pid = json.loads(answers.readline())["pid"]
        try:
            found = _all_of([told, warned], command, timeout)
            ours.settimeout(timeout)
            code = json.loads(answers.readline())["exit"]
        except TimeoutError:
            os.kill(pid, signal.SIGKILL)
            ours.settimeout(None)
            answers.readline()
            raise subprocess.TimeoutExpired(command, timeout) from None
        finally:
            answers.close()
    return subprocess.CompletedProcess(command, code, *found)


def _pipe_holding(content: bytes) -> int:
    """Return the end to read of a pipe with this in it, and nobody to write more."""
    read, write = os.pipe()
    os.set_blocking(write, False)
    assert os.write(write, content) == len(content), "more than a pipe takes"
    os.close(write)
    return read


def _all_of(pipes: list[IO[bytes]], command: list[str], timeout: float) -> list[str]:
    """Read them all to their ends, as they fill; raises `TimeoutError`."""
    found = {pipe: b"" for pipe in pipes}
    until = time.monotonic() + timeout
    with selectors.DefaultSelector() as waiting:
        for pipe in pipes:
            waiting.register(pipe, selectors.EVENT_READ)
        while waiting.get_map():
            ready = waiting.select(max(0.0, until - time.monotonic()))
            if not ready:
                raise TimeoutError(command)
            for key, _ in ready:
                pipe: Any = key.fileobj
                more = pipe.read(65536)
                found[pipe] += more
                if not more:
                    waiting.unregister(pipe)
    return [one.decode().replace("\r\n", "\n") for one in found.values()]


class Mother:
    """Started with the first command of a test process; ends with it, however it ends."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.forking", str(theirs.fileno())],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
        atexit.register(self._end)

    def fork(self, numbers: list[int]) -> None:
        """Fork a command; `numbers`: where its request stands, and its three streams."""
        socket.send_fds(self._socket, [b"+"], numbers)

    def _end(self) -> None:
        self._socket.close()
        self._process.wait(20)


_mothers: list[Mother] = []
_beginning = threading.Lock()


def _mother() -> Mother:
    with _beginning:
        if not _mothers:
            _mothers.append(Mother())
        return _mothers[0]
