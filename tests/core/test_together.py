"""Names in a row, and the verbs beside them."""

import pytest

from homework import packaged
from homework.together import named, together

ROWS = {
    "en": ("Ann, Ben and Cy", "now gets", "now get "),
    "de": ("Ann, Ben und Cy", "bekommt jetzt", "bekommen jetzt"),
    "es": ("Ann, Ben y Cy", "recibe ahora", "reciben ahora"),
    "ru": ("Ann, Ben и Cy", "получит", "получат"),
}


@pytest.mark.parametrize("locale", ROWS)
def test_a_note_says_who_gets_it_as_people_say_it(locale: str) -> None:
    texts, (three, one, two) = packaged.texts(locale, strict=True), ROWS[locale]
    assert together(["Ann", "Ben", "Cy"], texts) == three
    assert together(["Ann"], texts) == "Ann"
    assert together([], texts) == ""
    assert one in texts.html("alert-note", **named(["Ann"], texts))
    assert two in texts.html("alert-note", **named(["Ann", "Ben"], texts))


def test_who_goes_on_is_named_with_all_others() -> None:
    texts = packaged.texts("en", strict=True)

    def said(*names: str) -> str:
        return texts.html("told-care-goes-on", who="Dee", **named(names, texts, "others"))

    assert said("Ann").endswith("Ann goes on with you.")
    assert said("Ann", "Ben").endswith("Ann and Ben go on with you.")


def test_one_of_a_thing_is_not_told_as_several() -> None:
    texts = packaged.texts("en", strict=True)
    most = texts.html("page-most", prompts=1, reminders=1)
    assert most == "Rings at most: 1 prompt and 1 reminder a day."
    assert "1 practice at a time" in texts.html("page-most-set", practices=1, most=30)
    held = texts.html("hint-times-held-back", title="T", count=1)
    assert held.startswith("T: 1 prompt was held back")
