"""The process with everything imported that forks commands for `tests.support.forked`.

Each request is four numbers of open files: a connection, in which a line of JSON says what to run,
where and in which environment, and the three streams. Told there: the command's process
id, and how it ended.
"""

import array
import atexit
import functools
import gc
import importlib
import io
import json
import logging
import os
import pkgutil
import runpy
import socket
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import structlog

ROOMS = ("conversations", "homework", "scheduler", "bot")
AT_FIRST_USE = (  # what libraries import when they are first used
    "aiosqlite",
    "alembic.command",
    "alembic.ddl.sqlite",
    "rich.console",
    "rich.table",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "typer.rich_utils",
)
STREAMS = 3


def import_everything() -> None:
    """Import all there is of the program, and what its libraries import later."""
    for room in ROOMS:
        path = importlib.import_module(room).__path__
        for one in pkgutil.walk_packages(path, f"{room}."):
            if not one.name.endswith(".__main__") and ".migrations." not in one.name:
                importlib.import_module(one.name)
    for name in AT_FIRST_USE:
        importlib.import_module(name)


def assert_fresh() -> None:
    """Importing has begun, read and kept nothing that a command would not find at its start."""
    assert threading.active_count() == 1
    assert not logging.root.handlers and not structlog.is_configured()
    caches = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    ours = [one for one in caches if one.__module__.partition(".")[0] in ROOMS]
    assert ours and not [one for one in ours if one.cache_info().currsize]


def _serve(requests: socket.socket) -> dict[str, Any] | None:
    """Fork a command for each request; returns in each command, and at the end of all requests."""
    while numbers := _received(requests):
        if os.fork() == 0:
            requests.close()
            return _attended(numbers)
        for number in numbers:
            os.close(number)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                """None of those that ended stays behind."""
    return None


def _received(requests: socket.socket) -> list[int]:
    numbers = array.array("i")
    _, ancillary, _, _ = requests.recvmsg(1, socket.CMSG_LEN((1 + STREAMS) * numbers.itemsize))
    for _, kind, data in ancillary:
        if kind == socket.SCM_RIGHTS:
            numbers.frombytes(data)
    return list(numbers)


def _attended(numbers: list[int]) -> dict[str, Any]:
    """Fork the command, tell how it ended, and end; returns in the command alone."""
    connection = socket.socket(fileno=numbers[0])
    with connection.makefile("rb") as lines:
        request = json.loads(lines.readline())
    pid = os.fork()
    if pid == 0:
        connection.detach()
        for place, number in enumerate(numbers[1:]):
            os.dup2(number, place)
        os.closerange(STREAMS, os.sysconf("SC_OPEN_MAX"))
        return request
    for number in numbers[1:]:
        os.close(number)
    connection.sendall(json.dumps({"pid": pid}).encode() + b"\n")
    _, status = os.waitpid(pid, 0)
    connection.sendall(json.dumps({"exit": os.waitstatus_to_exitcode(status)}).encode() + b"\n")
    os._exit(0)


def _become(request: dict[str, Any]) -> None:
    """Run the script as if this process had been started with it."""
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    time.tzset()
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        fresh = _opened(number, getattr(sys, name))
        setattr(sys, name, fresh)
        setattr(sys, f"__{name}__", fresh)
    script = request["command"][0]
    sys.path[0] = str(Path(script).parent)
    sys.argv[:] = request["command"]
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        if isinstance(end.code, int):
            _end(end.code)
        raise


def _opened(number: int, was: io.TextIOWrapper) -> io.TextIOWrapper:
    """Open a stream anew as this one was, which is no terminal either."""
    mode, buffering = "wb" if number else "rb", 0 if was.write_through else -1
    return io.TextIOWrapper(
        open(number, mode, buffering, closefd=False),
        encoding=was.encoding,
        errors=was.errors,
        line_buffering=was.line_buffering,
        write_through=was.write_through,
    )


def _end(code: int) -> None:
    """End as the interpreter does, but take nothing down that was imported: that takes longest."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    gc.collect()  # what was never awaited or closed complains here
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    mother = socket.socket(fileno=int(sys.argv[1]))
    import_everything()
    assert_fresh()
    gc.collect()
    gc.freeze()  # what is shared is not copied because somebody counts it
    wanted = _serve(mother)
    if wanted:
        _become(wanted)
