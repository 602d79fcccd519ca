"""What was said after a sheet: hard, too much, and nothing of what is kept."""

from datetime import UTC, datetime

import pytest

from conversations.session import Json
from homework.store.entries import Written
from homework.wrapping import was_hard, was_too_much

AT = datetime(2026, 5, 4, 18, tzinfo=UTC)


def entry(hard: Json, sharing: str = "all") -> Written:
    body: dict[str, Json] = {"wrap": {"asks": ["hard"], "said": {"hard": hard}}}
    return Written("e", "c", "s", "a", None, "w", "full", "done", sharing, body, AT, AT)


@pytest.mark.parametrize(
    ("hard", "too_much", "very_hard"),
    [("much", True, True), (10, False, True), (8, False, True), (7, False, False), (None,) * 3],
)
def test_what_counts_as_hard(hard: Json, too_much: bool, very_hard: bool) -> None:
    assert was_too_much(entry(hard)) is bool(too_much)
    assert was_hard(entry(hard)) is bool(very_hard)
    assert not was_too_much(entry(hard, "nothing")) and not was_hard(entry(hard, "nothing"))
