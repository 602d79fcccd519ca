"""A whole message that may be a move where any words are an answer: its writer says which it is."""

from datetime import timedelta

import pytest

from conversations.brought import Brought
from conversations.events import Paused, Resumed
from conversations.rewording import reword
from tests.support.sheets import one, small
from tests.support.talk import Talk

TWO = """
[[steps]]
id = "first"
kind = "text"
prompt = "First?"

[[steps]]
id = "second"
kind = "text"
required = true
prompt = "Second?"
"""
SHORTER = "Too much: a shorter form"
MINE = "That is my answer"


def asked() -> Talk:
    return Talk(small(TWO)).type("one").type("Too much!")


def test_too_much_in_an_open_text_is_asked_about_and_kept() -> None:
    talk = asked()
    assert (talk.asked, talk.answers["second"]) == ("second", "Too much!")
    assert "Is it too much right now, or is that your answer?" in talk.shown
    assert [*talk.buttons][:2] == [SHORTER, MINE]
    assert "Shorter form" not in talk.buttons, "it is offered above"


def test_it_is_the_answer_if_its_writer_says_so() -> None:
    talk = asked().label(MINE)
    assert (talk.asked, talk.answers["second"]) == (None, "Too much!")
    assert talk.session.unsure is None and talk.session.notes == ()


def test_it_is_a_smaller_form_if_its_writer_says_so() -> None:
    talk = asked().label(SHORTER)
    assert (talk.session.variant, talk.asked) == ("light", "second")
    assert "second" not in talk.answers and talk.answers["first"] == "one"
    assert talk.type("two").answers["second"] == "two"


def test_other_words_are_the_answer_in_their_place() -> None:
    talk = asked().type("I lose my words")
    assert (talk.asked, talk.answers["second"]) == (None, "I lose my words")
    assert talk.session.notes == ("Too much!",)


def test_said_twice_it_is_asked_twice() -> None:
    talk = asked().type("too much")
    assert (talk.asked, MINE in talk.buttons) == ("second", True)
    assert talk.label(SHORTER).answers == {"first": "one"}


@pytest.mark.parametrize(
    ("first", "then", "open_now", "status"),
    [
        ("too much", "yes", "second", "open"),
        ("back", "Yes", "first", "open"),
        ("stop", "yes", "second", "paused"),
        ("stop", "stop", "second", "paused"),
        ("too much", "not now", "second", "paused"),
    ],
)
def test_yes_is_the_move_and_whoever_says_stop_again_may_go(
    first: str, then: str, open_now: str, status: str
) -> None:
    talk = Talk(small(TWO)).type("one").type(first).type(then)
    assert (talk.asked, talk.session.status) == (open_now, status)
    assert talk.answers == {"first": "one"}, "neither word is an answer"
    assert (talk.session.variant == "light") == (then == "yes" and first == "too much")


def test_no_says_that_it_is_the_answer() -> None:
    talk = asked().type("no")
    assert (talk.asked, talk.answers["second"], talk.session.notes) == (None, "Too much!", ())


def test_without_a_smaller_form_yes_puts_it_aside_and_keeps_the_words() -> None:
    talk = Talk(small(TWO), variant="minute").type("too much").type("yes")
    assert (talk.session.status, talk.answers) == ("paused", {})
    assert talk.session.notes == ("too much",)


@pytest.mark.parametrize(("move", "open_now"), [("Pause", "second"), ("Back", "first")])
def test_whoever_leaves_it_keeps_it_beside_the_answers(move: str, open_now: str) -> None:
    talk = asked().label(move)
    assert "second" not in talk.answers and talk.session.notes == ("Too much!",)
    assert talk.asked == open_now


@pytest.mark.parametrize("how", ["pressed", "typed"])
def test_whoever_skips_it_has_no_answer(how: str) -> None:
    talk = Talk(small(TWO)).type("too much")
    talk = talk.label("Skip") if how == "pressed" else talk.type("skip")
    assert (talk.asked, talk.answers, talk.session.notes) == ("second", {}, ("too much",))


def test_it_is_still_asked_when_the_question_is_put_again() -> None:
    talk = asked().happen(Resumed())
    assert MINE in talk.buttons
    assert talk.label(MINE).asked is None


def test_without_a_smaller_form_it_can_be_put_aside() -> None:
    talk = Talk(small(TWO), variant="minute").type("too much").label("Too much: put it aside")
    assert (talk.session.status, talk.answers) == ("paused", {})
    assert talk.happen(Resumed()).asked == "first" and MINE not in talk.buttons


def test_back_and_stop_are_asked_about_too() -> None:
    talk = Talk(small(TWO)).type("one").type("back")
    assert "Do you want to go back" in talk.shown
    assert talk.label("Back").asked == "first" and "second" not in talk.answers
    stopped = Talk(small(TWO)).type("stop")
    assert "Do you want to stop here for now" in stopped.shown
    assert stopped.label("Put it aside").session.status == "paused"
    assert stopped.session.notes == ()


def test_whoever_cannot_yet_keeps_the_words_beside() -> None:
    talk = Talk(small(f"{TWO}cannot_yet = true\n")).type("one").type("too much")
    talk.press("v.cant")
    assert (talk.asked, talk.session.notes) == (None, ("too much",))


def test_in_a_list_it_is_an_item_or_none() -> None:
    talk = Talk(one("text_list")).type("a").type("too much")
    assert talk.answers["it"] == ["a", "too much"]
    assert talk.label(MINE).asked == "it", "there may be more"
    assert talk.label("That’s all").answers["it"] == ["a", "too much"]
    other = Talk(one("text_list")).type("too much").type("she left")
    assert other.answers["it"] == ["she left"] and other.session.notes == ("too much",)
    fewer = Talk(one("text_list")).type("a").type("too much").label(SHORTER)
    assert fewer.answers["it"] == ["a"]
    assert Talk(one("text_list")).type("too much").label(SHORTER).answers == {}


def test_in_a_list_without_room_it_is_noted_and_no_item_with_it() -> None:
    talk = Talk(one("text_list", "max_items = 1")).type("a").press("e.it").type("too much")
    assert talk.label("Pause").session.notes == ("too much",)
    assert talk.answers == {"it": ["a"]}


def test_an_answer_that_stood_before_comes_back() -> None:
    talk = Talk(small(TWO)).type("one").type("two").press("e.second").type("too much")
    assert talk.answers["second"] == "too much"
    assert talk.label(SHORTER).answers["second"] == "two"


def test_an_edited_message_says_what_was_meant() -> None:
    talk = asked()
    brought = [Brought("second", "answered", None, "Too much!")]
    now = talk.now + timedelta(seconds=9)
    language = talk.texts.language
    found = reword(
        talk.worksheet, talk.session, brought, "Too much noise", now=now, language=language
    ).session
    assert (found.answers["second"], found.asked.step, found.unsure) == (
        "Too much noise",
        None,
        None,
    )


def test_words_that_hold_more_are_an_answer() -> None:
    assert Talk(small(TWO)).type("It was too much for me").asked == "second"


def test_a_pause_by_any_button_takes_it_out() -> None:
    talk = asked().happen(Paused(None))
    assert "second" not in talk.answers and talk.session.notes == ("Too much!",)
