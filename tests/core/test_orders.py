"""A step that is asked ahead of an earlier one where its therapist sets it so."""

import pytest

from conversations.loader import load
from conversations.model import OneChoice
from conversations.path import visible_path
from conversations.session import Json, Variant
from homework import chosen_words, packaged
from homework.store.wording import Texts
from tests.support.sheets import HEAD
from tests.support.talk import TEXTS, Talk

BECK = packaged.worksheets()["thought_record_beck"]
EXPERIMENT = packaged.worksheets()["behavioural_experiment"]
FIRST = {"feelings": ["moods", "thoughts"], "thoughts": ["thoughts", "moods"]}


@pytest.mark.parametrize("order", FIRST)
@pytest.mark.parametrize("form", ["full", "light", "minute"])
def test_thoughts_or_feelings_are_asked_for_first(order: str, form: Variant) -> None:
    talk = Talk(BECK, variant=form, given={"order": order, "styles_asked": "no"})
    while talk.asked not in ("moods", "thoughts"):
        talk.skip()
    path = [step.id for step in visible_path(BECK, talk.session) if step.id in FIRST[order]]
    assert [talk.asked, path] == [FIRST[order][0], FIRST[order]]
    talk.type("sad 60") if order == "feelings" else talk.type("I will go blank")
    talk = talk if form == "minute" else talk.label("That’s all")
    assert talk.asked == FIRST[order][1]
    assert talk.back().asked == FIRST[order][0]


def test_styles_of_thinking_are_offered_only_where_they_are_set() -> None:
    for sheet in (BECK, packaged.worksheets()["thought_record_7col"]):
        steps = chosen_words.settable(sheet)
        given = {step.id: step.choices[0].id for step in steps if isinstance(step, OneChoice)}
        for asked in ("no", "yes"):
            talk = Talk(sheet, given={**given, "styles_asked": asked})
            while talk.asked != "thoughts":
                talk.skip()
            talk.type("I will go blank").label("That’s all")
            path = {step.id for step in visible_path(sheet, talk.session)}
            assert ("styles" in path) is (asked == "yes")
        assert not sheet.by_id["styles"].required


def test_heart_and_head_are_two_beliefs_where_they_are_set() -> None:
    talk = Talk(EXPERIMENT, given={"apart": "two"}).type("They laugh").type("80")
    assert talk.asked == "head_before"
    assert Talk(EXPERIMENT, given={"apart": "one"}).type("They laugh").type("80").asked == "other"
    assert Talk(EXPERIMENT).type("They laugh").type("80").asked == "other"


def test_how_a_sheet_is_asked_is_no_answer_of_it() -> None:
    given: dict[str, Json] = {"order": "thoughts", "styles_asked": "no"}
    talk = Talk(BECK, variant="minute", given=given).type("I will go blank").type("sad 60")
    assert "Press a line to change it" in talk.shown and "Asked for first" not in talk.shown


def test_what_a_client_answers_is_not_kept_quiet() -> None:
    step = '[[steps]]\nid = "a"\nkind = "choice"\nprompt = "?"\nquiet = true\n'
    two = 'choices = [{ id = "x", label = "X" }, { id = "y", label = "Y" }]'
    found = load(f"{HEAD}{step}{two}", "x.toml")
    assert isinstance(found, list)
    assert "kept quiet" in str(found[0])


def test_what_is_usual_goes_without_saying() -> None:
    assert not [*chosen_words.lines(EXPERIMENT, Texts(why="x"), TEXTS)]
    two = Texts(why="x", settings={"apart": "two"})
    (line,) = chosen_words.lines(EXPERIMENT, two, TEXTS)
    assert "heart and head apart" in line
    (back,) = chosen_words.lines(EXPERIMENT, Texts(why="x"), TEXTS, before=two)
    assert "one number" in back, "who had it otherwise is told"
    exposure = packaged.worksheets()["exposure"]
    assert len([*chosen_words.lines(exposure, Texts(why="x"), TEXTS)]) == 2


@pytest.mark.parametrize(("form", "told"), [("full", 2), ("light", 1), ("minute", 1)])
def test_of_what_a_form_does_not_ask_nothing_is_told(form: Variant, told: int) -> None:
    said = Texts(why="x", settings={"order": "thoughts", "styles_asked": "yes"})
    assert len([*chosen_words.lines(BECK, said, TEXTS, form)]) == told


WRONG = {
    "no such step": 'sooner = { than = "z", when = { step = "a", answered = true } }',
    "a later condition": 'sooner = { than = "a", when = { step = "a", answered = true } }',
    "needs what it goes ahead of": (
        'sooner = { than = "b", when = { step = "a", answered = true } }\n'
        'when = { step = "b", answered = true }'
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_an_order_that_cannot_be_is_refused(wrong: str) -> None:
    steps = [f'[[steps]]\nid = "{id}"\nkind = "text"\nprompt = "?"\n' for id in "abc"]
    found = load(HEAD + "\n".join(steps) + WRONG[wrong], "x.toml")
    assert isinstance(found, list)
    assert [one.step for one in found] == ["c"]
    assert "sooner" in str(found[0])
