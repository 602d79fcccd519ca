"""Stickers, pictures, voices, places: nothing of them is kept, and what may be sent is said."""

from bot.exchange import Exchange
from bot.handlers.anybody import ways
from conversations.markup import Html
from conversations.wanted import wanted


async def answer(turn: Exchange) -> None:
    """Say that it cannot be read, and what the open question takes; the sheet stays as it is."""
    what = turn.texts.plain(f"sent-{turn.incoming.sort}")
    key = "unusable-caption" if turn.incoming.text.strip() else "unusable"
    lines = [turn.texts.html(key, what=what)]
    held, person = None, turn.who.person
    if person is not None:
        await turn.desk.load([person.id])
        held = turn.desk.open_for(turn.who)
    if person is not None and person.expecting:
        lines.append(turn.texts.html("unusable-words"))
    elif held is not None:
        sheet = turn.house.sheet(held.session.worksheet, turn.texts)
        line = wanted(sheet, held.session, turn.texts)
        lines.append(turn.texts.html("unusable-open", wanted=Html(line)))
    turn.say("\n".join(lines), () if len(lines) > 1 else ways(turn))
