"""Where somebody stands: the sheets and forms that were begun, at which step, and what is due."""

from collections import Counter
from collections.abc import Sequence

from bot.exchange import Exchange
from bot.handlers import client_parts
from conversations.message import Button, Rows, tap
from homework.store import occurrences, sessions, unopened
from homework.store.sessions import Held
from homework.store.unopened import Aside

MOST = 5
"""Begun sheets shown at a time: the messenger takes no more than a hundred buttons under a message,
and nobody reads a hundred lines. The next ones show when these are done."""


async def _begun(turn: Exchange) -> list[Held | Aside]:
    """What the sender has open, put aside or waiting, the open one first."""
    await turn.desk.load([turn.person.id])
    held = turn.desk.held.get(turn.person.id)
    aside = await unopened.aside(turn.unit, turn.person.id)
    every = ([held] if held else []) + aside
    return [one for one in every if sessions.is_theirs(turn.who, one)]


async def _opened(turn: Exchange, begun: Sequence[Held | Aside]) -> list[Held]:
    found: list[Held | None] = [
        await sessions.load_own(turn.unit, one.key, turn.person.id)
        if isinstance(one, Aside)
        else one
        for one in begun
    ]
    return [one for one in found if one is not None]


async def sheets(turn: Exchange) -> tuple[list[str], list[tuple[Button, ...]], set[str]]:
    """Return lines and buttons of the sheets begun last, and the occurrences all begun stand at."""
    begun = [one for one in await _begun(turn) if one.kind != "dialog"]
    lines: list[str] = []
    rows: list[tuple[Button, ...]] = []
    opened = await _opened(turn, begun[:MOST])
    said = [await client_parts.line(turn, one, alone=len(begun) == 1) for one in opened]
    labels = Counter(button.label for _, button in said)
    for one, (text, button) in zip(opened, said, strict=True):
        twins = labels[button.label] > 1
        lines.append(f"{text} {client_parts.begun_at(turn, one)}" if twins else text)
        rows.append((client_parts.named_by_time(turn, one) if twins else button,))
    if len(begun) > MOST:
        lines.append(turn.texts.html("today-more-begun", count=len(begun) - MOST))
    return lines, rows, {one.occurrence or "" for one in begun}


async def form(turn: Exchange) -> tuple[list[str], Rows]:
    """Return where a therapist stands in the form touched last, with a button to go on with it."""
    dialogs = [one for one in await _begun(turn) if one.kind == "dialog"]
    found = await _opened(turn, dialogs[:1])
    label = turn.texts.plain("today-continue")
    rows = tuple((tap(label, "ses", one.session.id, "go"),) for one in found)
    return [client_parts.where(turn, one) for one in found], rows


async def anywhere(turn: Exchange) -> tuple[list[str], Rows]:
    """Return where the sender stands, as therapist and as client, in a few lines."""
    if turn.who.person is None:
        return [], ()
    lines, buttons = await form(turn)
    if turn.who.client is None or turn.client.state != "active":
        return lines, buttons
    own, rows, begun = await sheets(turn)
    live = await occurrences.live_of_client(turn.unit, turn.client.id)
    due = [one for one in live if one.state != "opened" and one.id not in begun]
    if due:
        own.append(turn.texts.html("standing-due", count=len(due)))
    own = own or [turn.texts.html("today-nothing")]
    return [*lines, *own], (*buttons, *rows)
