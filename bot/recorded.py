"""Voice notes and pictures in raw updates, read by hand: the library may find fault with them."""

from collections.abc import Mapping
from typing import Any, cast

from bot.calls import fields


def recorded(raw: Mapping[str, Any], sort: str) -> tuple[str, int] | None:
    """Return the id and size of the file in a message; of a picture, of its largest size.

    Whatever has not the shape of the Bot API is no file.
    """
    told: object = fields(raw.get("message")).get(sort)
    if isinstance(told, list):
        sizes = [fields(one) for one in cast("list[object]", told)]
        told = max(sizes, key=_width, default=None)
    found = fields(told)
    key, size = found.get("file_id"), found.get("file_size")
    if not isinstance(key, str) or not key.isprintable():
        return None
    return key, size if isinstance(size, int) else 0


def _width(size: Mapping[str, object]) -> int:
    width = size.get("width")
    return width if isinstance(width, int) else 0
