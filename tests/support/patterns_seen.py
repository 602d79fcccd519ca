"""Every pattern over text that the program compiles: where, and how it is used.

Run in a process of its own, so that it stands between before anything is imported:

    python -m tests.support.patterns_seen

It prints one JSON line for each: file, line, pattern, flags, the methods by which it is used.
"""

import ast
import importlib
import json
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "scheduler", "homework", "conversations")
NOT_MET = ("bot/demo/", "bot/simulate/", "homework/store/migrations/")
"""What reads no text of people at work: the demo's emulator and the simulation."""
OTHERWISE = {"homework/safety/screening.py": {"_one"}}
"""Functions whose patterns come from data and have a test of their own (test_screening.py)."""
SCANNING = ("sub", "subn", "split", "findall", "finditer", "search")
METHODS = (*SCANNING, "match", "fullmatch")

Place = tuple[str, int]
seen: dict[tuple[str, int, str], int] = {}
_compile: Any = re._compile  # type: ignore[attr-defined]


def _watched(pattern: Any, flags: int) -> Any:
    made = _compile(pattern, flags)
    caller = sys._getframe(2)  # who called re.compile, re.sub ...
    path = Path(caller.f_code.co_filename)
    ours = path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in ROOMS
    if ours and isinstance(made.pattern, str):
        seen[str(path.relative_to(ROOT)), caller.f_lineno, made.pattern] = made.flags
    return made


def sources() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if not name.startswith(NOT_MET):
                yield name, ast.parse(path.read_text(encoding="utf-8"))


def is_re(node: ast.expr, *names: str) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "re"
        and node.attr in names
    )


def places() -> tuple[dict[Place, tuple[str, str | None]], set[Place]]:
    """Where a pattern is made: file and line, with "compile" or the method by which it is used
    there, and the pattern itself where it stands there whole; and the lines of `OTHERWISE`."""
    found: dict[Place, tuple[str, str | None]] = {}
    elsewhere: set[Place] = set()
    for name, tree in sources():
        skipped = {
            inner
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef) and node.name in OTHERWISE.get(name, ())
            for inner in ast.walk(node)
        }
        for node in ast.walk(tree):
            if node in skipped:
                elsewhere.add((name, getattr(node, "lineno", 0)))
                continue
            if isinstance(node, ast.Call) and is_re(node.func, *METHODS, "compile"):
                assert isinstance(node.func, ast.Attribute)
                first = node.args[0]
                whole = isinstance(first, ast.Constant) and isinstance(first.value, str)
                found[name, node.lineno] = (node.func.attr, first.value if whole else None)
            elif isinstance(node, ast.Call) and any(is_re(arg, "compile") for arg in node.args):
                found[name, node.lineno] = ("compile", None)
    return found, elsewhere


def calls_in(everything: str) -> dict[str, set[str]]:
    """By which methods whatever has a name is used."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, method in re.findall(rf"\b(\w+)\.({'|'.join(METHODS)})\b", everything):
        found[name].add(method)
    return found


def used_as(name: str, line: int, calls: Mapping[str, set[str]]) -> list[str]:
    """By which methods a compiled pattern is used: told by the name it is given."""
    text = (ROOT / name).read_text(encoding="utf-8").splitlines()
    given = re.match(r"\s*(?:self\.)?(\w+)(?::[^=]*)? = ", text[line - 1])
    while given is None and line > 1 and not re.match(r"\s*def ", text[line - 1]):
        line -= 1
    given = given or re.match(r"\s*def (\w+)", text[line - 1])
    return sorted(calls.get(given[1], ())) if given else []


def make_all() -> None:
    """Import everything, and have every language make its patterns."""
    for room in ROOMS:
        package = importlib.import_module(room)
        for one in pkgutil.walk_packages(package.__path__, f"{room}."):
            path = one.name.replace(".", "/") + "/"
            if not path.startswith(NOT_MET) and not one.name.endswith("__main__"):
                importlib.import_module(one.name)
    from conversations import ratings
    from homework import packaged, spoken_days, weekhours

    for locale in packaged.tongues():
        language = packaged.own_language(locale)
        _unfold(language, set())
        ratings._patterns(packaged.numerals(locale))
        _unfold(packaged.numerals(locale), set())
        weekhours.span_said("from ten to seven", packaged.language(locale).days)
    spoken_days.on_weekdays("mon and tue at 8")


def _unfold(one: object, met: set[int]) -> None:
    """Ask for everything that is made once it is asked for."""
    if id(one) in met or not type(one).__module__.startswith(ROOMS):
        return
    met.add(id(one))
    for name in dir(type(one)):
        if isinstance(getattr(type(one), name, None), cached_property):
            getattr(one, name)
    for value in list(vars(one).values()) if hasattr(one, "__dict__") else []:
        for each in value if isinstance(value, (list, tuple)) else [value]:
            _unfold(each, met)


def _say(row: list[object]) -> None:
    sys.stdout.write(json.dumps(row) + "\n")


def main() -> None:
    re._compile = _watched  # type: ignore[attr-defined]
    make_all()
    calls = calls_in("\n".join(ast.unparse(tree) for _, tree in sources()))
    known, elsewhere = places()
    for (name, line), (method, pattern) in known.items():
        if method != "compile" and pattern is not None:
            seen.setdefault((name, line, pattern), 0)
    for (name, line, pattern), flags in seen.items():
        if (name, line) in elsewhere:
            continue
        method = known.get((name, line), ("compile", None))[0]
        methods = used_as(name, line, calls) if method == "compile" else [method]
        _say([name, line, pattern, int(flags), methods])
    met = {(name, line) for name, line, _ in seen}
    for name, line in sorted(known.keys() - met):
        _say([name, line, None, 0, []])


if __name__ == "__main__":
    main()
