"""Every second prompt, none at all, and all again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from homework.sparing import EVERYTHING, Sparing


def test_as_a_rule_everything_rings() -> None:
    assert [Sparing().spare("a") for _ in range(3)] == [None, None, None]


def test_after_the_question_every_second_prompt_of_all_practices_rings() -> None:
    rate = Sparing("ask")
    assert rate.spare("a") is None
    rate.asked()
    assert [rate.spare(key) for key in "abab"] == [None, "halved", None, "halved"]


def test_who_stays_silent_is_asked_nothing() -> None:
    assert [Sparing("stopped").spare(key) for key in "aba"] == ["stopped"] * 3


def test_one_practice_that_asks_less_does_not_touch_another() -> None:
    rate = Sparing(None, {"a": 0})
    assert [rate.spare(key) for key in "aabba"] == ["halved", None, None, None, "halved"]


@settings(deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=60), st.sampled_from(["asked", None]))
def test_half_is_half_in_any_order_and_goes_on_where_it_was(
    keys: list[str], silence: str | None
) -> None:
    """Rebuilt from what was decided before each prompt, as each round of timers does it."""
    start = {EVERYTHING: 1} if silence else {"a": 0, "b": 0}
    whole, rang = Sparing(silence, dict(start)), dict.fromkeys("abc", 0)
    decided = dict(start)
    for key in keys:
        anew = Sparing(silence, dict(decided))
        spared = anew.spare(key)
        assert spared == whole.spare(key)
        decided = anew.turns
        rang[key] += spared is None
    if silence:
        assert sum(rang.values()) == (len(keys) + 1) // 2
    else:
        assert [rang[key] for key in "ab"] == [keys.count(key) // 2 for key in "ab"]
        assert rang["c"] == keys.count("c")
