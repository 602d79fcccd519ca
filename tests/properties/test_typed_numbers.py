"""Whatever is typed where a rating is asked: no exception, and no number that nobody wrote."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from conversations.answers import Value, parse
from conversations.ratings import Rating, Unsure, amount_in, feelings_in, rating_in
from homework import packaged
from tests.support.sheets import every_kind

LOCALES = ("en", "es", "de", "ru", "xx")
PIECES = [
    *"0123456789/%-–.,;:()!?~ \n",
    *("60", "100", "6/10", " and ", " or ", " to ", "between ", "about ", "out of 10", "sad", "no"),
    *("sechzig", "sesenta", "шестьдесят", "sixty", " y ", "von", "из", "one", "because", "friends"),
]
typed = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
locale = st.sampled_from(LOCALES)
top = st.sampled_from([10, 100])


def written(text: str, locale: str) -> set[float]:
    """Every number that stands in a text, in digits or in words, as any scale may mean it."""
    digits = packaged.numerals(locale).digits(text)
    found = {float(each.replace(",", ".")) for each in re.findall(r"\d+(?:[.,]\d+)?", digits)}
    found |= {float(each) for each in re.findall(r"\d+", digits)}
    return {base * by for base in found for by in (0.1, 0.2, 1, 2, 10, 20)}


def stands_in(value: int, text: str, locale: str) -> bool:
    return any(abs(value - number) <= 1 for number in written(text, locale))


@given(typed, locale, top)
def test_a_rating_is_on_its_scale_and_was_written(text: str, locale: str, top: int) -> None:
    found = rating_in(text, top, packaged.numerals(locale))
    values = [found.value] if isinstance(found, Rating) else []
    values += found.options if isinstance(found, Unsure) else []
    assert all(0 <= value <= top and stands_in(value, text, locale) for value in values)


@given(typed, locale, top)
def test_feelings_have_names_and_ratings_that_were_written(
    text: str, locale: str, top: int
) -> None:
    found = feelings_in(text, top, packaged.numerals(locale))
    for name, rating in found.pairs if found else ():
        assert name.strip()
        assert rating is None or (0 <= rating <= top and stands_in(rating, text, locale))


@given(typed, locale)
def test_an_amount_was_written(text: str, locale: str) -> None:
    found = amount_in(text, packaged.numerals(locale))
    assert found is None or stands_in(int(abs(found[0])), text, locale)


@given(st.integers(0, 100), locale)
def test_every_number_from_ten_on_is_read_as_it_stands(number: int, locale: str) -> None:
    words = packaged.numerals(locale)
    for said in [str(number), *(way for way, value in words.words.items() if value == number)]:
        found = rating_in(said, 100, words)
        if 0 < number < 10:
            assert found == Unsure((number, number * 10), said=number)
        else:
            assert found == Rating(number)


@given(typed, locale)
def test_every_step_takes_or_refuses_whatever_is_typed(text: str, locale: str) -> None:
    words = packaged.language(locale)
    for step in every_kind().steps:
        found = parse(step, text, today=date(2026, 5, 5), language=words)
        assert not isinstance(found, Value) or found.value is not None
