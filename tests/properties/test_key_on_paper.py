"""P4: a key that was written on paper comes back, and a slip of the pen is found in its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.written_key import LINES, LineMistyped, from_paper, to_paper

KEYS = st.binary(min_size=32, max_size=32)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(KEYS)
def test_what_is_written_comes_back_however_it_is_typed(key: bytes) -> None:
    lines = to_paper(key)
    assert [len(line) for line in lines] == [19] * LINES
    assert from_paper(lines) == key
    swapped = str.maketrans("10V", "ioU")
    assert from_paper([line.translate(swapped).lower().replace(" ", "-") for line in lines]) == key


@given(KEYS, st.integers(0, LINES - 1), st.integers(0, 15), st.sampled_from(LETTERS))
@settings(max_examples=300)
def test_one_wrong_letter_is_found_in_its_line(key: bytes, row: int, at: int, letter: str) -> None:
    """With 16 bits of check one in 65,536 passes by chance; no single letter does, as SHA goes."""
    lines = list(to_paper(key))
    place = at + at // 4
    if lines[row][place] == letter:
        return
    lines[row] = lines[row][:place] + letter + lines[row][place + 1 :]
    try:
        assert from_paper(lines) != key
    except LineMistyped as wrong:
        assert wrong.number == row + 1


def test_lines_in_another_order_or_of_two_papers_or_too_short_are_refused() -> None:
    mine, other = to_paper(bytes(range(32))), to_paper(bytes(range(1, 33)))
    for lines, number in (
        ([mine[1], mine[0], *mine[2:]], 1),
        ([mine[0], mine[2], mine[1], mine[3]], 2),
        ([mine[0], other[1], *mine[2:]], 2),
        ([*mine[:3], mine[3][:-1]], 4),
        (["", *mine[1:]], 1),
        (["ÄÖÜß " * 4, *mine[1:]], 1),
    ):
        with pytest.raises(LineMistyped) as wrong:
            from_paper(lines)
        assert wrong.value.number == number
