"""The emulator reads HTML as Telegram does: entities in UTF-16 units, complaints word for word."""

import pytest

from bot.demo.html_entities import CannotParse, Marked, finish, parse_html


def marks(html: str) -> tuple[str, list[tuple[str, int, int]]]:
    marked = finish(parse_html(html))
    return marked.text, [(each.kind, each.offset, each.length) for each in marked.entities]


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>bold</b>", "bold", [("bold", 0, 4)]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        (
            "<u>a</u><s>b</s><del>c</del>",
            "abc",
            [("underline", 0, 1)] + [("strikethrough", at, 1) for at in (1, 2)],
        ),
        ("<B>a</b>", "a", [("bold", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("😀<i>x</i>", "😀x", [("italic", 2, 1)]),
        ("<b>a<i>😀</i></b>", "a😀", [("bold", 0, 3), ("italic", 1, 2)]),
        ("<code>a</code><pre>b</pre>", "ab", [("code", 0, 1), ("pre", 1, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ('<a href="https://x.example/?a=1&amp;b=2">a</a>', "a", [("text_link", 0, 1)]),
        ("<a>no address</a>", "no address", []),
        ("&lt;b&gt; &amp; &quot;", '<b> & "', []),
        ("&#60;&#x3c;&#128512;", "<<😀", []),
        ("&nbsp;&apos;& &#0;", "&nbsp;&apos;& &#0;", []),
        ("&ltx", "&ltx", []),
        ("&lt x", "< x", []),
        ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
        ("go /today now", "go /today now", [("bot_command", 3, 6)]),
        ("a/b <code>/today</code>", "a/b /today", [("code", 4, 6)]),
        ("https://x.example/a.", "https://x.example/a.", [("url", 0, 19)]),
    ],
)
def test_reads(html: str, text: str, entities: list[tuple[str, int, int]]):
    assert marks(html) == (text, entities)


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<div>a</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("<script>x</script>", 'Unsupported start tag "script" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href=x", "Unclosed start tag at byte offset 0"),
        ("<b>a", "Can't find end tag corresponding to start tag b"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a =x>a</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        (
            "<a href>a</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
    ],
)
def test_complains(html: str, complaint: str):
    with pytest.raises(CannotParse) as caught:
        parse_html(html)
    assert str(caught.value) == complaint


def test_trimming_moves_entities():
    marked = finish(parse_html("\n 😀 <b>x</b>\n"))
    assert marked.text == "😀 x"
    assert [(each.offset, each.length) for each in marked.entities] == [(3, 1)]
    assert finish(Marked("  \n ")).text == ""
