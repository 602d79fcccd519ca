"""The words by which a soak finds again what was said: none stands inside another."""

from tests.support.patients import word


def test_no_word_stands_in_another() -> None:
    names = ("Fox", "Owl")
    words = [word(name, number) for name in names for number in range(1, 2000)]
    assert len(set(words)) == len(words)
    every = "\n".join(words)
    assert all(every.count(one) == 1 for one in words)
