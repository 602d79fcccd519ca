"""X15: at a release no known advisory; what could not be asked is no good answer."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from tools import advisories
from tools.advisories import FOUND, NONE, NOT_ASKED, Answer, ask_all, judge, main
from tools.locked import ROOT, Locked, locked

ROWS = [Locked(name, version, (), (), False) for name, version in (("a", "1"), ("b", "2"))]
HOLE = {"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["1.1"], "description": "..."}
WELL = {"name": "b", "version": "2", "vulns": []}
SKIPPED = {
    "name": "a",
    "skip_reason": "Dependency not found on PyPI and could not be audited: a (1)",
}


def asked(*told: dict[str, Any] | str) -> tuple[int, str]:
    reports = iter([one if isinstance(one, str) else json.dumps(one) for one in told])
    return judge(ask_all(ROWS, lambda _: next(reports)), len(ROWS))


def report(*dependencies: dict[str, Any]) -> dict[str, Any]:
    return {"dependencies": list(dependencies), "fixes": []}


def test_x15_nothing_known_about_everything_that_is_locked_passes() -> None:
    code, said = asked(report({"name": "a", "version": "1", "vulns": []}, WELL))
    assert (code, said) == (NONE, "No known advisory for any of 2 locked libraries.\n")


def test_x15_a_known_advisory_fails_whatever_its_severity() -> None:
    code, said = asked(report({"name": "a", "version": "1", "vulns": [HOLE]}, WELL))
    assert code == FOUND
    assert "a 1: PYSEC-1, CVE-1; mended in 1.1" in said


@pytest.mark.parametrize(
    "told",
    [
        "",
        "Traceback (most recent call last)",
        report(),
        report(SKIPPED, WELL),
        report({"name": "a", "version": "0.9", "vulns": []}, WELL),
        report(WELL),
    ],
)
def test_x15_what_could_not_be_asked_is_never_called_free_of_advisories(told: Any) -> None:
    code, said = asked(told)
    assert code == NOT_ASKED
    assert said.startswith("Could not ask about ") and "a 1" in said
    assert "This says nothing about whether they are safe" in said


def test_x15_what_is_found_is_told_beside_what_was_not_asked() -> None:
    code, said = asked(report(SKIPPED, WELL | {"vulns": [HOLE]}))
    assert code == FOUND
    assert "b 2: PYSEC-1" in said and "Could not ask about 1 of 2 libraries (a 1)" in said


def test_x15_an_accepted_one_passes_by_any_of_its_ids_and_leaves_the_list_when_mended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(advisories, "ACCEPTED", {"CVE-1": "never called here"})
    assert asked(report({"name": "a", "version": "1", "vulns": [HOLE]}, WELL))[0] == NONE
    code, said = asked(report({"name": "a", "version": "1", "vulns": []}, WELL))
    assert code == FOUND and "CVE-1" in said
    assert all(reason for reason in advisories.ACCEPTED.values())


def test_x15_a_name_with_two_versions_is_asked_about_twice() -> None:
    rows = [*ROWS, Locked("a", "3", (), (), False)]
    files: list[str] = []

    def ask(path: Path) -> str:
        files.append(path.read_text())
        return json.dumps(report())

    answer: Answer = ask_all(rows, ask)
    assert files == ["a==1\nb==2\n", "a==3\n"]
    assert answer.unasked == ["a 1", "a 3", "b 2"]


def test_x15_the_whole_lock_is_asked_about(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "asks"
    program.write_text(
        "#!/usr/bin/env python3\nimport json, sys\n"
        "rows = [one.strip().split('==') for one in open(sys.argv[-1])]\n"
        "found = [{'name': name, 'version': version, 'vulns': []} for name, version in rows]\n"
        "print(json.dumps({'dependencies': found}))\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    assert main([str(program)]) == NONE
    assert f"any of {len(locked())} locked" in capfd.readouterr().out
    assert main([str(tmp_path / "not there")]) == NOT_ASKED


def test_x15_what_asks_is_locked_by_hash_itself() -> None:
    text = (ROOT / "tools" / "advisories.txt").read_text()
    entries = [one for one in text.split("\n") if "==" in one]
    assert text.count("pip-audit==") == 1
    assert all(one.endswith("\\") for one in entries)
