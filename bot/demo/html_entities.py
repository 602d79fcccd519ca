"""Telegram's HTML → plain text and entities (pure).

Follows the messenger's own reading: case-insensitive tags, byte offsets in the complaints, UTF-16
offsets in the entities, an unknown `&name` left as it stands. It must not know messages or chats.
"""

import re
from dataclasses import dataclass, field

from conversations.session import Json

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"\s*([^\s=>]+)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.-]+)))?")
_AUTO = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<url>\bhttps?://[^\s<>\"]*[^\s<>\".,;:!?)])"
)


class CannotParse(ValueError):
    """The text is not the HTML that Telegram takes."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked stretch of a text; offset and length count UTF-16 units."""

    kind: str
    offset: int
    length: int
    extra: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Json]:
        """Return the entity as the Bot API writes it."""
        body: dict[str, Json] = {"type": self.kind, "offset": self.offset, "length": self.length}
        body.update(self.extra)
        return body


@dataclass(frozen=True, slots=True)
class Marked:
    """A plain text with its entities, trimmed as the messenger trims."""

    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    at: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    html: str
    position: int = 0
    text: list[str] = field(default_factory=list[str])
    units: int = 0
    stack: list[_Open] = field(default_factory=list[_Open])
    entities: list[Entity] = field(default_factory=list[Entity])

    def byte(self, position: int) -> int:
        return len(self.html[:position].encode())

    def put(self, text: str) -> None:
        self.text.append(text)
        self.units += units(text)


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units, the messenger's measure."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def parse_html(html: str) -> Marked:
    """Return text and entities of `html`; raise `CannotParse` with Telegram's complaint."""
    reader = _Reader(html)
    while reader.position < len(html):
        start = reader.position
        if html[start] == "&":
            reader.put(_reference(reader))
        elif html.startswith("</", start):
            _close(reader)
        elif html[start] == "<":
            _open(reader)
        else:
            stop = min(
                (at for at in (html.find("&", start), html.find("<", start)) if at >= 0),
                default=len(html),
            )
            reader.put(html[start:stop])
            reader.position = stop
    if reader.stack:
        raise CannotParse(f"Can't find end tag corresponding to start tag {reader.stack[-1].tag}")
    return Marked("".join(reader.text), tuple(reader.entities))


def _reference(reader: _Reader) -> str:
    found = _REFERENCE.match(reader.html, reader.position)
    if found is None:
        reader.position += 1
        return "&"
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        character = _NAMED.get(name)
    else:
        code = int(hexadecimal, 16) if hexadecimal else int(decimal)
        usable = 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF
        character = chr(code) if usable else None
    if character is None:
        reader.position += 1
        return "&"
    reader.position = found.end()
    return character


def _open(reader: _Reader) -> None:
    start, html = reader.position, reader.html
    named = _TAG_NAME.match(html, start + 1)
    end = named.end() if named else start + 1
    where = f"at byte offset {reader.byte(start)}"
    if end >= len(html):
        raise CannotParse(f"Unclosed start tag {where}")
    tag = html[start + 1 : end].lower()
    if tag not in _KINDS:
        raise CannotParse(f'Unsupported start tag "{tag}" {where}')
    attributes: dict[str, str] = {}
    while True:
        while end < len(html) and html[end].isspace():
            end += 1
        if end >= len(html):
            raise CannotParse(f"Unclosed start tag {where}")
        if html[end] == ">":
            break
        found = _ATTRIBUTE.match(html, end)
        if found is None:
            raise CannotParse(f'Empty attribute name in the tag "{tag}" {where}')
        name, *values = found.groups()
        value = next((given for given in values if given is not None), None)
        if value is None and name != "expandable":
            raise CannotParse(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" {where}'
            )
        attributes[name.lower()] = _REFERENCE.sub(_plain, value or "")
        end = found.end()
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise CannotParse(f'Tag "span" must have class "tg-spoiler" {where}')
    reader.stack.append(_Open(tag, reader.units, len(reader.text), attributes))
    reader.position = end + 1


def _plain(found: re.Match[str]) -> str:
    inner = _Reader(found.group(0))
    return _reference(inner) + inner.html[inner.position :]


def _close(reader: _Reader) -> None:
    start, html = reader.position, reader.html
    where = f"at byte offset {reader.byte(start)}"
    if not reader.stack:
        raise CannotParse(f"Unexpected end tag {where}")
    stop = html.find(">", start)
    if stop < 0:
        raise CannotParse(f"Unclosed end tag {where}")
    name = html[start + 2 : stop].strip().lower()
    opened = reader.stack.pop()
    if name and name != opened.tag:
        raise CannotParse(
            f'Unmatched end tag {where}, expected "</{opened.tag}>", found "</{name}>"'
        )
    reader.position = stop + 1
    length = reader.units - opened.start
    if length:
        inside = "".join(reader.text[opened.at :])
        entity = _entity(opened, length, inside)
        if entity is not None:
            reader.entities.append(entity)


def _entity(opened: _Open, length: int, inside: str) -> Entity | None:
    kind = _KINDS[opened.tag]
    extra: tuple[tuple[str, str], ...] = ()
    if kind == "text_link":
        url = opened.attributes.get("href") or inside
        if not re.match(r"(?i)(https?|tg|mailto|tel|ton):|[\w-]+(\.[\w-]+)+", url):
            return None
        extra = (("url", url),)
    elif kind == "custom_emoji":
        number = opened.attributes.get("emoji-id", "")
        if not number.isdigit():
            raise CannotParse("Invalid custom emoji identifier specified")
        extra = (("custom_emoji_id", number),)
    elif kind == "blockquote" and "expandable" in opened.attributes:
        kind = "expandable_blockquote"
    return Entity(kind, opened.start, length, extra)


def finish(marked: Marked) -> Marked:
    """Return `marked` trimmed, with commands and links found, entities in the messenger's order."""
    text = marked.text.replace("\r", "").replace("\x00", "")
    cut = units(text) - units(text.lstrip())
    text = text.strip()
    kept: list[Entity] = []
    for entity in marked.entities:
        begin = max(entity.offset - cut, 0)
        end = min(entity.offset + entity.length - cut, units(text))
        if end > begin:
            kept.append(Entity(entity.kind, begin, end - begin, entity.extra))
    taken = [e for e in kept if e.kind in {"code", "pre", "text_link"}]
    for found in _AUTO.finditer(text):
        begin, length = units(text[: found.start()]), units(found.group())
        if all(begin + length <= e.offset or begin >= e.offset + e.length for e in taken):
            kept.append(Entity(str(found.lastgroup), begin, length))
    return Marked(text, tuple(sorted(kept, key=lambda e: (e.offset, -e.length, e.kind))))
