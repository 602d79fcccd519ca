"""Asks whether anything in requirements.lock has a known advisory, before a release.

make advisories

Each advisory counts, whatever its severity: a severity is often missing or comes late. One that
cannot reach anybody here stands in ACCEPTED with the reason. What could not be asked is never
called free of advisories: pip-audit ends well where it skipped everything, so its report is read
against the lock.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.locked import Locked, locked

NONE, FOUND, NOT_ASKED = 0, 1, 75
"""Exit codes, as those of the bot itself: 75 is "try again later"."""
ACCEPTED: dict[str, str] = {}
"""Advisories that may stay, by any of their ids, each with why it reaches nobody here."""
ENOUGH = 900
"""Seconds after which asking is given up."""

Ask = Callable[[Path], str]
"""Asks about a file of requirements and returns pip-audit's report as JSON; "" if it has none."""


@dataclass
class Answer:
    """What came of asking: a line for each advisory, and what nobody could say anything about."""

    advisories: list[str] = field(default_factory=list[str])
    accepted: set[str] = field(default_factory=set[str])
    unasked: list[str] = field(default_factory=list[str])


def ask_all(rows: Sequence[Locked], ask: Ask) -> Answer:
    """Ask about everything that is locked; a name with two versions is asked about twice."""
    answer, left = Answer(), list(rows)
    while left:
        once = {row.name: row for row in reversed(left)}
        read(ask_about(list(once.values()), ask), list(once.values()), answer)
        left = [row for row in left if row is not once[row.name]]
    answer.advisories.sort()
    answer.unasked.sort()
    return answer


def ask_about(rows: Sequence[Locked], ask: Ask) -> str:
    """Return the report about some distributions, wherever they would be installed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "requirements.txt"
        path.write_text("".join(f"{row.name}=={row.version}\n" for row in rows))
        return ask(path)


def read(report: str, rows: Sequence[Locked], answer: Answer) -> None:
    """Add to an answer what a report says; what it does not name, or skipped, was not asked."""
    told = {(one.get("name"), one.get("version")): one for one in _dependencies(report)}
    for row in rows:
        one = told.get((row.name, row.version))
        if one is None or "vulns" not in one:
            answer.unasked.append(f"{row.name} {row.version}")
            continue
        for found in one["vulns"]:
            ids = [found["id"], *found.get("aliases", [])]
            if known := ACCEPTED.keys() & set(ids):
                answer.accepted |= known
                continue
            mended = ", ".join(found.get("fix_versions", [])) or "nothing yet"
            answer.advisories.append(
                f"{row.name} {row.version}: {', '.join(ids)}; mended in {mended}"
            )


def _dependencies(report: str) -> list[dict[str, Any]]:
    try:
        return json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return []


def judge(answer: Answer, count: int) -> tuple[int, str]:
    """Return the exit code and what is said; what was found is said whatever was not asked."""
    lines = [f"{len(answer.advisories)} known advisories:", *answer.advisories]
    said = "\n".join(lines) + "\n" if answer.advisories else ""
    if answer.unasked:
        few = ", ".join(answer.unasked[:3]) + (", ..." if len(answer.unasked) > 3 else "")
        said += (
            f"Could not ask about {len(answer.unasked)} of {count} libraries ({few}): the service"
            " that lists advisories was not reached or does not know them. This says nothing"
            " about whether they are safe; try again where it can be reached.\n"
        )
    if idle := sorted(ACCEPTED.keys() - answer.accepted) if not answer.unasked else []:
        said += f"Accepted and no longer reported, take it out: {', '.join(idle)}\n"
    if answer.advisories or idle:
        return FOUND, said
    if answer.unasked:
        return NOT_ASKED, said
    return NONE, f"No known advisory for any of {count} locked libraries.\n"


def pip_audit(program: str, *options: str) -> Ask:
    """Return what asks by running pip-audit."""

    def ask(path: Path) -> str:
        fixed = ("--disable-pip", "--no-deps", "--progress-spinner", "off", "--format", "json")
        line = [program, *fixed, *options, "--requirement", str(path)]
        try:
            done = subprocess.run(  # noqa: S603 -- the program is named by the Makefile
                line, capture_output=True, text=True, timeout=ENOUGH
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout

    return ask


def main(arguments: Sequence[str]) -> int:
    """Ask pip-audit (its path, then options for it) about the whole lock, and say what it says."""
    rows = locked()
    code, said = judge(ask_all(rows, pip_audit(*arguments)), len(rows))
    (sys.stderr if code else sys.stdout).write(said)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
