"""The catalogue: escaping, strictness, fallback; and every key that the code names is there."""

import logging
import re
from datetime import date
from pathlib import Path

import pytest

from conversations.markup import Html
from conversations.texts import TextMissing, Texts
from homework import packaged
from tests.support.hostile import STRINGS

ENGLISH = "hello = Hello <b>{ $name }</b>\ncount = { $n } of { $m }\n"
DAY = 'day = { DATETIME($day, dateStyle: "long") }\n'
ROOMS = Path(__file__).parents[2] / "conversations"


def test_arguments_are_escaped_and_the_texts_own_tags_stay() -> None:
    texts = Texts("en", [ENGLISH], strict=True)
    assert texts.html("hello", name="<i>&") == "Hello <b>&lt;i&gt;&amp;</b>"
    assert texts.plain("hello", name="<i>&") == "Hello <i>&"
    assert texts.html("hello", name=Html("<i>x</i>")) == "Hello <b><i>x</i></b>"


def test_numbers_and_days() -> None:
    texts = Texts("en", [ENGLISH, DAY], strict=True)
    assert texts.plain("count", n=3, m=7) == "3 of 7"
    assert texts.plain("day", day=date(2026, 5, 5)) == "May 5, 2026"


def test_long_arguments_are_not_cut() -> None:
    texts = Texts("en", {"engine.ftl": ENGLISH}, strict=True)
    long = "<" + "x" * 9000
    assert texts.plain("hello", name=long) == f"Hello {long}"


def test_a_text_is_made_anew_for_other_numbers_and_keeps_no_words() -> None:
    texts = Texts("en", ["rated = { $name }: { $rating } of { $max }\n"], strict=True)
    seen = [texts.html("rated", name=name, rating=5, max=10) for name in ("sad", "{ $rating }")]
    assert seen == ["sad: 5 of 10", "{ $rating }: 5 of 10"]
    assert texts.html("rated", name="sad", rating=1000, max=10) == "sad: 1,000 of 10"
    assert "sad" not in repr(vars(texts))


def test_texts_choose_their_words_by_numbers_alone() -> None:
    for locale in packaged.locales():
        for source in packaged.catalogue(locale).values():
            chosen = re.findall(r"{\s*\$(\w+)\s*->", source)
            spans = {"carers", "minutes", "hours", "days", "weeks"}
            assert set(chosen) <= spans | {"count", "n", "prompts", "reminders", "practices"}


@pytest.mark.parametrize("string", STRINGS[:120])
def test_hostile_arguments_stay_text(string: str) -> None:
    shown = Texts("en", [ENGLISH], strict=True).html("hello", name=string)
    assert re.sub(r"</?b>", "", shown).count("<") == 0


def test_strict_raises_for_a_missing_key_or_variable() -> None:
    texts = Texts("en", [ENGLISH], strict=True)
    with pytest.raises(TextMissing):
        texts.html("nothing")
    with pytest.raises(TextMissing):
        texts.html("hello")


def test_in_production_the_fallback_answers_and_only_the_key_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    english = Texts("en", [ENGLISH], strict=False)
    german = Texts("de", ["hello = Hallo { $nome }\n"], strict=False, fallback=english)
    with caplog.at_level(logging.WARNING):
        assert german.html("count", n=1, m=2) == "1 of 2"
        assert german.html("hello", name="canary") == "Hello <b>canary</b>"
        assert english.html("nothing") == "nothing"
    assert "canary" not in caplog.text
    assert "count" in caplog.text


def test_every_key_that_the_conversation_names_exists() -> None:
    texts = packaged.texts("en")
    named: set[str] = set()
    for path in ROOMS.glob("*.py"):
        named |= set(
            re.findall(
                r'"((?:ask|button|refuse|said|settled|shown|review)-[a-z0-9-]+)"',
                path.read_text(encoding="utf-8"),
            )
        )
    assert len(named) > 50
    assert [key for key in sorted(named) if not texts.has(key)] == []


def test_no_key_of_the_engine_is_idle() -> None:
    source = (ROOMS / "locales" / "en" / "engine.ftl").read_text(encoding="utf-8")
    code = "".join(path.read_text(encoding="utf-8") for path in ROOMS.glob("*.py"))
    made = ("said-smaller-", "button-smaller-", "said-stopped", "said-expired", "said-reworded-")
    made += ("ask-unsure-", "button-unsure-")
    keys = re.findall(r"^([a-z][a-z0-9-]+) =", source, re.MULTILINE)
    idle = [k for k in keys if f'"{k}"' not in code and not k.startswith(made)]
    assert [
        k for k in idle if k not in ("button-today", "button-tomorrow", "button-yesterday")
    ] == []


def test_the_words_of_the_conversation_are_plain_and_without_judgement() -> None:
    source = (ROOMS / "locales" / "en" / "engine.ftl").read_text(encoding="utf-8").lower()
    for word in ("failed", "missed", "overdue", "streak", "should", "well done", "great", "sorry"):
        assert word not in source
