"""What must be understood by anybody in any state is easy to read, in each language by its own
measure."""

from dataclasses import replace

import pytest

from conversations.markup import plain
from conversations.model import Worksheet
from homework import packaged
from homework.readability import (
    MEASURES,
    client_text,
    ease,
    german_syllables,
    grade,
    level,
    measure,
    spanish_syllables,
    syllables,
    wiener,
    words_a_sentence,
)
from homework.safety.consents import consent
from homework.safety.crisis import crisis_message
from tests.support.stores import EDITION

TEXTS = packaged.texts("en", strict=True)
SHOWN = {
    "consent": consent(TEXTS, "Dr A", EDITION).message.html,
    "consent, screened": consent(TEXTS, "Dr A", replace(EDITION, screened=True)).message.html,
    "crisis, country known": crisis_message(TEXTS, "GB", therapists=["Dr A"]).html,
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


SHEETS = [
    sheet
    for name in sorted(packaged.worksheets())
    for sheet in (packaged.worksheets()[name], *packaged.in_other_words(name).values())
]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"{sheet.id}.{sheet.locale}")
def test_all_that_a_client_reads_of_a_sheet_is_easy(sheet: Worksheet) -> None:
    found, wanted = level(sheet), measure(sheet.locale)
    assert found is not None and wanted is not None
    assert wanted.holds(found), found
    words = client_text(sheet)
    assert all(step.prompt in words and step.hint in words for step in sheet.steps)


def test_every_offered_language_has_a_measure() -> None:
    assert set(packaged.locales()) <= set(MEASURES)
    assert measure("de-AT") is MEASURES["de"] and measure("xx") is None
    sheet = packaged.worksheets()["self_monitoring"].model_copy(update={"locale": "xx"})
    assert level(sheet) is None


@pytest.mark.parametrize(
    ("language", "hard", "easy"),
    [
        (
            "en",
            "Notwithstanding considerable institutional reluctance, participation is mandatory.",
            "You can say no. The bot will ask you no more.",
        ),
        (
            "es",
            "La participación institucional obligatoria implica consideraciones administrativas.",
            "Puedes decir que no. El bot ya no te dirá nada.",
        ),
        (
            "de",
            "Ungeachtet institutioneller Widerstände ist die Teilnahme verpflichtend.",
            "Du kannst nein sagen. Dann fragt der Bot dich nicht mehr.",
        ),
        (
            "ru",
            "Несмотря на то что многим в этой практике такое совсем не по душе, всем без всяких"
            " исключений придётся с этим согласиться.",
            "Можно сказать нет. Бот больше не спросит.",
        ),
    ],
)
def test_each_measure_tells_hard_from_easy(language: str, hard: str, easy: str) -> None:
    found = MEASURES[language]
    assert found.holds(found.of(easy)) and not found.holds(found.of(hard))
    assert found.holds(found.of(""))


def test_the_formulas_are_the_published_ones() -> None:
    # Two sentences in each language, counted by hand.
    assert grade("The cat sat down. It was very happy.") == pytest.approx(
        0.39 * 4 + 11.8 * 10 / 8 - 15.59
    )
    assert ease("El gato se duerme. Leo un libro rojo.") == pytest.approx(
        206.84 - 60 * 13 / 8 - 1.02 * 4
    )
    assert wiener("Die Katze schläft gern. Sie erwartete gar nichts.") == pytest.approx(
        0.1935 * 12.5 + 0.1672 * 4 + 0.1297 * 2 * 12.5 - 0.0327 * 6 * 12.5 - 0.875
    )
    assert words_a_sentence("Кошка спит. Она кое-что видит во сне.") == 3.5


def test_syllables() -> None:
    english = {"cat": 1, "happy": 2, "asked": 1, "wanted": 2, "free": 1}
    spanish = {"leo": 2, "bueno": 2, "día": 2, "muy": 1, "y": 1, "ciudad": 2, "aeropuerto": 5}
    german = {"ich": 1, "heute": 2, "gefühl": 2, "schreiben": 2, "aufgabe": 3}
    assert {word: syllables(word) for word in english} == english
    assert {word: spanish_syllables(word) for word in spanish} == spanish
    assert {word: german_syllables(word) for word in german} == german
