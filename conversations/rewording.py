"""A message was edited after it was taken: the answer it gave follows it, wherever one is by now.

Pure and total, like the engine. Only what the message itself brought is changed: words added since
stay, and an answer that was given anew since is left alone. Locked answers keep their first words.
"""

from collections.abc import Sequence
from datetime import datetime

from conversations.answers import TEXT_LIMIT, Parsed, Value, parse
from conversations.brought import Brought, overtaken, unclear
from conversations.effects import How, Outcome, Reworded, Saved
from conversations.language import UNSPOKEN, Language
from conversations.markup import clean
from conversations.model import (
    Countdown,
    Info,
    Moods,
    Multi,
    OneChoice,
    Pick,
    Rerate,
    Step,
    Text,
    TextList,
    Worksheet,
)
from conversations.moves import conclude, go_on
from conversations.path import (
    names_of,
    options_of,
    texts_of,
    visible_path,
)
from conversations.rewording_clocks import rated, was_running
from conversations.rewording_lists import feelings, items
from conversations.session import Session
from conversations.starting import is_over
from conversations.taking import take_text
from conversations.turn import Turn

_ANSWERS: frozenset[How] = frozenset(("answered", "edited", "appended", "skipped"))


def reword(
    worksheet: Worksheet,
    session: Session,
    brought: Sequence[Brought],
    text: str,
    *,
    now: datetime,
    language: Language = UNSPOKEN,
) -> Outcome:
    """Return the session after a message that `brought` something came to say `text`.

    Of a session that is closed, waits or was put aside, the answers change and nothing is asked.
    """
    turn = Turn(worksheet, session, now, language)
    words = clean(text).strip()
    answer = next((one for one in brought if one.how in _ANSWERS), None)
    note = next((one for one in brought if one.how == "noted"), None)
    step = worksheet.by_id.get(answer.step) if answer else None
    if words and answer and step:
        _answer(turn, step, answer, note, words)
        if turn.session.unsure and step is turn.step and turn.session.answers != session.answers:
            conclude(turn, step)
        elif turn.session is not session:
            _after(turn)
    elif words and note:
        _note(turn, note, words)
    return turn.outcome(session)


def _answer(turn: Turn, step: Step, was: Brought, note: Brought | None, words: str) -> None:
    if step.id in turn.session.locked:
        turn.effects.append(Reworded(step.id, "locked"))
        return
    if step.id in planned_by(turn):
        turn.effects.append(Reworded(step.id, "planned"))
        return
    if isinstance(step, Moods | Rerate):
        found = feelings(turn, step, was, words)
    elif isinstance(step, TextList):
        found = items(turn, step, was, words)
    elif isinstance(step, Countdown) and was_running(was):
        found = rated(turn, step, was, words)
    elif isinstance(step, Text) and was.how == "appended":
        found = _added(turn, step, was, words)
    else:
        found = _whole(turn, step, was, words)
    if found is None:
        return
    if found.value != turn.session.answers.get(step.id):
        turn.keep(step.id, found.value, "edited")
        turn.effects += [
            Saved(step.id, {"now": words}, "reworded"),
            Reworded(step.id, "taken"),
        ]
    if note and not isinstance(step, Text):  # the words beside a number are those of the message
        _take_out(turn, note.step, note.words, found.note)
    elif found.note:
        turn.note(found.note)


def planned_by(turn: Turn) -> frozenset[str]:
    """Return steps of parts that are over which said when the next one comes: it is planned."""
    rules = [rule for each in turn.worksheet.stages for rule in (each.starts, each.again) if rule]
    said = {step for rule in rules for step in (rule.on, rule.at) if step}
    over = turn.session.status != "open"
    stage = turn.session.stage
    return frozenset(
        s.id for s in turn.worksheet.steps if s.id in said and (over or s.stage != stage)
    )


def _whole(turn: Turn, step: Step, was: Brought, words: str) -> Value | None:
    value = turn.session.answers.get(step.id)
    found = parsed(turn, step, words)
    if isinstance(step, Info):
        return None
    if not isinstance(found, Value) or is_over(
        turn.worksheet, turn.session, step, found.value, turn.now
    ):
        unclear(turn, step)
        return None
    now = was.after if was.said is None else parsed(turn, step, was.said)
    if value == (now.value if isinstance(now, Value) else now):
        return found
    first, more = str(was.after) if was.said is None else was.said, str(value)
    if isinstance(step, Text) and more.startswith(f"{first}\n"):  # words were added to it since
        return Value(f"{found.value}{more.removeprefix(first)}"[:TEXT_LIMIT], found.note)
    overtaken(turn, step)
    return None


def parsed(turn: Turn, step: Step, words: str) -> Parsed:
    """Return what words say as an answer of a step."""
    return parse(
        step,
        words,
        today=turn.now.date(),
        options=options_of(step, turn.session) if isinstance(step, OneChoice | Multi) else (),
        items=texts_of(step.of, turn.session) if isinstance(step, Pick) else (),
        language=turn.language,
    )


def _added(turn: Turn, step: Text, was: Brought, words: str) -> Value | None:
    """Words that were added to an answer: only they change."""
    value, before = turn.session.answers.get(step.id), was.before
    added = str(was.after).removeprefix(f"{before}\n") if was.said is None else was.said
    if not isinstance(value, str) or f"\n{added}\n" not in f"\n{value}\n":
        overtaken(turn, step)
        return None
    head, _, tail = f"\n{value}\n".rpartition(f"\n{added}\n")
    return Value(f"{head}\n{words}\n{tail}".strip("\n")[:TEXT_LIMIT])


def _note(turn: Turn, was: Brought, words: str) -> None:
    """Words kept beside the answers. Where the same question still stands, they may answer it."""
    old = was.words
    if old == words or old not in turn.session.notes:
        return
    step = turn.step
    if turn.session.status == "open" and step is not None and step.id == was.step:
        _take_out(turn, was.step, old, "")
        take_text(turn, step, words)
        return
    _take_out(turn, was.step, old, words)
    turn.effects.append(Reworded(None, "taken"))


def _take_out(turn: Turn, step: str, old: str, new: str) -> None:
    notes = list(turn.session.notes)
    if old not in notes:
        return
    at = notes.index(old)
    notes[at : at + 1] = [new] if new else []
    turn.change(notes=tuple(notes))
    turn.effects.append(Saved(step, {"was": old, "now": new}, "reworded"))


def _after(turn: Turn) -> None:
    """Draw what stands open anew; a question that fell off the path gives way to the next."""
    session, step = turn.session, turn.step
    if session.status != "open":
        return
    met = {each.id for each in visible_path(turn.worksheet, session)}
    gone = step is not None and step.id not in met
    if isinstance(step, Moods | Rerate) and session.item is not None:
        gone = gone or session.item >= len(names_of(step, session))
    if gone:
        turn.settle(left=True)
        go_on(turn)
    else:
        turn.redraw()
