"""A form that begins with answers of an earlier one: only what is still open is asked.

Pure. What cannot be chosen any more is left out and asked; nothing is taken over unseen, since the
review shows all of it.
"""

from collections.abc import Mapping
from datetime import datetime

from conversations.effects import Outcome
from conversations.model import Multi, OneChoice, Step, Worksheet
from conversations.moves import go_on
from conversations.path import options_of, visible_path
from conversations.session import Json, Session
from conversations.turn import Turn


def fill(
    worksheet: Worksheet, session: Session, answers: Mapping[str, Json], *, now: datetime
) -> Outcome:
    """Return a session that was just started with `answers` kept, by step, as far as they fit.

    None stands for a step that was passed over. Whether a step is asked may hang on an answer that
    is filled in before it.
    """
    turn = Turn(worksheet, session, now)
    while (step := _next(turn, answers)) is not None:
        value = answers[step.id]
        turn.keep(step.id, value, "skipped" if value is None else "answered")
    go_on(turn)
    return turn.outcome(session)


def _next(turn: Turn, answers: Mapping[str, Json]) -> Step | None:
    """The first step on the path that has an answer to be taken over and none yet."""
    for step in visible_path(turn.worksheet, turn.session):
        met = turn.session.answers.keys() | turn.session.skipped
        known = step.id in met or step.id not in answers
        if not known and _fits(step, turn.session, answers[step.id]):
            return step
    return None


def _fits(step: Step, session: Session, value: Json) -> bool:
    if value is None:
        return not step.required
    if isinstance(step, OneChoice | Multi):
        offered = {option.id for option in options_of(step, session)}
        chosen = value if isinstance(value, list) else [value]
        return all(each in offered for each in chosen)
    return True
