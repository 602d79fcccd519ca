"""A reply to an earlier question: what becomes of the answer there, and of the open question."""

from dataclasses import replace

import pytest

from conversations.aimed import reply
from conversations.codec import fold
from conversations.effects import Added, Ask, Noted, Reworded
from conversations.taps import UNDO
from tests.support.sheets import MOODS, PICK, SCALE, TWO_TEXTS, one, small
from tests.support.talk import Talk


def under(talk: Talk, step: str, words: str, about: str | None = None) -> list[str]:
    """Reply to the question of a step; return what is said to have come of its answer."""
    open_now, item = talk.asked, talk.session.item
    outcome = reply(
        talk.worksheet,
        talk.session,
        talk.worksheet.by_id[step],
        words,
        about=about,
        now=talk.now,
        language=talk.texts.language,
    )
    talk._take(outcome, arrives=True)  # pyright: ignore[reportPrivateUsage]
    again = fold(talk.history)
    assert (dict(again.answers), again.notes) == (dict(talk.answers), talk.session.notes)
    assert (talk.asked, talk.session.item) == (open_now, item)
    return [effect.what for effect in talk.effects if isinstance(effect, Reworded)]


def after(kind: str, more: str, answer: str) -> Talk:
    """A talk in which the step of that kind was answered and a text is asked."""
    talk = Talk(one(kind, more))
    talk.type(answer)
    while talk.asked != "after":
        talk.press("v.done")
    return talk


def test_words_are_added_to_words_and_the_open_question_stands_below() -> None:
    talk = after("text", "", "At first.")
    assert under(talk, "it", "And then.") == []
    assert talk.answers["it"] == "At first.\nAnd then."
    assert talk.has(Added, Ask)
    assert talk.messages[-1].role == "ask"


def test_added_words_can_be_taken_back() -> None:
    talk = after("text", "", "At first.")
    under(talk, "it", "And then.")
    assert talk.session.appended is not None
    talk.press(UNDO, talk.session.appended.ask)
    assert talk.answers["it"] == "At first."


@pytest.mark.parametrize(
    ("kind", "more", "first", "then", "value"),
    [
        ("scale", SCALE, "80", "60", 60),
        ("yes_no", "", "yes", "no", False),
        ("date", "", "today", "yesterday", "2026-05-04"),
    ],
)
def test_another_value_takes_the_place_of_the_old_one(
    kind: str, more: str, first: str, then: str, value: object
) -> None:
    talk = after(kind, more, first)
    assert talk.answers["it"] != value
    assert under(talk, "it", then) == ["taken"]
    assert talk.answers["it"] == value
    assert "after" not in talk.answers


def test_what_is_no_number_changes_none_and_is_kept() -> None:
    talk = after("scale", SCALE, "80")
    assert under(talk, "it", "I do not know any more") == ["unread"]
    assert talk.answers["it"] == 80
    assert talk.session.notes == ("I do not know any more",)
    assert talk.has(Noted)
    assert under(talk, "it", "800") == ["unread"]
    assert talk.answers["it"] == 80
    assert talk.session.notes == ("I do not know any more",)


def test_a_skipped_question_is_answered() -> None:
    talk = Talk(small(TWO_TEXTS))
    talk.skip()
    assert under(talk, "first", "After all.") == ["taken"]
    assert talk.answers["first"] == "After all."
    assert "first" not in talk.session.skipped
    assert talk.asked == "second"


def test_a_list_gets_more_lines_and_no_more_than_it_takes() -> None:
    talk = after("text_list", "max_items = 3", "One thought")
    under(talk, "it", "Two\nThree\nFour")
    assert talk.answers["it"] == ["One thought", "Two", "Three"]
    assert talk.session.notes == ("Four",)


@pytest.mark.parametrize(
    ("words", "about", "found"),
    [
        ("60", "sad", [("sad", 60), ("angry", 40)]),
        ("60", None, None),
        ("angry 50", None, [("sad", 80), ("angry", 50)]),
        ("angry 50", "sad", [("sad", 80), ("angry", 50)]),
        ("tired 30", None, [("sad", 80), ("angry", 40), ("tired", 30)]),
        ("60", "lonely", None),
    ],
)
def test_a_feeling_gets_another_number_and_a_new_one_joins(
    words: str, about: str | None, found: list[tuple[str, int]] | None
) -> None:
    talk = after("moods", MOODS, "sad 80, angry 40")
    before = talk.answers["it"]
    assert under(talk, "it", words, about) == ["taken" if found else "unread"]
    value = [{"name": name, "rating": rating} for name, rating in found or []] or before
    assert talk.answers["it"] == value


def test_several_choices_are_joined_by_another_one() -> None:
    labels = (("a", "Phone"), ("b", "Door"), ("c", "Bed"))
    listed = ", ".join(f'{{ id = "{name}", label = "{label}" }}' for name, label in labels)
    choices = f"choices = [{listed}]"
    talk = Talk(one("multi", choices))
    talk.press("n.b").press("v.done")
    assert under(talk, "it", "Phone") == ["taken"]
    assert talk.answers["it"] == ["a", "b"]


def test_a_question_that_asked_nothing_keeps_the_words_beside() -> None:
    talk = Talk(one("info"))
    talk.press("v.ok")
    assert under(talk, "it", "I have read it twice") == []
    assert talk.session.notes == ("I have read it twice",)


def test_a_locked_answer_stays_and_the_words_are_kept() -> None:
    talk = after("scale", SCALE, "80")
    talk.session = replace(talk.session, locked=frozenset({"it"}))
    assert under(talk, "it", "20 really") == ["locked"]
    assert talk.answers["it"] == 80
    assert talk.session.notes == ("20 really",)


def test_a_question_that_was_not_put_yet_is_not_put_by_it() -> None:
    """Under help the next question waits until it is asked for."""
    talk = Talk(small(TWO_TEXTS))
    talk.type("One.", arrives=False)
    under(talk, "first", "More.")
    assert talk.answers["first"] == "One.\nMore."
    assert not talk.has(Ask)


def test_what_was_picked_stays_when_its_list_grows() -> None:
    talk = Talk(small(PICK))
    talk.type("One").type("Two").press("v.done").label("Two")
    under(talk, "thoughts", "Three")
    assert (talk.answers["hot"], talk.answers["thoughts"]) == ("Two", ["One", "Two", "Three"])


def test_a_sheet_that_is_over_changes_and_asks_nothing() -> None:
    talk = Talk(one("text"))
    talk.type("At first.").type("Then.")
    if talk.session.status != "done":
        talk.press("f")
    assert talk.session.status == "done"
    assert under(talk, "it", "And then.") == ["taken"]
    assert talk.answers["it"] == "At first.\nAnd then."
    assert not talk.has(Ask)
