"""Tables: numbers in the words of each language that has a file for them."""

from importlib.resources import files

import pytest

from conversations.numerals import DIGITS, NumeralsBroken, read_numerals
from conversations.ratings import Feelings, Rating, Unsure, feelings_in, rating_in
from homework import packaged

LOCALES = sorted(
    folder.name
    for folder in (files("conversations") / "locales").iterdir()
    if (folder / "numbers.toml").is_file()
)


def test_four_languages_have_their_numbers() -> None:
    assert {"de", "en", "es", "ru"} <= set(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_number_to_a_hundred_has_a_word_and_no_word_two_numbers(locale: str) -> None:
    words = packaged.numerals(locale)
    assert set(words.words.values()) == set(range(101))
    listed = [said for ways in words.file.numbers.values() for said in ways]
    assert len(listed) == len(set(listed))
    for said, number in words.words.items():
        assert words.digits(said) == str(number)
        assert words.digits(said.upper()) == str(number) or "ß" in said


@pytest.mark.parametrize("locale", LOCALES)
def test_small_words_around_a_number_are_understood(locale: str) -> None:
    words = packaged.numerals(locale)
    for before in words.file.before:
        assert rating_in(f"{before} 60", 100, words) == Rating(60), before
    for after in words.file.after:
        assert rating_in(f"60 {after}", 100, words) == Rating(60), after
    for why in words.file.goes_on:
        assert rating_in(f"60 {why} xyz xyz", 100, words) == Rating(60, more=True), why
    for of in words.file.of:
        assert rating_in(f"6 {of} 10", 100, words) == Rating(60), of
    for percent in words.file.percent:
        assert rating_in(f"60 {percent}", 100, words) == Rating(60), percent
    for between in words.file.between:
        for to in words.file.to:
            said = f"{between} 60 {to} 70"
            assert rating_in(said, 100, words) == Unsure((60, 70), span=True), said


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("es", "sesenta y cinco", 65),
        ("es", "más o menos sesenta", 60),
        ("es", "seis sobre diez", 60),
        ("de", "ungefähr fünfundsechzig", 65),
        ("de", "sechs von zehn", 60),
        ("ru", "шестьдесят пять", 65),
        ("ru", "около шестидесяти", 60),
        ("ru", "шесть из десяти", 60),
    ],
)
def test_numbers_as_they_are_said(locale: str, text: str, value: int) -> None:
    assert rating_in(text, 100, packaged.numerals(locale)) == Rating(value)


@pytest.mark.parametrize(
    ("locale", "text", "pairs"),
    [
        ("es", "triste ochenta y enfadado cuarenta y cinco", [("triste", 80), ("enfadado", 45)]),
        ("de", "traurig achtzig und wütend 40", [("traurig", 80), ("wütend", 40)]),
        ("ru", "грусть 80 и злость сорок пять", [("грусть", 80), ("злость", 45)]),
    ],
)
def test_feelings_as_they_are_said(
    locale: str, text: str, pairs: list[tuple[str, int | None]]
) -> None:
    assert feelings_in(text, 100, packaged.numerals(locale)) == Feelings(tuple(pairs))


def test_a_word_of_one_language_is_no_number_in_another() -> None:
    assert rating_in("once", 100, packaged.numerals("es")) == Rating(11)
    assert rating_in("once", 100, packaged.numerals("en")) is None


def test_a_language_without_a_file_understands_digits() -> None:
    assert packaged.numerals("xx") is DIGITS
    assert packaged.numerals("../en") is DIGITS
    assert rating_in("60%", 100, DIGITS) == Rating(60)
    assert rating_in("sixty", 100, DIGITS) is None


@pytest.mark.parametrize(
    "source",
    [
        "",
        "format = 2",
        "format = 1\nwhat = 1",
        "format = 1\n[numbers]\n101 = ['x']",
        "format = 1\nbefore = ['(']",
        "format = 1\nafter = ['60']",
        "=",
    ],
)
def test_a_file_that_does_not_hold_is_refused(source: str) -> None:
    with pytest.raises(NumeralsBroken):
        read_numerals(source)
