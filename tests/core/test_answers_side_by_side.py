"""Answers that are read beside others, and what a sheet may say about it."""

from conversations.loader import load
from tests.support.sheets import HEAD

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
