"""Reads requirements.lock: what is locked, with which hashes, and what only developers need."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_FIRST = re.compile(r"([a-z0-9._-]+)==([^\s;]+)")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Locked:
    """One locked distribution. `hashes`: sha256 of each file that may be installed."""

    name: str
    version: str
    hashes: tuple[str, ...]
    needed_by: tuple[str, ...]
    development: bool


def locked() -> list[Locked]:
    """Return what is locked, in the order of the file; a name may have two versions."""
    text = (ROOT / "requirements.lock").read_text()
    entries = [one for one in re.split(r"\n(?=[a-z0-9])", text) if _FIRST.match(one)]
    parents: dict[str, set[str]] = {}
    for entry in entries:
        name = _FIRST.match(entry)[1]
        via = re.findall(r"#\s+(?:via\s+)?([A-Za-z0-9._-]+)", entry.partition("# via")[2])
        first = re.findall(r"# via ([A-Za-z0-9._-]+)", entry)
        parents.setdefault(name, set()).update(via, first)
    needed = _closure(parents)
    found: list[Locked] = []
    for entry in entries:
        match = _FIRST.match(entry)
        hashes = tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry)))
        name = match[1]
        by = tuple(sorted(parents[name]))
        found.append(Locked(name, match[2], hashes, by, name not in needed))
    return found


def _closure(parents: dict[str, set[str]]) -> set[str]:
    """Return all names that the bot itself needs, its own dependencies and theirs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = {_NAME.match(one)[0].lower() for one in project["dependencies"]}
    while more := {name for name, by in parents.items() if by & needed} - needed:
        needed |= more
    return needed
