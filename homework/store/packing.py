"""JSON as sealed columns hold it: compact, in stable order."""

import json

from conversations.session import Json

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def pack(value: Json) -> str:
    """Return compact JSON text."""
    return _encode(value)


def unpack(text: str) -> Json:
    """Return the value of `pack`ed text."""
    return json.loads(text)


def unpack_object(text: str) -> dict[str, Json]:
    """Return the value of packed text that must be an object; raise `ValueError` if it is not."""
    value = unpack(text)
    if not isinstance(value, dict):
        raise ValueError("expected a JSON object")
    return value
