"""A passphrase that was right once is known again without the slow way, and no other is."""

import pytest

from homework import passphrases

WORDS = "correct horse battery"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were tried the slow way."""
    tried: list[str] = []
    derived = passphrases._derived  # pyright: ignore[reportPrivateUsage]

    def counted(text: str, salt: bytes) -> bytes:
        tried.append(text)
        return derived(text, salt)

    monkeypatch.setattr(passphrases, "_derived", counted)
    monkeypatch.setattr(passphrases, "_right", {})
    return tried


def test_a_new_passphrase_is_known_at_once(slow: list[str]) -> None:
    check = passphrases.check_of(WORDS)
    slow.clear()
    assert passphrases.fits_again(f" {WORDS} ", check)
    assert not passphrases.fits_again(WORDS + "x", check)
    assert slow == []


def test_after_a_start_it_is_known_from_the_first_time_it_was_right(
    slow: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check = passphrases.check_of(WORDS)
    monkeypatch.setattr(passphrases, "_right", {})
    slow.clear()
    assert not passphrases.fits_again("another one", check)
    assert passphrases.fits_again(WORDS, check)
    assert slow == ["another one", WORDS], "nothing was right yet"
    assert passphrases.fits_again(WORDS, check)
    assert not passphrases.fits_again("another one", check)
    assert slow == ["another one", WORDS]


def test_what_is_remembered_is_of_one_check_value_and_bounded(
    slow: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passphrases, "_MOST", 2)
    first, second = passphrases.check_of(WORDS), passphrases.check_of("wrong horse battery")
    assert not passphrases.fits_again(WORDS, second)
    third = passphrases.check_of("third horse battery")
    slow.clear()
    assert passphrases.fits_again("third horse battery", third)
    assert slow == []
    assert passphrases.fits_again(WORDS, first), "forgotten, so it takes the slow way"
    assert slow == [WORDS]
