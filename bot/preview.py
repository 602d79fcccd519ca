"""Plays a worksheet in a terminal, word for word as a client will see it. Nothing is kept.

Buttons are numbered, because a number alone is an answer. It must not know a real person, and it
reads no clock: time is handed in and moves on by a minute with every input.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from conversations.effects import Outcome, Schedule
from conversations.engine import advance, delivered, start
from conversations.events import Answered, Event, Resumed, Skipped, Stopped, WentBack
from conversations.markup import plain
from conversations.message import Button, Message, split_callback
from conversations.model import Worksheet
from conversations.render import render
from conversations.session import CLOSED, Session, Variant
from conversations.taps import HELP, tap
from conversations.texts import Texts
from conversations.walkthrough import handed

Read = Callable[[], str | None]
Write = Callable[[str], None]

HOW = "Type an answer, or :3 to press button 3. /back, /skip and /cancel work; :q ends."
MINUTE = timedelta(minutes=1)


def play(
    worksheet: Worksheet, variant: Variant, texts: Texts, *, now: datetime, read: Read, write: Write
) -> Session:
    """Play until the sheet is finished or `read` returns None; return the session as it ended."""
    write(HOW)
    outcome = start(
        worksheet,
        id="preview",
        client="preview",
        variant=variant,
        now=now,
        handed=handed(worksheet, texts),
    )
    buttons = _show(outcome, worksheet, texts, write)
    session = delivered(outcome.session, now)
    while session.status not in CLOSED:
        now = _next_part(outcome, now, write) or now + MINUTE
        event = Resumed() if session.status in {"waiting", "paused"} else None
        if event is None:
            typed = read()
            if typed is None or typed.strip() == ":q":
                break
            event = _event(typed, buttons, now, write)
        if event is None:
            continue
        outcome = advance(worksheet, session, event, now=now, language=texts.language)
        buttons = _show(outcome, worksheet, texts, write) or buttons
        session = delivered(outcome.session, now)
    return session


def _next_part(outcome: Outcome, now: datetime, write: Write) -> datetime | None:
    """Jump to the moment the next part of the sheet begins."""
    for effect in outcome.effects:
        if isinstance(effect, Schedule) and effect.at is not None and effect.at > now:
            write(f"--- {effect.at:%A %H:%M} ---")
            return effect.at
    return None


def _event(typed: str, buttons: list[Button], now: datetime, write: Write) -> Event | None:
    text = typed.strip()
    if text.startswith(":"):
        return _press(text[1:], buttons, write)
    match text.lower():
        case "/back":
            return WentBack()
        case "/skip":
            return Skipped()
        case "/cancel":
            return Stopped()
        case _:
            return Answered(typed, now)


def _press(number: str, buttons: list[Button], write: Write) -> Event | None:
    if not number.isdecimal() or not 0 < int(number) <= len(buttons):
        write(f"There is no button {number}.")
        return None
    split = split_callback(buttons[int(number) - 1].data)
    if split is None or split[1] == HELP:
        write("The bot shows the emergency number and crisis lines of the client's country here.")
        return None
    return tap(*split)


def _show(outcome: Outcome, worksheet: Worksheet, texts: Texts, write: Write) -> list[Button]:
    """Write the messages; edits that only take buttons away are not worth a line here."""
    buttons: list[Button] = []
    for rendered in render(outcome.effects, worksheet, outcome.session, texts):
        if rendered.role == "settle":
            continue
        first = len(buttons) + 1
        write(_drawn(rendered.message, first))
        buttons += [button for row in rendered.message.buttons for button in row]
    return buttons


def _drawn(message: Message, first: int) -> str:
    lines = ["", *(f"  {line}" for line in plain(message.html).splitlines()), ""]
    number = first
    for row in message.buttons:
        labels: list[str] = []
        for button in row:
            labels.append(f"[:{number} {button.label}]")
            number += 1
        lines.append("  " + " ".join(labels))
    return "\n".join(lines)
