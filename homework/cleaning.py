"""Pictures and voice notes as they may be kept: looked at byte by byte, without what they carry.

A picture is drawn anew, upright, so that nothing of its file is left: no place, no camera, no name.
A voice note keeps its sound; its comments are dropped. What is not what it says it is, is refused.
It must not know who sent it.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import NamedTuple

from PIL import Image, ImageOps

MOST_PIXELS = 50_000_000
MOST_PAGES = 5000
"""Pages of an OGG file; a recorder writes about one a second."""
LONGEST_SIDE = 2560
QUALITY = 85

_HEADER = struct.Struct("<4sBBqIIIB")
_RATE = 48_000
_BARE_TAGS = b"OpusTags" + struct.pack("<II", 0, 0)
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class Voice(NamedTuple):
    """A voice note that may be kept, and how long it is."""

    body: bytes
    seconds: int


def photo(body: bytes) -> bytes | None:
    """Return a JPEG drawn from a JPEG or PNG file; None if it is neither, or cannot be drawn."""
    if not body.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a picture that the library warns of is not drawn
            with Image.open(BytesIO(body), formats=("JPEG", "PNG")) as image:
                if image.width * image.height > MOST_PIXELS:
                    return None
                return _drawn(image)
    except Exception:  # the library raises whatever the bytes provoke
        return None


def _drawn(image: Image.Image) -> bytes:
    if image.mode in (
        "L",
        "RGB",
        "RGBA",
    ):  # made small first: whole it takes three times the memory
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new("RGB", upright.size, "white")
    clean.paste(upright, mask=upright.getchannel("A"))
    out = BytesIO()
    clean.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


class _Page(NamedTuple):
    kind: int
    granule: int
    serial: int
    number: int
    table: bytes
    content: bytes


def voice(body: bytes) -> Voice | None:
    """Return an OGG file with one Opus stream without its comments; None if it is no such file."""
    pages = list(islice(_pages(body), MOST_PAGES + 1))
    if not 3 <= len(pages) <= MOST_PAGES or any(page.serial != pages[0].serial for page in pages):
        return None
    head = pages[0]
    if head.kind & 2 == 0 or not head.content.startswith(b"OpusHead") or len(head.content) < 19:
        return None
    if not pages[1].content.startswith(b"OpusTags"):
        return None
    # The comments end with a page; what continues them is no sound.
    first = next((at for at, page in enumerate(pages[2:], 2) if not page.kind & 1), None)
    if first is None:
        return None
    tags = _Page(0, 0, head.serial, 1, bytes([len(_BARE_TAGS)]), _BARE_TAGS)
    kept = [head, tags, *pages[first:]]
    skipped = int.from_bytes(head.content[10:12], "little")
    length = max(0, max(page.granule for page in kept) - skipped)
    clean = b"".join(_written(page, number) for number, page in enumerate(kept))
    return Voice(clean, max(1, round(length / _RATE)))


def _pages(body: bytes) -> Iterator[_Page]:
    """The pages of an OGG file; fewer than there are where one is broken."""
    at = 0
    while len(body) - at >= _HEADER.size:
        magic, version, kind, granule, serial, number, crc, count = _HEADER.unpack_from(body, at)
        start = at + _HEADER.size
        table = body[start : start + count]
        end = start + count + sum(table)
        if magic != b"OggS" or version != 0 or len(table) < count or end > len(body):
            return
        page = _Page(kind, granule, serial, number, table, body[start + count : end])
        if _checksum(body[at : at + 22] + bytes(4) + body[at + 26 : end]) != crc:
            return
        yield page
        at = end


def _written(page: _Page, number: int) -> bytes:
    count = len(page.table)
    fields = (b"OggS", 0, page.kind, page.granule, page.serial, number)
    rest = page.table + page.content
    crc = _checksum(_HEADER.pack(*fields, 0, count) + rest)
    return _HEADER.pack(*fields, crc, count) + rest


def _checksum(data: bytes) -> int:
    """The checksum of OGG: that of zlib with the bits the other way round."""
    turned = zlib.crc32(data.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{turned:032b}"[::-1], 2)
