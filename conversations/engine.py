"""The conversation: start a worksheet, advance it by what happened, ask what stands open.

Pure and total: any event in any state gives an outcome, nothing is read but the arguments. `now` is
aware; its zone is taken as the person's own ("today", "tomorrow", the day of the next stage), so
hand it in as `now.astimezone(zone)`; plain UTC works too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import assert_never

from conversations import countdown
from conversations.effects import Ask, Outcome, Refuse, Review, Stale, TakenBack
from conversations.events import (
    Answered,
    Chosen,
    Edited,
    Event,
    Finished,
    Paused,
    Resumed,
    Skipped,
    SteppedDown,
    Stopped,
    Ticked,
    TimedOut,
    Undone,
    WentBack,
)
from conversations.fingerprints import fingerprint
from conversations.language import UNSPOKEN, Language
from conversations.markup import clean
from conversations.model import Countdown, Moods, Rerate, Worksheet
from conversations.moves import (
    back,
    come_back,
    conclude,
    edit,
    end,
    finish_clock,
    finish_stage,
    go_on,
    put_aside,
    refuse,
    skip,
    stale,
    step_down,
)
from conversations.path import first_open, next_smaller, visible_path
from conversations.session import CLOSED, VARIANTS, Asked, Json, Option, Ref, Session, Variant
from conversations.taking import pass_item, take_burst, take_press, take_text, write_into
from conversations.turn import Turn
from conversations.typed_moves import (
    means_back,
    means_done,
    means_enough,
    means_no_further,
    means_over,
    means_pause,
    means_skip,
    means_stop,
    means_too_much,
)
from conversations.unsure import take_out

READING_TIME = timedelta(seconds=2)
"""A text dated up to this long after a question's delivery was begun before it could be seen."""

__all__ = ["advance", "current", "reask", "start", "visible_path"]


def start(
    worksheet: Worksheet,
    *,
    id: str,
    client: str,
    variant: Variant,
    now: datetime,
    handed: Mapping[str, Sequence[Option]] | None = None,
    given: Mapping[str, Json] | None = None,
) -> Outcome:
    """Open a session and ask its first question.

    A variant that the worksheet does not have becomes its next smaller one, or its smallest.
    `handed`: options for steps with `choices_from = "handed"`, by step id. `given`: answers that
    come with the practice, by step id; they stand, and are not asked for.
    """
    options = {
        step: tuple(Option(each.id, clean(each.label)) for each in found)
        for step, found in (handed or {}).items()
    }
    session = Session(
        id=id,
        client=client,
        worksheet=Ref(worksheet.id, worksheet.version, fingerprint(worksheet)),
        variant=_variant(worksheet, variant),
        stage=worksheet.stages[0].id,
        status="open",
        asked=Asked("", None),
        opened_at=now.astimezone(UTC),
        handed=options,
    )
    turn = Turn(worksheet, session, now)
    for step, value in (given or {}).items():
        turn.keep(step, clean(value) if isinstance(value, str) else value, "given")
        turn.change(
            handed={**turn.session.handed, step: (Option(step, ""),)},
            locked=turn.session.locked | {step},
        )
    go_on(turn)
    return turn.outcome(session)


def advance(
    worksheet: Worksheet,
    session: Session,
    event: Event,
    *,
    now: datetime,
    language: Language = UNSPOKEN,
) -> Outcome:
    """Return the session after `event` and what must follow. Never raises for any event.

    `language`: what people type in this person's language.
    """
    turn = Turn(worksheet, session, now, language)
    if session.status in CLOSED:
        _after_the_end(turn, event)
    elif isinstance(event, Undone):
        _undo(turn, event)
    elif _is_stale(session, event) and not _stops_the_clock(turn, event):
        stale(turn)
    else:
        stays = isinstance(event, Resumed | TimedOut | Ticked | Stopped | Paused)
        if session.status != "open" and not stays:
            turn.change(status="open")
        _decide(turn, event)
    return turn.outcome(session)


def lay_aside(worksheet: Worksheet, session: Session, *, now: datetime) -> Outcome:
    """Return an open session as it waits behind another one: nothing is said, its clock stands."""
    turn = Turn(worksheet, session, now)
    countdown.hold(turn)
    turn.change(status="waiting")
    return turn.outcome(session)


def hold_clock(worksheet: Worksheet, session: Session, *, now: datetime) -> Outcome:
    """Let the clock that runs stand still; its question stays open, for when it is wanted."""
    turn = Turn(worksheet, session, now)
    if turn.step is not None and countdown.is_running(turn.step, session):
        turn.settle(left=True)
        countdown.hold(turn)
    return turn.outcome(session)


def current(worksheet: Worksheet, session: Session) -> Ask | Review:
    """Return the question (or review) that stands open, under its present ask id."""
    asked = session.asked
    if asked.step is None or asked.step not in worksheet.by_id:
        return Review(asked.id)
    return Ask(asked.step, asked.id)


def reask(worksheet: Worksheet, session: Session) -> Outcome:
    """Put the same question under a new ask id: the old message may not have arrived."""
    turn = Turn(worksheet, session, session.opened_at)
    if session.status not in CLOSED:
        tries = session.tries
        turn.repeat()
        turn.effects.pop(0)  # a message that never arrived needs no closing
        turn.change(tries=tries)
    return turn.outcome(session)


def _variant(worksheet: Worksheet, wanted: Variant) -> Variant:
    forms = worksheet.variants
    least = VARIANTS.index(wanted)
    fitting: list[Variant] = [form for form in forms if VARIANTS.index(form) >= least]
    return fitting[0] if fitting else forms[-1]


def _is_stale(session: Session, event: Event) -> bool:
    ask = getattr(event, "ask", None)
    if ask is not None and ask != session.asked.id:
        return True
    at_review = session.asked.step is None
    return isinstance(event, Edited | Finished) != at_review and isinstance(
        event, Edited | Finished | Chosen
    )


def _stops_the_clock(turn: Turn, event: Event) -> bool:
    """While a clock runs, Stop counts under any of its messages: a line makes the last one old."""
    clock = turn.step is not None and countdown.is_running(turn.step, turn.session)
    return isinstance(event, Stopped) and clock and turn.session.status == "open"


def _decide(turn: Turn, event: Event) -> None:
    if isinstance(event, Skipped | WentBack | SteppedDown | Paused):
        take_out(turn, told=isinstance(event, SteppedDown))
    match event:
        case Answered():
            _answered(turn, event)
        case Chosen():
            if turn.step is not None:
                take_press(turn, turn.step, event.value)
        case Skipped():
            _skipped(turn)
        case WentBack():
            back(turn)
        case Edited():
            edit(turn, event.step)
        case Finished():
            _finished(turn)
        case SteppedDown():
            step_down(turn, event.variant)
        case Paused():
            put_aside(turn)
        case Resumed():
            come_back(turn)
        case Stopped():
            end(turn, timed_out=False)
        case TimedOut():
            end(turn, timed_out=True)
        case Ticked():
            _ticked(turn)
        case Undone():
            _undo(turn, event)
        case _:
            assert_never(event)


def _answered(turn: Turn, event: Answered) -> None:
    text = clean(event.text).strip()
    asked = turn.session.asked
    seen = asked.seen_at or asked.delivered_at
    if not text:
        refuse(turn, Refuse("refuse-empty"))
    elif _said_meanwhile(turn, text):
        return
    elif seen is None or event.at <= seen + READING_TIME:
        take_burst(turn, text)
    elif turn.step is None and means_done(turn, text):
        _finished(turn)
    elif means_skip(turn, text) and turn.step is not None:
        take_out(turn)
        _skipped(turn)
    elif means_too_much(turn, text) and (smaller := next_smaller(turn.worksheet, turn.session)):
        step_down(turn, smaller)
    elif means_back(turn, text):
        back(turn)
    elif means_pause(turn, text):
        put_aside(turn)
    elif means_too_much(turn, text):  # and there is nothing smaller
        turn.note(text, said=False)
        put_aside(turn)
    elif turn.step is not None and means_enough(turn, text):
        conclude(turn, turn.step)
    elif turn.step is None:
        turn.note(text)
        turn.repeat()
    else:
        take_text(turn, turn.step, text)


def _said_meanwhile(turn: Turn, text: str) -> bool:
    """Whether a text came while a clock runs, and was taken: words to stop it above all."""
    step = turn.step
    if not isinstance(step, Countdown) or not countdown.is_running(step, turn.session):
        if not means_no_further(turn, text):
            return False
        end(turn, timed_out=False)
        return True
    if means_stop(turn, text) and step.stop:
        end(turn, timed_out=False)
    elif means_over(turn, text) or means_stop(turn, text):
        finish_clock(turn, step)
    elif step.into is not None:
        write_into(turn, step.into, text)
    else:
        return False
    return True


def _ticked(turn: Turn) -> None:
    step = turn.step
    if countdown.tick(turn) and isinstance(step, Countdown):
        finish_clock(turn, step)


def _skipped(turn: Turn) -> None:
    step = turn.step
    if step is None:
        turn.redraw()
    elif isinstance(step, Moods | Rerate) and turn.session.item is not None:
        pass_item(turn, step)
    else:
        skip(turn, step)


def _finished(turn: Turn) -> None:
    turn.settle()
    if first_open(turn.worksheet, turn.session) is None:
        finish_stage(turn)
    else:
        go_on(turn)


def _undo(turn: Turn, event: Undone) -> None:
    held = turn.session.appended
    if held is None or held.ask != event.ask:
        stale(turn)
        return
    turn.keep(held.step, held.before, "undone")
    turn.change(appended=None)
    turn.effects.append(TakenBack(held.step, held.ask))
    step = turn.worksheet.by_id.get(held.step)
    if step is not None and step.pin and turn.step is not None:
        turn.redraw()


def _after_the_end(turn: Turn, event: Event) -> None:
    """A closed session takes no answers; a text that reaches it is kept as a note."""
    if isinstance(event, Answered) and (text := clean(event.text).strip()):
        turn.note(text)
    elif not isinstance(event, TimedOut | Ticked):
        turn.effects.append(Stale())


def delivered(session: Session, at: datetime) -> Session:
    """Return the session knowing that its current question arrived at `at`."""
    return replace(session, asked=replace(session.asked, delivered_at=at))
