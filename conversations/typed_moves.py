"""Words that people type instead of pressing a button: "skip", "that's all", "done".

Only whole messages count, and only where the button stands. Which words they are, each language
says in its own file.
"""

from conversations.language import Language, folded
from conversations.model import Moods, Multi, OneChoice, Rerate, Text, TextList
from conversations.path import options_of
from conversations.turn import Turn


def known(language: Language) -> frozenset[str]:
    """Return all of them, folded."""
    asked = language.skip | language.back | language.pause | language.too_much
    return asked | language.enough | language.done | language.stop | language.start


def means_skip(turn: Turn, text: str) -> bool:
    """Whether somebody wants to leave the question out."""
    return folded(text) in turn.language.skip


def means_back(turn: Turn, text: str) -> bool:
    """Whether somebody wants the question before, where these words are no answer."""
    return _is_no_answer(turn, text) and folded(text) in turn.language.back


def means_pause(turn: Turn, text: str) -> bool:
    """Whether somebody wants to stop for now, where these words are no answer."""
    return _is_no_answer(turn, text) and folded(text) in turn.language.pause


def means_too_much(turn: Turn, text: str) -> bool:
    """Whether somebody wants less, where these words are no answer."""
    return _is_no_answer(turn, text) and folded(text) in turn.language.too_much


def _is_no_answer(turn: Turn, text: str) -> bool:
    """In a text any words are an answer, and so is what stands on a choice."""
    step = turn.step
    if step is None or isinstance(step, Text | TextList):
        return False
    offered = options_of(step, turn.session) if isinstance(step, OneChoice | Multi) else ()
    return all(folded(text) != folded(option.label) for option in offered)


def means_enough(turn: Turn, text: str) -> bool:
    """Whether somebody answers "anything else?" with no."""
    step = turn.step
    asked_for_more = isinstance(step, Moods | TextList | Rerate) and turn.session.item is None
    return (
        asked_for_more
        and step is not None
        and step.id in turn.session.halfway
        and step.id in turn.session.answers
        and folded(text) in turn.language.enough
    )


def means_stop(turn: Turn, text: str) -> bool:
    """Whether somebody wants the clock that runs to end the sheet now."""
    return says_stop(text, turn.language)


def says_stop(text: str, language: Language) -> bool:
    """Whether a whole message says stop, with or without a comma in it."""
    return folded(" ".join(text.replace(",", " ").split())) in language.stop


def means_over(turn: Turn, text: str) -> bool:
    """Whether somebody has done what the clock that runs was for."""
    return folded(text) in turn.language.all


def means_start(turn: Turn, text: str) -> bool:
    """Whether somebody wants the clock to run."""
    return folded(text) in turn.language.start


def means_done(turn: Turn, text: str) -> bool:
    """Whether somebody at the review has seen enough of it."""
    return folded(text) in turn.language.done
