"""What the demo says of a change between two looks at the tables."""

import json
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.demo.telling import tell
from homework.ledger import END_STATES
from homework.outgoing import KINDS
from homework.store.traces import Trace

LONDON = ZoneInfo("Europe/London")
AT = datetime(2026, 7, 6, 17, 0, tzinfo=UTC)
ROLES = ("therapist", "client")


def trace(table: str, state: str, **seen: Any) -> Trace:
    row = {"kind": "", "note": "", "size": 0, "moment": None} | seen
    return Trace(table, "k1", state, **row)


def told(now: Trace, old: Trace | None = None) -> list[str]:
    before = {old.id: old} if old else {}
    return [line.text for line in tell(before, {now.id: now}, LONDON)]


def test_nothing_is_told_when_nothing_changed() -> None:
    row = trace("answer", "answered", kind="worksheet", size=80)
    assert told(row, row) == []


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (trace("audit", "client.confirm"), "Only now may prompts go out"),
        (trace("answer", "answered", kind="worksheet", size=81), "key (81 bytes)"),
        (trace("answer", "edited", kind="worksheet", size=81), "older words stay"),
        (trace("entry", "done", kind="summary", size=9), "sees the numbers only"),
        (trace("occurrence", "skipped", note="too_hard"), "skipped (too hard)"),
        (trace("occurrence", "not_delivered", note="cap"), "It stays out of the rate"),
        (trace("timer", "", kind="plan", moment=AT), "Mon 6 Jul, 18:00"),
        (trace("timer", "", kind="prompt", moment=AT), "waits until Mon 6 Jul, 18:00"),
        (trace("outbox", "sent", kind="crisis"), "tells nobody"),
        (trace("outbox", "unknown", kind="prompt"), "Nobody knows"),
        (trace("client", "active", kind="Europe/Berlin"), "clock: Europe/Berlin"),
        (trace("invite", "used", kind="client"), "opens nothing any more"),
        (trace("session", "paused", kind="worksheet"), "put aside"),
    ],
)
def test_each_row_is_told_in_one_line(now: Trace, words: str) -> None:
    [line] = told(now)
    assert words in line and len(line) < 100


def test_every_end_of_a_check_in_has_its_words() -> None:
    for state in END_STATES:
        [line] = told(trace("occurrence", state), trace("occurrence", "opened"))
        assert line.startswith("The check-in is closed"), state


def test_what_is_not_worth_a_line_gets_none() -> None:
    for kind in KINDS:
        assert told(trace("outbox", "claimed", kind=kind)) == []
    assert told(trace("outbox", "sent", kind="step")) == []
    assert told(trace("audit", "something.new")) == []


def test_the_story_is_well_formed() -> None:
    source = files("bot.demo").joinpath("page", "story.json").read_text(encoding="utf-8")
    story = json.loads(source)
    needs = {
        "start": {"who", "hint"},
        "press": {"who"},
        "say": {"who", "asks", "text", "hint"},
        "clock": {"by", "after", "until", "hint"},
    }
    for act in (act for chapter in story["chapters"] for act in chapter["acts"]):
        assert needs[act["do"]] <= set(act), act
        assert act.get("who", "client") in ROLES, act
        if act["do"] == "press":
            assert "label" in act or {"data", "hint"} <= set(act), act
        if act["do"] == "clock":
            assert act["by"] in {"next", "hour", "day"}
            assert {act["after"]["who"], act["until"]["who"]} <= set(ROLES)
    assert story["end"]["hint"] and story["astray"]
