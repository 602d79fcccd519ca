"""`homework worksheet`: listed, checked, published, looked at."""

import json
from pathlib import Path

import pytest

from homework import packaged
from tests.support.command_line import Run, everything_in, is_one_sentence
from tests.support.phones import FILES

pytestmark = pytest.mark.system


GOOD_SHEET = """
format = 1
id = "walk"
version = 1
title = "A walk"

[[steps]]
id = "what"
kind = "text"
prompt = "What did you see?"
"""


def test_the_shelf_is_listed(homework: Run) -> None:
    listed = json.loads(homework("worksheet", "list", "--json").stdout)
    ids = [sheet["id"] for sheet in listed]
    rungs = ["thought_record_3col", "thought_record_beck", "thought_record_7col"]
    doing = ["action_plan", "activity_monitoring", "activity_scheduling"]
    steps = ["assertiveness_practice", "behavioural_experiment", "exposure"]
    others = ["reading", "relaxation_practice", "self_monitoring", "session_bridge"]
    words = ["worry_outcome", "worry_postponement", "expressive_writing", "writing_letter"]
    assert ids == [*doing, *steps, *others, *rungs, *words]
    assert all(sheet["variants"] == ["full", "light", "minute"] for sheet in listed)
    assert all(sheet["reading_grade"]["en"] <= 6 for sheet in listed)
    assert all(sheet["reading_measure"]["en"] == "Flesch-Kincaid grade" for sheet in listed)
    shown = homework("worksheet", "list").stdout
    assert "Flesch-Kincaid grade, 6 or less" in shown
    assert all(name in shown for name in ids)
    assert all(f"en {sheet['reading_grade']['en']}" in shown for sheet in listed)


def test_a_good_worksheet_file_holds(homework: Run, home: Path) -> None:
    (home / "walk.toml").write_text(GOOD_SHEET)
    done = homework("worksheet", "check", "walk.toml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "walk.toml holds: A walk, version 1" in done.stdout


def test_every_problem_of_a_worksheet_file_is_told(homework: Run, home: Path) -> None:
    wrong = GOOD_SHEET.replace('kind = "text"', 'kind = "txt"').replace("title", "titel")
    (home / "walk.toml").write_text(wrong)
    done = homework("worksheet", "check", "walk.toml")
    assert done.returncode == 1
    assert 'line 9, step "what"' in done.stderr
    assert "titel" in done.stderr
    told = json.loads(homework("worksheet", "check", "walk.toml", "--json").stdout)
    assert told["ok"] is False
    assert {"line", "step", "rule", "fix", "text"} == set(told["problems"][0])
    assert len(told["problems"]) == len(done.stderr.splitlines())


def test_a_sheet_is_published_for_the_practice_once(homework: Run, ready: Path) -> None:
    file = ready / "kind_words.toml"
    file.write_text((FILES / "kind_words.toml").read_text())
    done = homework("worksheet", "publish", str(file))
    assert done.returncode == 0, done.stderr
    assert "Kind words, version 1, is in the library." in done.stdout
    again = homework("worksheet", "publish", str(file), "--json")
    assert json.loads(again.stdout)["worksheet"]["version"] == 1
    file.write_text((FILES / "another_question.toml").read_text())
    refused = homework("worksheet", "publish", str(file))
    assert refused.returncode == 1
    assert refused.stderr.strip().endswith("write version = 2")
    assert "version 1 is published and asks something else" in refused.stderr


def test_the_schema_describes_every_kind_of_step(homework: Run) -> None:
    schema = json.loads(homework("worksheet", "schema").stdout)
    assert {"Scale", "Moods", "YesNo"} <= schema["$defs"].keys()
    assert "when" in schema["$defs"]["Text"]["properties"]
    assert "is" in schema["$defs"]["When"]["properties"]


def test_a_translation_is_checked_against_its_original(homework: Run, home: Path) -> None:
    (home / "walk.toml").write_text(GOOD_SHEET)
    (home / "walk.de.toml").write_text('format = 1\nid = "walk"\nlocale = "de"\ntitle = "Gang"\n')
    done = homework("worksheet", "check", "walk.de.toml")
    assert done.returncode == 1
    assert "what" in done.stderr


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_worksheet_file_that_cannot_be_read(
    homework: Run, home: Path, content: bytes | None
) -> None:
    if content:
        (home / "walk.toml").write_bytes(content)
    done = homework("worksheet", "check", "walk.toml")
    assert done.returncode == 1
    assert is_one_sentence(done, "walk.toml")


def test_the_preview_needs_no_settings_and_keeps_nothing(homework: Run, home: Path) -> None:
    (home / ".env").unlink()
    before = everything_in(home)
    done = homework(
        "worksheet",
        "preview",
        "thought_record_3col",
        "--variant",
        "minute",
        typed="the canary\n:q\n",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 of" in done.stdout
    assert everything_in(home) == before


def test_the_preview_speaks_another_language(homework: Run) -> None:
    done = homework("worksheet", "preview", "thought_record_3col", "--language", "de", typed=":q\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 von" in done.stdout and "1 of" not in done.stdout
    sheet = packaged.in_other_words("thought_record_3col")["de"]
    assert sheet.steps[0].prompt in done.stdout
