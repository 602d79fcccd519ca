"""Programs: what may be one practice of a chain that is set weeks ahead."""

import pytest

from homework import program
from homework.packaged import PackageBroken

CHAIN = """
format = 1
id = "chain"
title = "A chain"
about = "One after another."

[[links]]
worksheet = "{sheet}"
variant = "{form}"
schedule = "no prompts"
weeks = 1
begins = "at_once"
"""


def chain(sheet: str, form: str = "full") -> program.Program:
    return program.read(CHAIN.format(sheet=sheet, form=form), "chain.toml")


def test_the_shipped_programs_hold() -> None:
    assert program.programs()


def test_a_chain_of_a_sheet_that_is_shipped_holds() -> None:
    assert program.checked(chain("worry_outcome")).links[0].worksheet == "worry_outcome"


def test_a_step_towards_a_fear_is_not_chosen_weeks_ahead() -> None:
    with pytest.raises(PackageBroken, match="is about a step that is chosen later"):
        program.checked(chain("exposure"))


def test_a_sheet_that_is_not_shipped_is_refused() -> None:
    with pytest.raises(PackageBroken, match="there is no"):
        program.checked(chain("nothing_like_it"))
