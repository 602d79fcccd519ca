"""A worksheet's questions one after another, as a client would be shown them (pure).

For a look before anybody is asked: each question gets a plausible answer, and nothing is kept. It
must not know who looks.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from conversations.effects import Outcome, Schedule
from conversations.engine import advance, delivered, start
from conversations.events import Answered, Event, Finished, Resumed
from conversations.message import Message, split_callback
from conversations.model import Multi, Number, Scale, Worksheet
from conversations.render import render
from conversations.session import CLOSED, Option, Session, Variant
from conversations.taps import FINISH, tap
from conversations.texts import Texts

MINUTE = timedelta(minutes=1)
MOST = 120
"""Questions shown of one sheet; a list that never ends stops here."""


def screens(
    worksheet: Worksheet, variant: Variant, texts: Texts, *, now: datetime
) -> tuple[Message, ...]:
    """Return every message of one way through the sheet, its end included."""
    outcome = start(
        worksheet,
        id="look",
        client="look",
        variant=variant,
        now=now,
        handed=handed(worksheet, texts),
    )
    shown: list[Message] = []
    for _ in range(MOST):
        session = delivered(outcome.session, now)
        said = render(outcome.effects, worksheet, outcome.session, texts)
        asked = [one for one in said if one.role != "settle"]
        shown += [one.message for one in asked if one.role != "redraw"]
        if session.status in CLOSED:
            break
        now = max([now + MINUTE, *_next_parts(outcome)])
        buttons = [
            button.data for one in asked[-1:] for row in one.message.buttons for button in row
        ]
        event = _answer(worksheet, session, buttons, texts, now)
        outcome = advance(worksheet, session, event, now=now)
    return tuple(shown)


def handed(worksheet: Worksheet, texts: Texts) -> dict[str, tuple[Option, ...]]:
    """Return one name to rate, where therapist and client would have agreed on theirs, and a line
    for each list that is filled from earlier sheets."""
    named = [step.id for step in worksheet.steps if isinstance(step, Scale) and step.named]
    names = {step: (Option(step, texts.plain("state-default")),) for step in named[:1]}
    lists = [step.id for step in worksheet.steps if isinstance(step, Multi) and step.choices_from]
    return names | {step: (Option("line", texts.plain("look-sample")),) for step in lists}


def _next_parts(outcome: Outcome) -> list[datetime]:
    return [
        effect.at
        for effect in outcome.effects
        if isinstance(effect, Schedule) and effect.at is not None
    ]


def _answer(
    sheet: Worksheet, session: Session, buttons: Sequence[str], texts: Texts, now: datetime
) -> Event:
    """Press the button in the middle of the answers; write where there is none to press."""
    if session.status in ("waiting", "paused"):
        return Resumed()
    parts = [split for split in map(split_callback, buttons) if split]
    if any(value == FINISH for _, value in parts):
        return Finished(session.asked.id)
    values = [value for _, value in parts if value.startswith(("v.", "n."))]
    done = [value for value in values if value == "v.done"]
    values = [value for value in values if value not in ("v.done", "v.cant", "v.keep", "v.clear")]
    switched = any(value.startswith("o.") for _, value in parts)
    if done and (switched or not values):
        values = done
    pressed = tap(session.asked.id, values[len(values) // 2]) if values else None
    step = sheet.by_id.get(session.asked.step or "")
    said = f"{step.min:g}" if isinstance(step, Number) else texts.plain("look-sample")
    return pressed or Answered(said, now)
