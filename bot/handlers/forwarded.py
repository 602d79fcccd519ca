"""Forwarded words, words sent through a bot, and replies to something that is no part of the open
sheet: no answer unless their sender says "use this"."""

from datetime import timedelta

from bot import screener
from bot.exchange import Exchange
from conversations.effects import Saved
from conversations.events import Answered
from conversations.message import tap
from homework.store import held_texts
from homework.store.sessions import Held, Turned

OWN = "r"
"""Behind the number of words that were looked through when they came."""

READ = timedelta(seconds=3)
"""The question had been read when the button was pressed: later than the reading time of bursts."""


async def hold_back(turn: Exchange) -> None:
    """Keep the words beside the open sheet, sealed, and ask whether they are meant as an answer."""
    if turn.who.person is None:
        turn.say(turn.texts.html("stranger-hello"))
        return
    await turn.desk.load([turn.person.id])
    held = turn.desk.open_for(turn.who)
    if held is None or not turn.incoming.text:
        turn.say(turn.texts.html("forwarded-nothing-open"))
        return
    await _hold(turn, held, "forwarded-ask", str(held.next_seq))


async def hold_reply_back(turn: Exchange) -> None:
    """The same with a reply to another message; its words are one's own, and were screened."""
    await turn.desk.load([turn.person.id])
    held = turn.desk.open_for(turn.who)
    if held is not None:
        await _hold(turn, held, "replied-ask", f"{held.next_seq}{OWN}")


async def _hold(turn: Exchange, held: Held, asked: str, value: str) -> None:
    step = held.session.asked.step or "review"
    saved = (Saved(step, turn.incoming.text, "held"),)
    turn.desk.turns.append(Turned(held, held.session, saved, turn.incoming.message_id, turn.now))
    row = (tap(turn.texts.plain("forwarded-use"), "use", held.session.id, value),)
    turn.say(turn.texts.html(asked), (row,), client=held.session.client)
    await turn.desk.flush()


async def pressed(turn: Exchange) -> None:
    """ "Use this": the words answer the question that is open now, as if they had been typed."""
    await turn.desk.load([turn.person.id])
    held = turn.desk.open_for(turn.who)
    digits = turn.value.removesuffix(OWN)
    number = int(digits) if digits.isdecimal() and len(digits) < 6 else 0
    if held is None or held.session.id != turn.key:
        turn.notice = turn.texts.plain("tap-stale")
        return
    found = await held_texts.held_text(turn.unit, held.session.id, number)
    if found is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await turn.redraw(turn.texts.html("forwarded-used"), client=held.session.client)
    seen = held.session.asked.delivered_at
    at = max(turn.now, seen) if seen else turn.now
    await turn.desk.take(turn.who, Answered(found.text, at + READ), message_id=found.message_id)
    if turn.value.endswith(OWN):
        return
    flagged = screener.finding_in(turn.house, turn.who, found.text)
    if flagged is not None and held.kind != "dialog":
        await turn.desk.flag(turn.who, flagged, found.text)
