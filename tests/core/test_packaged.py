"""What travels with the program can be read, and holds."""

import pytest

from conversations.model import Worksheet
from homework import packaged


def test_english_comes_first_and_every_locale_reads() -> None:
    assert packaged.locales()[0] == "en"
    for locale in packaged.locales():
        assert packaged.texts(locale).locale == locale


def test_a_locale_without_texts_speaks_english() -> None:
    for locale in ("xx", "", "..", "../en", "en/../en"):
        assert packaged.texts(locale).locale == "en"
        assert packaged.catalogue(locale) == {}


def test_no_key_is_written_twice() -> None:
    for locale in packaged.locales():
        keys = [
            line.split(" =")[0]
            for source in packaged.catalogue(locale).values()
            for line in source.splitlines()
            if line[:1].isalpha() and " =" in line
        ]
        assert len(keys) == len(set(keys))


def test_every_kind_of_step_has_its_words_in_the_library() -> None:
    texts = packaged.texts("en", strict=True)
    for sheet in packaged.worksheets().values():
        assert all(texts.plain(f"kind-{step.kind}") for step in sheet.steps)


@pytest.mark.parametrize("name", sorted(packaged.sources("worksheets")))
def test_every_shipped_worksheet_holds(name: str) -> None:
    assert packaged.worksheets()[name.removesuffix(".toml")].id == name.removesuffix(".toml")


@pytest.mark.parametrize("name", sorted(packaged.sources("forms")))
def test_every_shipped_form_holds(name: str) -> None:
    assert isinstance(packaged.form(name.removesuffix(".toml")), Worksheet)


def test_a_form_that_is_not_there_is_said() -> None:
    with pytest.raises(packaged.PackageBroken, match="nothing"):
        packaged.form("nothing")
