"""The lossless file: what was written comes back as it was, and its keys only ever grow."""

import json
from dataclasses import replace

import pytest

from conversations.model import Worksheet
from conversations.session import Json, Variant
from homework import packaged
from homework.reports import json_file
from homework.store.columns import to_milliseconds
from tests.support.hostile import STRINGS
from tests.support.reread import read
from tests.support.taken_out import (
    NOW,
    TEXTS,
    entry,
    every_form,
    occurrence,
    records,
    shared,
    walked,
)

RECORD = packaged.worksheets()["thought_record_7col"]
EXPERIMENT = packaged.worksheets()["behavioural_experiment"]
KEYS = {
    "": {"format", "kind", "made_at", "times", "period", "clients", "worksheets", "codebook"},
    "clients": {"client", "zone", "summary", "entries", "occurrences", "assignments"},
    "entries": {
        *("id", "sheet", "assignment", "occurrence", "variant", "state", "sharing", "recalled"),
        *("zone", "began_at", "closed_at", "read_at", "answers", "answered_at", "skipped"),
        *("notes", "names", "lists", "counts", "first", "put_off", "parts", "changed", "given"),
        "after",
    },
    "occurrences": {
        *("id", "assignment", "entry", "local_date", "stage", "planned_at", "zone", "closes_at"),
        *("sent_at", "reminded_at", "opened_at", "first_answer_at", "closed_at", "snoozes"),
        *("state", "reason", "step_reached", "zone_closed"),
    },
}


@pytest.mark.parametrize(
    ("sheet", "variant"), [*every_form()], ids=lambda one: getattr(one, "id", one)
)
def test_every_form_of_every_sheet_comes_back(sheet: Worksheet, variant: Variant) -> None:
    found = [
        shared(sheet, entry(sheet, walked(sheet, variant, seed), f"e{seed}{how}", sharing=how))
        for seed in range(3)
        for how in ("all", "summary", "nothing")
    ]
    skipped = occurrence("o2", "skipped", reason="busy", closed_at=None)
    given = records(found, [sheet], occurrence("o1"), skipped)
    assert read(json_file.write(given, TEXTS)) == given


def test_all_that_an_entry_can_hold_comes_back() -> None:
    body: dict[str, Json] = {
        "put_off": [{"day": "2027-03-01"}, {"day": "2027-03-02"}],
        "first": {"prediction": "as it was"},
        "parts": [{"stage": "plan", "at": NOW.isoformat()}],
        "changed": ["prediction"],
        "given": ["prediction"],
        "names": {"rated": "tired"},
        "lists": {"still": {"e1": "one line"}},
        "wrap": {"asks": ["hard", "way"], "said": {"hard": 3, "way": "rain", "useful": None}},
    }
    one = shared(EXPERIMENT, entry(EXPERIMENT, walked(EXPERIMENT, "full"), body=body))
    one = replace(
        one,
        answered_at={"prediction": to_milliseconds(NOW)},
        counts={"still": (1, 3)},
        recalled=True,
    )
    given = replace(records([one], [EXPERIMENT]), start=NOW.date())
    assert read(json_file.write(given, TEXTS)) == given


def test_hostile_words_come_back_as_they_were_written() -> None:
    session = replace(
        walked(RECORD, "full"), answers={"thoughts": [*STRINGS]}, notes=tuple(STRINGS)
    )
    given = records([shared(RECORD, entry(RECORD, session))], [RECORD])
    assert read(json_file.write(given, TEXTS)) == given


def test_a_key_once_there_stays() -> None:
    """Whoever adds one adds it here; whoever takes one out breaks somebody's program."""
    found = json.loads(
        json_file.write(
            records(
                [shared(RECORD, entry(RECORD, walked(RECORD, "full")))], [RECORD], occurrence("o1")
            ),
            TEXTS,
        )
    )
    (case,) = found["clients"]
    (one,), (planned,) = case["entries"], case["occurrences"]
    assert found["format"] == 1
    assert {
        "": found.keys(),
        "clients": case.keys(),
        "entries": one.keys(),
        "occurrences": planned.keys(),
    } == KEYS
    assert case["summary"] == {"entries": 1, "all": 1, "summary": 0, "nothing": 0}
    assert found["codebook"]["words"]["state of an occurrence"]["missed"]
