"""What a result costs: one row per line of the error table."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from conversations.message import Message
from homework.outgoing import Posted
from scheduler.marking import SECOND_COPY_AFTER, Backoff, mark_for
from scheduler.sending import Gone, NotSent, Refused, SendResult, Sent, Unknown, Wait

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
STEP = Posted("r", "p", 1, "step", Message("?"), tries=1)
REMINDER = replace(STEP, kind="reminder")


@pytest.mark.parametrize(
    ("posted", "result", "state", "tries", "seconds"),
    [
        (STEP, Sent(5, NOW), "sent", 1, None),
        (STEP, Wait(7), "waiting", 0, 7),
        (STEP, NotSent("refused"), "waiting", 0, 2),
        (STEP, Unknown("time-out"), "waiting", 1, SECOND_COPY_AFTER.total_seconds()),
        (replace(STEP, tries=2), Unknown("time-out"), "unknown", 2, None),
        (replace(STEP, tries=2), NotSent("refused"), "waiting", 1, 2),
        (REMINDER, Unknown("time-out"), "unknown", 1, None),
        (REMINDER, NotSent("refused"), "waiting", 0, 2),
        (REMINDER, Wait(7), "waiting", 0, 7),
        (STEP, Gone("blocked"), "gone", 1, None),
        (STEP, Refused("too long"), "refused", 1, None),
    ],
)
def test_rule_4_3_what_a_result_costs(
    posted: Posted, result: SendResult, state: str, tries: int, seconds: float | None
) -> None:
    mark = mark_for(posted, result, NOW, 2.0)
    later = None if seconds is None else NOW + timedelta(seconds=seconds)
    assert (mark.state, mark.tries, mark.not_before) == (state, tries, later)
    assert mark.final is (state != "waiting")


def test_an_edit_keeps_the_id_of_the_message_it_edited() -> None:
    assert mark_for(replace(STEP, edits_message=77), Sent(None, None), NOW, 1).message_id == 77


def test_rule_4_4_the_pause_grows_while_nothing_gets_through_and_ends_with_a_success() -> None:
    backoff = Backoff()
    refused = NotSent("refused")
    assert [backoff.after(refused) for _ in range(9)] == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert backoff.after(Sent(1, None)) == 0.0
    assert backoff.after(refused) == 0.5


def test_rule_4_4_only_the_third_unknown_fate_in_a_row_pauses_all() -> None:
    backoff = Backoff()
    assert [backoff.after(Unknown("?")) for _ in range(4)] == [0.0, 0.0, 2.0, 4.0]
    assert backoff.after(Wait(9)) == 9
