"""What a person will see: text and buttons, before any messenger is involved.

It must not know Telegram. Text is HTML in the small set that `markup.py` makes; buttons carry
callback data of the form `1:<ref>:<value>`, at most 64 bytes, version first.
"""

from dataclasses import dataclass, field

CALLBACK_VERSION = "1"
CALLBACK_LIMIT = 64


class CallbackTooLong(ValueError):
    """Callback data must fit 64 bytes; shorten the value."""


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: a plain-text label and its callback data."""

    label: str = field(repr=False)
    data: str


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message: HTML text (already escaped) and rows of buttons."""

    html: str = field(repr=False)
    buttons: Rows = ()


def callback(ref: str, value: str) -> str:
    """Return callback data `1:<ref>:<value>`; raise `CallbackTooLong` above 64 bytes."""
    data = f"{CALLBACK_VERSION}:{ref}:{value}"
    if len(data.encode()) > CALLBACK_LIMIT:
        raise CallbackTooLong(f"{len(data.encode())} bytes of callback data for {ref!r}")
    return data


def reference(noun: str, key: str = "") -> str:
    """Return the ref of a button that is about a thing and not about a question: `noun~key`."""
    return f"{noun}~{key}"


def tap(label: str, noun: str, key: str, value: str) -> Button:
    """Return a button about a thing: `occ~<id>` and what to do with it."""
    return Button(label, callback(reference(noun, key), value))


def split_callback(data: str) -> tuple[str, str] | None:
    """Return `(ref, value)` of callback data of our version, None for anything else."""
    version, _, rest = data.partition(":")
    ref, colon, value = rest.partition(":")
    if version != CALLBACK_VERSION or not colon or not ref:
        return None
    return ref, value
