"""Going on, back, down and out: which question stands next. Answers are taken in `taking.py`."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from conversations import countdown
from conversations.answers import TEXT_LIMIT
from conversations.effects import (
    Completed,
    Ended,
    PutAside,
    Refuse,
    Schedule,
    Stale,
    SteppedDownTo,
)
from conversations.lists import full
from conversations.model import (
    Countdown,
    Moods,
    Multi,
    Pick,
    Rerate,
    Step,
    Text,
    TextList,
    Worksheet,
)
from conversations.path import (
    cannot_yet,
    first_open,
    is_given,
    is_open,
    names_of,
    stage_path,
    texts_of,
    visible_path,
)
from conversations.session import VARIANTS, Json, Session, Variant
from conversations.starting import again_at, begins_at, is_put_off
from conversations.turn import Turn


def conclude(turn: Turn, step: Step, *, settled: bool = False) -> None:
    """The step is answered: close its message and put what comes next."""
    turn.change(halfway=turn.session.halfway - {step.id})
    if not settled:
        turn.settle()
    go_on(turn)


def finish_clock(turn: Turn, step: Countdown) -> None:
    """The clock is over, or its person is done: what it counted is the answer."""
    countdown.leave(turn, step)
    countdown.hold(turn)
    conclude(turn, step, settled=True)


def go_on(turn: Turn) -> None:
    """Put the first open question, or the review, or finish the stage where there is none."""
    step = first_open(turn.worksheet, turn.session)
    while isinstance(step, Pick) and len(only := texts_of(step.of, turn.session)) == 1:
        turn.keep(step.id, only[0], "answered")
        step = first_open(turn.worksheet, turn.session)
    if step is not None:
        turn.put_step(step)
    elif turn.session.variant in turn.worksheet.stage(turn.session.stage).review_in:
        turn.put(None)
    else:
        finish_stage(turn)


def refuse(turn: Turn, reason: Refuse, *, note: str = "") -> None:
    """Say why an input was not taken, keep its words, and put the question again."""
    if note:
        turn.note(note)
    turn.effects.append(reason)
    turn.change(tries=turn.session.tries + 1, offered=reason.offered)
    turn.repeat()


def stale(turn: Turn) -> None:
    """A button that is over: a polite word, and the current question stays as it is."""
    turn.effects.append(Stale())
    turn.redraw()


def skip(turn: Turn, step: Step) -> None:
    """Pass over the whole step; an answer that is there already is kept."""
    if isinstance(step, Countdown) and step.id in turn.session.answers:
        finish_clock(turn, step)
    elif _complete(turn, step):
        conclude(turn, step)
    elif step.required:
        refuse(turn, Refuse(_needed(step)))
    else:
        turn.keep(step.id, None, "skipped")
        conclude(turn, step)


def _needed(step: Step) -> str:
    in_words = isinstance(step, Text | TextList | Moods)
    needed = "refuse-required" if in_words else "refuse-required-closest"
    return "refuse-required-cannot-yet" if step.cannot_yet else needed


def _complete(turn: Turn, step: Step) -> bool:
    """Whether what was answered so far may stand as the answer."""
    if isinstance(step, Multi) and len(texts_of(step.id, turn.session)) < step.min_items:
        return False
    concluded = replace(turn.session, halfway=turn.session.halfway - {step.id})
    return not is_open(step, concluded)


def back(turn: Turn) -> None:
    """Put the question before the current one; out of an edit, back to the review."""
    session, step = turn.session, turn.step
    if session.editing:
        turn.change(editing=False)
        turn.settle(left=True)
        go_on(turn)
        return
    if step is not None and _inside(turn, step, session.item):
        return
    path = [s for s in stage_path(turn.worksheet, session) if s.id not in session.locked]
    ids = [s.id for s in path]
    place = ids.index(step.id) if step is not None and step.id in ids else len(ids)
    if place == 0:
        refuse(turn, Refuse("refuse-first"))
        return
    turn.settle(left=True)
    countdown.hold(turn)
    earlier = path[place - 1]
    turn.put(earlier.id, 0 if isinstance(earlier, Rerate) else None)


def _inside(turn: Turn, step: Step, item: int | None) -> bool:
    """Go back inside a list: to the names of the feelings, or to the item rated before."""
    if isinstance(step, Rerate):
        target = len(names_of(step, turn.session)) if item is None else item
        if target == 0:
            return False
        turn.settle(left=True)
        turn.put(step.id, target - 1)
        return True
    if not isinstance(step, Moods) or item is None:
        return False
    turn.settle(left=True)
    turn.put(step.id)
    return True


def edit(turn: Turn, step_id: str) -> None:
    """Answer a step of the review again; a locked text takes additions, other locked steps none."""
    here = [s for s in visible_path(turn.worksheet, turn.session) if _is_here(turn, s)]
    found = next((s for s in here if s.id == step_id), None)
    if found is None:
        stale(turn)
    elif found.id in turn.session.locked and not _takes_more(found, turn.session):
        turn.effects.append(Refuse("refuse-locked"))
        turn.repeat()
    else:
        turn.settle(left=True)
        turn.change(editing=True)
        item = 0 if isinstance(found, Rerate) else None
        turn.put(found.id, item)


def _takes_more(step: Step, session: Session) -> bool:
    """Whether later words may be added to a locked answer."""
    return isinstance(step, Text | TextList) and not is_given(step, session)


def _is_here(turn: Turn, step: Step) -> bool:
    """Earlier stages are closed; what they have locked may be asked for, and is kept as it was."""
    return step.stage == turn.session.stage or step.id in turn.session.locked


def step_down(turn: Turn, variant: Variant) -> None:
    """Go to a smaller form and keep every answer."""
    forms = turn.worksheet.variants
    smaller = VARIANTS.index(variant) > VARIANTS.index(turn.session.variant)
    if variant not in forms or not smaller:
        refuse(turn, Refuse("refuse-no-smaller"))
        return
    by_id = turn.worksheet.by_id
    stays = {s for s in turn.session.halfway if s in by_id and variant in by_id[s].variants}
    turn.settle(left=True)
    if turn.step is not None and variant not in turn.step.variants:
        countdown.hold(turn)
    turn.change(variant=variant, halfway=frozenset(stays))
    turn.effects.append(SteppedDownTo(variant))
    step = turn.step
    met = {s.id for s in visible_path(turn.worksheet, turn.session)}
    if isinstance(step, Moods | TextList) and turn.session.item is None:
        enough = {step.id} if full(step, turn.session) else set[str]()  # one is, in some forms
        turn.change(halfway=turn.session.halfway - enough)
    if step is not None and step.id in met and is_open(step, turn.session):
        turn.put(step.id, turn.session.item)
    else:
        go_on(turn)


def put_aside(turn: Turn) -> None:
    """Pause: the question loses its buttons, everything is kept."""
    turn.settle(left=True)
    countdown.hold(turn)
    turn.change(status="paused")
    turn.effects.append(PutAside())


def come_back(turn: Turn) -> None:
    """Put the question of a paused or waiting session again, or draw the open one anew."""
    if turn.session.status == "open":
        turn.settle(left=True)
    turn.change(status="open")
    if turn.step is None and turn.session.asked.step is not None:
        go_on(turn)
    else:
        unsure = turn.session.unsure
        turn.put(turn.session.asked.step, turn.session.item)
        turn.change(unsure=unsure)
    if isinstance(step := turn.step, Countdown):
        countdown.look_again(turn, step)


def end(turn: Turn, *, timed_out: bool) -> None:
    """End early; what was written stays."""
    turn.settle(left=True)
    countdown.hold(turn)
    reason = "expired" if timed_out else "stopped"
    turn.change(status=reason)
    turn.effects.append(Ended(turn.session.asked.step, reason))


def finish_stage(turn: Turn) -> None:
    """Lock what is to be locked, then begin the next stage, or complete the worksheet.

    A stage that was put off is the next one once more.
    """
    session = turn.session
    turn.change(editing=False)
    if is_put_off(turn.worksheet, session):
        _put_off(turn)
        return
    done = {s.id for s in turn.worksheet.steps if s.lock and s.id in session.answers}
    stages = [stage.id for stage in turn.worksheet.stages]
    following = stages[stages.index(session.stage) + 1 :] if session.stage in stages else []
    held = session.appended
    if held is not None and held.step in done - session.locked:
        turn.change(appended=None)  # words that were locked are not taken back
    turn.change(locked=session.locked | done)
    for name in following:
        turn.change(stage=name)
        if stage_path(turn.worksheet, turn.session):
            _begin_stage(turn, begins_at(turn.worksheet, turn.session, turn.now), {})
            return
    turn.change(status="done", stage=session.stage)
    turn.effects.append(Completed(partial(turn.worksheet, turn.session)))


def _put_off(turn: Turn) -> None:
    """Take the stage's answers out, so that it can be asked anew; the history keeps them."""
    at = again_at(turn.worksheet, turn.session, turn.now)
    answers: dict[str, Json] = {}
    for step in turn.worksheet.steps:
        if step.stage != turn.session.stage or step.id in turn.session.locked:
            continue
        if step.id in turn.session.answers:
            answers[step.id] = turn.session.answers[step.id]
            _add(turn, step)
        if step.id in turn.session.answers or step.id in turn.session.skipped:
            turn.keep(step.id, None, "again")
    turn.change(halfway=turn.session.halfway - answers.keys(), last=None)
    _begin_stage(turn, at, answers)


def _add(turn: Turn, step: Step) -> None:
    if not isinstance(step, Text) or step.adds_to is None:
        return
    old, new = (turn.session.answers.get(name) for name in (step.adds_to, step.id))
    if isinstance(old, str) and isinstance(new, str):
        turn.keep(step.adds_to, f"{old}\n{new}"[:TEXT_LIMIT], "appended")


def _begin_stage(turn: Turn, at: datetime | None, put_off: Mapping[str, Json]) -> None:
    later = at is not None and at > turn.now
    turn.effects.append(Schedule(turn.session.stage, at if later else None, put_off))
    if not later:
        go_on(turn)
        return
    turn.change(status="waiting")
    go_on(turn)
    turn.effects.pop()  # the question is put when the person comes back


def partial(worksheet: Worksheet, session: Session) -> bool:
    """Whether a required step stands open or says "I can't yet", or nothing was answered."""
    steps = visible_path(worksheet, session)
    answers = session.answers
    for step in steps:
        if step.required and (step.id not in answers or cannot_yet(answers[step.id])):
            return True
    return not any(step.id in answers and not is_given(step, session) for step in steps)
