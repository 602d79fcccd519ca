"""How often a new thought was hardly believed: from five on, and no more than was shared."""

import pytest

from conversations.session import Json
from homework import packaged
from homework.store.entries import Written
from homework.tallies import adds_up, lines
from tests.core.test_tallies import written

TEXTS = packaged.texts("en", strict=True)
SHEETS = packaged.worksheets()
BOTH, BECK = SHEETS["thought_record_7col"], SHEETS["thought_record_beck"]
LOW = "Thought that fits both sides, believed below 50: "


def balanced(place: int, belief: int | None, sharing: str = "all", **said: Json) -> Written:
    answers: dict[str, Json] = {
        "hot_thought": "nobody likes me", "evidence_for": "no call", "evidence_against": "a letter",
        "balanced": "some do", "balanced_belief": belief,
    }  # fmt: skip
    given = {key: value for key, value in (answers | said).items() if value is not None}
    return written(place, BOTH.id, sharing=sharing, **given)


def test_low_belief_in_the_new_thought_is_counted_with_the_facts_on_both_sides() -> None:
    found = [balanced(place, belief) for place, belief in enumerate((20, 49, 50, 80, 10))]
    found[4] = balanced(4, 10, evidence_against=None)
    assert lines(BOTH, found, TEXTS) == [
        f"{LOW}3 of the last 5; with facts written down on both sides: 2 of them"
    ]


def test_below_five_or_where_none_is_low_nothing_is_said() -> None:
    few = [balanced(place, 10) for place in range(4)]
    assert lines(BOTH, few, TEXTS) == []
    none = [balanced(4, None, balanced={"cannot_yet": True}), balanced(5, 10, "nothing")]
    assert lines(BOTH, few + none, TEXTS) == [], "not rated, or kept"
    assert lines(BOTH, [balanced(place, 50) for place in range(9)], TEXTS) == []


def test_only_the_last_ten_count_whatever_order_they_come_in() -> None:
    early = [balanced(place, 10) for place in range(6)]
    late = [balanced(place, 90) for place in range(6, 15)]
    assert lines(BOTH, [*late, *early], TEXTS) == [
        f"{LOW}1 of the last 10; with facts written down on both sides: 1 of them"
    ]


def test_of_a_summary_the_number_counts_and_nothing_is_said_of_its_words() -> None:
    found = [balanced(place, 10) for place in range(4)] + [balanced(4, 10, "summary")]
    assert lines(BOTH, found, TEXTS) == [f"{LOW}5 of the last 5"]


def test_an_answer_to_a_thought_is_counted_the_same_way() -> None:
    said: dict[str, Json] = {"response": "I have notes", "response_belief": 30}
    found = [written(place, BECK.id, **said) for place in range(5)]
    assert lines(BECK, found, TEXTS) == ["Your answer to it, believed below 50: 5 of the last 5"]


@pytest.mark.parametrize("sheet", sorted(SHEETS.keys() - {BOTH.id, BECK.id}))
def test_no_other_sheet_has_such_a_thought(sheet: str) -> None:
    assert adds_up(BOTH) and adds_up(BECK)
    same: dict[str, Json] = {"happened": "x", "balanced": "x", "balanced_belief": 10}
    found = [written(place, sheet, **same) for place in range(5)]
    assert not any("believed" in line for line in lines(SHEETS[sheet], found, TEXTS))


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("es", "creído en menos de 50: 5 de los últimos 5; de estos, con hechos de los dos lados"),
        ("de", "unter 50 geglaubt: 5 der letzten 5; davon mit Fakten für beide Seiten: 5"),
        ("ru", "вера ниже 50: 5 из последних 5; из них с фактами с обеих сторон: 5"),
    ],
)
def test_it_is_told_in_each_language(locale: str, said: str) -> None:
    sheet = packaged.in_other_words(BOTH.id)[locale]
    found = [balanced(place, 10) for place in range(5)]
    (line,) = lines(sheet, found, packaged.texts(locale, strict=True))
    assert said in line
