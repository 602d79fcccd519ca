"""Help now: the right numbers, no others, in every state a country can be in."""

from pathlib import Path

import pytest

from conversations.message import Message, split_callback
from homework import packaged
from homework.places import countries
from homework.safety.crisis import (
    OWN_FILE,
    REF,
    CrisisBook,
    CrisisLinesInvalid,
    crisis_message,
    is_crisis_words,
    load,
    parse,
    shipped,
)

TEXTS = packaged.texts("en", strict=True)


def labels(message: Message) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def values(message: Message) -> list[tuple[str, str] | None]:
    return [split_callback(button.data) for row in message.buttons for button in row]


def lines(message: Message) -> list[str]:
    return [line for line in message.html.splitlines() if line.startswith("•")]


def test_the_emergency_number_comes_first() -> None:
    message = crisis_message(TEXTS, "GB")
    assert message.html.index("999") < message.html.index("116 123")
    assert "Nobody reads this chat live. Opening this page tells nobody." in message.html


@pytest.mark.parametrize("country", ["GB", "UY", "XX", None])
def test_c2_ones_own_plan_and_the_words_for_after_hours_are_shown_whatever_the_country(
    country: str | None,
) -> None:
    """Below the emergency number or what is said in its place, above who does not see it."""
    html = crisis_message(
        TEXTS,
        country,
        therapists=["Dr A"],
        after_hours=[("Dr A", "The practice's night line")],
        plan="I ring my sister",
    ).html
    bare = crisis_message(TEXTS, country, therapists=["Dr A"]).html
    unwatched = bare.rpartition("\n\n")[2]
    places = [html.index(part) for part in ("ring my sister", "s night line", unwatched)]
    assert html.startswith(bare.removesuffix(unwatched))
    assert places == sorted(places)


@pytest.mark.parametrize("code", sorted(shipped().countries))
@pytest.mark.parametrize("youth", [False, True])
def test_every_listed_country_shows_its_numbers_and_no_line_too_many(
    code: str, youth: bool
) -> None:
    row = shipped().countries[code]
    message = crisis_message(TEXTS, code, youth=youth)
    assert all(number in message.html for number in row.emergency)
    assert len(lines(message)) <= 3
    shown = [line for line in row.line if line.name.split(" (text")[0] in message.html]
    if not youth:
        assert all(line.audience == "all" for line in shown)
        assert len(lines(message)) == min(3, sum(line.audience == "all" for line in row.line))
    assert len(message.html) < 2000


UNDATED = {
    ("PL", "Centrum Wsparcia dla Osób Dorosłych w Kryzysie Psychicznym"),
    ("PL", "Kryzysowy telefon zaufania dla dorosłych"),
}
"""Whose sources say no day; a practice there has to look closely before it confirms them."""


def test_c3_every_shipped_number_says_where_it_is_from_and_when_that_was_looked_up() -> None:
    rows = shipped().countries
    assert all(row.emergency_sources for row in rows.values() if row.emergency)
    every = [(code, line) for code, row in rows.items() for line in row.line]
    assert len(every) > 60 and all(line.sources for _, line in every)
    assert {(code, line.name) for code, line in every if line.source_date is None} == UNDATED


def test_lines_for_the_young_are_shown_to_the_young_and_first() -> None:
    assert "Childline" not in crisis_message(TEXTS, "IE").html
    assert "Childline" in lines(crisis_message(TEXTS, "IE", youth=True))[0]


def test_a_country_with_lines_for_the_young_only_shows_adults_the_emergency_number() -> None:
    message = crisis_message(TEXTS, "RU")
    assert "112" in message.html
    assert lines(message) == []


def test_a_line_without_hours_claims_none() -> None:
    (line,) = [line for line in lines(crisis_message(TEXTS, "DK")) if "70 201 201" in line]
    assert "Open" not in line


def test_a_line_to_write_to_is_not_shown_as_one_to_call() -> None:
    (line,) = [line for line in lines(crisis_message(TEXTS, "GB")) if "85258" in line]
    assert line.startswith("• Shout, in writing: <b>Text SHOUT to 85258</b>")


def test_a_line_that_speaks_the_readers_language_comes_first() -> None:
    assert "09 2525 0113" in lines(crisis_message(TEXTS, "FI"))[0]
    assert "Speaks: Deutsch" in lines(crisis_message(TEXTS, "DE"))[0]


@pytest.mark.parametrize("code", [*sorted(set(countries()) - set(shipped().countries)), "ZZ", "?"])
def test_a_country_without_a_row_asks_for_the_local_number_and_shows_none(code: str) -> None:
    message = crisis_message(TEXTS, code)
    assert "emergency number of the place where you are" in message.html
    assert not any(char.isdigit() for char in message.html)


def test_a_row_with_only_an_emergency_number_shows_it() -> None:
    book = CrisisBook(parse('[[country]]\ncode = "LU"\nemergency = ["112"]'))
    assert "call <b>112</b>" in crisis_message(TEXTS, "LU", book=book).html


def test_a_row_with_only_lines_asks_for_the_local_emergency_number() -> None:
    book = CrisisBook(parse('[[country]]\ncode = "LU"\n[[country.line]]\nname="A"\nnumber="45 45"'))
    message = crisis_message(TEXTS, "LU", book=book)
    assert "emergency number of the place" in message.html
    assert "45 45" in message.html


def test_an_unknown_country_is_asked_for_never_assumed() -> None:
    message = crisis_message(TEXTS, None, likely=["DE", "GB"])
    assert not any(char.isdigit() for char in message.html)
    assert values(message)[:2] == [(REF, "c.DE"), (REF, "c.GB")]
    assert len(values(message)) == len(shipped().countries) + 1
    assert values(message)[-1] == (REF, "c.ZZ")
    assert len(labels(message)) == len(set(labels(message)))


def test_a_known_country_can_be_left() -> None:
    assert values(crisis_message(TEXTS, "GB")) == [(REF, "country")]


def test_the_therapist_learns_of_it_only_by_the_button() -> None:
    message = crisis_message(TEXTS, "GB", therapists=["Dr A"])
    assert values(message) == [(REF, "tell"), (REF, "country")]
    assert "Opening this page tells nobody." in message.html


def test_own_words_are_shown_as_written_and_make_no_markup() -> None:
    message = crisis_message(
        TEXTS,
        "GB",
        therapists=["<b>A"],
        after_hours=[("<b>A", "<a href='x'>b</a>")],
        plan="go & walk\n" * 900,
    )
    assert "<a" not in message.html
    assert "&lt;b&gt;A" in message.html
    assert "go &amp; walk" in message.html
    assert len(message.html) < 4096 + 2000
    assert message.html.index("999") < message.html.index("go &amp;")


def test_the_practices_own_row_replaces_the_shipped_one(tmp_path: Path) -> None:
    own = '[[country]]\ncode="GB"\nemergency=["112"]\n[[country.line]]\nname="Own"\nnumber="1 2 3"'
    (tmp_path / OWN_FILE).write_text(own, encoding="utf-8")
    message = crisis_message(TEXTS, "GB", book=load(tmp_path))
    assert "1 2 3" in message.html
    assert "116 123" not in message.html
    assert "911" in crisis_message(TEXTS, "US", book=load(tmp_path)).html


def test_without_an_own_file_the_shipped_lines_hold(tmp_path: Path) -> None:
    assert load(tmp_path) == load() == shipped()


@pytest.mark.parametrize(
    "source",
    [
        "nonsense",
        '[[country]]\ncode = "XX"',
        '[[country]]\ncode = "GB"\nphone = "1"',
        '[[country]]\ncode = "GB"\n[[country.line]]\nname = "A"',
    ],
)
def test_a_file_that_does_not_hold_is_said_in_one_sentence(source: str) -> None:
    with pytest.raises(CrisisLinesInvalid) as refused:
        parse(source)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text", ["help", "help me", "Help me!", "  HELP\u200b  me ", "SOS", "s.o.s.", "ｓｏｓ"]
)
def test_the_whole_message_is_a_call_for_help(text: str) -> None:
    assert is_crisis_words(text, "en")
    assert is_crisis_words(text, "xx")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "help with this",
        "help me with the dishes",
        "nobody will help me",
        "sos sos",
        "me",
        "!" * 999,
    ],
)
def test_a_part_of_a_message_is_not(text: str) -> None:
    assert not is_crisis_words(text, "en")


def test_the_whole_text_as_it_is_shown() -> None:
    message = crisis_message(TEXTS, "GB", therapists=["Dr A"], after_hours=[("Dr A", "Ring 111.")])
    assert message.html == (
        "<b>Help now</b>\n\n"
        "If you or someone else is in danger now, call <b>999</b>.\n\n"
        "You can talk to someone (United Kingdom):\n"
        "• Samaritans: <b>116 123</b>. Open day and night\n"
        "• Shout, in writing: <b>Text SHOUT to 85258</b>. Open day and night\n"
        "• NHS 111, mental health option (press 2): <b>111</b>. Open day and night\n\n"
        "<b>From Dr A, for outside working hours</b>\nRing 111.\n\n"
        "Nobody reads this chat live. Opening this page tells nobody. If you want Dr A to know, "
        "press the button. Dr A may only see it later, so please do not wait for an answer."
    )
    assert labels(message) == ["Let Dr A know I opened this", "I am in another country"]


def test_two_who_care_are_both_named_each_with_their_own_words() -> None:
    words = [("Dr A", "Ring 111."), ("Dr B", "Ring 222." * 400)]
    message = crisis_message(TEXTS, "GB", therapists=["Dr A", "Dr B"], after_hours=words)
    assert labels(message)[0] == "Let Dr A and Dr B know I opened this"
    assert "If you want Dr A and Dr B to know" in message.html
    assert "From Dr A, for outside working hours</b>\nRing 111." in message.html
    assert "From Dr B, for outside working hours</b>\nRing 222." in message.html
    assert len(message.html) < 4096
