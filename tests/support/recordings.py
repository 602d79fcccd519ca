"""Small voice notes and pictures with something in them that must not be kept."""

import struct
from io import BytesIO

from PIL import Image

from homework.cleaning import _Page, _written  # pyright: ignore[reportPrivateUsage]

SECRET = b"zqplaceofhomezq"


def ogg(seconds: int = 42, *, tags: bytes = SECRET, long_tags: bool = False) -> bytes:
    """An OGG file with one Opus stream: two headers, and sound that nobody could hear."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48_000, 0, 0)
    said = tags * (20 if long_tags else 1)
    comment = b"OpusTags" + struct.pack("<I", len(said)) + said + struct.pack("<I", 0)
    pages = [_Page(2, 0, 7, 0, bytes([len(head)]), head)]
    for at in range(0, len(comment), 255):
        piece = comment[at : at + 255]
        pages.append(_Page(1 if at else 0, 0, 7, 0, bytes([len(piece)]), piece))
    for second in range(1, seconds + 1):
        sound = bytes([second % 251]) * 100
        last = 4 if second == seconds else 0
        pages.append(_Page(last, second * 48_000 + 312, 7, 0, bytes([100]), sound))
    return b"".join(_written(page, number) for number, page in enumerate(pages))


def jpeg(width: int = 64, height: int = 48) -> bytes:
    """A picture that lies on its side, with a place and a comment in it."""
    image = Image.new("RGB", (width, height), "navy")
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned
    exif[0x010E] = SECRET.decode()
    exif[0x8825] = {2: (51.5, 0.0, 0.0)}
    out = BytesIO()
    image.save(out, "JPEG", exif=exif, comment=SECRET)
    return out.getvalue()


def png() -> bytes:
    """A picture one can see through."""
    out = BytesIO()
    Image.new("RGBA", (20, 10), (255, 0, 0, 0)).save(out, "PNG")
    return out.getvalue()
