"""Text of people into messages: no markup made, nothing lost, cut only where it may be cut."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.markup import Html, clean, escape, plain, shorten, split, units
from tests.support.hostile import STRINGS


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain", "plain"),
        ("a\u202eb\u2066c\u200bd\ufeff", "abcd"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("tab\tstays", "tab\tstays"),
        ("\x00\x07\x1b[31m", "[31m"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("\U0001f44d\U0001f3fd\u200d\u2640\ufe0f", "\U0001f44d\U0001f3fd\u200d\u2640\ufe0f"),
        ("a\u200db", "ab"),
        ("\u200d", ""),
        ("\ud800", "\ufffd"),
        ("\ue000x\ue010", "\ufffdx\ufffd"),
        ("e\u0301 \u05e9\u05dc ไทย", "e\u0301 \u05e9\u05dc ไทย"),
    ],
)
def test_clean(text: str, kept: str) -> None:
    assert clean(text) == kept


def test_escape_and_back() -> None:
    assert escape('<b>&"') == "&lt;b&gt;&amp;&quot;"
    for string in STRINGS:
        assert plain(escape(string)) == clean(string)


def test_units_are_counted_as_messengers_do() -> None:
    assert units("a\U0001f614é") == 4
    assert units("\ud800") == 1


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("short", 10, "short"),
        ("one two three", 9, "one two…"),
        ("x" * 20, 5, "xxxx…"),
        ("\U0001f614" * 5, 5, "\U0001f614\U0001f614…"),
        ("  padded  ", 6, "padded"),
    ],
)
def test_shorten(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short
    assert units(shorten(text, limit)) <= limit


def test_split_reopens_tags() -> None:
    assert split("<b>one two</b>", 4) == ["<b>one </b>", "<b>two</b>"]
    assert split("<i>a<b>b</b></i>", 1) == ["<i>a</i>", "<i><b>b</b></i>"]


def test_split_never_cuts_an_entity() -> None:
    assert split("&lt;&amp;&gt;", 1) == ["&lt;", "&amp;", "&gt;"]
    assert split("a&lt;b", 2) == ["a&lt;", "b"]


def test_split_prefers_line_breaks() -> None:
    assert split("one\ntwo three four", 10) == ["one\n", "two three ", "four"]


def test_split_leaves_short_and_empty_ones_alone() -> None:
    assert split("<b>x</b>", 4096) == ["<b>x</b>"]
    assert split("", 10) == []


html = st.lists(
    st.sampled_from(
        ["<b>", "</b>", "<i>", "</i>", "&amp;", "&lt;", "word ", "\n", "\U0001f614", "x"]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(html=html, limit=st.integers(2, 40))
def test_split_fits_and_keeps_every_visible_character(html: str, limit: int) -> None:
    parts = split(html, limit)
    for part in parts:
        assert units(plain(part)) <= limit
        assert not re.search(r"&(?!(amp|lt);)", part)
    joined = "".join(map(plain, parts))
    assert "".join(joined.split()) == "".join(plain(html).split())


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=300), limit=st.integers(2, 60))
def test_any_text_escaped_and_split_comes_back_whole(text: str, limit: int) -> None:
    joined = "".join(map(plain, split(escape(text), limit)))
    assert [c for c in joined if not c.isspace()] == [c for c in clean(text) if not c.isspace()]


def test_html_is_marked_and_not_escaped_again() -> None:
    assert isinstance(Html("<b>x</b>"), str)
