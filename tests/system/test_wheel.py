"""The wheel: everything the program reads at run time is inside."""

import subprocess
import sys
import zipfile
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "scheduler", "homework", "conversations")

MUST = (
    "conversations/worksheets/*.toml",
    "conversations/locales/en/*.ftl",
    "homework/store/migrations/versions/*.py",
    "homework/safety/crisis_lines.toml",
    "homework/safety/patterns/*.toml",
    "bot/demo/page/*.html",
    *(f"{room}/py.typed" for room in ROOMS),
)


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"),
            *("--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT),
        ],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


@pytest.mark.parametrize("pattern", MUST)
def test_the_wheel_holds(inside: set[str], pattern: str) -> None:
    assert [name for name in inside if fnmatch(name, pattern)], pattern


def test_the_wheel_holds_every_file_of_the_four_rooms(inside: set[str]) -> None:
    ours = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name[0] != "."
    }
    assert ours - inside == set()


def test_the_wheel_holds_nothing_else(inside: set[str]) -> None:
    outside = {name for name in inside if name.partition("/")[0] not in ROOMS}
    assert {name.partition("/")[0].rpartition(".")[2] for name in outside} == {"dist-info"}


def test_the_wheel_brings_the_command(inside: set[str]) -> None:
    assert any(name.endswith(".dist-info/entry_points.txt") for name in inside)
