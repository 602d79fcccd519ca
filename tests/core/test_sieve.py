"""The sieve before the patterns: it holds much back, and never anything that would be found."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from homework.safety import folding, screening
from homework.safety.folding import fold
from homework.safety.screening import Patterns, find, patterns
from homework.safety.sieve import Sieve, needs_of

SETS = Path(__file__).parents[1] / "screening"
LANGUAGES = sorted(patterns())
EXAMPLES = 500


class Open(Sieve):
    """A sieve that holds nothing back."""

    def possible(self, sentence: str) -> Iterator[int]:
        yield from range(self.of)

    def __init__(self, of: int) -> None:
        super().__init__([])
        self.of = of


def unsieved(known: Patterns) -> Patterns:
    return replace(known, sieve=Open(len(known.lines)))


def lines(language: str) -> list[str]:
    """Every line of every set of a language."""
    return [
        line
        for path in sorted((SETS / language).rglob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def bordered(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?=\w)(?:{pattern})(?!\w)")


Said = tuple[str, str]
"""A pattern, and words that it may match."""

WORDS = st.sampled_from([(one, one) for one in ("a", "b", "ab", "ab ", " b", " ", "é1", "a-b")])
SIGNS = st.sampled_from(
    [
        *((r"\w", "a"), (r"\W", "-"), (".", "b"), ("[ab]", "b"), ("[^a]", "b"), ("[a-c ]", " ")),
        *((r"[\w-]", "b"), ("a?+", "a"), ("(?i:B)", "b"), ("(?a:b)", "b"), ("(?>a)", "a")),
        *((one, "") for one in ("(?:)", r"\b", "(?=a)", "(?!b)", "(?<=a)", "(?<! )", "^")),
    ]
)
PIECES: st.SearchStrategy[Said] = st.one_of(WORDS, WORDS, SIGNS)
TIMES = st.sampled_from(
    (("?", 0), ("??", 1), ("{2}", 2), ("{0,2}", 2), ("{1,3}", 3), ("{0,40}", 9))
)


def wider(inner: st.SearchStrategy[Said]) -> st.SearchStrategy[Said]:
    several = st.lists(inner, min_size=2, max_size=4)
    return st.one_of(
        several.map(lambda every: ("".join(p for p, _ in every), "".join(t for _, t in every))),
        several.map(lambda every: (f"(?:{'|'.join(p for p, _ in every)})", every[-1][1])),
        several.map(lambda every: (f"({'|'.join(p for p, _ in every)})", every[0][1])),
        st.builds(lambda one, times: (f"(?:{one[0]}){times[0]}", one[1] * times[1]), inner, TIMES),
    )


SAID = st.recursive(PIECES, wider, max_leaves=6)
AROUND = st.sampled_from(("", " ", "- ", "b ", " a", "é, "))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.tuples(AROUND, SAID, AROUND), min_size=1, max_size=4))
@example([("", (r"b(?: ab\w){0,1}", "b"), "")])
@example([("", (r"a(?:\w ){0,1}b", "ab"), "")])
@example([("", ("[a-z][a-z]x", "abx"), "")])
def test_what_can_match_is_never_held_back(several: list[tuple[str, Said, str]]) -> None:
    sieve = Sieve(pattern for _, (pattern, _), _ in several)
    for before, (_, words), after in several:
        sentence = before + words + after
        possible = list(sieve.possible(sentence))
        assert possible == sorted(possible)
        for number, (_, (pattern, _), _) in enumerate(several):
            assert number in possible or not bordered(pattern).search(sentence), pattern


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("going to (?:die|be dead)", [{"going "}, {"dead ", "die "}, {"to "}]),
        (r"want\w{0,3} (?:\w{1,9} ){0,2}pills?", [{"pill ", "pills "}, {"want"}]),
        ("over(?:dosed?|dosing) on", [{"overdose ", "overdosed ", "overdosing "}, {"on "}]),
        ("self[ -]?harm(?= me)", [{"self ", "selfharm "}]),
        (".{0,20}ing", []),
        ("(?i:die)", []),
        ("die|.{3}", []),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: list[set[str]]) -> None:
    assert list(map(set, needs_of(pattern))) == needs


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_lines_of_every_set_it_changes_nothing(language: str) -> None:
    known = patterns()[language]
    some = lines(language)[::9]  # of each file; all of them take half a minute
    wrong = sum(find(line, known) != find(line, unsieved(known)) for line in some)
    assert wrong == 0


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=EXAMPLES // 10, deadline=None)
@given(data=st.data())
def test_on_words_of_the_sets_in_any_order_it_changes_nothing(
    language: str, data: st.DataObject
) -> None:
    known = patterns()[language]
    words = st.sampled_from(sorted({word for line in lines(language) for word in line.split()}))
    text = " ".join(data.draw(st.lists(words, max_size=20)))
    assert find(text, known) == find(text, unsieved(known))


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_what_is_safe_it_lets_few_patterns_look(language: str) -> None:
    known = patterns()[language]
    safe = (SETS / language / "dev" / "safe.txt").read_text(encoding="utf-8").splitlines()
    looked = sum(len(list(known.sieve.possible(fold(line)))) for line in safe)
    assert looked / len(safe) < len(known.lines) / 8


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.text(st.characters(codec="ascii"), max_size=60))
def test_folding_plain_letters_takes_the_short_way_to_the_same(text: str) -> None:
    assert folding._bare(text) == text.lower()  # pyright: ignore[reportPrivateUsage]


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=3))
def test_several_patterns_find_what_one_of_them_all_would_find(several: list[Said]) -> None:
    sentence = " ".join(words for _, words in several * 2)
    each = [bordered(pattern) for pattern, _ in several]
    whole = bordered("|".join(f"(?:{pattern})" for pattern, _ in several))
    where = screening._Stretch(sentence, sentence, 0, len(sentence))  # pyright: ignore[reportPrivateUsage]
    found = screening._matches(each, where)  # pyright: ignore[reportPrivateUsage]
    assert [one.span() for one in found] == [one.span() for one in whole.finditer(sentence)]
