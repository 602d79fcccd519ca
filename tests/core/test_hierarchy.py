"""A client's list: what is typed, what is proposed, what is offered first."""

from time import process_time

import pytest

from homework.hierarchy import (
    MOST,
    Item,
    agree,
    agreed,
    drop,
    find,
    from_json,
    kind_of,
    put,
    read,
    to_json,
)
from tests.support.yardstick import slowness


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Ask a stranger the time 30", ("Ask a stranger the time", 30)),
        ("  • Take the lift: 45", ("Take the lift", 45)),
        ("Call (on the phone) (60)", ("Call (on the phone)", 60)),
        ("Ride the 12 bus, 0", ("Ride the 12 bus", 0)),
        ("Стоять в очереди — 100", ("Стоять в очереди", 100)),
        ("Hablar en clase 70/100", ("Hablar en clase", 70)),
        ("Im Lift fahren 55 %", ("Im Lift fahren", 55)),
    ],
)
def test_a_line_is_words_and_a_number(line: str, item: tuple[str, int]) -> None:
    assert read(line) == ([item], [])


@pytest.mark.parametrize(
    "line",
    [
        *("Take the lift", "Take the lift 101", "40", "… 40", "x" * 200 + " 3"),
        *("-" * 4090, "- " * 2000 + "x", "a" + "-" * 4000 + "9", "1" * 4090),
    ],
)
def test_what_is_no_such_line_is_said(line: str) -> None:
    assert read(line) == ([], [line])


def test_a_message_full_of_dashes_is_read_in_no_time() -> None:
    hostile = ["-" * 4090, "-" * 140 + "\n", "\n".join(["a" + "-" * 148] * 27)]
    start = process_time()
    for text in hostile:
        assert read(text)[0] == []
    assert process_time() - start < 0.25 * slowness(), "it took longer for one of them"


def test_many_blanks_between_words_do_not_matter() -> None:
    assert read("Take  the" + " " * 300 + "lift \t 40") == ([("Take the lift", 40)], [])


def test_lines_become_items_and_words_that_are_there_get_the_new_number() -> None:
    items = put((), [("Say no", 40), ("Ask the way", 20)]) or ()
    assert [one.words for one in agreed(items)] == ["Ask the way", "Say no"], "the easiest first"
    items = put(items, [("say  NO", 10)]) or ()
    assert [(one.words, one.difficulty) for one in items] == [("Say no", 10), ("Ask the way", 20)]


def test_a_proposal_stands_apart_and_changes_nothing_that_was_agreed() -> None:
    items = (Item("i1", "Say no", 40),)
    items = put(items, [("Say no", 90), ("Sing", 70)], proposed=True) or ()
    assert agreed(items) == (Item("i1", "Say no", 40),)
    sing = items[-1].id
    assert [one.words for one in agreed(agree(items, sing))] == ["Say no", "Sing"]
    assert find(drop(items, sing), sing) is None


def test_the_id_of_what_was_dropped_is_no_other_item_s() -> None:
    items = put((), [("Say no", 40), ("Sing", 70)], proposed=True) or ()
    gone = items[-1].id
    items = put(drop(items, gone), [("Dance", 50)], proposed=True) or ()
    assert find(items, gone) is None and len({one.id for one in items}) == 2
    again = put(items, [("Sing", 60)], proposed=True) or ()
    assert find(again, gone) == Item(gone, "Sing", 60, proposed=True)


def test_a_list_has_an_end() -> None:
    full = put((), [(f"Step {'x' * n}", n) for n in range(1, MOST + 1)]) or ()
    assert len(full) == MOST
    assert put(full, [("One more", 5)]) is None


def test_it_is_kept_as_it_is() -> None:
    items = (Item("i1", "Say no", 40), Item("i2", "Sing", 70, proposed=True))
    assert from_json(to_json({"moments": items})) == {"fears": (), "moments": items}
    assert "Say no" not in repr(items)
    assert kind_of("fears") == "fears" and kind_of("x") is None
