"""Screening: what is found, what softens it, what is folded away, and that no text is slow."""

import random
import re
from time import process_time

import pytest

from homework.packaged import PackageBroken
from homework.safety import screening
from homework.safety.screening import Finding, compiled, fold, screen, screened_languages
from tests.support.screening_eval import cases
from tests.support.yardstick import slowness

LONGEST = 4096
FILLED = ("it was cold", "the wind was hard", "we had a boat", "gulls sat on the wall")
HOSTILE = (
    "want to " * 512,
    "i " * 2048,
    "a" * LONGEST,
    "don't want " * 372,
    "kill my " * 512,
    "\u200b" * LONGEST,
    "ﷺ" * LONGEST,
    "took all of my " * 273,
    "(" * LONGEST,
    ("no " * 20 + ".") * 67,
)


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("I want to die", "alert"),
        ("Sometimes I think about suicide.", "alert"),
        ("I don't want to live anymore", "alert"),
        ("they'd be better off without me", "alert"),
        ("I could kill myself", "alert"),
        ("I do not want to die", "soft"),
        ("Years ago I wanted to die", "soft"),
        ("My brother said he would kill himself", None),
        ("I could have died of embarrassment", None),
        ("I can't go on anymore", "soft"),
        ("It was a killer of a day, I am dying for a coffee", None),
        ("Everybody will laugh at me", None),
        ("", None),
    ],
)
def test_what_is_found(text: str, tier: str | None) -> None:
    found = screen(text, "en")
    assert (found.tier if found else None) == tier


@pytest.mark.parametrize(
    "text",
    [
        "I DON\u2019T want to live",
        "i  want\u00a0to\ndie",
        "I want to d\u200bie",
        "\uff29 \uff57\uff41\uff4e\uff54 \uff54\uff4f \uff44\uff49\uff45",
        "I want to \u202edie\u202c",
        "I want to d i e",
        "I want to d.i.e",
    ],
)
def test_what_a_phone_does_to_letters_hides_nothing(text: str) -> None:
    assert screen(text, "en") is not None, fold(text)


def test_the_gravest_of_several_is_returned() -> None:
    text = "I do not want to die. But tonight I will kill myself."
    assert screen(text, "en") == Finding("alert", "en.life.end")


def test_a_softener_far_away_softens_nothing() -> None:
    text = "When I was small we lived by the sea and " + " and ".join(FILLED) + " i want to die"
    found = screen(text, "en")
    assert found is not None
    assert found.tier == "alert"


def test_a_region_is_its_language_and_what_has_no_file_is_off() -> None:
    assert screen("I want to die", "en-GB") is not None
    assert screen("I want to die", "xx") is None
    assert "en" in screened_languages()
    assert "xx" not in screened_languages()


@pytest.mark.parametrize("language", sorted(screened_languages()))
def test_no_text_is_slow(language: str) -> None:
    screening.load()
    chance = random.Random(4)
    words = re.findall(r"\w+", "i want to die kill my self not never no was of all the end live it")
    texts = [*HOSTILE, *(" ".join(chance.choices(words, k=1200))[:LONGEST] for _ in range(5))]
    texts.append(run_on(language))
    most = 0.020 * 1.25 * slowness()  # a quarter more than is said, for what a machine varies
    for text in texts:
        assert any(took(text, language) < most for _ in range(20)), text[:40]


def took(text: str, language: str) -> float:
    """Seconds of the processor; the machine may have other work, so the fastest of some counts."""
    began = process_time()
    screen(text[:LONGEST], language)
    return process_time() - began


def run_on(language: str) -> str:
    """Plain homework without one full stop, as long as a message can be."""
    plain = [one.text for one in cases(language, "dev") if one.kind == "safe"]
    chance = random.Random(4)
    text = " ".join(chance.choice(plain) for _ in range(200))
    return re.sub(r"[.!?;]", " ", text)[:LONGEST]


@pytest.mark.parametrize("before", range(0, 400, 7))
def test_in_a_text_without_a_full_stop_nothing_falls_between_two_looks(before: int) -> None:
    filler = "the shop had bread and then we walked on to the park with our neighbours dog and "
    text = (filler * 10)[:before].rsplit(" ", 1)[0] + " i really do want to kill myself tonight "
    found = screen(text + filler * 10, "en")
    assert found is not None
    assert found.tier == "alert"


def test_a_word_without_end_is_looked_through_too() -> None:
    assert screen("a" * 3000 + " i want to die " + "b" * 900, "en") is not None


@pytest.mark.timeout(20)
@pytest.mark.parametrize("before", range(50, 80))
def test_every_look_comes_to_its_end_before_a_word_without_end(before: int) -> None:
    short = ("I read it all night and again and again and " * 3)[:before].strip()
    for text in (f"Hi. {short} {'x-y' * 50} i want to die", f"{'a b ' * 60}. {short} {'xyz' * 40}"):
        found = screen(text, "en")
        assert (found is not None) == ("die" in text)


@pytest.mark.parametrize(
    "pattern", ["want.*die", "want.+die", "want.{0,400}die", "want.{2,}die", "(want"]
)
def test_a_pattern_without_a_bound_is_refused(pattern: str) -> None:
    source = f'[[rule]]\nname = "xx.one"\ntier = "alert"\nany = ["{pattern}"]\n'
    with pytest.raises(PackageBroken):
        compiled(source, "xx.toml")
