"""The preview plays a worksheet in the terminal as a client will see it."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from bot.preview import HOW, play
from conversations.model import Worksheet
from conversations.session import Session
from homework.packaged import texts, worksheets

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

SHEET = Worksheet.model_validate(
    {
        "format": 1,
        "id": "walk",
        "version": 1,
        "title": "A walk",
        "steps": [
            {"id": "what", "kind": "text", "prompt": "What did you see & hear?"},
            {
                "id": "mood",
                "kind": "scale",
                "prompt": "How was it?",
                "low": "bad",
                "high": "good",
            },
            {"id": "again", "kind": "yes_no", "prompt": "Again?"},
        ],
    }
)


OVER_DAYS = worksheets()["behavioural_experiment"]


def played(lines: Iterable[str], sheet: Worksheet = SHEET) -> tuple[Session, str]:
    waiting, written = iter(lines), list[str]()
    session = play(
        sheet,
        sheet.variants[-1],
        texts("en", strict=True),
        now=NOW,
        read=lambda: next(waiting, None),
        write=written.append,
    )
    return session, "\n".join(written)


def number_of(written: str, label: str) -> str:
    return written.rsplit(f" {label}]", 1)[0].rsplit("[:", 1)[1]


def test_it_asks_and_takes_answers_and_shows_no_markup() -> None:
    session, written = played(["a heron & a boat", "60"])
    assert written.startswith(HOW)
    assert "What did you see & hear?" in written
    assert "How was it?" in written
    assert "<" not in written
    assert "&amp;" not in written
    assert session.answers == {"what": "a heron & a boat", "mood": 60}
    assert session.status == "open"


def test_buttons_are_pressed_by_number_to_the_end() -> None:
    _, written = played(["a heron", "60"])
    yes = number_of(written, "Yes")
    _, written = played(["a heron", "60", f":{yes}"])
    done = number_of(written, "Done")
    session, written = played(["a heron", "60", f":{yes}", f":{done}"])
    assert session.status == "done"
    assert session.answers["again"] is True
    assert written.count("a heron") >= 2  # in the review, and shown back at the end


def test_a_number_that_is_no_button_is_said() -> None:
    session, written = played([":99", ":x", "a heron"])
    assert "There is no button 99." in written
    assert session.answers == {"what": "a heron"}


def test_commands_work_and_help_is_explained() -> None:
    session, written = played(["a heron", "/back", "two herons", "/skip", "/cancel"])
    assert session.answers == {"what": "two herons"}
    assert session.skipped == {"mood"}
    assert session.status == "stopped"
    help_now = number_of(written.split("How was it?")[0], "Help now")
    _, written = played([f":{help_now}"])
    assert "emergency number" in written


@pytest.mark.parametrize("end", [":q", None])
def test_it_can_be_left(end: str | None) -> None:
    session, _ = played([end] if end else [])
    assert session.answers == {}


def test_a_sheet_over_days_goes_on_at_its_time() -> None:
    lines = ["They will laugh", "80", "Ask", "Nobody answers", "tomorrow", "18:00", "did"]
    session, written = played([*lines, "They answered", "no", "45"], OVER_DAYS)
    assert session.status == "done"
    assert "--- Tuesday 18:00 ---" in written


def test_a_name_stands_in_for_what_is_agreed_on() -> None:
    session, written = played(["6"], worksheets()["self_monitoring"])
    assert session.status == "done"
    assert "Right now, how strong is this: “mood”?" in written
