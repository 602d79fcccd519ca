"""Words that people type instead of pressing a button: "skip", "that's all", "done".

Only whole messages count, and only where the button stands. The words known here are English;
other languages lose nothing but the convenience.
"""

from conversations.model import Moods, Rerate, Text, TextList
from conversations.turn import Turn

_SKIP = frozenset(("skip", "skip it", "skip this", "skip this one", "skip that"))
_TOO_MUCH = frozenset(
    ("too much", "it's too much", "its too much", "this is too much", "that's too much")
)
_ALL = ("that's all", "thats all", "that is all", "that's it", "thats it", "done")
_ENOUGH = frozenset((*_ALL, "no", "nope", "no more", "nothing", "nothing else", "none"))
_DONE = frozenset((*_ALL, "ok", "okay", "yes"))
_STOP = frozenset(("stop", "stop it", "stop now", "i stop", "i want to stop", "cancel"))
_START = frozenset(("start", "go", "go on", "begin", "ready", "ok", "okay", "yes"))
WORDS = _SKIP | _TOO_MUCH | _ENOUGH | _DONE | _STOP | _START
"""All of them, folded."""


def folded(text: str) -> str:
    """Return a message as it is looked up here: small letters, plain marks, no full stop."""
    return " ".join(text.casefold().replace("’", "'").strip(" .!").split())


def means_skip(text: str) -> bool:
    """Whether somebody wants to leave the question out."""
    return folded(text) in _SKIP


def means_too_much(turn: Turn, text: str) -> bool:
    """Whether somebody wants less, where these words are no answer: in a text they are one."""
    step = turn.step
    asked = step is not None and not isinstance(step, Text | TextList)
    return asked and folded(text) in _TOO_MUCH


def means_enough(turn: Turn, text: str) -> bool:
    """Whether somebody answers "anything else?" with no."""
    step = turn.step
    asked_for_more = isinstance(step, Moods | TextList | Rerate) and turn.session.item is None
    return (
        asked_for_more
        and step is not None
        and step.id in turn.session.halfway
        and step.id in turn.session.answers
        and folded(text) in _ENOUGH
    )


def means_stop(text: str) -> bool:
    """Whether somebody wants the clock that runs to end the sheet now."""
    return folded(text) in _STOP


def means_over(text: str) -> bool:
    """Whether somebody has done what the clock that runs was for."""
    return folded(text) in _ALL


def means_start(text: str) -> bool:
    """Whether somebody wants the clock to run."""
    return folded(text) in _START


def means_done(text: str) -> bool:
    """Whether somebody at the review has seen enough of it."""
    return folded(text) in _DONE
