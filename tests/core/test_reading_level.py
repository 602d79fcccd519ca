"""What must be understood by anybody in any state is written for grade 6 (Flesch-Kincaid)."""

import pytest

from conversations.markup import plain
from homework import packaged
from homework.readability import client_text, grade, levels
from homework.safety.consents import consent
from homework.safety.crisis import crisis_message

TEXTS = packaged.texts("en", strict=True)
SHOWN = {
    "consent": consent(TEXTS, "Dr A").message.html,
    "crisis, country known": crisis_message(TEXTS, "GB", therapist="Dr A").html,
    "crisis, country not listed": crisis_message(TEXTS, "ZZ").html,
    "crisis, country unknown": crisis_message(TEXTS, None).html,
}


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_it_reads_at_grade_six_or_below(name: str) -> None:
    assert grade(plain(SHOWN[name])) <= 6


@pytest.mark.parametrize("name", sorted(packaged.worksheets()))
def test_every_question_of_a_sheet_reads_at_grade_six_or_below(name: str) -> None:
    sheet = packaged.worksheets()[name]
    for step in sheet.steps:
        assert grade(f"{step.prompt}\n{step.hint}") <= 6, step.id
    assert grade(f"{sheet.about}\n{sheet.why}") <= 6


@pytest.mark.parametrize("name", sorted(packaged.worksheets()))
def test_all_that_a_client_reads_of_a_sheet_is_at_grade_six_or_below(name: str) -> None:
    sheet = packaged.worksheets()[name]
    found = levels(sheet)["en"]
    assert found is not None and found <= 6
    words = client_text(sheet)
    assert all(step.prompt in words and step.hint in words for step in sheet.steps)


def test_a_language_without_a_measure_has_no_grade() -> None:
    sheet = packaged.worksheets()["self_monitoring"].model_copy(update={"locale": "ru"})
    assert levels(sheet) == {"ru": None}


def test_the_measure_tells_hard_from_easy() -> None:
    hard = "Notwithstanding considerable institutional reluctance, participation is mandatory."
    assert grade(hard) > 12 > 3 > grade("You can say no. The bot will ask you no more.")
