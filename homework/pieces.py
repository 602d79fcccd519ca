"""A long text in pieces that a tired person can read in five minutes, each on one message.

A piece has at most 600 words: five minutes at 120 words a minute, which is slow. It ends with a
paragraph where one ends near, else with a sentence, else with a word. Pure.
"""

import re

from conversations.markup import units

WORDS = 600
UNITS = 3500
"""UTF-16 units of a piece, so that head and buttons stand on the same message."""

_BREAKS = tuple(map(re.compile, (r"(\n\s*\n)", r"(\n)", r"((?<=[.!?…])\s+)", r"(\s+)")))


def pieces(text: str) -> list[str]:
    """Return a text in pieces, in order; nothing is left out but the space between them."""
    return _cut(text.strip(), 0)


def _fits(text: str) -> bool:
    return units(text) <= UNITS and len(text.split()) <= WORDS


def _cut(text: str, level: int) -> list[str]:
    if _fits(text):
        return [text] if text else []
    if level == len(_BREAKS):  # no space far and wide
        half = UNITS // 2
        return [text[at : at + half] for at in range(0, len(text), half)]
    found: list[str] = []
    now = ""
    chunks = _BREAKS[level].split(text)
    for chunk, gap in zip(chunks[::2], [*chunks[1::2], ""], strict=True):
        if _fits((now + chunk).strip()):
            now += chunk + gap
            continue
        *whole, last = [*([now.strip()] if now.strip() else []), *_cut(chunk, level + 1)]
        found += whole
        now = last + gap
    return [*found, now.strip()] if now.strip() else found
