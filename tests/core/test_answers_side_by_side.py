"""Answers that are read beside others, and what a sheet may say about it."""

from conversations.loader import load
from tests.support.sheets import HEAD, small
from tests.support.talk import Talk

PLAN = (
    '[[steps]]\nid = "what"\nkind = "text"\nprompt = "What?"\n'
    '[[steps]]\nid = "did"\nkind = "choice"\nbeside = "what"\nprompt = "Did you?"\n'
    'choices = [{ id = "yes", label = "Yes" }]\n'
)


def test_a_choice_may_be_read_beside_an_earlier_text_only() -> None:
    assert not isinstance(load(HEAD + PLAN, "x.toml"), list)
    found = load(HEAD + PLAN.replace('"text"', '"yes_no"'), "x.toml")
    assert isinstance(found, list)
    assert found[0].rule == '"beside" must name an earlier text step'


AGAIN = (
    '[[steps]]\nid = "worry"\nkind = "text"\npin = true\nprompt = "What?"\n'
    '[[steps]]\nid = "clearer"\nkind = "text"\npin = true\nrestates = "worry"\n'
    'prompt = "Clearer?"\n'
    '[[steps]]\nid = "after"\nkind = "text"\nprompt = "And then?"\n'
)


def test_a_text_that_was_restated_gives_way_to_the_new_one() -> None:
    talk = Talk(small(AGAIN)).type("I look silly").type("two people laugh")
    assert "two people laugh" in talk.shown and "I look silly" not in talk.shown
    passed = Talk(small(AGAIN)).type("I look silly").skip()
    assert "I look silly" in passed.shown


def test_only_an_earlier_text_can_be_restated() -> None:
    found = load(HEAD + AGAIN.replace('restates = "worry"', 'restates = "after"'), "x.toml")
    assert isinstance(found, list)
    assert found[0].rule == '"restates" must name an earlier text step'
