"""A long text in pieces for five minutes each: none too long, nothing lost, cut where it may be."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.markup import units
from homework.pieces import UNITS, WORDS, pieces


def words(count: int, mark: str = "") -> str:
    return " ".join(f"word{n}{mark if n % 12 == 11 else ''}" for n in range(count))


def test_a_short_text_is_one_piece() -> None:
    assert pieces("  One paragraph.\n\nAnother.  ") == ["One paragraph.\n\nAnother."]
    assert pieces(" \n ") == []


def test_it_is_cut_between_paragraphs_first() -> None:
    text = "\n\n".join(words(100, ".") for _ in range(10))
    found = pieces(text)
    assert len(found) > 1
    assert "\n\n".join(found) == text, "no paragraph is torn"


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    found = pieces(words(1500, "."))
    assert len(found) >= 3
    assert all(one.endswith(".") for one in found[:-1])


def test_a_text_without_a_dot_is_cut_between_words() -> None:
    found = pieces(words(1500))
    assert " ".join(found) == words(1500)


@pytest.mark.parametrize("text", ["x" * 20_000, "🙂" * 9_000, "字" * 9_000])
def test_a_text_without_a_space_is_cut_all_the_same(text: str) -> None:
    found = pieces(text)
    assert "".join(found) == text
    assert all(units(one) <= UNITS for one in found)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["word", "end.", "\n", "\n\n", " ", "x" * 900, "🙂"]), max_size=3000)
)
def test_no_piece_is_too_long_and_no_word_is_lost(parts: list[str]) -> None:
    text = " ".join(parts)
    found = pieces(text)
    for one in found:
        assert one == one.strip() != ""
        assert units(one) <= UNITS and len(one.split()) <= WORDS
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", text)
