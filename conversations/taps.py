"""Values of callback data <-> events. `render.py` writes them with the functions here.

A value is a letter, and after a dot what it is about: `v.60`, `e.situation`, `d.light`. `h` (help
now) is written here too, but it is no event of a conversation: the shell answers it at once.
"""

from conversations.events import (
    Chosen,
    Edited,
    Event,
    Finished,
    Paused,
    Resumed,
    Skipped,
    SteppedDown,
    Stopped,
    Undone,
    WentBack,
)
from conversations.session import VARIANTS, Variant

BACK, SKIP, PAUSE, HELP, FINISH, UNDO, RESUME = "b", "s", "p", "h", "f", "u", "r"
STOP = "x"


_SWITCHES = {"on.": "n.", "off.": "o."}


def chose(value: str) -> str:
    """Return the callback value of choosing `value`; on and off are short so that ids fit."""
    for way, short in _SWITCHES.items():
        if value.startswith(way):
            return short + value.removeprefix(way)
    return f"v.{value}"


def edits(step: str) -> str:
    """Return the callback value of answering a step again."""
    return f"e.{step}"


def smaller(variant: Variant) -> str:
    """Return the callback value of going to a smaller form."""
    return f"d.{variant}"


def tap(ask: str, value: str) -> Event | None:
    """Return what a press of a button with this value means; None for help and for nonsense."""
    kind, dot, rest = value.partition(".")
    if dot:
        return _about(ask, kind, rest)
    match kind:
        case "b":
            return WentBack(ask)
        case "s":
            return Skipped(ask)
        case "p":
            return Paused(ask)
        case "f":
            return Finished(ask)
        case "u":
            return Undone(ask)
        case "r":
            return Resumed()
        case "x":
            return Stopped(ask)
        case _:
            return None


def _about(ask: str, kind: str, rest: str) -> Event | None:
    if kind == "v" and rest:
        return Chosen(ask, rest)
    for way, short in _SWITCHES.items():
        if rest and kind + "." == short:
            return Chosen(ask, way + rest)
    if kind == "e" and rest:
        return Edited(ask, rest)
    if kind == "d":
        return next((SteppedDown(form, ask) for form in VARIANTS if form == rest), None)
    return None
