"""A command that is forked ends as one that is started, and each imports what it needs."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import forked, forking
from tests.support.forked import ROOT

pytestmark = pytest.mark.system

PROBE = """
import asyncio, gc, json, logging, os, signal, sys, threading, time, __main__

def is_open(number):
    try:
        return bool(os.fstat(number))
    except OSError:
        return False

streams = (sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__)
print(json.dumps({
    "arguments": sys.argv,
    "folder": os.getcwd(),
    "environment": dict(os.environ),
    "typed": sys.stdin.read(),
    "streams": [
        (one.fileno(), one.isatty(), one.encoding, one.errors, one.line_buffering,
         one.write_through)
        for one in streams
    ],
    "files": [number for number in range(256) if is_open(number)],
    "main": (__name__, __main__.__file__, __main__.__spec__ is None),
    "path": sys.path,
    "signals": [str(signal.getsignal(one)) for one in signal.valid_signals()],
    "threads": threading.active_count(),
    "logging": [str(one) for one in logging.root.handlers] + [logging.root.level],
    "loops": [str(one) for one in gc.get_objects() if isinstance(one, asyncio.BaseEventLoop)],
    "zone": time.tzname,
    "mask": os.umask(0),
    "nice": os.nice(0),
    "group": os.getpgid(0),
}))
print("x" * 200_000)
match sys.argv[1]:
    case "exit":
        sys.exit(7)
    case "word":
        sys.exit("a word")
    case "end":
        pass
    case "fail":
        raise LookupError("lost")
    case "die":
        sys.stdout.flush()
        os.kill(os.getpid(), signal.SIGTERM)
    case "never":
        async def awaited(): ...
        awaited()
        sys.exit()
    case "late":
        import atexit, threading
        atexit.register(print, "at the end")
        threading.Timer(0.05, print, ["from a thread"]).start()
        sys.exit(0)
"""


def outcome(done: subprocess.CompletedProcess[str]) -> tuple[int, str, list[str]]:
    """All but where in the files a traceback has been."""
    told = [line for line in done.stderr.splitlines() if not line.startswith(" ")]
    return done.returncode, done.stdout, told


def started(
    *command: str, cwd: Path, env: dict[str, str], typed: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, timeout=60, input=typed
    )


@pytest.mark.parametrize("how", ["exit", "word", "end", "fail", "die", "never", "late"])
def test_a_forked_script_finds_and_leaves_what_a_started_one_does(how: str, tmp_path: Path) -> None:
    script = tmp_path / "probe.py"
    script.write_text(PROBE)
    cwd = tmp_path / "here"
    cwd.mkdir()
    env = os.environ | {"HOMEWORK_X": "y", "TZ": "Asia/Tokyo"}
    there = started(sys.executable, str(script), how, "a b", cwd=cwd, env=env, typed="ты\n")
    here = forked.run(how, "a b", cwd=cwd, env=env, typed="ты\n", script=str(script))
    assert "Asia/Tokyo" in there.stdout and len(there.stdout) > 200_000
    assert outcome(here) == outcome(there)


def test_a_forked_script_that_takes_too_long_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "waits.py"
    script.write_text("import os, time\nopen('pid', 'w').write(str(os.getpid()))\ntime.sleep(60)")
    with pytest.raises(subprocess.TimeoutExpired):
        forked.run(cwd=tmp_path, env=dict(os.environ), timeout=1, script=str(script))
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@pytest.mark.parametrize(
    ("arguments", "typed", "code"),
    [
        (("run", "--fast"), "", 64),
        (("db", "upgrade"), "", 0),
        (("worksheet", "preview", "thought_record_3col"), "the wind\n:q\n", 0),
    ],
)
def test_the_installed_script_and_the_package_are_the_command_that_is_forked(
    ready: Path, arguments: tuple[str, ...], typed: str, code: int
) -> None:
    env = dict(os.environ)
    by_script = started(forked.HOMEWORK, *arguments, cwd=ready, env=env, typed=typed)
    by_name = started(sys.executable, "-m", "bot", *arguments, cwd=ready, env=env, typed=typed)
    by_fork = forked.run(*arguments, cwd=ready, env=env, typed=typed)
    assert by_script.returncode == code
    assert outcome(by_script) == outcome(by_name) == outcome(by_fork)


# What forking hides -------------------------------------------------------------------------------

IMPORTS_ALONE = """
import os, sys
from tests.support import forking

forking.import_everything()
failed = 0
for wanted in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        for name in list(sys.modules):
            if name.partition(".")[0] in forking.ROOMS:
                del sys.modules[name]
        for name in ("bot.cli", *wanted.split()):
            __import__(name)
        os._exit(0)
    failed |= os.waitpid(child, 0)[1]
sys.exit(bool(failed))
"""


def first_imports() -> list[str]:
    """The two modules that each function of the command line imports first."""
    found: set[str] = set()
    for file in (ROOT / "bot").glob("cli*.py"):
        for one in ast.walk(ast.parse(file.read_text())):
            if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
                inner = [str(each.module) for each in one.body if isinstance(each, ast.ImportFrom)]
                ours = [name for name in inner if name.partition(".")[0] in forking.ROOMS]
                found.add(" ".join(ours[:2]))
    return sorted(found - {""})


def test_each_command_may_be_the_first_to_import_what_it_needs() -> None:
    wanted = first_imports()
    assert {"bot.clock bot.opening", "bot.checkup bot.settings"} < set(wanted)
    done = started(*(sys.executable, "-c", IMPORTS_ALONE, *wanted), cwd=ROOT, env=dict(os.environ))
    assert done.returncode == 0, done.stderr
