"""The fair rate: what counts, what stays out, what is said beside it."""

import pytest

from homework import packaged
from homework.ledger import (
    END_STATES,
    MAY_BECOME,
    OPEN_STATES,
    REASONS,
    StateUnknown,
    fair_rate,
    may_become,
    words,
)

TEXTS = packaged.texts("en", strict=True)


def states(**counts: int) -> list[tuple[str, bool]]:
    return [(state, False) for state, count in counts.items() for _ in range(count)]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, "nothing was due"),
        ({"on_time": 1}, "1 of 1 done"),
        ({"on_time": 3, "missed": 1}, "3 of 4 done"),
        ({"on_time": 3, "late": 1, "missed": 1}, "4 of 5 done (80 %)"),
        ({"on_time": 1, "partial": 5}, "1 of 6 done (17 %), 5 partly"),
        ({"on_time": 5, "skipped": 20}, "5 of 5 done (100 %), 20 skipped"),
        ({"not_delivered": 9}, "9 not delivered"),
        ({"late": 4, "missed": 1, "not_delivered": 9}, "4 of 5 done (80 %), 9 not delivered"),
        (
            {"paused": 2, "declined": 1, "not_delivered": 3, "superseded": 1},
            "2 paused, 1 turned down, 3 not delivered, 1 replaced by the next prompt",
        ),
    ],
)
def test_the_rate_is_said_with_what_it_leaves_out(counts: dict[str, int], said: str) -> None:
    assert words(fair_rate(states(**counts)), TEXTS) == said


@pytest.mark.parametrize("state", sorted(END_STATES))
def test_an_unprompted_entry_never_enters_the_rate(state: str) -> None:
    rate = fair_rate([(state, True)] * 9)
    assert (rate.done, rate.n, rate.percent) == (0, 0, None)
    assert rate.beside == {"unprompted": 9}


def test_every_ended_occurrence_is_counted_exactly_once() -> None:
    rate = fair_rate([(state, False) for state in END_STATES])
    assert rate.n + sum(rate.beside.values()) == len(END_STATES)


@pytest.mark.parametrize("n", range(9))
def test_no_percentage_below_five(n: int) -> None:
    assert (fair_rate(states(on_time=n)).percent is None) is (n < 5)


def test_open_occurrences_wait() -> None:
    assert fair_rate([("planned", False), ("prompted", False), ("opened", False)]).n == 0


def test_an_unknown_state_is_not_swallowed() -> None:
    with pytest.raises(StateUnknown):
        fair_rate([("done", False)])


def test_reasons_belong_to_end_states_and_fit_their_column() -> None:
    assert set(REASONS) <= END_STATES
    assert all(len(reason) <= 24 for reasons in REASONS.values() for reason in reasons)


def test_entries_from_memory_are_counted_and_said() -> None:
    rate = fair_rate(states(on_time=4, late=1), recalled=2)
    assert (rate.done, rate.n, rate.recalled) == (5, 5, 2)
    assert words(rate, TEXTS) == "5 of 5 done (100 %), 2 from memory"


def test_every_state_says_what_it_may_become() -> None:
    assert set(MAY_BECOME) == END_STATES | OPEN_STATES
    assert all(may_become(state, state) for state in MAY_BECOME)
    assert all(may_become(state, end) for state in OPEN_STATES for end in END_STATES)
    for state in END_STATES:
        assert MAY_BECOME[state] <= {"on_time", "late", "partial"}
    assert not may_become("missed", "on_time")  # it was begun after its time, so it is late
    assert not any(MAY_BECOME[state] for state in ("on_time", "late"))
    assert may_become("partial", "late")  # whoever goes on with it after all has done it
