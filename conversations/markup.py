"""Text of people into messages: nothing they write becomes markup, nothing of it is lost.

The HTML here is the small set that messengers take: plain tags and the entities
`&amp; &lt; &gt; &quot;`. Lengths are UTF-16 units of the visible text, as messengers count.
"""

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import category

_PIECE = re.compile(r"<[^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);|.", re.DOTALL)
_OPEN = re.compile(r"<([a-z][a-z-]*+)[^<>]*+>$", re.IGNORECASE)
_CLOSE = re.compile(r"</([a-z][a-z-]*)>$", re.IGNORECASE)
_ZWJ = "\u200d"
_EMOJI_LEAD = re.compile(r"[\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff]")


class Html(str):
    """Text that is HTML already: it is not escaped again."""

    __slots__ = ()


def clean(text: str) -> str:
    """Return `text` without control characters, bidi controls and zero-width characters.

    Line breaks and tabs stay; joiners inside emoji stay; lone surrogates, and the
    private characters that our own texts use as marks, become U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(_kept(text))


def _kept(text: str) -> Iterator[str]:
    for place, char in enumerate(text):
        if char in "\n\t":
            yield char
        elif char == _ZWJ:
            before, after = text[place - 1 : place], text[place + 1 : place + 2]
            if _EMOJI_LEAD.match(after) and (_EMOJI_LEAD.match(before) or _is_skin(before)):
                yield char
        elif (kind := category(char)) == "Cs" or "\ue000" <= char <= "\ue0ff":
            yield "\ufffd"
        elif kind not in ("Cc", "Cf") and char not in "\u115f\u1160\u3164\uffa0\u034f":
            yield char


def _is_skin(char: str) -> bool:
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def escape(text: str) -> str:
    """Return `text` cleaned and with `& < > "` as entities, ready to stand in HTML."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def plain(html: str) -> str:
    """Return the visible text: tags out, entities back."""
    return unescape(re.sub(r"<[^<>]*>", "", html))


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, limit: int) -> str:
    """Return `text`, cut at a word to `limit` UTF-16 units, with an ellipsis where it was cut."""
    text = text.strip()
    if units(text) <= limit:
        return text
    kept, room = 0, limit - 1
    for char in text:
        room -= units(char)
        if room < 0:
            break
        kept += 1
    cut = text[:kept]
    space = max(cut.rfind(" "), cut.rfind("\n"))
    if space > kept // 2:
        cut = cut[:space]
    return cut.rstrip() + "…"


def split(html: str, limit: int) -> list[str]:
    """Cut `html` into pieces of at most `limit` visible units, never inside a tag or entity.

    Open tags are closed at a cut and opened again after it. Cuts fall on a line break or a space
    where one is near. `limit` is at least 2.
    """
    if len(html) <= limit // 2 or units(plain(html)) <= limit:
        return [html] if html else []
    pieces: list[str] = _PIECE.findall(html)
    parts: list[str] = []
    start, tags = 0, list[str]()
    while start < len(pieces):
        stop = _stop(pieces, start, limit)
        body = pieces[start:stop]
        opened = "".join(tags)
        for piece in body:
            _track(piece, tags)
        parts.append(opened + "".join(body) + _closing(tags))
        start = stop
    return [part for part in parts if plain(part).strip()] or parts[:1]


def _stop(pieces: list[str], start: int, limit: int) -> int:
    room, soft, hard = limit, 0, 0
    for place in range(start, len(pieces)):
        piece = pieces[place]
        room -= _visible(piece)
        if room < 0:
            break
        if not _OPEN.match(piece):
            hard = place + 1
        if piece == "\n" or (piece == " " and room < limit // 4):
            soft = hard
    else:
        return len(pieces)
    return soft if soft > start else max(hard, start + 1)


def _visible(piece: str) -> int:
    if len(piece) > 1 and piece[0] == "<":
        return 0
    return units(unescape(piece))


def _track(piece: str, tags: list[str]) -> None:
    if close := _CLOSE.match(piece):
        for place in range(len(tags) - 1, -1, -1):
            if _tag_name(tags[place]) == close[1].lower():
                del tags[place]
                break
    elif _OPEN.match(piece):
        tags.append(piece)


def _tag_name(tag: str) -> str:
    found = _OPEN.match(tag)
    return found[1].lower() if found else ""


def _closing(tags: list[str]) -> str:
    return "".join(f"</{_tag_name(tag)}>" for tag in reversed(tags))
