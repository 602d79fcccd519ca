"""The evaluation sets of the screening: large enough, clean, no case twice, none in two parts."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

SETS = Path(__file__).parents[1] / "screening"
LANGUAGES = ("en", "es", "de", "ru")
LEAST = {
    "explicit.txt": 150,
    "implicit.txt": 100,
    "soft.txt": 60,
    "safe.txt": 1_000,
    "dev/explicit.txt": 480,
    "dev/implicit.txt": 270,
    "dev/soft.txt": 90,
    "dev/safe.txt": 530,
    "fresh/explicit.txt": 150,
    "fresh/implicit.txt": 110,
    "fresh/soft.txt": 60,
    "fresh/safe.txt": 600,
    "wide/explicit.txt": 390,
    "wide/implicit.txt": 240,
    "wide/soft.txt": 190,
    "wide/safe.txt": 790,
}


def cases(language: str, name: str) -> list[str]:
    """The cases of one file, without the first line that says what the file is."""
    lines = (SETS / language / name).read_text(encoding="utf-8").splitlines()
    return lines[1:] if lines[0].startswith("#") else lines


def bare(case: str) -> str:
    """A case by its letters and digits alone, so that a comma does not make another case."""
    return "".join(sign for sign in case.casefold() if sign.isalnum())


def test_the_languages_named_here_are_those_that_have_sets() -> None:
    assert {path.name for path in SETS.iterdir() if path.is_dir()} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_of_a_language_is_named_here(language: str) -> None:
    there = {str(path.relative_to(SETS / language)) for path in (SETS / language).rglob("*.txt")}
    assert there == set(LEAST)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LEAST)
def test_a_set_is_large_enough(language: str, name: str) -> None:
    assert len(cases(language, name)) >= LEAST[name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LEAST)
def test_a_set_is_clean_text(language: str, name: str) -> None:
    for case in cases(language, name):
        assert case
        assert case == case.strip()
        assert not case.startswith("#")
        assert "\t" not in case
        assert unicodedata.is_normalized("NFC", case)
        assert len(case.split()) <= 60, case


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_case_stands_twice_in_any_file_of_a_language(language: str) -> None:
    count = Counter(bare(case) for name in LEAST for case in cases(language, name))
    assert [case for case, times in count.items() if times > 1] == []
