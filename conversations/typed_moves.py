"""Words that people type instead of pressing a button: "skip", "that's all", "done".

Only whole messages count, and only where the button stands. Which words they are, each language
says in its own file. To stop is heard in more words than any other move: what somebody afraid
types must not be read as anything else.
"""

import re

from conversations.language import Language, folded
from conversations.model import (
    Countdown,
    Info,
    Moods,
    Multi,
    OneChoice,
    Rerate,
    Scale,
    Step,
    Text,
    TextList,
)
from conversations.path import options_of
from conversations.session import Move
from conversations.turn import Turn

LONGEST = 14
"""Words of a message in one clause of which a stop is still looked for."""
_CLAUSES = re.compile(r"[,.;:!?…\n]+|\s[-–—]+\s")


def known(language: Language) -> frozenset[str]:
    """Return all of them, folded."""
    asked = language.skip | language.back | language.pause | language.too_much
    return (
        asked | language.enough | language.done | language.stop | language.start | language.cannot
    )


def means_skip(turn: Turn, text: str) -> bool:
    """Whether somebody wants to leave the question out."""
    return folded(text) in turn.language.skip


def may_mean(turn: Turn, text: str) -> Move | None:
    """Return the move that a whole message may mean where any words are an answer."""
    step, said = turn.step, turn.language
    if not isinstance(step, Text | TextList) or step.id in turn.session.locked:
        return None
    moves: tuple[tuple[Move, frozenset[str]], ...] = (
        ("too_much", said.too_much),
        ("back", said.back),
        ("pause", said.pause),
    )
    return next((move for move, words in moves if folded(text) in words), None)


def means_back(turn: Turn, text: str) -> bool:
    """Whether somebody wants the question before, where these words are no answer."""
    return _is_no_answer(turn, text) and folded(text) in turn.language.back


def means_pause(turn: Turn, text: str) -> bool:
    """Whether somebody wants to stop for now, where these words are no answer, as at the review."""
    return (turn.step is None or _is_no_answer(turn, text)) and folded(text) in turn.language.pause


def means_too_much(turn: Turn, text: str) -> bool:
    """Whether somebody wants less, where these words are no answer."""
    return _is_no_answer(turn, text) and folded(text) in turn.language.too_much


def _is_no_answer(turn: Turn, text: str) -> bool:
    """In a text any words are an answer, and so is what stands on a choice.

    A locked text only takes more words: there a bare "stop" means what it says.
    """
    step = turn.step
    if step is None:
        return False
    if isinstance(step, Text | TextList):
        return step.id in turn.session.locked
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
    """Whether somebody wants the clock that runs to end now."""
    told = says_stop(turn.step, text, turn.language)
    return told or (_is_exposed(turn) and folded(text) in turn.language.too_much)


def means_no_further(turn: Turn, text: str) -> bool:
    """Whether somebody about to face a fear, or at it without the clock, wants it to end now."""
    asked = isinstance(turn.step, Info | OneChoice | Scale | Countdown)
    return asked and _is_exposed(turn) and gives_up(text, turn.language)


def _is_exposed(turn: Turn) -> bool:
    """Whether somebody is in the part of an exposure in which it is done."""
    here = (step for step in turn.worksheet.steps if step.stage == turn.session.stage)
    timed = any(isinstance(step, Countdown) and step.stop for step in here)
    return timed and "exposure" in turn.worksheet.nature


def says_stop(step: Step | None, text: str, language: Language) -> bool:
    """Whether a message at a clock says stop: the bare word, or also that one cannot go on.

    What is written into a clock may well say that somebody cannot go on: there only the bare word
    counts, as a whole message.
    """
    if isinstance(step, Countdown) and step.into is None:
        return gives_up(text, language)
    return folded(" ".join(text.replace(",", " ").split())) in language.stop


def gives_up(text: str, language: Language) -> bool:
    """Whether a message, or a clause of a short one, says stop or that one cannot go on.

    At a prompt, before anything is open, it counts as at a clock.
    """
    wanted = {_bare(said) for said in language.stop | language.cannot}
    clauses = _CLAUSES.split(text) if len(text.split()) <= LONGEST else []
    return any(_bare(said) in wanted for said in (text.replace(",", " "), *clauses))


def _bare(text: str) -> str:
    """Words without their apostrophes: "cant" is typed as often as "can't"."""
    return folded(text).replace("'", "").strip(" ?…,")


def means_over(turn: Turn, text: str) -> bool:
    """Whether somebody has done what the clock that runs was for."""
    return folded(text) in turn.language.all


def no_feeling(turn: Turn, text: str) -> bool:
    """Whether somebody who is asked for feelings says that they do not want to, or asks something:
    that is no feeling's name. That they cannot any more may be one."""
    said = folded(text)
    asks = said.rstrip(" )").endswith("?") and len(said.split()) > 1
    return asks or said in turn.language.decline


def means_start(turn: Turn, text: str) -> bool:
    """Whether somebody wants the clock to run."""
    return folded(text) in turn.language.start


def means_done(turn: Turn, text: str) -> bool:
    """Whether somebody at the review has seen enough of it."""
    return folded(text) in turn.language.done
