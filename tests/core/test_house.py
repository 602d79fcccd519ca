"""The house's own rules: directions of import, file names, what may stand in a committed file."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "scheduler", "homework", "conversations")


def committed() -> list[Path]:
    """Every file git knows, or, outside a repository, every file of the source tree."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout.split("\0")
        return [ROOT / name for name in listed if name and (ROOT / name).is_file()]
    folders = (*ROOMS, "tests", "docs", "bench")
    return [path for name in folders for path in (ROOT / name).rglob("*") if path.is_file()]


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [
            Path(sys.executable).with_name("lint-imports"),
            "--no-cache",
            "--config",
            "pyproject.toml",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_two_files_in_the_house_share_a_name() -> None:
    names = Counter(
        path.name
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if path.name not in {"__init__.py", "__main__.py"} and "versions" not in path.parts
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_tests_do_not_share_names_either() -> None:
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []


# Written so that this file does not hold them itself.
FORBIDDEN = tuple(
    "".join(parts)
    for parts in (
        ("pyp", "i.org"),
        ("python", "hosted.org"),
        ("registry.npm", "js.org"),
        ("deb", ".debian.org"),
        ("proxy.golang", ".org"),
        ("/opt/", "pypi"),
        ("/opt/", "wheels"),
        ("/root", "/"),
        ("/work", "/main"),
        ("/work", "/shared"),
    )
)
MACHINE = re.compile(
    "|".join(map(re.escape, FORBIDDEN)) + r"|(?<![\w.%-])/(?:home|Users)/[a-z0-9_.-]+/"
)
# The emulator's own bot has the number 4242424242; no other token has any business here.
TOKEN = re.compile(r"\b(?!4242424242:)[0-9]{8,10}:[A-Za-z0-9_-]{35}\b")


def test_no_committed_file_names_a_registry_or_this_machine() -> None:
    found: list[str] = []
    for path in committed():
        text = path.read_bytes().decode("utf-8", errors="replace")
        for hit in (*MACHINE.finditer(text), *TOKEN.finditer(text)):
            found.append(f"{path.relative_to(ROOT)}: {hit.group()[:40]}")
    assert found == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_opens_with_why_it_exists(room: str) -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / room).rglob("*.py")
        if (text := path.read_text(encoding="utf-8").strip())
        and not text.startswith(('"""', 'r"""'))
    ]
    assert silent == []


def test_the_lock_covers_every_dependency_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9-]+)==\S+.*?\\\n\s+--hash=(\w+):", lock, re.MULTILINE))
    names = [re.split(r"[\[<>=~ ]", line, maxsplit=1)[0].lower() for line in wanted]
    assert [name for name in names if locked.get(name) != "sha256"] == []
